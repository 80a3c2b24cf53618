import pino from 'pino';
import { createMetrics } from '../../src/metrics';
import { openQueue, type QueueName, type TypedQueue } from '../../src/queue/queues';
import type { WorkerDeps } from '../../workers/deps';
import { createTurns } from '../../workers/turns';
import type { TestPipeline } from './pipeline';
import type { TestRedis } from './redis';

/** What a worker process shares, on queues that nobody works. */
export interface TestWorkerDeps extends WorkerDeps {
  /** The jobs that wait in a queue: name and payload, oldest first. */
  readonly waiting: (name: 'articles' | 'stories') => Promise<[name: string, payload: unknown][]>;
}

/** Runs `use` with the deps of a worker; its queues are closed afterwards. */
export async function withWorkerDeps(
  test: TestRedis,
  { store, context }: TestPipeline,
  use: (deps: TestWorkerDeps) => Promise<void>,
): Promise<void> {
  const connection = test.connect('blocking');
  const open = <Name extends QueueName>(name: Name): TypedQueue<Name> =>
    openQueue(name, connection, { keepJobs: 10 });
  const queues = { articles: open('articles'), stories: open('stories') };
  const deps: TestWorkerDeps = {
    ...queues,
    pipeline: { ...context, store },
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    chunkSize: 3,
    graceMs: 1_000,
    lookAgainAfterMs: 60_000,
    inTurn: createTurns(),
    waiting: async (name) => {
      const jobs = await queues[name].getJobs(['waiting', 'prioritized', 'delayed'], 0, -1, true);
      return jobs.map((job): [string, unknown] => [job.name, job.data]);
    },
  };
  try {
    await use(deps);
  } finally {
    await Promise.all(Object.values(queues).map((queue) => queue.close()));
  }
}
