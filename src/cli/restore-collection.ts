import { collectionExists, loadKey, removeCollectionKeys } from '../store/collection-dump';
import { COLLECTION_PATTERN, COLLECTIONS_KEY, ledgerKeys } from '../store/keys';
import type { Store } from '../store/store';
import { encodeSecrets } from '../store/webhook-codec';
import { WEBHOOKS_KEY, webhookKeys } from '../store/webhook-keys';
import { createSecret } from '../webhooks/signing';
import { parseHeader, parseLine } from './backup-format';

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
 * @throws Error when the collection is there already, or the backup is of another format, damaged or cut short.
 */
export async function restoreCollection(
  store: Store,
  lines: AsyncIterable<string>,
  { replace, onProgress, signal }: RestoreOptions,
): Promise<Restored> {
  const rows = lines[Symbol.asyncIterator]();
  const { collection, at } = parseHeader((await rows.next()).value as string | undefined);
  if (!COLLECTION_PATTERN.test(collection)) throw new Error(`${collection} is no name of a collection`);
  await makeRoom(store, collection, replace);
  const passedMs = Math.max(0, store.clock() - at);
  const webhooks: string[] = [];
  let count = 1;
  for (;;) {
    signal.throwIfAborted();
    const { value, done } = await rows.next();
    if (done) throw new Error(`The backup ends after line ${count}, before its last line; ${AGAIN}`);
    const line = parseLine(value, count + 1);
    if ('end' in line) {
      if (line.lines !== count) throw new Error(`The backup lacks ${line.lines - count} lines; ${AGAIN}`);
      break;
    }
    if (!isOf(collection, line.key))
      throw new Error(`Line ${count + 1} is of another collection: ${line.key}`);
    await loadKey(store.redis, line, passedMs);
    const webhook = /:wh:(wh_[0-9a-f]+)$/.exec(line.key)?.[1];
    if (webhook !== undefined) webhooks.push(webhook);
    onProgress(++count);
  }
  await store.redis.sadd(COLLECTIONS_KEY, collection);
  const restored = await Promise.all(webhooks.map((id) => restoreWebhook(store, collection, id)));
  return {
    collection,
    articles: await store.redis.zcard(ledgerKeys(collection).arrivals),
    webhooks: restored,
  };
}

const AGAIN = 'what was written of it is removed by restoring a whole one with --replace';

const isOf = (collection: string, key: string): boolean =>
  key.startsWith(`sf:{${collection}}:`) || key.startsWith(`sf:${collection}:`);

async function makeRoom({ redis }: Store, collection: string, replace: boolean): Promise<void> {
  if (replace) {
    await redis.srem(COLLECTIONS_KEY, collection);
    const registry = await redis.hgetall(WEBHOOKS_KEY);
    for (const [id, of] of Object.entries(registry))
      if (of === collection) await redis.hdel(WEBHOOKS_KEY, id);
    await removeCollectionKeys(redis, collection);
  } else if (await collectionExists(redis, collection)) {
    throw new Error(`There is a collection ${collection} already; --replace removes it first`);
  }
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
