import { ledgerKeys } from './keys';
import type { Store } from './store';

/** An article set aside, with what stopped it. */
export interface ParkedArticle {
  readonly ordinal: number;
  readonly revision: number;
  readonly error: string;
  readonly at: number;
}

/** A story whose document could not be built, with what stopped it; what was published of it before is still there. */
export interface ParkedStory {
  readonly storyId: string;
  /** The ledger version that could not be built. */
  readonly version: number;
  readonly error: string;
  readonly at: number;
}

const encodeFailure = <T extends { readonly error: string }>(store: Store, failure: T): string =>
  JSON.stringify({ ...failure, error: failure.error.slice(0, 2_000), at: store.clock() });

/** Sets an article aside with its error until it is retried; false where that revision was committed meanwhile. */
export async function parkArticle(
  store: Store,
  collection: string,
  { ordinal, revision, error }: Pick<ParkedArticle, 'ordinal' | 'revision' | 'error'>,
): Promise<boolean> {
  const keys = ledgerKeys(collection);
  const record = encodeFailure(store, { revision, error });
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

/** Sets a story aside until it changes or is retried; false where it has changed or was published meanwhile. */
export async function parkStory(
  store: Store,
  collection: string,
  { storyId, version, error }: Pick<ParkedStory, 'storyId' | 'version' | 'error'>,
): Promise<boolean> {
  const keys = ledgerKeys(collection);
  const record = encodeFailure(store, { version, error });
  const ledger = [keys.dirty, keys.failures, keys.story(storyId)];
  return (await store.redis.parkStory(...ledger, storyId, version, record)) === 1;
}

/** What is parked, at most `limit`, with the cursor of the next page ('0' at the end). */
export async function readParked(
  store: Store,
  collection: string,
  page: { readonly cursor: string; readonly limit: number },
): Promise<{ readonly items: readonly (ParkedArticle | ParkedStory)[]; readonly cursor: string }> {
  const key = ledgerKeys(collection).failures;
  const [cursor, flat] = await store.redis.hscan(key, page.cursor, 'COUNT', page.limit);
  const items = flat.flatMap((field, i) => (i % 2 === 0 ? [decodeFailure(field, flat[i + 1])] : []));
  return { items, cursor };
}

/** Ordinals are the fields of articles, ids those of stories, which are never all digits. */
function decodeFailure(field: string, json: string): ParkedArticle | ParkedStory {
  const record = JSON.parse(json) as Omit<ParkedArticle, 'ordinal'> & Omit<ParkedStory, 'storyId'>;
  return /^\d+$/.test(field) ? { ...record, ordinal: Number(field) } : { ...record, storyId: field };
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
    keys.changes,
    store.clock(),
    ordinal,
    parked.revision,
  );
  return queued === 1;
}

/**
 * Marks the document of a parked story as long overdue, for the next sweep to give it a job; false where it is not parked. The error
 * stays until the document is there.
 */
export async function unparkStory(store: Store, collection: string, storyId: string): Promise<boolean> {
  const { failures, dirty } = ledgerKeys(collection);
  if ((await store.redis.hexists(failures, storyId)) === 0) return false;
  await store.redis.zadd(dirty, 'LT', 0, storyId);
  return true;
}
