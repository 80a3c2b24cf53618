import { collectionExists, loadKey, removeCollectionKeys } from '../store/collection-dump';
import { COLLECTIONS_KEY, isCollectionName, isKeyOf, ledgerKeys } from '../store/keys';
import { listProcesses } from '../store/process-reports';
import type { Store } from '../store/store';
import { encodeSecrets } from '../store/webhook-codec';
import { readWebhookKey, WEBHOOKS_KEY, webhookKeys } from '../store/webhook-keys';
import { createSecret } from '../webhooks/signing';
import { type BackupHeader, parseHeader, parseLine } from './backup-format';

export interface RestoreOptions {
  /** Removes what the collection holds first. */
  readonly replace: boolean;
  readonly onProgress: (lines: number) => void;
  readonly signal: AbortSignal;
}

/** A webhook that came back paused, with the new secret that its receiver has to know before it is resumed. */
export interface RestoredWebhook {
  readonly id: string;
  readonly secret: string;
}

export interface Restored {
  readonly collection: string;
  readonly articles: number;
  readonly webhooks: readonly RestoredWebhook[];
}

/**
 * Writes a backup into a Redis. The collection is entered into the registry last, so a running service knows nothing of it before it is
 * whole.
 *
 * @param read opens the backup at its beginning: it is read twice, first to check it, so that what is damaged or cut short costs nothing.
 * @throws Error when the collection is there already, when it is to be replaced beside a running service, or when the backup is of another
 * format, damaged or cut short.
 */
export async function restoreCollection(
  store: Store,
  read: () => AsyncIterable<string>,
  { replace, onProgress, signal }: RestoreOptions,
): Promise<Restored> {
  const header = await checkBackup(read(), signal);
  const { collection } = header;
  await (replace ? assertAlone(store) : assertNew(store, collection));
  const wasKnown = (await store.redis.srem(COLLECTIONS_KEY, collection)) === 1;
  const webhooks: string[] = [];
  try {
    if (replace) await removeCollection(store, collection);
    for await (const part of readParts(read(), signal)) {
      await loadKey(store.redis, part, Math.max(0, store.clock() - header.at));
      const held = readWebhookKey(collection, part.key);
      if (held !== undefined && held !== 'messages') webhooks.push(held.webhook);
      onProgress(part.line);
    }
  } catch (error) {
    // What is there of it is to be swept, as it was before.
    if (wasKnown) await store.redis.sadd(COLLECTIONS_KEY, collection);
    throw new Error(`${collection} is there in part only: restore it again with --replace`, { cause: error });
  }
  await store.redis.sadd(COLLECTIONS_KEY, collection);
  const restored = await Promise.all(webhooks.map((id) => restoreWebhook(store, collection, id)));
  return {
    collection,
    articles: await store.redis.zcard(ledgerKeys(collection).arrivals),
    webhooks: restored,
  };
}

/** Reads a backup to its end. */
async function checkBackup(lines: AsyncIterable<string>, signal: AbortSignal): Promise<BackupHeader> {
  const rows = lines[Symbol.asyncIterator]();
  const header = parseHeader((await rows.next()).value as string | undefined);
  const { collection } = header;
  if (!isCollectionName(collection)) throw new Error(`${collection} is no name of a collection`);
  for await (const { key, line } of readParts({ [Symbol.asyncIterator]: () => rows }, signal, 1))
    if (!isKeyOf(collection, key)) throw new Error(`Line ${line} is of another collection: ${key}`);
  return header;
}

/** The parts of keys in a backup, each with the number of its line; `passed` lines are read already. */
async function* readParts(lines: AsyncIterable<string>, signal: AbortSignal, passed = 0) {
  let count = passed;
  for await (const text of lines) {
    signal.throwIfAborted();
    if (count === 0) {
      count++;
      continue;
    }
    const line = parseLine(text, count + 1);
    if (!('end' in line)) yield { ...line, line: ++count };
    else if (line.lines === count) return;
    else throw new Error(`The backup lacks ${line.lines - count} lines`);
  }
  throw new Error(`The backup ends after line ${count}, before its last line`);
}

/** Processes remember what an ordinal stands for, and ordinals are given anew by what replaces a collection. */
async function assertAlone({ redis, clock }: Store): Promise<void> {
  const names = await listProcesses(redis, clock());
  if (names.length === 0) return;
  throw new Error(
    `A collection is replaced only while no service runs, and these processes have reported within 30 s: ${names.join(', ')}`,
  );
}

async function assertNew({ redis }: Store, collection: string): Promise<void> {
  if (await collectionExists(redis, collection))
    throw new Error(
      `There is a collection ${collection} already, or a part of one; --replace removes it first`,
    );
}

async function removeCollection({ redis }: Store, collection: string): Promise<void> {
  const registry = await redis.hgetall(WEBHOOKS_KEY);
  for (const [id, of] of Object.entries(registry)) if (of === collection) await redis.hdel(WEBHOOKS_KEY, id);
  await removeCollectionKeys(redis, collection);
}

/** Paused, for its receiver does not know the new secret yet; nothing is lost by that. */
async function restoreWebhook(store: Store, collection: string, id: string): Promise<RestoredWebhook> {
  const secret = createSecret();
  const now = store.clock();
  await store.redis.hset(webhookKeys(collection, id).hash, {
    secrets: encodeSecrets([{ secret, createdAtMs: now }]),
    status: 'paused',
    why: 'restored from a backup, with a new secret',
    since: now,
  });
  await store.redis.hset(WEBHOOKS_KEY, id, collection);
  return { id, secret };
}
