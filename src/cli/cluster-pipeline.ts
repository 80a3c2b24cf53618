import { type Config, loadConfig } from '../config';
import { createLogger } from '../logging';
import { type ArticleProducer, createArticleProducer } from '../queue/producer';
import { openQueue, type TypedQueue } from '../queue/queues';
import { connectRedis } from '../store/connect';
import { openStore, type Store } from '../store/store';
import { storeOptions } from '../store-options';
import { throwAwayWorkers } from './cluster-workers';
import { orAborted } from './or-aborted';
import { startThrowAwayRedis } from './throw-away-redis';

/** A pipeline of real parts that nobody else sees: a Redis in a temporary folder and worker processes. */
export interface ThrowAwayPipeline {
  readonly store: Store;
  readonly queue: TypedQueue<'articles'>;
  readonly producer: ArticleProducer;
  /** Mean number of articles each article has been compared with so far. */
  readonly meanCompared: () => Promise<number>;
  /** Aborted, with the reason, when a part cannot be kept running or the caller's signal was. */
  readonly signal: AbortSignal;
  /** Whether a service with these settings looks at articles a second time. */
  readonly looksAgain: boolean;
}

/** How the pipeline runs. */
export interface ThrowAwayOptions {
  /** Worker processes, each with one job in hand: with one worker articles are taken in the order they were posted. */
  readonly workers: number;
  /** Told what a person should know, such as a worker that had to be started again. */
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs `use` on a pipeline that is ready. Whatever happens, afterwards its processes have ended and its folder is gone.
 *
 * Settings other than addresses, such as `MERGE_THRESHOLD`, are taken from the environment as everywhere.
 */
export async function withThrowAwayPipeline<T>(
  options: ThrowAwayOptions,
  use: (pipeline: ThrowAwayPipeline) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const ends: (() => unknown)[] = [];
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const breakOff = (reason: string): void => broken.abort(new Error(reason));
  try {
    const { url, stop } = startThrowAwayRedis(config, breakOff);
    ends.unshift(stop);
    const redis = connectRedis(url, { name: 'cluster', kind: 'blocking' });
    ends.unshift(() => redis.disconnect());
    await orAborted(redis.ping(), signal);
    const workers = await throwAwayWorkers({ ...options, redisUrl: url, giveUp: breakOff });
    ends.unshift(workers.stop);
    await orAborted(workers.ready, signal);
    const queue = openQueue('articles', redis, config);
    ends.unshift(() => queue.close());
    const store = openStore(redis, storeOptions(config));
    const { meanCompared } = workers;
    const looksAgain = config.lookAgainAfterMs > 0;
    const producer = createProducer(config, queue);
    return await use({ store, queue, producer, meanCompared, signal, looksAgain });
  } finally {
    for (const end of ends) await end();
  }
}

function createProducer(config: Config, queue: TypedQueue<'articles'>): ArticleProducer {
  const log = createLogger({ role: 'cluster', level: 'silent' });
  return createArticleProducer(
    queue,
    { chunkSize: config.chunkSize, coalesceMs: config.coalesceWindowMs },
    log,
  );
}
