import { ledgerKeys } from './keys';
import type { Store } from './store';

/** An article set aside, with what stopped it. */
export interface ParkedArticle {
  readonly ordinal: number;
  readonly revision: number;
  readonly error: string;
  readonly at: number;
}

/** Sets an article aside with its error until it is retried; false where that revision was committed meanwhile. */
export async function parkArticle(
  store: Store,
  collection: string,
  article: Pick<ParkedArticle, 'ordinal' | 'revision' | 'error'>,
): Promise<boolean> {
  const keys = ledgerKeys(collection);
  const { ordinal, revision } = article;
  const record = JSON.stringify({ revision, error: article.error.slice(0, 2_000), at: store.clock() });
  const parked = await store.redis.parkArticle(
    keys.state,
    keys.pending,
    keys.failures,
    ordinal,
    revision,
    record,
  );
  return parked === 1;
}

/** The parked articles, at most `limit`, with the cursor of the next page ('0' at the end). */
export async function readParked(
  store: Store,
  collection: string,
  page: { readonly cursor: string; readonly limit: number },
): Promise<{ readonly items: readonly ParkedArticle[]; readonly cursor: string }> {
  const key = ledgerKeys(collection).failures;
  const [cursor, flat] = await store.redis.hscan(key, page.cursor, 'COUNT', page.limit);
  const items = flat.flatMap((ordinal, i) =>
    i % 2 === 0
      ? [{ ordinal: Number(ordinal), ...(JSON.parse(flat[i + 1]) as Omit<ParkedArticle, 'ordinal'>) }]
      : [],
  );
  return { items, cursor };
}

/** The error an article was parked with. */
export async function readFailure(
  store: Store,
  collection: string,
  ordinal: number,
): Promise<ParkedArticle | undefined> {
  const record = await store.redis.hget(ledgerKeys(collection).failures, String(ordinal));
  return record === null ? undefined : { ordinal, ...(JSON.parse(record) as Omit<ParkedArticle, 'ordinal'>) };
}

/** Marks a parked article as waiting again, to be put on the queue. The error stays until a worker has dealt with it. */
export async function unparkArticle(store: Store, collection: string, ordinal: number): Promise<boolean> {
  const parked = await readFailure(store, collection, ordinal);
  if (!parked) return false;
  const keys = ledgerKeys(collection);
  const [queued] = await store.redis.markPending(
    keys.state,
    keys.pending,
    store.clock(),
    ordinal,
    parked.revision,
  );
  return queued === 1;
}
