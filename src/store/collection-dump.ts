import { mastersOf } from './connect';
import { compareEventIds, FIRST_EVENT_ID, parseEventId } from './event-id';
import { collectionGlobs, isKeyOf } from './keys';
import type { ScriptedRedis } from './scripts';
import { readWebhookKey, webhookKeys } from './webhook-keys';

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
  /** With the last entry of a stream: what it remembers of entries that are gone. */
  readonly stream?: StreamMemory;
}

/** The newest id a stream ever gave, the newest of those deleted one by one, and how many entries it has had. */
export interface StreamMemory {
  readonly last: string;
  readonly deleted: string;
  readonly added: number;
}

/** Values of one line: some 100 kB of story documents. */
const PAGE = 500;

/**
 * Every key of a collection, in parts, in no particular order. Signing secrets and waiting deliveries are left out; the position of a
 * webhook is put back before what waits. Reads page by page: what grows with the collection is a list of names, some 200 bytes a story.
 */
export async function* dumpCollection(redis: ScriptedRedis, collection: string): AsyncGenerator<DumpedKey> {
  const written = new Set<string>();
  for await (const key of scanCollection(redis, collection)) {
    const held = readWebhookKey(collection, key);
    if (held === undefined) yield* dumpKey(redis, key, written);
    else if (held !== 'messages') yield await dumpWebhook(redis, collection, held.webhook);
  }
}

/** Some keys may be named twice. */
async function* scanCollection(redis: ScriptedRedis, collection: string): AsyncGenerator<string> {
  for (const node of mastersOf(redis))
    for (const glob of collectionGlobs(collection)) {
      let cursor = '0';
      do {
        const [next, keys] = await node.scan(cursor, 'MATCH', glob, 'COUNT', 1_000);
        cursor = next;
        yield* keys.filter((key) => isKeyOf(collection, key));
      } while (cursor !== '0');
    }
}

/** @param written lists and streams that were dumped: unlike other types they would be doubled by being written twice. */
async function* dumpKey(redis: ScriptedRedis, key: string, written: Set<string>): AsyncGenerator<DumpedKey> {
  const [type, pttl] = await Promise.all([redis.type(key), redis.pttl(key)]);
  // It has expired since it was named.
  if (type === 'none' || pttl === -2 || written.has(key)) return;
  if (type === 'list' || type === 'stream') written.add(key);
  const ttl = pttl >= 0 ? { ttl: pttl } : {};
  const about = { key, type: type as DumpedKey['type'], ...ttl };
  if (type === 'stream') yield* dumpStream(redis, about);
  else
    for await (const values of readPages(redis, key, type))
      yield { ...about, values: values.map(encodeValue) };
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
  } else yield* scanKey(redis, key, type);
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

/** One part an entry: its id, then its fields. */
async function* dumpStream(
  redis: ScriptedRedis,
  about: Pick<DumpedKey, 'key' | 'type' | 'ttl'>,
): AsyncGenerator<DumpedKey> {
  const { newest, ...stream } = await readStreamMemory(redis, about.key);
  for (let after = '-'; ; ) {
    const page = (await redis.xrangeBuffer(about.key, after, '+', 'COUNT', PAGE)) as [Buffer, Buffer[]][];
    for (const [id, fields] of page) {
      const values = [id, ...fields].map(encodeValue);
      yield id.toString() === newest ? { ...about, values, stream } : { ...about, values };
    }
    if (page.length < PAGE) return;
    after = `(${page[PAGE - 1][0].toString()}`;
  }
}

async function readStreamMemory(
  redis: ScriptedRedis,
  key: string,
): Promise<StreamMemory & { readonly newest: string | undefined }> {
  const flat = (await redis.xinfo('STREAM', key)) as unknown[];
  const read = (name: string): unknown => flat[flat.indexOf(name) + 1];
  return {
    newest: (read('last-entry') as [string] | null)?.[0],
    last: String(read('last-generated-id')),
    deleted: String(read('max-deleted-entry-id')),
    added: Number(read('entries-added')),
  };
}

async function dumpWebhook(redis: ScriptedRedis, collection: string, id: string): Promise<DumpedKey> {
  const keys = webhookKeys(collection, id);
  const { secrets: _, pending: _pending, hold: _hold, ...fields } = await redis.hgetall(keys.hash);
  // Tests and deliveries sent again by hand have lanes of their own that begin with '!': they move no position.
  const lanes = (await redis.zrange(keys.lanes, '0', '-1')).filter((lane) => !lane.startsWith('!'));
  const waiting = await Promise.all(lanes.map((lane) => redis.lindex(keys.queue(lane), 0)));
  const ids = waiting.flatMap((message) => parseEventId(message ?? '') ?? []);
  const pos = ids.map(idBefore).reduce(earlier, fields['pos'] ?? FIRST_EVENT_ID);
  return { key: keys.hash, type: 'hash', values: Object.entries({ ...fields, pos }).flat() };
}

/** The greatest stream id before another: no millisecond has as many events as the sequence given here. */
function idBefore(id: string): string {
  const [ms = '0', sequence = '0'] = id.split('-');
  return Number(sequence) > 0 ? `${ms}-${Number(sequence) - 1}` : `${Number(ms) - 1}-999999999`;
}

const earlier = (a: string, b: string): string => (compareEventIds(a, b) < 0 ? a : b);

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
  const { key, type, ttl, stream } = dumped;
  const left = ttl === undefined ? undefined : ttl - passedMs;
  if (left !== undefined && left <= 0) return;
  const values = dumped.values.map(decodeValue);
  if (type === 'string') await redis.set(key, values[0] ?? '');
  else if (type === 'hash') await redis.hset(key, ...values);
  else if (type === 'list') await redis.rpush(key, ...values);
  else if (type === 'set') await redis.sadd(key, ...values);
  else if (type === 'zset') await redis.zadd(key, ...scoresFirst(values));
  else await redis.xadd(key, ...values);
  if (stream) {
    const { last, deleted, added } = stream;
    await redis.xsetid(key, last, 'ENTRIESADDED', added, 'MAXDELETEDID', deleted);
  }
  if (left !== undefined) await redis.pexpire(key, left);
}

const scoresFirst = (values: readonly Buffer[]): Buffer[] =>
  values.flatMap((member, i) => (i % 2 === 0 ? [values[i + 1], member] : []));

/** Removes every key of a collection; its name and its webhooks stay in the registries of the service. */
export async function removeCollectionKeys(redis: ScriptedRedis, collection: string): Promise<void> {
  for await (const key of scanCollection(redis, collection)) await redis.unlink(key);
}
