import { hostname } from 'node:os';
import { loadRoleConfig } from '../src/config';
import { createLogger } from '../src/logging';
import { createMetrics } from '../src/metrics';
import { createPipelineContext } from '../src/pipeline/create-context';
import { openQueue } from '../src/queue/queues';
import { onShutdown, refuseLaterData, sayLast } from '../src/shutdown';
import { connectRedis } from '../src/store/connect';
import { claimFormat, claimFormatAgain } from '../src/store/data-format';
import { forgetProcess, reportProcess } from '../src/store/process-reports';
import { startRedisClock } from '../src/store/redis-clock';
import { reportOutages } from '../src/store/report-outages';
import { openStore } from '../src/store/store';
import { storeOptions } from '../src/store-options';
import type { WorkerDeps } from './deps';
import { faultCheckpoint, feelPoison } from './faults';
import { serveHealth } from './health';
import { runWorkers } from './run-workers';
import { createTurns } from './turns';
import { startUpkeepTimer } from './upkeep';
import { startWatchdog } from './watchdog';
import { startWebhooks } from './webhooks';

/** How often a worker shows that it lives and leaves its metrics. */
const REPORT_MS = 5_000;

/** The composition root of a worker process. */
async function main(): Promise<void> {
  const config = loadRoleConfig();
  const log = createLogger({ role: 'worker', level: config.logLevel });
  const redis = connectRedis(config.redisUrl, { name: 'worker', kind: 'blocking' });
  reportOutages(redis, config.redisUrl, log);
  await claimFormat(redis);
  claimFormatAgain(redis, refuseLaterData(log));
  const clock = await startRedisClock(redis);
  const store = openStore(redis, storeOptions(config), clock.now);
  const metrics = createMetrics({ process: true });
  const checkpoint = faultCheckpoint(config);
  const context = await createPipelineContext(store, { ...config, ...(checkpoint ? { checkpoint } : {}) });
  const pipeline = config.fault === 'poison' ? feelPoison(context) : context;
  // A connection of their own: each pipeline copies the commands that its connection was taught, and BullMQ teaches it fifty.
  const queueRedis = connectRedis(config.redisUrl, { name: 'worker-queues', kind: 'blocking' });
  const queues = {
    articles: openQueue('articles', queueRedis, config),
    stories: openQueue('stories', queueRedis, config),
    upkeep: openQueue('upkeep', queueRedis, config),
    webhooks: openQueue('webhooks', queueRedis, config),
  };
  const deps: WorkerDeps = {
    ...{ pipeline, articles: queues.articles, stories: queues.stories, metrics, log },
    ...{
      chunkSize: config.chunkSize,
      graceMs: config.sweepIntervalMs,
      lookAgainAfterMs: config.lookAgainAfterMs,
      inTurn: createTurns(),
    },
  };
  // A scheduler of BullMQ goes by the clock of the process that made the last job: one that is wrong by an hour stops it for that long.
  await queues.upkeep.removeJobScheduler('upkeep');
  const upkeep = startUpkeepTimer(queues.upkeep, config.sweepIntervalMs, log);
  const webhooks = await startWebhooks(config, { store, queue: queues.webhooks, metrics, log });
  const running = runWorkers(deps, {
    webhooks,
    concurrency: config.workerConcurrency,
    connect: (name) => connectRedis(config.redisUrl, { name: `worker-${name}`, kind: 'blocking' }),
  });
  const isRunning = () => running.workers.every((worker) => worker.isRunning());
  const health =
    config.workerPort > 0
      ? serveHealth({ redis, metrics, isRunning }, config.host, config.workerPort)
      : undefined;

  const name = `worker-${hostname()}-${process.pid}`;
  const report = () =>
    reportProcess(redis, name, metrics.registry, store.clock()).catch((err: unknown) =>
      log.warn({ err }, 'no report left'),
    );
  await report();
  const reporting = setInterval(() => void report(), REPORT_MS);

  onShutdown({ log, timeoutMs: config.shutdownTimeoutMs }, async () => {
    clearInterval(reporting);
    clearInterval(upkeep);
    clock.stop();
    health?.close();
    await running.close();
    await sayLast(log, [
      () => pipeline.statistics.flush(),
      () => Promise.all(Object.values(queues).map((queue) => queue.close())),
      () => forgetProcess(redis, name),
    ]);
    queueRedis.disconnect();
    redis.disconnect();
  });
  startWatchdog(config.workerStuckAfterMs);
  log.info('worker ready');
  process.send?.({ type: 'ready' });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
