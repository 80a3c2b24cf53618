import { ledgerKeys } from './keys';
import type { Store } from './store';

/**
 * Notes that an article is begun by itself, and answers how often it was since one of these ended: more than once means that workers
 * stopped with it in hand, whichever jobs they had it from.
 */
export async function beginAlone(store: Store, collection: string, ordinal: number): Promise<number> {
  return store.redis.hincrby(ledgerKeys(collection).alone, String(ordinal), 1);
}

/** Notes that work on an article by itself has come to an end, good or bad: it does not stop its worker. */
export async function endAlone(store: Store, collection: string, ordinal: number): Promise<void> {
  await store.redis.hdel(ledgerKeys(collection).alone, String(ordinal));
}

/** Those of these articles that were begun by themselves and not ended: they are best kept apart from others. One round trip. */
export async function readSuspects(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<Set<number>> {
  if (ordinals.length === 0) return new Set();
  const begun = await store.redis.hmget(ledgerKeys(collection).alone, ...ordinals.map(String));
  return new Set(ordinals.filter((_, i) => begun[i] !== null));
}
