import type { Webhook } from '../store/webhook-codec';
import type { DeliveryRecord } from '../store/webhook-deliveries';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Address of a webhook, or of something below it. */
export function webhookUrl(id: string, publicUrl = '', below = ''): string {
  return `${publicUrl}/v1/webhooks/${encodeURIComponent(id)}${below}`;
}

/** A webhook as clients see it: everything but the secrets. */
export function toWebhookView(webhook: Webhook, nowMs: number, publicUrl?: string) {
  const { id, collection, config, status, why, failingSinceMs, holdUntilMs } = webhook;
  const { url, ...filters } = config;
  const secrets = webhook.secrets.filter(({ expiresAtMs = Infinity }) => nowMs < expiresAtMs);
  return {
    ...{ id, url, collection, ...filters, status },
    ...(why !== '' && status !== 'active' && { reason: why }),
    statusSince: iso(webhook.statusSinceMs),
    createdAt: iso(webhook.createdAtMs),
    position: webhook.position,
    pending: webhook.pending,
    delivered: webhook.delivered,
    failed: webhook.failed,
    ...(failingSinceMs !== undefined && { failingSince: iso(failingSinceMs) }),
    ...(holdUntilMs !== undefined && holdUntilMs > nowMs && { holdUntil: iso(holdUntilMs) }),
    secrets: secrets.map(({ createdAtMs, expiresAtMs }) => ({
      createdAt: iso(createdAtMs),
      ...(expiresAtMs !== undefined && { expiresAt: iso(expiresAtMs) }),
    })),
    links: { self: webhookUrl(id, publicUrl), deliveries: webhookUrl(id, publicUrl, '/deliveries') },
  };
}

/** A remembered delivery as clients see it. */
export function toDeliveryView(record: DeliveryRecord) {
  const { id, type, storyId, status, createdAtMs, attemptCount, attempts, nextAttemptAtMs } = record;
  return {
    ...{ id, type, ...(storyId !== undefined && { storyId }), status },
    createdAt: iso(createdAtMs),
    attemptCount,
    ...(nextAttemptAtMs !== undefined && { nextAttemptAt: iso(nextAttemptAtMs) }),
    attempts: attempts.map(({ atMs, ...attempt }) => ({ at: iso(atMs), ...attempt })),
  };
}
