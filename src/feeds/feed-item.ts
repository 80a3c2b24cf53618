import { createHash } from 'node:crypto';
import type { CanonicalStory } from '../story/canonical-story';
import { escapeHtml, toFeedText } from './feed-text';

/** A story as feeds show it. Texts have no character that XML forbids. */
export interface FeedItem {
  /** A `urn:uuid:` that is the story's for good, wherever the service is reached. */
  readonly id: string;
  /** Plain text, not markup. */
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  /** The story in this service. */
  readonly storyUrl: string;
  /** Its original report, where that has an address. */
  readonly originUrl?: string;
  readonly language?: string;
  readonly sources: readonly string[];
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

const MAX_PARAGRAPHS = 200;
const MAX_REPORTS = 50;

/** For reports that have neither a title nor a sentence of their own: RSS asks for one or the other. */
const UNTITLED = 'Untitled';

/** What feeds show of a story. */
export function toFeedItem(story: CanonicalStory, storyUrl: string): FeedItem {
  const updatedAt = new Date(story.updatedAt ?? story.firstPublishedAt ?? 0);
  const originUrl = story.articles.find(({ id }) => id === story.origin?.articleId)?.url;
  return {
    id: toUrn(`${story.collection}/${story.id}`),
    title: toFeedText(story.title.text).trim() || UNTITLED,
    summary: toFeedText(story.lead.text),
    html: renderHtml(story),
    storyUrl,
    ...(isWebUrl(originUrl) && { originUrl }),
    ...(story.language !== 'und' && { language: story.language }),
    sources: [...new Set(story.articles.map(({ source }) => toFeedText(source.name)))].slice(0, MAX_REPORTS),
    publishedAt: story.firstPublishedAt === null ? updatedAt : new Date(story.firstPublishedAt),
    updatedAt,
  };
}

/** A UUID made of a name (RFC 9562, version 5). */
export function toUrn(name: string): string {
  const namespace = Buffer.from('4c9ad3a0f0b64a3c9d0e1b7a5f2d8c61', 'hex');
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

function renderHtml({ body, articles, counts }: CanonicalStory): string {
  const paragraphs = new Map<number, string[]>();
  for (const { paragraph, text } of body) {
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), escapeHtml(text)]);
  }
  const texts = [...paragraphs.values()].slice(0, MAX_PARAGRAPHS).map((text) => `<p>${text.join(' ')}</p>`);
  const reports = articles.slice(0, MAX_REPORTS).map(({ source, title, url }) => {
    const name = escapeHtml(source.name);
    const label = isWebUrl(url) ? `<a href="${escapeHtml(url)}">${name}</a>` : name;
    return `<li>${label}: ${escapeHtml(title)}</li>`;
  });
  const many = counts.articles === 1 ? '1 report' : `${counts.articles} reports`;
  return `${texts.join('')}<p>${many} from ${counts.sources}${counts.sources === 1 ? ' outlet' : ' outlets'}:</p><ul>${reports.join('')}</ul>`;
}

function isWebUrl(url: string | null | undefined): url is string {
  return typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url);
}
