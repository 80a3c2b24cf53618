import { z } from 'zod';
import { CorruptRecord } from './corrupt-record';

/** What its owner sets on a webhook. */
export interface WebhookConfig {
  readonly url: string;
  readonly description?: string;
  readonly types?: readonly string[];
  /** Outlets by name or id. */
  readonly source?: readonly string[];
  readonly minSources?: number;
  readonly q?: string;
  /** How events are written: our own envelope or CloudEvents 1.0. */
  readonly format: 'plain' | 'cloudevents';
}

/** A signing secret; one that is being replaced has an end. */
export interface WebhookSecret {
  readonly secret: string;
  readonly createdAtMs: number;
  readonly expiresAtMs?: number;
}

/** `paused`: by its owner, or by the service after days of failure. `disabled`: its receiver answered 410 Gone. */
export type WebhookStatus = 'active' | 'paused' | 'disabled';

/** A webhook and how it stands. Times are milliseconds. */
export interface Webhook {
  readonly id: string;
  readonly collection: string;
  readonly config: WebhookConfig;
  readonly secrets: readonly WebhookSecret[];
  readonly status: WebhookStatus;
  /** Why it is not active. */
  readonly why: string;
  readonly createdAtMs: number;
  readonly statusSinceMs: number;
  /** Event up to which the stream was looked through for it. */
  readonly position: string;
  /** Messages in its lanes. */
  readonly pending: number;
  readonly delivered: number;
  /** Given up. */
  readonly failed: number;
  /** First failure since the last success. */
  readonly failingSinceMs?: number;
  /** The receiver asked to be left alone until then. */
  readonly holdUntilMs?: number;
}

const configSchema = z.object({
  url: z.string(),
  description: z.string().optional(),
  types: z.array(z.string()).optional(),
  source: z.array(z.string()).optional(),
  minSources: z.number().optional(),
  q: z.string().optional(),
  format: z.enum(['plain', 'cloudevents']),
});

const secretsSchema = z.array(
  z.object({ secret: z.string(), createdAtMs: z.number(), expiresAtMs: z.number().optional() }),
);

/** The two parts of a record that are changed one without the other. */
export const encodeConfig = (config: WebhookConfig): string => JSON.stringify(config);
export const encodeSecrets = (secrets: readonly WebhookSecret[]): string => JSON.stringify(secrets);

/** Reads a webhook's hash; undefined when there is none. Throws CorruptRecord. */
export function decodeWebhook(
  key: string,
  id: string,
  collection: string,
  fields: Readonly<Record<string, string>>,
): Webhook | undefined {
  if (fields['status'] === undefined) return undefined;
  const number = (name: string): number => Number(fields[name] ?? 0);
  const optional = (name: string): number | undefined =>
    fields[name] === undefined ? undefined : Number(fields[name]);
  const [failingSinceMs, holdUntilMs] = [optional('failing'), optional('hold')];
  return {
    id,
    collection,
    config: parseField(key, 'config', fields, configSchema),
    secrets: parseField(key, 'secrets', fields, secretsSchema),
    status: parseStatus(key, fields['status']),
    why: fields['why'] ?? '',
    createdAtMs: number('created'),
    statusSinceMs: number('since'),
    position: fields['pos'] ?? '0-0',
    pending: number('pending'),
    delivered: number('delivered'),
    failed: number('failed'),
    ...(failingSinceMs !== undefined && { failingSinceMs }),
    ...(holdUntilMs !== undefined && { holdUntilMs }),
  };
}

function parseField<T>(
  key: string,
  field: string,
  fields: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
): T {
  try {
    return schema.parse(JSON.parse(fields[field] ?? ''));
  } catch (cause) {
    throw new CorruptRecord(key, field, cause);
  }
}

function parseStatus(key: string, status: string): WebhookStatus {
  if (status === 'active' || status === 'paused' || status === 'disabled') return status;
  throw new CorruptRecord(key, 'status', new Error(`"${status}" is no status`));
}
