import { encodeJson } from './document-codec';
import { decodeEvent, type StoredEvent } from './events';
import { ledgerKeys } from './keys';
import type { Store } from './store';
import type { Webhook } from './webhook-codec';
import { type DeliveryRecord, decodeDelivery, encodeDelivery } from './webhook-deliveries';
import { webhookKeys } from './webhook-keys';
import type { WebhookRef } from './webhooks';

/** Messages that wait for one webhook at most; then its position in the stream waits too. At 5 kB each, 25 MB. */
export const MAX_PENDING = 5_000;

/** Longer than the retry schedule takes (76 h) for several messages of a story one after the other. */
const PAYLOAD_LIFE_MS = 30 * 24 * 3600 * 1000;

/** Deliveries of a webhook that are remembered, and for how long. */
const LOG_RECORDS = 500;
const LOG_LIFE_MS = 7 * 24 * 3600 * 1000;

/** A message on its way into a lane. Without `event` it is the event of that id in the stream. */
export interface QueuedMessage {
  readonly lane: string;
  readonly id: string;
  readonly event?: StoredEvent;
  /** Lanes that this message ends: it is delivered after the older messages in them. */
  readonly behind?: readonly string[];
}

/** `moved`: another worker has read on meanwhile. `full`: too many wait. `missing`: the stream no longer has the event. */
export type PushOutcome = 'ok' | 'gone' | 'inactive' | 'moved' | 'full' | 'missing';

/** Puts messages into lanes; with `advance`, only if the webhook's position is still `from`, and moves that to `to`. */
export async function pushMessages(
  store: Store,
  { id, collection }: WebhookRef,
  messages: readonly QueuedMessage[],
  advance?: { readonly from: string; readonly to: string },
): Promise<PushOutcome> {
  const keys = webhookKeys(collection, id);
  const rows = messages.flatMap(({ lane, id: message, event, behind = [] }) => [
    lane,
    message,
    event?.type ?? '',
    event ? encodeJson({ ...event.data, timestamp: event.timestamp }) : '',
    behind.join(' '),
  ]);
  const { events } = ledgerKeys(collection);
  const [from, to] = [advance?.from ?? '', advance?.to ?? ''];
  const options = [keys.prefix, keys.messages, from, to, store.clock(), MAX_PENDING, PAYLOAD_LIFE_MS];
  const outcome = await store.redis.pushDeliveries(keys.hash, keys.lanes, events, ...options, ...rows);
  return outcome as PushOutcome;
}

/** The first message of a lane, for the holder of the claim alone to deliver. */
export interface ClaimedDelivery {
  readonly lane: string;
  readonly message: string;
  /** Attempts made before. */
  readonly attempts: number;
  readonly claim: string;
  /** Undefined when its payload is gone. */
  readonly event: StoredEvent | undefined;
  /** What the log has of it so far. */
  readonly record: DeliveryRecord | undefined;
}

/** Claims the first messages of at most `max` lanes that are due. A claim that is not settled within `leaseMs` is void. */
export async function claimDeliveries(
  store: Store,
  { id, collection }: WebhookRef,
  max: number,
  leaseMs: number,
): Promise<ClaimedDelivery[]> {
  const keys = webhookKeys(collection, id);
  const now = store.clock();
  const options = [keys.prefix, keys.messages, now, now + leaseMs, max];
  const flat = await store.redis.claimDeliveriesBuffer(
    keys.hash,
    keys.lanes,
    keys.tries,
    keys.sent,
    ...options,
  );
  const claims: ClaimedDelivery[] = [];
  for (let i = 0; i + 6 < flat.length; i += 7) {
    const [lane, message, attempts, claim, type] = flat.slice(i, i + 5).map(String);
    const [data, record] = flat.slice(i + 5, i + 7);
    claims.push({
      ...{ lane, message, claim },
      attempts: Number(attempts),
      event: data.length > 0 ? decodeEvent(collection, message, asFields(type, data)) : undefined,
      record: record.length > 0 ? decodeDelivery(keys.sent, message, record.toString()) : undefined,
    });
  }
  return claims;
}

const asFields = (type: string, data: Buffer): Buffer[] => [
  Buffer.from('t'),
  Buffer.from(type),
  Buffer.from('d'),
  data,
];

/** How an attempt ended: `done`, given up (`drop`), to be tried again at a time, or not tried after all (`release`). */
export type Settlement =
  | { readonly kind: 'done' | 'drop' | 'release' }
  | { readonly kind: 'retry'; readonly dueAtMs: number; readonly holdUntilMs?: number };

/** Says how a claimed delivery ended. Answers since when the webhook has been failing; undefined when it is not. */
export async function settleDelivery(
  store: Store,
  { id, collection }: WebhookRef,
  { lane, message, claim, attempts }: ClaimedDelivery,
  settlement: Settlement,
  record?: DeliveryRecord,
): Promise<number | undefined> {
  const keys = webhookKeys(collection, id);
  const now = store.clock();
  const retry = settlement.kind === 'retry' ? settlement : undefined;
  const made = settlement.kind === 'release' ? attempts : attempts + 1;
  const [, failingSince] = await store.redis.settleDelivery(
    ...[keys.hash, keys.lanes, keys.tries, keys.sent, keys.log, keys.prefix, keys.messages],
    ...[lane, message, claim, settlement.kind, now, retry?.dueAtMs ?? '', made],
    ...[record ? encodeDelivery(record) : '', LOG_RECORDS, now - LOG_LIFE_MS, retry?.holdUntilMs ?? ''],
  );
  return failingSince === '' ? undefined : Number(failingSince);
}

/** What else a rewind does. */
export interface RewindOptions {
  /** Event id to go back to; otherwise only to before what waits. */
  readonly after?: string;
  readonly status?: Webhook['status'];
  readonly why?: string;
  /** Told in the event stream together with the change; not when the webhook has that status already. */
  readonly event?: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
}

/** Empties the lanes and puts the position back before everything in them, so that it is read again from the stream. */
export async function rewindWebhook(
  store: Store,
  { id, collection }: WebhookRef,
  { after = '', status, why = '', event }: RewindOptions,
): Promise<'ok' | 'gone' | 'same'> {
  const keys = webhookKeys(collection, id);
  const now = store.clock();
  const data = event ? encodeJson({ ...event.data, timestamp: new Date(now).toISOString() }) : '';
  const outcome = await store.redis.rewindWebhook(
    ...[keys.hash, keys.lanes, keys.tries, ledgerKeys(collection).events, keys.prefix, keys.messages],
    ...[after, status ?? '', why, now, event?.type ?? '', data, store.eventsMaxLength],
  );
  return outcome as 'ok' | 'gone' | 'same';
}

/** When the next message is due, in milliseconds; undefined when none waits. */
export async function nextDueMs(store: Store, { id, collection }: WebhookRef): Promise<number | undefined> {
  const [, score] = await store.redis.zrange(webhookKeys(collection, id).lanes, '0', '0', 'WITHSCORES');
  return score === undefined ? undefined : Number(score);
}
