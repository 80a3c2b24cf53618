import type { Assessment } from '../review/assess';
import { encodeJson } from './document-codec';
import { ledgerKeys } from './keys';
import type { Store } from './store';

/** A story in the review queue. */
export interface ReviewEntry extends Assessment {
  readonly storyId: string;
  /** When it was first entered, milliseconds; kept while it stays. */
  readonly since: number;
}

/** Stories kept in the queue of a collection: those of the highest risk. */
export const MAX_QUEUED = 10_000;

/** The entry of a story; undefined when it is not in the queue. */
export async function readReview(
  store: Store,
  collection: string,
  storyId: string,
): Promise<ReviewEntry | undefined> {
  const [entry] = await readReviews(store, collection, [storyId]);
  return entry;
}

/** Entries of stories, in order; undefined where one is not in the queue. */
export async function readReviews(
  store: Store,
  collection: string,
  storyIds: readonly string[],
): Promise<(ReviewEntry | undefined)[]> {
  if (storyIds.length === 0) return [];
  const rows = await store.redis.hmget(ledgerKeys(collection).reviewEntries, ...storyIds);
  return rows.map((row, i) =>
    row === null ? undefined : { ...(JSON.parse(row) as Omit<ReviewEntry, 'storyId'>), storyId: storyIds[i] },
  );
}

/** The ids of queued stories by falling risk, from a place in the queue on. */
export async function listReviews(
  store: Store,
  collection: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<string[]> {
  const { offset, limit } = page;
  return store.redis.zrevrange(ledgerKeys(collection).reviews, offset, offset + limit - 1);
}

/** Stories in the queue. */
export async function countReviews(store: Store, collection: string): Promise<number> {
  return store.redis.zcard(ledgerKeys(collection).reviews);
}

/**
 * Enters what was found about a story into the queue, or takes it out where nothing was; `event` is what subscribers are told, if
 * anything. False when the story has changed since.
 */
export async function recordReview(
  store: Store,
  collection: string,
  story: { readonly id: string; readonly version: number },
  entry: ReviewEntry | undefined,
  event: unknown,
): Promise<boolean> {
  const keys = ledgerKeys(collection);
  const { storyId: _, ...kept } = entry ?? { storyId: story.id };
  const done = await store.redis.recordReview(
    keys.reviews,
    keys.reviewEntries,
    keys.events,
    keys.story(story.id),
    story.version,
    story.id,
    entry?.risk ?? '',
    JSON.stringify(kept),
    event === undefined ? '' : encodeJson(event),
    store.eventsMaxLength,
    MAX_QUEUED,
  );
  return done === 1;
}
