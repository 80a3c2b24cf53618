import { bodyKey, fingerprintKey, ledgerKeys } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import type { Store } from './store';

/** Articles and ended stories removed in one go: about 10 ms of Redis. */
const ROWS = 500;

/**
 * Share of the retention time after which a story is published without the articles that went: a day of thirty. Most stories go whole
 * within it, and nobody wants to hear of each article by itself.
 */
const PUBLISH_AFTER = 1 / 30;

/** What an article was first posted as; absent where its body is gone. */
interface FirstNames {
  readonly id?: string;
  readonly url?: string;
}

/**
 * Removes articles accepted longer ago than the retention time, with the stories they leave empty, and the redirects of stories that
 * ended as long ago. Stories that keep other articles are published without those a thirtieth of that time later. Bounded; returns whether there is more.
 */
export async function forgetExpired(store: Store, collection: string): Promise<boolean> {
  const keys = ledgerKeys(collection);
  const nowMs = store.clock();
  const beforeMs = nowMs - store.retentionMs;
  const due = await store.redis.zrangebyscore(keys.arrivals, '-inf', beforeMs, 'LIMIT', 0, ROWS);
  const names = await readFirstNames(store, collection, due);
  const rows = due.flatMap((ordinal, i) => [ordinal, names[i].id ?? '', names[i].url ?? '']);
  const { state, ids, urls, arrivals, pending, failures, byUpdated, byFirst, bySize, prefix } = keys;
  const ledger = [state, ids, urls, arrivals, pending, failures, byUpdated, byFirst, bySize];
  const publishMs = Math.ceil(nowMs + store.retentionMs * PUBLISH_AFTER);
  const removed = await store.redis.forget(...ledger, prefix, beforeMs, ROWS, nowMs, publishMs, ...rows);
  const pipeline = openSpreadPipeline(store.redis);
  for (const ordinal of due) {
    pipeline.unlink(bodyKey(collection, Number(ordinal)));
    pipeline.unlink(fingerprintKey(collection, Number(ordinal)));
  }
  if (due.length > 0) await execPipeline(pipeline);
  return due.length === ROWS || removed >= ROWS;
}

async function readFirstNames(
  store: Store,
  collection: string,
  ordinals: readonly string[],
): Promise<FirstNames[]> {
  if (ordinals.length === 0) return [];
  const pipeline = openSpreadPipeline(store.redis);
  for (const ordinal of ordinals) pipeline.hmget(bodyKey(collection, Number(ordinal)), 'id', 'u');
  const rows = await execPipeline<[string | null, string | null]>(pipeline);
  const lost = ordinals.filter((_, i) => rows[i][0] === null);
  const found = lost.length === 0 ? new Map() : await searchNames(store, collection, new Set(lost));
  return ordinals.map((ordinal, i) => {
    const [id, url] = rows[i];
    return id === null ? (found.get(ordinal) ?? {}) : { id, ...(url ? { url } : {}) };
  });
}

/** Looks through all names for those of articles whose bodies are gone: only where upkeep had stopped for days, or a post was cut off. */
async function searchNames(
  store: Store,
  collection: string,
  ordinals: ReadonlySet<string>,
): Promise<Map<string, FirstNames>> {
  const { ids, urls } = ledgerKeys(collection);
  const found = new Map<string, FirstNames>();
  const ordinalOf = new Map<string, string>();
  for await (const [id, ordinal] of scanHash(store, ids)) {
    if (!ordinals.has(ordinal)) continue;
    found.set(ordinal, { id });
    ordinalOf.set(id, ordinal);
  }
  for await (const [url, id] of scanHash(store, urls)) {
    const ordinal = ordinalOf.get(id);
    if (ordinal !== undefined) found.set(ordinal, { id, url });
  }
  return found;
}

const SCAN_ROWS = 1_000;

async function* scanHash(store: Store, key: string): AsyncGenerator<[field: string, value: string]> {
  let cursor = '0';
  do {
    const [next, flat] = await store.redis.hscan(key, cursor, 'COUNT', SCAN_ROWS);
    cursor = next;
    for (let i = 0; i + 1 < flat.length; i += 2) yield [flat[i], flat[i + 1]];
  } while (cursor !== '0');
}
