import { ledgerKeys } from './keys';
import type { Store } from './store';

/**
 * Articles that wait for a second look since before a time, longest first, at most `limit`. They are marked as waiting from now on, so that
 * the next turn leaves them to the job they are given now.
 */
export async function takeAgain(
  store: Store,
  collection: string,
  beforeMs: number,
  limit: number,
): Promise<number[]> {
  const { again } = ledgerKeys(collection);
  const due = await store.redis.zrangebyscore(again, '-inf', beforeMs, 'LIMIT', 0, limit);
  if (due.length > 0)
    await store.redis.zadd(again, 'XX', ...due.flatMap((ordinal) => [store.clock(), ordinal]));
  return due.map(Number);
}

/** Takes articles from those that wait for a second look without one. */
export async function dropAgain(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<void> {
  if (ordinals.length > 0) await store.redis.zrem(ledgerKeys(collection).again, ...ordinals);
}

/** How many articles wait for a second look. */
export const countAgain = (store: Store, collection: string): Promise<number> =>
  store.redis.zcard(ledgerKeys(collection).again);
