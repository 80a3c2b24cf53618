import type { Request } from 'express';
import { toFeedItem, toUrn } from '../feeds/feed-item';
import { FEED_TYPES, type FeedFormat, writeFeed } from '../feeds/write-feed';
import { newestEventId } from '../store/events';
import { readPublished } from '../store/story-documents';
import { listStories } from '../store/story-list';
import type { ApiDeps } from './deps';
import { storyUrl } from './links';
import { storiesQuerySchema } from './list-stories';
import { sendOrNotModified } from './not-modified';
import { parseQuery, wholeNumber } from './query';
import type { Handler } from './routes';

/** The filters of `GET /v1/stories`; a feed has one page. */
export const feedQuerySchema = storiesQuerySchema.omit({ cursor: true }).extend({
  limit: wholeNumber(1, 100).default(30),
});

/**
 * `GET /feeds/stories.json`, `.rss`, `.atom`: canonical stories for feed readers. Answers 304 to a conditional request for what
 * has not changed.
 */
export function getFeed(deps: ApiDeps, format: FeedFormat): Handler {
  return async (req, res) => {
    const { collection, since, until, ...query } = parseQuery(feedQuerySchema, req);
    const newest = await newestEventId(deps.store, collection);
    const { items } = await listStories(deps.store, collection, {
      ...query,
      ...(since !== undefined && { sinceMs: since }),
      ...(until !== undefined && { untilMs: until }),
    });
    const baseUrl = deps.options.publicUrl ?? ownUrl(req);
    const stories = await Promise.all(items.map(({ id }) => readPublished(deps.store, collection, id)));
    const entries = stories
      // One that ended between the list and here is left out.
      .flatMap((found) => (found?.story.status === 'active' ? [found.story] : []))
      .map((story) => toFeedItem(story, storyUrl(story.id, collection, baseUrl)));
    const changedMs = Number(newest.split('-', 1)[0]);
    const path = req.originalUrl;
    const text = writeFeed(format, {
      id: toUrn(`feed ${path}`),
      title: collection === 'default' ? 'Storyfold' : `Storyfold: ${collection}`,
      description: describe(query),
      feedUrl: `${baseUrl}${path}`,
      homeUrl: `${baseUrl}/v1/stories${collection === 'default' ? '' : `?collection=${collection}`}`,
      updatedAt: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))),
      items: entries,
    });
    sendOrNotModified(req, res, {
      type: `${FEED_TYPES[format]}; charset=utf-8`,
      text,
      ...(isDateExact(changedMs, deps.store.clock()) && { changedMs }),
    });
  };
}

/**
 * Whether the time of the newest event in the collection can be the `Last-Modified` of its feeds: all that changes a feed comes
 * with an event. The header counts seconds; while the second lasts there may be another change, which it could not tell apart.
 */
function isDateExact(changedMs: number, nowMs: number): boolean {
  return changedMs > 0 && Math.floor(changedMs / 1_000) < Math.floor(nowMs / 1_000);
}

/** How the client reached this service; feeds need absolute addresses. */
function ownUrl(req: Request): string {
  const host = req.get('host') ?? '';
  return `${req.protocol}://${/^[\w.:[\]-]{1,255}$/.test(host) ? host : 'localhost'}`;
}

function describe({ source, language, minSources, q }: Readonly<Record<string, unknown>>): string {
  const filters = Object.entries({ source, language, minSources, q })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${String(value)}`);
  const all = 'The many reports of each story, folded into one';
  return filters.length === 0 ? all : `${all} (${filters.join(', ')})`;
}
