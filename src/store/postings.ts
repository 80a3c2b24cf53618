import { endianness } from 'node:os';
import { bucketCountKey, postingPrefix, SHARD_TAGS } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import type { Store } from './store';

/** Shards of the candidate index: each is one script call a chunk, and one slot of a cluster. */
const SHARDS = SHARD_TAGS.length;

/** The index keys of one article. */
export interface IndexedArticle {
  readonly ordinal: number;
  readonly keys: readonly number[];
}

interface ShardCall {
  /** Index key and ordinal, one after the other. */
  readonly entries: number[];
  /** Where each reply belongs: article, key, one after the other. */
  readonly places: number[];
}

/**
 * Inserts articles under their index keys and returns, for each article and key, the ordinals found there, newest last and
 * including the article itself. One script call a shard; each inserts and reads in one step.
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
  const shards = groupByShard(articles);
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
  const replies = await execPipeline<Buffer>(pipeline);
  const out: Uint32Array[][] = articles.map(({ keys }) => Array.from({ length: keys.length }));
  [...shards.values()].forEach(({ places }, s) => {
    const numbers = unpackNumbers(replies[s]);
    let from = places.length / 2;
    for (let i = 0; i < places.length; i += 2) {
      const to = from + numbers[i / 2];
      out[places[i]][places[i + 1]] = numbers.subarray(from, to);
      from = to;
    }
  });
  return out;
}

function groupByShard(articles: readonly IndexedArticle[]): Map<number, ShardCall> {
  const shards = new Map<number, ShardCall>();
  articles.forEach(({ ordinal, keys }, a) => {
    keys.forEach((key, k) => {
      const shard = key % SHARDS;
      let call = shards.get(shard);
      if (!call) shards.set(shard, (call = { entries: [], places: [] }));
      call.entries.push(key, ordinal);
      call.places.push(a, k);
    });
  });
  return shards;
}

/** One argument for all entries: as two each they are most of what a chunk has to send and Redis to read. */
function packEntries(entries: readonly number[]): Buffer {
  const packed = Buffer.allocUnsafe(4 * entries.length);
  for (let i = 0; i < entries.length; i++) packed.writeUInt32LE(entries[i], 4 * i);
  return packed;
}

/** Copies the numbers: a reply may start at any byte. */
function unpackNumbers(packed: Buffer): Uint32Array {
  const numbers = new Uint32Array(packed.length >> 2);
  const bytes = Buffer.from(numbers.buffer);
  packed.copy(bytes);
  if (endianness() === 'BE') bytes.swap32();
  return numbers;
}
