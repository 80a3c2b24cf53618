import { type Job, type Processor, Worker, type WorkerOptions } from 'bullmq';
import { QUEUE_PREFIX, type QueueName } from '../src/queue/queues';
import { isOutage } from '../src/store/outage';
import type { ScriptedRedis } from '../src/store/scripts';
import { MAX_WEBHOOKS } from '../src/store/webhooks';
import { processArticles } from './articles';
import { closeWorker, keepWhile, type StartedWorker } from './close-worker';
import type { WorkerDeps } from './deps';
import { describeJob } from './describe-job';
import { processStories } from './stories';
import { processUpkeep } from './upkeep';
import { processWebhooks, type WebhookService } from './webhooks';

/** Webhooks looked after at once: all that a service can have, so that none has to wait for the receivers of others. */
const WEBHOOK_CONCURRENCY = MAX_WEBHOOKS + 20;

/** How the workers of a process run. */
export interface RunOptions {
  /** Opens a blocking connection, one a worker; it is closed with the worker. */
  readonly connect: (name: string) => ScriptedRedis;
  /** Jobs of one queue in hand at once. */
  readonly concurrency: number;
  readonly webhooks: WebhookService;
}

/** The running workers of a process. */
export interface RunningWorkers {
  readonly workers: readonly Worker[];
  /** Takes no more jobs and waits for those in hand. */
  readonly close: () => Promise<void>;
}

/**
 * A job whose worker died is taken up again after lock and check, 20 s at most; the sweeper is quicker for articles. It may be taken
 * up any number of times: `processArticles` counts for itself, and sets aside what keeps stopping its workers.
 */
const LOCK_MS = 15_000;
const STALLED_CHECK_MS = 5_000;

/** Starts one BullMQ worker for each queue of the pipeline. */
export function runWorkers(deps: WorkerDeps, options: RunOptions): RunningWorkers {
  const connections: ScriptedRedis[] = [];
  const start = (name: QueueName, concurrency: number, process: Processor): StartedWorker => {
    const connection = options.connect(name);
    connections.push(connection);
    const settings: WorkerOptions = {
      connection,
      prefix: QUEUE_PREFIX,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: 1_000,
      // Left to itself BullMQ asks Redis for its version, without which it would wait whole seconds: an update that is due
      // in 250 ms then came after 1.1 s.
      skipVersionCheck: false,
    };
    const inHand = new Set<Promise<unknown>>();
    const worker = new Worker(name, (job) => keepWhile(inHand, process(job)), settings);
    watch(worker, deps);
    return { worker, inHand };
  };
  const started = [
    start('articles', options.concurrency, (job: Job) => processArticles(deps, job)),
    start('stories', options.concurrency, (job: Job) => processStories(deps, job)),
    start('upkeep', 1, () => processUpkeep(deps)),
    start('webhooks', WEBHOOK_CONCURRENCY, (job: Job) => processWebhooks(options.webhooks, job)),
  ];
  return {
    workers: started.map(({ worker }) => worker),
    close: async () => {
      await options.webhooks.close();
      await Promise.all(started.map((one) => closeWorker(one, deps.log)));
      await options.webhooks.destroy();
      for (const connection of connections) connection.disconnect();
    },
  };
}

function watch(worker: Worker, { metrics, log }: WorkerDeps): void {
  const queue = worker.name;
  worker.on('completed', (job) => {
    metrics.jobs.inc({ queue, result: 'completed' });
    const ms = (job.finishedOn ?? 0) - (job.processedOn ?? 0);
    metrics.jobSeconds.observe({ queue }, ms / 1000);
    log.debug({ queue, ...describeJob(job), ms }, 'job done');
  });
  worker.on('failed', (job, err) => {
    metrics.jobs.inc({ queue, result: 'failed' });
    log.error({ err, queue, ...(job && describeJob(job)), attempt: job?.attemptsMade }, 'job failed');
  });
  worker.on('error', (err) => {
    // A connection that fails has a code, and is told of once for the whole process.
    if (!(isOutage(err) && 'code' in err)) log.error({ err, queue }, 'worker error');
  });
}
