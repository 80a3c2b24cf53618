import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { FeedItem } from './feed-item';
import { toFeedText } from './feed-text';

export type FeedFormat = 'json' | 'rss' | 'atom';

/** Media types by format. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  json: 'application/feed+json',
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
};

/** A feed with its items. */
export interface Feed {
  /** `urn:uuid:`, the same for the same address. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Its own address, absolute. */
  readonly feedUrl: string;
  /** The same stories for programs. */
  readonly homeUrl: string;
  readonly updatedAt: Date;
  readonly items: readonly FeedItem[];
}

/** Writes a feed. Everything is a function of the feed, so an unchanged one is the same to the byte. */
export function writeFeed(format: FeedFormat, feed: Feed): string {
  const safe = { ...feed, title: toFeedText(feed.title), description: toFeedText(feed.description) };
  if (format === 'json') return writeJson(safe);
  return trimTexts(format === 'rss' ? writeRss(safe) : writeAtom(safe));
}

/** JSON Feed 1.1. */
function writeJson({ title, description, feedUrl, homeUrl, items }: Feed): string {
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    items: items.map((item) => ({
      id: item.id,
      url: item.storyUrl,
      ...(item.originUrl !== undefined && { external_url: item.originUrl }),
      title: item.title,
      content_html: item.html,
      summary: item.summary,
      date_published: item.publishedAt,
      date_modified: item.updatedAt,
      authors: item.sources.map((name) => ({ name })),
      ...(item.language !== undefined && { language: item.language }),
    })),
  });
  // The generator leaves out an empty list, which the specification does not.
  return JSON.stringify({ ...(feed as object), items: (feed as { items?: unknown[] }).items ?? [] });
}

/** RSS 2.0 with Atom's link to itself, Dublin Core authors and the whole text in `content:encoded`. */
function writeRss({ title, description, feedUrl, homeUrl, updatedAt, items }: Feed): string {
  return generateRssFeed({
    title,
    description,
    link: homeUrl,
    lastBuildDate: updatedAt,
    generator: 'Storyfold',
    atom: { links: [{ href: feedUrl, rel: 'self', type: FEED_TYPES.rss }] },
    items: items.map((item) => ({
      title: item.title,
      link: item.originUrl ?? item.storyUrl,
      description: item.summary,
      guid: { value: item.id, isPermaLink: false },
      pubDate: item.publishedAt,
      content: { encoded: item.html },
      dc: { creators: [...item.sources] },
      atom: { links: [{ href: item.storyUrl, rel: 'related', type: 'application/json' }] },
    })),
  });
}

/** Atom 1.0. */
function writeAtom({ id, title, description, feedUrl, homeUrl, updatedAt, items }: Feed): string {
  return generateAtomFeed({
    id,
    title: { value: title, type: 'text' },
    subtitle: { value: description, type: 'text' },
    updated: updatedAt,
    generator: { text: 'Storyfold' },
    links: [
      { href: feedUrl, rel: 'self', type: FEED_TYPES.atom },
      { href: homeUrl, rel: 'via', type: 'application/json' },
    ],
    // The feed's author stands for entries without one: a story whose outlets are all unnamed.
    authors: [{ name: 'Storyfold' }],
    entries: items.map((item) => ({
      id: item.id,
      title: { value: item.title, type: 'text' },
      summary: { value: item.summary, type: 'text' },
      content: { value: item.html, type: 'html' },
      published: item.publishedAt,
      updated: item.updatedAt,
      authors: item.sources.map((name) => ({ name })),
      links: [
        { href: item.originUrl ?? item.storyUrl, rel: 'alternate' },
        { href: item.storyUrl, rel: 'related', type: 'application/json' },
      ],
    })),
  });
}

const [CDATA, CDATA_END] = ['<![CDATA[', ']]>'];

/**
 * The writer puts white space around texts in CDATA, which is none of theirs: an address would have it too. What is inside is passed over
 * whole: a text may look like markup itself.
 */
function trimTexts(xml: string): string {
  let [out, at] = ['', 0];
  for (let start = xml.indexOf(CDATA); start >= 0; start = xml.indexOf(CDATA, at)) {
    const end = xml.indexOf(CDATA_END, start) + CDATA_END.length;
    out += xml.slice(at, start).trimEnd() + xml.slice(start, end);
    const next = xml.slice(end, end + LONGEST_INDENT);
    at = end + (/^\s*<\//.test(next) ? next.length - next.trimStart().length : 0);
  }
  return out + xml.slice(at);
}

/** White space of the writer: a line break, and two characters a level. */
const LONGEST_INDENT = 40;
