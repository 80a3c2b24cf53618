const inCollection = (collection: string): string =>
  collection === 'default' ? '' : `?collection=${encodeURIComponent(collection)}`;

/** Address of an article. Absolute when the public URL of the service is known, else a path. */
export function articleUrl(id: string, collection: string, publicUrl = ''): string {
  return `${publicUrl}/v1/articles/${encodeURIComponent(id)}${inCollection(collection)}`;
}

/** Address of a story. */
export function storyUrl(id: string, collection: string, publicUrl = ''): string {
  return `${publicUrl}/v1/stories/${encodeURIComponent(id)}${inCollection(collection)}`;
}

/** Where to look next after posting an article, or with it in hand. */
export function articleLinks(id: string, collection: string, publicUrl?: string, storyId?: string) {
  return {
    self: articleUrl(id, collection, publicUrl),
    ...(storyId !== undefined && { story: storyUrl(storyId, collection, publicUrl) }),
  };
}
