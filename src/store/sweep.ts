import { COLLECTIONS_KEY, ledgerKeys } from './keys';
import type { Store } from './store';

/** Rows of one sweep of one collection: the rest comes with the next. */
const SWEEP_ROWS = 2_000;

/** Documents due later than this from now only wait for articles past retention to be left out, see `forget.lua`: nobody waits for them. */
export const DUE_SOON_MS = 60_000;

/** The names of all collections. */
export const readCollections = (store: Store): Promise<string[]> => store.redis.smembers(COLLECTIONS_KEY);

/**
 * The articles marked as waiting before a time, oldest first. Their marks are renewed, so that the next sweep leaves them to the job
 * they are given now.
 */
export async function takeOverdueArticles(
  store: Store,
  collection: string,
  beforeMs: number,
): Promise<number[]> {
  const { pending } = ledgerKeys(collection);
  const overdue = await store.redis.zrangebyscore(pending, '-inf', beforeMs, 'LIMIT', 0, SWEEP_ROWS);
  if (overdue.length === 0) return [];
  const now = store.clock();
  await store.redis.zadd(pending, 'XX', ...overdue.flatMap((ordinal) => [now, ordinal]));
  return overdue.map(Number);
}

/** When the document of each story is due; undefined for one that has none due. One round trip. */
export async function readDueTimes(
  store: Store,
  collection: string,
  ids: readonly string[],
): Promise<(number | undefined)[]> {
  if (ids.length === 0) return [];
  const times = await store.redis.zmscore(ledgerKeys(collection).dirty, ...ids);
  return times.map((time) => (time === null ? undefined : Number(time)));
}

/** The stories whose documents were due before a time. */
export async function readOverdueStories(
  store: Store,
  collection: string,
  beforeMs: number,
): Promise<string[]> {
  return store.redis.zrangebyscore(ledgerKeys(collection).dirty, '-inf', beforeMs, 'LIMIT', 0, SWEEP_ROWS);
}
