import type { WebhookRef } from '../store/webhooks';
import type { TypedQueue } from './queues';

/**
 * Has webhooks looked after now. A webhook has one such job at most; when that is being worked on, another follows it, so that
 * nothing that came meanwhile is overlooked.
 */
export async function wakeWebhooks(
  queue: TypedQueue<'webhooks'>,
  refs: readonly WebhookRef[],
): Promise<void> {
  if (refs.length === 0) return;
  await queue.addBulk(
    refs.map(({ id, collection }) => ({
      name: 'deliver',
      data: { collection, webhookId: id },
      opts: { deduplication: { id: `deliver-${id}`, keepLastIfActive: true } },
    })),
  );
}

/** Has a webhook looked after at a later time; a newer time replaces the one before. */
export async function wakeWebhookLater(
  queue: TypedQueue<'webhooks'>,
  { id, collection }: WebhookRef,
  delayMs: number,
): Promise<void> {
  const deduplication = { id: `alarm-${id}`, replace: true, keepLastIfActive: true };
  await queue.add('alarm', { collection, webhookId: id }, { delay: Math.max(1, delayMs), deduplication });
}
