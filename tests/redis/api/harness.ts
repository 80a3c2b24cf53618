import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from '../../../src/api/app';
import type { ApiDeps, ApiOptions } from '../../../src/api/deps';
import { createHttpServer } from '../../../src/api/http-server';
import { createOpenStreams } from '../../../src/api/open-streams';
import { createQueueWatch } from '../../../src/api/queue-watch';
import { createMetrics, type Metrics } from '../../../src/metrics';
import { createEventTail } from '../../../src/store/event-tail';
import { openPipeline, type TestPipeline } from '../../support/pipeline';
import { type TestRedis, withRedis } from '../../support/redis';

export const ADMIN_KEY = 'an-admin-key-for-tests';

/** A served API on an empty Redis, with the pipeline at hand so that a test decides when articles are clustered. */
export interface TestApi extends TestPipeline {
  readonly url: string;
  readonly test: TestRedis;
  readonly metrics: Metrics;
  readonly deps: ApiDeps;
  /** What was put on the queue, as [collection, ordinal]. */
  readonly queued: (readonly [string, number])[];
  /** A request with the admin key; `body` is sent as JSON unless it is text or bytes. */
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another key, or none. */
  readonly key?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asserts
  readonly body: any;
}

const OPTIONS: ApiOptions = {
  adminKey: ADMIN_KEY,
  openReads: false,
  trustProxy: 0,
  maxBodyBytes: 2 * 1024 * 1024,
  maxBatchBodyBytes: 64 * 1024 * 1024,
  rateLimitPerMinute: 0,
  maxQueueDepth: 100_000,
  chunkSize: 25,
  heartbeatMs: 60_000,
};

/** Serves an API on an empty Redis for one test, and closes all of it afterwards. */
export async function withApi<T>(
  options: Partial<ApiOptions> & { readonly eventsMaxLength?: number; readonly clock?: () => number },
  use: (api: TestApi) => Promise<T>,
): Promise<T> {
  const { eventsMaxLength, clock, ...apiOptions } = options;
  return withRedis(async (test) => {
    const storeOptions = { ...(eventsMaxLength && { eventsMaxLength }), ...(clock && { clock }) };
    const pipeline = await openPipeline(test, storeOptions);
    const queued: [string, number][] = [];
    const metrics = createMetrics();
    const events = createEventTail(pipeline.store, () => test.connect('blocking'));
    const deps: ApiDeps = {
      options: { ...OPTIONS, ...apiOptions },
      store: pipeline.store,
      pipeline: pipeline.context,
      enqueue: (collection, ordinals) =>
        queued.push(...ordinals.map((ordinal): [string, number] => [collection, ordinal])),
      events,
      queues: createQueueWatch(pipeline.store, []),
      streams: createOpenStreams(2_000),
      metrics,
      log: pino({ level: 'silent' }),
    };
    const served = await serve(deps);
    try {
      return await use({ ...pipeline, ...served, test, metrics, deps, queued });
    } finally {
      deps.streams.endAll();
      await served.close();
      await events.close();
    }
  });
}

/** A listening app. */
export interface Served extends Pick<TestApi, 'url' | 'request'> {
  close(): Promise<void>;
}

/** Serves an app of its own with these parts. */
export async function serve(deps: ApiDeps): Promise<Served> {
  const server = createHttpServer(createApp(deps)).listen({ port: 0, host: '127.0.0.1', backlog: 4_096 });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    request: (method, path, more) => send(url, method, path, more),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function send(
  url: string,
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const { body, headers = {}, key = ADMIN_KEY } = options;
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}
