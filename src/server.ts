import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { createApp } from './api/app';
import { followConnections } from './api/close-server';
import type { ApiDeps, ApiOptions } from './api/deps';
import { createHttpServer } from './api/http-server';
import { createOpenStreams } from './api/open-streams';
import { createQueueWatch } from './api/queue-watch';
import { ensureAdminKey } from './cli/admin-key';
import { loadRoleConfig, openReadHosts, type RoleConfig, readsAreOpen } from './config';
import { createLogger } from './logging';
import { createMetrics } from './metrics';
import { createPipelineContext } from './pipeline/create-context';
import { createArticleProducer } from './queue/producer';
import { openQueue } from './queue/queues';
import { wakeWebhooks } from './queue/wake-webhooks';
import { onShutdown, refuseLaterData, sayLast } from './shutdown';
import { connectRedis } from './store/connect';
import { claimFormat, claimFormatAgain, LaterFormat } from './store/data-format';
import { createEventTail } from './store/event-tail';
import { announceProcess, forgetProcess } from './store/process-reports';
import { startRedisClock } from './store/redis-clock';
import { reportOutages } from './store/report-outages';
import { openStore } from './store/store';
import { storeOptions } from './store-options';

/** Event streams and waiting requests of one process; 900 fresh ones took 75 MB, so 400 MB at most. */
const MAX_STREAMS = 5_000;

/** How often the process shows that it lives. */
const ANNOUNCE_MS = 5_000;

/** The composition root of an API process. */
async function main(): Promise<void> {
  const config = loadRoleConfig();
  const log = createLogger({ role: 'api', level: config.logLevel });
  const redis = connectRedis(config.redisUrl, { name: 'api' });
  reportOutages(redis, config.redisUrl, log);
  await claimFormat(redis).catch((error: unknown) => {
    // A Redis that is away is no reason not to start: requests are answered 503 until it is back.
    if (error instanceof LaterFormat) throw error;
  });
  claimFormatAgain(redis, refuseLaterData(log));
  const clock = await startRedisClock(redis);
  const store = openStore(redis, storeOptions(config), clock.now);
  // A connection of their own: each pipeline copies the commands that its connection was taught, and BullMQ teaches it fifty.
  const queueRedis = connectRedis(config.redisUrl, { name: 'api-queues' });
  const queues = {
    articles: openQueue('articles', queueRedis, config),
    stories: openQueue('stories', queueRedis, config),
    webhooks: openQueue('webhooks', queueRedis, config),
  };
  const producer = createArticleProducer(
    queues.articles,
    { chunkSize: config.chunkSize, coalesceMs: config.coalesceWindowMs },
    log,
  );
  const events = createEventTail(store, () =>
    connectRedis(config.redisUrl, { name: 'api-events', kind: 'blocking' }),
  );
  const deps: ApiDeps = {
    options: apiOptions(config),
    store,
    pipeline: await createPipelineContext(store, config),
    enqueue: producer.enqueue,
    wakeWebhook: (ref) => {
      wakeWebhooks(queues.webhooks, [ref]).catch((err: unknown) =>
        log.warn({ err }, 'webhook not woken now'),
      );
    },
    events,
    queues: createQueueWatch(store, Object.values(queues)),
    boardQueues: Object.values(queues),
    streams: createOpenStreams(MAX_STREAMS),
    metrics: createMetrics({ process: true }),
    log,
  };
  const name = `api-${hostname()}-${process.pid}`;
  // Redis may be away, which is logged elsewhere: the next one comes soon.
  const announce = () => announceProcess(redis, name, store.clock()).catch(() => undefined);
  void announce();
  const announcing = setInterval(() => void announce(), ANNOUNCE_MS);
  const server = createHttpServer(createApp(deps));
  const closeServer = followConnections(server);
  const address = await listen(server, config);

  onShutdown({ log, timeoutMs: config.shutdownTimeoutMs }, async () => {
    clearInterval(announcing);
    const closed = closeServer();
    deps.streams.endAll();
    await closed;
    clock.stop();
    await sayLast(log, [
      () => producer.flush(),
      () => events.close(),
      () => Promise.all(Object.values(queues).map((queue) => queue.close())),
      () => forgetProcess(redis, name),
    ]);
    queueRedis.disconnect();
    redis.disconnect();
  });
  log.info({ address }, 'API ready');
  process.send?.({ type: 'ready', address });
}

function apiOptions(config: RoleConfig): ApiOptions {
  const { publicUrl, ...rest } = config;
  const hosts = openReadHosts(config);
  return {
    trustProxy: rest.trustProxy,
    maxBodyBytes: rest.maxBodyBytes,
    maxBatchBodyBytes: rest.maxBatchBodyBytes,
    rateLimitPerMinute: rest.rateLimitPerMinute,
    maxQueueDepth: rest.maxQueueDepth,
    chunkSize: rest.chunkSize,
    heartbeatMs: rest.heartbeatMs,
    webhookAllowHosts: rest.webhookAllowHosts,
    openReads: readsAreOpen(config),
    ...(hosts && { openReadHosts: hosts }),
    adminKey: readAdminKey(config),
    ...(publicUrl !== undefined && { publicUrl }),
  };
}

/** The admin key, shown once when it is made: with `npm start` that is done before this process runs. */
function readAdminKey(config: RoleConfig): string {
  const { key, file, isNew } = ensureAdminKey(config);
  if (isNew) process.stdout.write(`Admin key ${key} (kept in ${file})\n`);
  return key;
}

/** Connections that may wait to be taken up: subscribers by the thousand come back at once after a restart. */
const BACKLOG = 4_096;

async function listen(server: Server, { host, port }: RoleConfig): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: BACKLOG }, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
