import { randomBytes } from 'node:crypto';
import { newestEventId } from './events';
import type { Store } from './store';
import {
  decodeWebhook,
  encodeConfig,
  encodeSecrets,
  type Webhook,
  type WebhookConfig,
  type WebhookSecret,
} from './webhook-codec';
import { WEBHOOKS_KEY, webhookKeys } from './webhook-keys';

/** Webhooks of one service. Each may have a job of its own at work, so this bounds them too. */
export const MAX_WEBHOOKS = 200;

/** Where a webhook is. */
export interface WebhookRef {
  readonly id: string;
  readonly collection: string;
}

/** Makes a webhook that gets the events from now on; undefined when there are as many as there may be. */
export async function createWebhook(
  store: Store,
  collection: string,
  config: WebhookConfig,
  secret: string,
): Promise<Webhook | undefined> {
  if ((await store.redis.hlen(WEBHOOKS_KEY)) >= MAX_WEBHOOKS) return undefined;
  const id = `wh_${randomBytes(12).toString('hex')}`;
  const now = store.clock();
  const position = await newestEventId(store, collection);
  // The registry last: an entry without a record would be one that cannot be read.
  await store.redis.hset(webhookKeys(collection, id).hash, {
    config: encodeConfig(config),
    secrets: encodeSecrets([{ secret, createdAtMs: now }]),
    status: 'active',
    since: now,
    created: now,
    pos: position,
  });
  await store.redis.hset(WEBHOOKS_KEY, id, collection);
  return readWebhook(store, { id, collection });
}

/** Where a webhook is; undefined when there is none of that id. */
export async function findWebhook(store: Store, id: string): Promise<WebhookRef | undefined> {
  const collection = await store.redis.hget(WEBHOOKS_KEY, id);
  return collection === null ? undefined : { id, collection };
}

/** Every webhook of the service, at most `MAX_WEBHOOKS` or a few more, by id. */
export async function listWebhookRefs(store: Store): Promise<WebhookRef[]> {
  const registry = await store.redis.hgetall(WEBHOOKS_KEY);
  const refs = Object.entries(registry).map(([id, collection]) => ({ id, collection }));
  return refs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A webhook as it stands; undefined when it has been deleted. Throws CorruptRecord. */
export async function readWebhook(
  store: Store,
  { id, collection }: WebhookRef,
): Promise<Webhook | undefined> {
  const key = webhookKeys(collection, id).hash;
  return decodeWebhook(key, id, collection, await store.redis.hgetall(key));
}

/**
 * Changes the configuration. `change` is given what is stored and may be called again when somebody else changed it meanwhile.
 * False when there is no such webhook.
 */
export function changeConfig(
  store: Store,
  ref: WebhookRef,
  change: (config: WebhookConfig) => WebhookConfig,
): Promise<boolean> {
  return changeField(store, ref, 'config', (webhook) => encodeConfig(change(webhook.config)));
}

/** Changes the signing secrets, as `changeConfig` does. */
export function changeSecrets(
  store: Store,
  ref: WebhookRef,
  change: (secrets: readonly WebhookSecret[]) => readonly WebhookSecret[],
): Promise<boolean> {
  return changeField(store, ref, 'secrets', (webhook) => encodeSecrets(change(webhook.secrets)));
}

/** Removes a webhook whose lanes have been emptied. */
export async function removeWebhook(store: Store, { id, collection }: WebhookRef): Promise<void> {
  const { hash, lanes, tries, behind, log, sent } = webhookKeys(collection, id);
  await store.redis.unlink(hash, lanes, tries, behind, log, sent);
  await store.redis.hdel(WEBHOOKS_KEY, id);
}

async function changeField(
  store: Store,
  ref: WebhookRef,
  field: 'config' | 'secrets',
  encode: (webhook: Webhook) => string,
): Promise<boolean> {
  const key = webhookKeys(ref.collection, ref.id).hash;
  for (;;) {
    const fields = await store.redis.hgetall(key);
    const webhook = decodeWebhook(key, ref.id, ref.collection, fields);
    if (!webhook) return false;
    const changed = await store.redis.replaceField(key, field, fields[field] ?? '', encode(webhook));
    if (changed === 1) return true;
  }
}
