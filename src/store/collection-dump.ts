import type { Cluster, Redis } from 'ioredis';
import type { ScriptedRedis } from './scripts';
import { webhookKeys } from './webhook-keys';

/** Text as it is, other bytes as base64. */
export type DumpValue = string | { readonly b64: string };

/** A part of a key: what Redis holds, not what it means, so that the codecs alone decide what an old dump says. */
export interface DumpedKey {
  readonly key: string;
  readonly type: 'string' | 'hash' | 'list' | 'set' | 'zset' | 'stream';
  /** Milliseconds it had to live; absent where it lives for good. */
  readonly ttl?: number;
  /** Fields and values, members and scores, or entries' ids and their fields; a string has one value. */
  readonly values: readonly DumpValue[];
}

/** Values of one line: some 100 kB of story documents. */
const PAGE = 500;

/** What is no part of a collection itself: secrets, and deliveries that wait. */
const WEBHOOK_QUEUES = /:wh:wh_[0-9a-f]+:(lanes|tries|q:.*|log|sent)$/;

/**
 * Every key of a collection, in parts, in no particular order. Signing secrets and waiting deliveries are left out; the position of a
 * webhook is put back before what waits. Reads page by page: memory does not grow with the collection.
 */
export async function* dumpCollection(redis: ScriptedRedis, collection: string): AsyncGenerator<DumpedKey> {
  for await (const key of scanCollection(redis, collection)) {
    if (WEBHOOK_QUEUES.test(key) || key.startsWith(`sf:{${collection}}:whm:`)) continue;
    const webhook = /:wh:(wh_[0-9a-f]+)$/.exec(key)?.[1];
    if (webhook !== undefined) yield await dumpWebhook(redis, collection, webhook);
    else yield* dumpKey(redis, key);
  }
}

async function* scanCollection(redis: ScriptedRedis, collection: string): AsyncGenerator<string> {
  for (const pattern of [`sf:\\{${collection}\\}:*`, `sf:${collection}:*`]) yield* scanKeys(redis, pattern);
}

/** SCAN may name a key twice; writing it twice into a dump would double lists. */
async function* scanKeys(redis: ScriptedRedis, pattern: string): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const node of nodesOf(redis)) {
    let cursor = '0';
    do {
      const [next, keys] = await node.scan(cursor, 'MATCH', pattern, 'COUNT', 1_000);
      cursor = next;
      for (const key of keys) {
        if (seen.has(key)) continue;
        seen.add(key);
        yield key;
      }
    } while (cursor !== '0');
  }
}

const nodesOf = (redis: ScriptedRedis): Redis[] =>
  redis.isCluster ? (redis as Cluster).nodes('master') : [redis as Redis];

async function* dumpKey(redis: ScriptedRedis, key: string): AsyncGenerator<DumpedKey> {
  const [type, pttl] = await Promise.all([redis.type(key), redis.pttl(key)]);
  // It has expired since it was named.
  if (type === 'none' || pttl === -2) return;
  const ttl = pttl >= 0 ? { ttl: pttl } : {};
  for await (const values of readPages(redis, key, type))
    yield { key, type: type as DumpedKey['type'], ...ttl, values: values.map(encodeValue) };
}

async function* readPages(redis: ScriptedRedis, key: string, type: string): AsyncGenerator<Buffer[]> {
  if (type === 'string') {
    const value = await redis.getBuffer(key);
    if (value !== null) yield [value];
  } else if (type === 'list') {
    for (let at = 0; ; at += PAGE) {
      const page = await redis.lrangeBuffer(key, at, at + PAGE - 1);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
    }
  } else if (type === 'stream') yield* readStream(redis, key);
  else yield* scanKey(redis, key, type);
}

