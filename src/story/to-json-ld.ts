import type { CanonicalStory, StoryArticle } from './canonical-story';
import { absoluteUrl, storyText, storyUrn } from './to-ninjs';

/** A schema.org document. */
export type JsonLd = { readonly '@context': 'https://schema.org'; readonly [property: string]: unknown };

/** schema.org asks for headlines of at most this many characters. */
const HEADLINE_CHARS = 110;

/**
 * Writes a story as a schema.org `NewsArticle` that `isBasedOn` every member. `@id` is the address given, else a URN.
 * Embedded in a page, `<` must be escaped by the caller, as for any JSON in HTML.
 */
export function toJsonLd(story: CanonicalStory, id: string = storyUrn(story)): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': id,
    identifier: story.id,
    version: story.version,
    ...(story.language === 'und' ? {} : { inLanguage: story.language }),
    headline: cutHeadline(story.title.text),
    description: story.lead.text,
    articleBody: storyText(story),
    ...(story.firstPublishedAt ? { datePublished: story.firstPublishedAt } : {}),
    ...(story.updatedAt ? { dateModified: story.updatedAt } : {}),
    ...(story.status === 'active' ? {} : { creativeWorkStatus: story.status }),
    author: [...new Set(story.articles.map(({ source }) => source.name))].map(organization),
    isBasedOn: story.articles.map(basis),
  };
}

function basis({ id, url, title, source, publishedAt }: StoryArticle): object {
  const address = absoluteUrl(url);
  return {
    '@type': 'NewsArticle',
    identifier: id,
    headline: cutHeadline(title),
    publisher: organization(source.name),
    ...(address ? { '@id': address, url: address } : {}),
    ...(publishedAt ? { datePublished: publishedAt } : {}),
  };
}

function organization(name: string): object {
  return { '@type': 'Organization', name };
}

function cutHeadline(text: string): string {
  if (text.length <= HEADLINE_CHARS) return text;
  // A surrogate pair is not cut in two.
  return `${text.slice(0, HEADLINE_CHARS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
