import { z } from 'zod';
import { CorruptRecord } from './corrupt-record';
import type { Store } from './store';
import { webhookKeys } from './webhook-keys';
import type { WebhookRef } from './webhooks';

/** One try to deliver a message. */
export interface DeliveryAttempt {
  readonly atMs: number;
  readonly durationMs: number;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number;
  /** Why it failed, for a person. */
  readonly error?: string;
  /** Beginning of the answer's body, with everything unprintable spelled out. */
  readonly response?: string;
}

/** What is remembered of a delivery; `waiting` when it has not ended. */
export interface DeliveryRecord {
  readonly id: string;
  readonly type: string;
  readonly storyId?: string;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly createdAtMs: number;
  readonly attemptCount: number;
  /** The newest ones. */
  readonly attempts: readonly DeliveryAttempt[];
  readonly nextAttemptAtMs?: number;
}

const recordSchema = z.object({
  id: z.string(),
  type: z.string(),
  storyId: z.string().optional(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  createdAtMs: z.number(),
  attemptCount: z.number(),
  attempts: z.array(
    z.object({
      atMs: z.number(),
      durationMs: z.number(),
      status: z.number().optional(),
      error: z.string().optional(),
      response: z.string().optional(),
    }),
  ),
  nextAttemptAtMs: z.number().optional(),
});

export const encodeDelivery = (record: DeliveryRecord): string => JSON.stringify(record);

/** Reads a log record. Throws CorruptRecord. */
export function decodeDelivery(key: string, id: string, json: string): DeliveryRecord {
  try {
    return recordSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new CorruptRecord(key, id, cause);
  }
}

/** One remembered delivery; undefined when it was never tried or is too old. */
export async function readDelivery(
  store: Store,
  { id, collection }: WebhookRef,
  message: string,
): Promise<DeliveryRecord | undefined> {
  const { sent } = webhookKeys(collection, id);
  const json = await store.redis.hget(sent, message);
  return json === null ? undefined : decodeDelivery(sent, message, json);
}

/** A page of remembered deliveries. */
export interface DeliveryPage {
  readonly items: readonly DeliveryRecord[];
  /** Rank to continue at; absent on the last page. */
  readonly next?: number;
}

/** Remembered deliveries, newest first, from a rank on. */
export async function listDeliveries(
  store: Store,
  { id, collection }: WebhookRef,
  page: { readonly limit: number; readonly from: number; readonly status?: DeliveryRecord['status'] },
): Promise<DeliveryPage> {
  const { log, sent } = webhookKeys(collection, id);
  const items: DeliveryRecord[] = [];
  // The log is capped, so looking through all of it for a rare status stays small.
  const ids = await store.redis.zrevrange(log, page.from, -1);
  const records = ids.length === 0 ? [] : await store.redis.hmget(sent, ...ids);
  for (const [at, json] of records.entries()) {
    if (json === null) continue;
    const record = decodeDelivery(sent, ids[at], json);
    if (page.status !== undefined && record.status !== page.status) continue;
    if (items.length === page.limit) return { items, next: page.from + at };
    items.push(record);
  }
  return { items };
}
