import type { CanonicalStory, StoryArticle } from './canonical-story';

/** A ninjs 3.1 news object (IPTC). Only properties of the schema are written. */
export interface NinjsItem {
  readonly uri: string;
  readonly type: 'text';
  readonly [property: string]: unknown;
}

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';

/**
 * Writes a story as ninjs 3.1: headline, lead, body as text with an empty line between paragraphs, sources as
 * `infoSources`, members as `associations`. `uri` must be absolute; by default it is a URN made of the story id.
 */
export function toNinjs(story: CanonicalStory, uri: string = storyUrn(story)): NinjsItem {
  const text = storyText(story);
  return {
    uri,
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    type: 'text',
    representationType: 'full',
    version: String(story.version),
    pubStatus: story.status === 'active' ? 'usable' : 'canceled',
    language: story.language,
    ...(story.firstPublishedAt ? { firstCreated: story.firstPublishedAt } : {}),
    ...(story.updatedAt ? { versionCreated: story.updatedAt } : {}),
    headlines: [{ role: 'main', contentType: 'text/plain', value: story.title.text }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: story.lead.text }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        charCount: text.length,
        wordCount: countWords(text),
        value: text,
      },
    ],
    infoSources: infoSources(story),
    associations: story.articles.map((article) => association(article)),
  };
}

/** The text of the body, an empty line between paragraphs. */
export function storyText(story: CanonicalStory): string {
  const paragraphs = new Map<number, string[]>();
  for (const { text, paragraph } of story.body) {
    const own = paragraphs.get(paragraph);
    if (own) own.push(text);
    else paragraphs.set(paragraph, [text]);
  }
  return [...paragraphs.values()].map((sentences) => sentences.join(' ')).join('\n\n');
}

/** A name for a story that needs no address. */
export function storyUrn({ collection, id }: CanonicalStory): string {
  return `urn:storyfold:${encodeURIComponent(collection)}:${encodeURIComponent(id)}`;
}

function infoSources({ articles, origin }: CanonicalStory): { name: string; role: string }[] {
  const originName = articles.find(({ id }) => id === origin?.articleId)?.source.name;
  const names = [...new Set(articles.map(({ source }) => source.name))];
  return names.map((name) => ({ name, role: name === originName ? 'originator' : 'contributor' }));
}

function association({ id, url, title, source, role, publishedAt }: StoryArticle): object {
  return {
    name: source.name,
    uri: absoluteUrl(url) ?? `urn:storyfold:article:${encodeURIComponent(id)}`,
    rel: role,
    type: 'text',
    headlines: [{ value: title }],
    ...(publishedAt ? { contentCreated: publishedAt } : {}),
  };
}

/** Outlets' addresses are outside input: only http(s) ones are passed on as links. */
export function absoluteUrl(url: string | null): string | undefined {
  return url !== null && /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
