import pino from 'pino';
import type { Agent } from 'undici';
import { createMetrics } from '../../../src/metrics';
import { encodeJson } from '../../../src/store/document-codec';
import { ledgerKeys } from '../../../src/store/keys';
import { openStore, type Store } from '../../../src/store/store';
import type { Webhook, WebhookConfig } from '../../../src/store/webhook-codec';
import { createWebhook, readWebhook } from '../../../src/store/webhooks';
import type { DeliveryDeps } from '../../../src/webhooks/deliver';
import { type DrainOutcome, drainWebhook } from '../../../src/webhooks/drain';
import { createSafeAgent } from '../../../src/webhooks/safe-dial';
import { createSecret } from '../../../src/webhooks/signing';
import { type Receiver, startReceiver } from '../../support/receiver';
import { withRedis } from '../../support/redis';

export const COLLECTION = 'default';
export const START_MS = Date.parse('2026-05-04T12:00:00Z');

/** Webhooks without their queue: a test moves the clock and drains when it wants. */
export interface TestWebhooks {
  readonly store: Store;
  readonly deps: DeliveryDeps;
  /** Milliseconds since 1970, as everything under test sees it. */
  now: number;
  /** A receiver that is closed after the test. */
  readonly receiver: () => Promise<Receiver>;
  readonly create: (url: string, config?: Partial<WebhookConfig>) => Promise<Webhook>;
  readonly read: (webhook: Webhook) => Promise<Webhook>;
  /** Puts an event of a story into the stream; answers its id. */
  readonly publish: (storyId: string, version: number, more?: PublishOptions) => Promise<string>;
  readonly drain: (webhook: Webhook, stop?: AbortSignal) => Promise<DrainOutcome>;
}

export interface PublishOptions {
  readonly type?: string;
  readonly story?: Readonly<Record<string, unknown>>;
  /** Of a merge: the stories that end in it. */
  readonly from?: readonly string[];
}

/** Runs `use` with webhooks on an empty Redis. */
export function withWebhooks(
  use: (test: TestWebhooks) => Promise<void>,
  options: Partial<Pick<DeliveryDeps, 'timeoutMs' | 'pauseAfterMs'>> & { eventsMaxLength?: number } = {},
): Promise<void> {
  return withRedis(async (redis) => {
    const receivers: Receiver[] = [];
    const { eventsMaxLength = 10_000, ...deliveryOptions } = options;
    const agent = createSafeAgent({ allowHosts: ['127.0.0.1'], connectTimeoutMs: 1_000 });
    const limits = { lookbackMs: 1, retentionMs: 1, debounceMs: 0, postingCap: 8 };
    const store = openStore(redis.connect(), { ...limits, eventsMaxLength }, () => test.now);
    const deps = { store, ...deliveryDeps(agent), ...deliveryOptions };
    const test: TestWebhooks = {
      ...{ store, deps, now: START_MS },
      receiver: async () => {
        const receiver = await startReceiver();
        receivers.push(receiver);
        return receiver;
      },
      create: async (url, config = {}) => {
        const webhook = await createWebhook(
          store,
          COLLECTION,
          { url, format: 'plain', ...config },
          createSecret(),
        );
        if (!webhook) throw new Error('No webhook was made');
        return webhook;
      },
      read: async (webhook) => {
        const found = await readWebhook(store, webhook);
        if (!found) throw new Error('The webhook is gone');
        return found;
      },
      publish: (storyId, version, more) => publish(store, storyId, version, more),
      drain: (webhook, stop = new AbortController().signal) => drainWebhook(deps, webhook, stop),
    };
    try {
      await use(test);
    } finally {
      await agent.destroy();
      await Promise.all(receivers.map((receiver) => receiver.close()));
    }
  });
}

function deliveryDeps(agent: Agent): Omit<DeliveryDeps, 'store'> {
  return {
    agent,
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    message: { maxPayloadBytes: 64 * 1024, userAgent: 'Storyfold/test', publicUrl: 'https://folds.example' },
    timeoutMs: 2_000,
    pauseAfterMs: 5 * 24 * 3600 * 1000,
    random: () => 0,
  };
}

async function publish(
  store: Store,
  storyId: string,
  version: number,
  { type = 'story.updated', story = {}, from }: PublishOptions = {},
): Promise<string> {
  const data = {
    story: {
      id: storyId,
      collection: COLLECTION,
      version,
      title: { text: `Story ${storyId}` },
      counts: { sources: 1 },
      articles: [{ source: { name: 'Harbour News' } }],
      ...story,
    },
    change: { fields: [], newSentenceCount: 0, ...(from && { from, into: storyId }) },
    timestamp: new Date(store.clock()).toISOString(),
  };
  const { events } = ledgerKeys(COLLECTION);
  const trim = ['MAXLEN', store.eventsMaxLength] as const;
  const id = await store.redis.xadd(events, ...trim, '*', 't', type, 's', storyId, 'd', encodeJson(data));
  if (id === null) throw new Error('Not added');
  return id;
}
