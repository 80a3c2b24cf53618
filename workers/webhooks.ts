import { setMaxListeners } from 'node:events';
import type { Job } from 'bullmq';
import { version } from '../package.json';
import type { RoleConfig } from '../src/config';
import type { Logger } from '../src/logging';
import type { Metrics } from '../src/metrics';
import type { TypedQueue, WebhooksJob } from '../src/queue/queues';
import { wakeWebhookLater, wakeWebhooks } from '../src/queue/wake-webhooks';
import { connectRedis } from '../src/store/connect';
import { createEventTail } from '../src/store/event-tail';
import type { Store } from '../src/store/store';
import type { DeliveryDeps } from '../src/webhooks/deliver';
import { createWebhookDispatcher, type WebhookDispatcher } from '../src/webhooks/dispatcher';
import { drainWebhook } from '../src/webhooks/drain';
import { createSafeAgent } from '../src/webhooks/safe-dial';

const CONNECT_TIMEOUT_MS = 5_000;

/** What the webhook jobs of a worker process share. */
export interface WebhookWork {
  readonly delivery: DeliveryDeps;
  readonly queue: TypedQueue<'webhooks'>;
  readonly dispatcher: WebhookDispatcher;
  /** Raised at the stop of the process: deliveries under way are given up, to be made again. */
  readonly stop: AbortSignal;
}

/** Works on a job: an alarm wakes its webhook, which then has one worker at a time; any other delivers what is due. */
export async function processWebhooks(work: WebhookWork, job: Job<WebhooksJob>): Promise<void> {
  const { collection, webhookId: id } = job.data;
  const ref = { id, collection };
  if (job.name === 'alarm') return wakeWebhooks(work.queue, [ref]);
  await work.dispatcher.follow(ref);
  const next = await drainWebhook(work.delivery, ref, work.stop);
  if (next.kind === 'more') await wakeWebhooks(work.queue, [ref]);
  if (next.kind === 'later') {
    await wakeWebhookLater(work.queue, ref, next.dueAtMs - work.delivery.store.clock());
  }
}

/** The webhook part of a worker process. */
export interface WebhookService extends WebhookWork {
  /** Stops following events and gives up deliveries under way. Call before the workers are closed. */
  readonly close: () => Promise<void>;
  /** Closes connections to receivers. Call after the workers are closed. */
  readonly destroy: () => Promise<void>;
}

/** Follows events and looks for lost work, every `sweepIntervalMs`. */
export async function startWebhooks(
  config: RoleConfig,
  {
    store,
    queue,
    metrics,
    log,
  }: { store: Store; queue: TypedQueue<'webhooks'>; metrics: Metrics; log: Logger },
): Promise<WebhookService> {
  const stopping = new AbortController();
  // Every delivery under way listens to it.
  setMaxListeners(0, stopping.signal);
  const agent = createSafeAgent({
    allowHosts: config.webhookAllowHosts,
    connectTimeoutMs: Math.min(CONNECT_TIMEOUT_MS, config.webhookTimeoutMs),
  });
  const events = createEventTail(store, () =>
    connectRedis(config.redisUrl, { name: 'worker-webhook-events', kind: 'blocking' }),
  );
  const dispatcher = createWebhookDispatcher({
    store,
    events,
    wake: (refs) => wakeWebhooks(queue, refs),
    log,
  });
  const look = (): Promise<void> =>
    dispatcher.refresh().catch((err: unknown) => log.warn({ err }, 'webhooks not looked after now'));
  await look();
  const looking = setInterval(() => void look(), config.sweepIntervalMs);
  return {
    delivery: { store, agent, metrics, log, random: Math.random, ...deliveryOptions(config) },
    ...{ queue, dispatcher, stop: stopping.signal },
    close: async () => {
      clearInterval(looking);
      stopping.abort();
      await dispatcher.close();
    },
    destroy: () => agent.destroy(),
  };
}

function deliveryOptions(config: RoleConfig): Pick<DeliveryDeps, 'message' | 'timeoutMs' | 'pauseAfterMs'> {
  const { publicUrl, webhookMaxPayloadBytes, webhookTimeoutMs, webhookPauseAfterMs } = config;
  return {
    message: {
      maxPayloadBytes: webhookMaxPayloadBytes,
      userAgent: `Storyfold/${version}`,
      ...(publicUrl !== undefined && { publicUrl }),
    },
    timeoutMs: webhookTimeoutMs,
    pauseAfterMs: webhookPauseAfterMs,
  };
}
