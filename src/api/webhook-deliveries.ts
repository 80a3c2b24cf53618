import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { parseEventId } from '../store/event-id';
import { oldestEventId, type StoredEvent } from '../store/events';
import type { Webhook } from '../store/webhook-codec';
import { listDeliveries, readDelivery } from '../store/webhook-deliveries';
import { pushMessages, type QueuedMessage, rewindWebhook } from '../store/webhook-lanes';
import { isPositionLost } from '../webhooks/take-events';
import { messageId, parseMessageId } from '../webhooks/write-message';
import type { ApiDeps } from './deps';
import { unavailable } from './error-handler';
import { negotiate } from './negotiate';
import { ProblemError } from './problems';
import { parseQuery, pathId, wholeNumber } from './query';
import type { Handler } from './routes';
import { requireWebhook } from './webhook-handlers';
import { toDeliveryView, webhookUrl } from './webhook-view';
import { parseIsoTime } from './wire-time';

export const deliveriesQuerySchema = z.object({
  status: z
    .enum(['waiting', 'delivered', 'failed'], { error: 'must be waiting, delivered or failed' })
    .optional(),
  limit: wholeNumber(1, 200).default(50),
  cursor: wholeNumber(0, 1_000_000).optional().describe('nextCursor of the page before'),
});

export const recoverQuerySchema = z.object({
  since: z
    .string({ error: 'is required: an ISO 8601 time or an event id' })
    .max(60, 'must be an ISO 8601 time or an event id')
    .transform((value, context) => {
      const ms = parseIsoTime(value.trim());
      // The last id before that millisecond.
      const id = ms === undefined ? parseEventId(value) : `${Math.max(0, ms - 1)}-999999999`;
      if (id !== undefined) return id;
      context.addIssue({ code: 'custom', message: 'must be an ISO 8601 time or an event id' });
      return z.NEVER;
    }),
});

/** `GET /v1/webhooks/{id}/deliveries`: what was tried of late, newest first; 500 are remembered, for 7 days. */
export function getDeliveries(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { status, limit, cursor = 0 } = parseQuery(deliveriesQuerySchema, req);
    const webhook = await requireWebhook(deps, req);
    const page = { limit, from: cursor, ...(status && { status }) };
    const { items, next } = await listDeliveries(deps.store, webhook, page);
    res.json({ items: items.map(toDeliveryView), nextCursor: next === undefined ? null : String(next) });
  };
}

/** `GET /v1/webhooks/{id}/deliveries/{deliveryId}` */
export function getDelivery(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const webhook = await requireWebhook(deps, req);
    const message = requireMessage(webhook, req);
    const record = await readDelivery(deps.store, webhook, message);
    if (!record) throw deliveryNotFound(req);
    res.json(toDeliveryView(record));
  };
}

/** `POST /v1/webhooks/{id}/deliveries/{deliveryId}/resend`: sends the event again, in its own right: its story does not wait. */
export function resendDelivery(deps: ApiDeps): Handler {
  return async (req, res) => {
    const webhook = await requireWebhook(deps, req);
    const message = requireMessage(webhook, req);
    if (parseEventId(message) === undefined) throw deliveryNotFound(req);
    await queue(deps, webhook, { lane: `!resend-${message}`, id: message });
    answerQueued(deps, webhook, message, res);
  };
}

/** `POST /v1/webhooks/{id}/test`: sends a message of the type `webhook.test`, also while the webhook is not active. */
export function testWebhook(deps: ApiDeps): Handler {
  return async (req, res) => {
    const webhook = await requireWebhook(deps, req);
    const id = `test-${randomBytes(8).toString('hex')}`;
    const event: StoredEvent = {
      ...{ id, type: 'webhook.test', collection: webhook.collection },
      timestamp: new Date(deps.store.clock()).toISOString(),
      data: { webhook: { id: webhook.id }, message: 'This is a test.' },
    };
    await queue(deps, webhook, { lane: `!${id}`, id, event });
    answerQueued(deps, webhook, id, res);
  };
}

/** `POST /v1/webhooks/{id}/recover?since=`: sends everything after a time or an event again, in order. */
export function recoverWebhook(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { since } = parseQuery(recoverQuerySchema, req);
    const webhook = await requireWebhook(deps, req);
    const oldestKept = (await oldestEventId(deps.store, webhook.collection)) ?? null;
    await rewindWebhook(deps.store, webhook, { after: since });
    deps.wakeWebhook?.(webhook);
    const complete = !(await isPositionLost(deps.store, webhook.collection, since));
    res.status(202).json({ since, oldestKept, complete });
  };
}

async function queue(deps: ApiDeps, webhook: Webhook, message: QueuedMessage): Promise<void> {
  const outcome = await pushMessages(deps.store, webhook, [message]);
  if (outcome === 'full') throw unavailable('As many messages as possible wait for this webhook', 60);
  if (outcome === 'missing') {
    throw new ProblemError('delivery-not-found', `The event ${message.id} is no longer kept.`);
  }
  deps.wakeWebhook?.(webhook);
}

function answerQueued(
  { options }: ApiDeps,
  { id, collection }: Webhook,
  message: string,
  res: Response,
): void {
  const deliveryId = messageId(collection, message);
  const delivery = webhookUrl(id, options.publicUrl, `/deliveries/${deliveryId}`);
  res.status(202).json({ deliveryId, links: { delivery } });
}

function requireMessage({ collection }: Webhook, req: Request): string {
  const message = parseMessageId(collection, pathId(req, 'deliveryId'));
  if (message === undefined) throw deliveryNotFound(req);
  return message;
}

function deliveryNotFound(req: Request): ProblemError {
  const id = pathId(req, 'deliveryId');
  return new ProblemError('delivery-not-found', `This webhook has no delivery "${id}", or none any more.`);
}
