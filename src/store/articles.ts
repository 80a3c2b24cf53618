import type { Article } from '../article';
import { contentHash, decodeBody, derivedId, encodeBody, urlKey } from './article-codec';
import { bodyKey, COLLECTIONS_KEY, ledgerKeys } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import type { Store } from './store';

/** An article as a client posts it. */
export type PostedArticle = Omit<Article, 'id' | 'revision' | 'collection' | 'receivedAtMs'> & {
  readonly id?: string;
};

/** What became of a posted article. */
export interface Accepted {
  readonly id: string;
  /** Its dense number within the collection, given once: 1 … 2³² − 1. */
  readonly ordinal: number;
  readonly revision: number;
  /** `unchanged`: the newest revision has the same content. */
  readonly status: 'created' | 'revised' | 'unchanged';
  /** Whether it waits for a worker and is to be put on the queue. */
  readonly queue: boolean;
}

const OUTCOMES = ['unchanged', 'created', 'revised'] as const;

/** Revisions kept of an article, the newest ones. */
const KEPT_REVISIONS = 20;

/** Bodies outlive the ledger's retention by this, so that upkeep can still read what it removes. */
const BODY_GRACE_MS = 2 * 24 * 3600 * 1000;

/**
 * Stores posted articles and marks them as waiting. When this resolves they are kept: the body, then the pending mark, are in
 * Redis, and the sweeper finds the mark even if no job is ever added. Three round trips, however many articles.
 */
export async function acceptArticles(
  store: Store,
  collection: string,
  posted: readonly PostedArticle[],
): Promise<readonly Accepted[]> {
  if (posted.length === 0) return [];
  await registerCollection(store, collection);
  const identified = await identify(store, collection, posted);
  const stored = await storeRevisions(store, collection, posted, identified);
  const keys = ledgerKeys(collection);
  const marks = stored.flatMap(({ ordinal, revision }) => [ordinal, revision]);
  const queue = await store.redis.markPending(
    keys.state,
    keys.pending,
    keys.changes,
    store.clock(),
    ...marks,
  );
  await untilReplicated(store);
  return stored.map((accepted, i) => ({ ...accepted, queue: queue[i] === 1 }));
}

/** How long replicas may take to have what was written. */
const REPLICATION_MS = 1_000;

/** Waits until enough replicas have what this connection wrote before. Throws what counts as an outage when they take too long. */
async function untilReplicated({ redis, waitReplicas = 0 }: Store): Promise<void> {
  if (waitReplicas === 0) return;
  const reached = await redis.wait(waitReplicas, REPLICATION_MS);
  if (reached < waitReplicas) throw new Error(`NOREPLICAS ${reached} of ${waitReplicas} replicas have it`);
}

/** A collection would be begun that is one too many. */
export class TooManyCollections extends Error {
  constructor(collection: string, most: number) {
    super(`There are ${most} collections, as many as there may be; "${collection}" would be another`);
    this.name = 'TooManyCollections';
  }
}

/** Some that are begun in the same moment may go past the bound together. */
async function registerCollection(store: Store, collection: string): Promise<void> {
  const { redis, maxCollections = Infinity } = store;
  if (store.knownCollections.has(collection)) return;
  const [isKnown, count] = await Promise.all([
    redis.sismember(COLLECTIONS_KEY, collection),
    redis.scard(COLLECTIONS_KEY),
  ]);
  if (isKnown === 0 && count >= maxCollections) throw new TooManyCollections(collection, maxCollections);
  if (isKnown === 0) await redis.sadd(COLLECTIONS_KEY, collection);
  store.knownCollections.add(collection);
}

async function identify(store: Store, collection: string, posted: readonly PostedArticle[]) {
  const keys = ledgerKeys(collection);
  const asked = posted.flatMap((article) => {
    const url = urlKey(article);
    return article.id === undefined ? ['', url, derivedId(article, url)] : [article.id, url, ''];
  });
  const flat = await store.redis.identify(
    keys.ids,
    keys.urls,
    keys.sequence,
    keys.arrivals,
    store.clock(),
    keys.namesPrefix,
    ...asked,
  );
  return posted.map((_, i) => ({ id: flat[2 * i], ordinal: Number(flat[2 * i + 1]) }));
}

async function storeRevisions(
  store: Store,
  collection: string,
  posted: readonly PostedArticle[],
  identified: readonly { id: string; ordinal: number }[],
): Promise<Omit<Accepted, 'queue'>[]> {
  const ttlMs = store.retentionMs + BODY_GRACE_MS;
  const pipeline = openSpreadPipeline(store.redis);
  posted.forEach((article, i) => {
    const { id, ordinal } = identified[i];
    const key = bodyKey(collection, ordinal);
    const body = encodeBody(id, article, store.clock());
    pipeline.storeRevision(key, contentHash(article), body, ttlMs, KEPT_REVISIONS, id, urlKey(article));
  });
  const replies = await execPipeline<[number, number]>(pipeline);
  return replies.map(([revision, outcome], i) => ({
    ...identified[i],
    revision,
    status: OUTCOMES[outcome],
  }));
}

/** The ordinals of article ids; undefined where there is no such article. */
export async function readOrdinals(
  store: Store,
  collection: string,
  ids: readonly string[],
): Promise<(number | undefined)[]> {
  if (ids.length === 0) return [];
  const ordinals = await store.redis.hmget(ledgerKeys(collection).ids, ...ids);
  // An alias has the article's own id behind the ordinal.
  return ordinals.map((named) => (named === null ? undefined : Number.parseInt(named, 10)));
}

/** One revision asked for: the newest where `revision` is absent. */
export interface BodyRequest {
  readonly ordinal: number;
  readonly revision?: number;
}

/** Reads bodies in one round trip (two when newest revisions are asked for); undefined where one is gone. */
export async function readBodies(
  store: Store,
  collection: string,
  requests: readonly BodyRequest[],
): Promise<(Article | undefined)[]> {
  if (requests.length === 0) return [];
  const revisions = await newestRevisions(store, collection, requests);
  const pipeline = openSpreadPipeline(store.redis);
  requests.forEach(({ ordinal }, i) =>
    pipeline.hgetBuffer(bodyKey(collection, ordinal), `b:${revisions[i]}`),
  );
  const bodies = await execPipeline<Buffer | null>(pipeline);
  return bodies.map((body, i) => {
    const key = bodyKey(collection, requests[i].ordinal);
    return body === null ? undefined : decodeBody(key, collection, revisions[i], body);
  });
}

/**
 * The revision of each request. Not as an array, which the engine takes for one of fractions once it has translated `map`: then every
 * article read had another hidden class than those before, and all that was translated for them was thrown away.
 */
async function newestRevisions(
  store: Store,
  collection: string,
  requests: readonly BodyRequest[],
): Promise<Uint32Array> {
  if (requests.every(({ revision }) => revision !== undefined))
    return Uint32Array.from(requests, ({ revision }) => revision!);
  const pipeline = openSpreadPipeline(store.redis);
  for (const { ordinal } of requests) pipeline.hget(bodyKey(collection, ordinal), 'rev');
  const newest = await execPipeline<string | null>(pipeline);
  return Uint32Array.from(requests, ({ revision }, i) => revision ?? Number(newest[i] ?? 0));
}
