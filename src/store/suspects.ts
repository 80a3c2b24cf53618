import { ledgerKeys } from './keys';
import type { Store } from './store';

/** What may stop a worker: an article by its ordinal, or a story by its id. */
export type Suspect = number | string;

/**
 * Notes that an article or a story is begun by itself, and answers how often it was since one of these ended: more than once means that
 * workers stopped with it in hand, whichever jobs they had it from.
 */
export async function beginAlone(store: Store, collection: string, suspect: Suspect): Promise<number> {
  return store.redis.hincrby(ledgerKeys(collection).alone, String(suspect), 1);
}

/** Notes that work on it by itself has come to an end, good or bad: it does not stop its worker. */
export async function endAlone(store: Store, collection: string, suspect: Suspect): Promise<void> {
  await store.redis.hdel(ledgerKeys(collection).alone, String(suspect));
}

/** Those of these that were begun by themselves and not ended: they are best kept apart from others. One round trip. */
export async function readSuspects<T extends Suspect>(
  store: Store,
  collection: string,
  suspects: readonly T[],
): Promise<Set<T>> {
  if (suspects.length === 0) return new Set();
  const begun = await store.redis.hmget(ledgerKeys(collection).alone, ...suspects.map(String));
  return new Set(suspects.filter((_, i) => begun[i] !== null));
}