async function* scanKey(redis: ScriptedRedis, key: string, type: string): AsyncGenerator<Buffer[]> {
  let cursor = '0';
  do {
    const page: [Buffer, Buffer[]] =
      type === 'hash'
        ? await redis.hscanBuffer(key, cursor, 'COUNT', PAGE)
        : type === 'zset'
          ? await redis.zscanBuffer(key, cursor, 'COUNT', PAGE)
          : await redis.sscanBuffer(key, cursor, 'COUNT', PAGE);
    cursor = page[0].toString();
    if (page[1].length > 0) yield page[1];
  } while (cursor !== '0');
}

/** One page an entry: its id, then its fields. */
async function* readStream(redis: ScriptedRedis, key: string): AsyncGenerator<Buffer[]> {
  for (let after = '-'; ; ) {
    const entries = (await redis.xrangeBuffer(key, after, '+', 'COUNT', PAGE)) as [Buffer, Buffer[]][];
    for (const [id, fields] of entries) yield [id, ...fields];
    const last = entries.at(-1);
    if (last === undefined || entries.length < PAGE) return;
    after = `(${last[0].toString()}`;
  }
}

async function dumpWebhook(redis: ScriptedRedis, collection: string, id: string): Promise<DumpedKey> {
  const keys = webhookKeys(collection, id);
  const { secrets: _, pending: _pending, hold: _hold, ...fields } = await redis.hgetall(keys.hash);
  const waiting = await Promise.all(
    (await redis.zrange(keys.lanes, '0', '-1')).map((lane) => redis.lindex(`${keys.prefix}q:${lane}`, 0)),
  );
  const ids = waiting.filter((message) => message !== null && /^\d+-\d+$/.test(message)) as string[];
  const pos = ids.map(idBefore).reduce(earlier, fields['pos'] ?? '0-0');
  return { key: keys.hash, type: 'hash', values: Object.entries({ ...fields, pos }).flat() };
}

/** The greatest stream id before another: no millisecond has as many events as the sequence given here. */
function idBefore(id: string): string {
  const [ms = '0', sequence = '0'] = id.split('-');
  return Number(sequence) > 0 ? `${ms}-${Number(sequence) - 1}` : `${Number(ms) - 1}-999999999`;
}

function earlier(a: string, b: string): string {
  const [aMs, aSequence] = a.split('-').map(Number);
  const [bMs, bSequence] = b.split('-').map(Number);
  return aMs < bMs || (aMs === bMs && aSequence < bSequence) ? a : b;
}

function encodeValue(bytes: Buffer): DumpValue {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : { b64: bytes.toString('base64') };
}

const decodeValue = (value: DumpValue): Buffer =>
  typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value.b64, 'base64');

/** Whether there is any key of a collection. */
export async function collectionExists(redis: ScriptedRedis, collection: string): Promise<boolean> {
  for await (const _ of scanCollection(redis, collection)) return true;
  return false;
}

/** Writes a dumped part, with `passedMs` less to live. A key that would have expired since is left out. */
export async function loadKey(redis: ScriptedRedis, dumped: DumpedKey, passedMs: number): Promise<void> {
  const { key, type, ttl } = dumped;
  const left = ttl === undefined ? undefined : ttl - passedMs;
  if (left !== undefined && left <= 0) return;
  const values = dumped.values.map(decodeValue);
  if (type === 'string') await redis.set(key, values[0] ?? '');
  else if (type === 'hash') await redis.hset(key, ...values);
  else if (type === 'list') await redis.rpush(key, ...values);
  else if (type === 'set') await redis.sadd(key, ...values);
  else if (type === 'zset') await redis.zadd(key, ...scoresFirst(values));
  else await redis.xadd(key, ...values);
  if (left !== undefined) await redis.pexpire(key, left);
}

const scoresFirst = (values: readonly Buffer[]): Buffer[] =>
  values.flatMap((member, i) => (i % 2 === 0 ? [values[i + 1], member] : []));

/** Removes every key of a collection; its name and its webhooks stay in the registries of the service. */
export async function removeCollectionKeys(redis: ScriptedRedis, collection: string): Promise<void> {
  for await (const key of scanCollection(redis, collection)) await redis.unlink(key);
}
