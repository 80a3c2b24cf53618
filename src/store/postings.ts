import { postingsRead } from '../matching/candidates';
import { bucketCountKey, postingPrefix, SHARD_TAGS } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import { type Entries, packEntries, readReply } from './posting-records';
import type { Store } from './store';

/** Shards of the candidate index: each is one script call a chunk, and one slot of a cluster. */
const SHARDS = SHARD_TAGS.length;

/** The index keys of one article. */
export interface IndexedArticle {
  readonly ordinal: number;
  readonly keys: readonly number[];
}

interface ShardCall {
  readonly entries: Entries;
  /** Where each reply belongs: article, key, one after the other. */
  readonly places: number[];
}

/**
 * Inserts articles under their index keys and returns, for each article and key, the ordinals found there, newest last and
 * including the article itself; of each list as many of the newest as `postingsRead` says. One script call a shard; each inserts and reads
 * in one step.
 */
export async function insertPostings(
  store: Store,
  collection: string,
  articles: readonly IndexedArticle[],
): Promise<Uint32Array[][]> {
  return callShards(store, collection, articles, true);
}

/** Reads the posting lists of keys without inserting anything. */
export async function readPostings(
  store: Store,
  collection: string,
  keys: readonly number[],
): Promise<Uint32Array[]> {
  const [postings] = await callShards(store, collection, [{ ordinal: 0, keys }], false);
  return postings ?? [];
}

async function callShards(
  store: Store,
  collection: string,
  articles: readonly IndexedArticle[],
  insert: boolean,
): Promise<Uint32Array[][]> {
  const shards = groupByShard(articles, store.postingCap);
  const pipeline = openSpreadPipeline(store.redis);
  for (const [shard, { entries }] of shards) {
    const prefix = postingPrefix(collection, shard);
    pipeline.insertPostingsBuffer(
      bucketCountKey(collection, shard),
      prefix,
      shard,
      SHARDS,
      store.lookbackMs,
      Math.floor(store.clock() / 1000),
      store.postingCap,
      insert ? '1' : '0',
      packEntries(entries),
    );
  }
  const replies = await execPipeline<Buffer[]>(pipeline);
  const out: Uint32Array[][] = articles.map(({ keys }) => Array.from({ length: keys.length }));
  [...shards.values()].forEach(({ entries, places }, s) => {
    const lists = readReply(replies[s], entries, insert);
    lists.forEach((list, i) => {
      out[places[2 * i]][places[2 * i + 1]] = list;
    });
  });
  return out;
}

function groupByShard(articles: readonly IndexedArticle[], cap: number): Map<number, ShardCall> {
  const shards = new Map<number, ShardCall>();
  articles.forEach(({ ordinal, keys }, a) => {
    const most = Math.min(cap, postingsRead(keys.length));
    keys.forEach((key, k) => {
      const shard = key % SHARDS;
      let call = shards.get(shard);
      if (!call) shards.set(shard, (call = { entries: { keys: [], ordinals: [], most: [] }, places: [] }));
      call.entries.keys.push(key);
      call.entries.ordinals.push(ordinal);
      call.entries.most.push(most);
      call.places.push(a, k);
    });
  });
  return shards;
}
