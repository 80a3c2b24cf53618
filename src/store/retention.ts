import { urlKey } from './article-codec';
import { readBodies } from './articles';
import { bodyKey, fingerprintKey, ledgerKeys } from './keys';
import { execPipeline } from './pipeline';
import type { Store } from './store';

/** Articles and ended stories removed in one go: about 10 ms of Redis. */
const ROWS = 500;

/**
 * Removes articles accepted longer ago than the retention time, with the stories they leave empty, and the redirects of stories that
 * ended as long ago. Bounded; returns whether there is more.
 */
export async function forgetExpired(store: Store, collection: string): Promise<boolean> {
  const keys = ledgerKeys(collection);
  const beforeMs = store.clock() - store.retentionMs;
  const due = await store.redis.zrangebyscore(keys.arrivals, '-inf', beforeMs, 'LIMIT', 0, ROWS);
  const ordinals = due.map(Number);
  const bodies = await readBodies(
    store,
    collection,
    ordinals.map((ordinal) => ({ ordinal })),
  );
  const rows = ordinals.flatMap((ordinal, i) => {
    const article = bodies[i];
    return [ordinal, article?.id ?? '', article ? urlKey(article) : ''];
  });
  const { state, ids, urls, arrivals, pending, failures, byUpdated, byFirst, bySize, prefix } = keys;
  const ledger = [state, ids, urls, arrivals, pending, failures, byUpdated, byFirst, bySize];
  const removed = await store.redis.forget(...ledger, prefix, beforeMs, ROWS, ...rows);
  const pipeline = store.redis.pipeline();
  for (const ordinal of ordinals) {
    pipeline.unlink(bodyKey(collection, ordinal));
    pipeline.unlink(fingerprintKey(collection, ordinal));
  }
  if (ordinals.length > 0) await execPipeline(pipeline);
  return ordinals.length === ROWS || removed >= ROWS;
}
