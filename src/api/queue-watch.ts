import type { Queue } from 'bullmq';
import type { Metrics } from '../metrics';
import { ledgerKeys } from '../store/keys';
import { execPipeline, openSpreadPipeline } from '../store/pipeline';
import type { Store } from '../store/store';
import { readCollections } from '../store/sweep';

/** What the API asks of queues: how much waits, and the figures for `/metrics`. */
export interface QueueWatch {
  /** Articles of all collections that wait for a worker, who takes them from one queue; up to a tenth of a second old, or longer with hundreds of collections. */
  waiting(): Promise<number>;
  /**
   * Lets articles in, unless as many as `most` wait: then answers how many do, and undefined otherwise. What is let in counts from then on,
   * also before it is stored: many who ask at once cannot all be let in by the same count. Call `stored` with the same number, whatever
   * came of it.
   */
  admit(articles: number, most: number): Promise<number | undefined>;
  stored(articles: number): void;
  /** Sets the gauges of queue depth and age. */
  measure(metrics: Metrics): Promise<void>;
}

/** How many wait also decides how articles are gathered into jobs. */
const FRESH_MS = 100;

/** A look costs Redis some 10 µs a collection: kept for this much longer with each, looks take no more than a hundredth of its time. */
const FRESH_MS_EACH = 1;

/** @param queues the BullMQ queues to show; the composition root closes them. */
export function createQueueWatch(store: Store, queues: readonly Queue[]): QueueWatch {
  let last: Look | undefined;
  // Articles let in by this process since it started, and those of them that have been stored, or failed to be.
  let [admitted, settled] = [0, 0];
  const startLook = (): Look => {
    const startedMs = store.clock();
    const freshUntilMs = startedMs + FRESH_MS;
    const look: Look = { startedMs, freshUntilMs, settled, count: countWaiting(store) };
    look.count.catch(() => {
      // A failed look is not kept: the next post asks again.
      if (last === look) last = undefined;
    });
    return look;
  };
  const waiting = async (): Promise<number> => {
    if (!last || store.clock() >= last.freshUntilMs) last = startLook();
    const look = last;
    const { articles, collections } = await look.count;
    look.freshUntilMs = look.startedMs + Math.max(FRESH_MS, FRESH_MS_EACH * collections);
    // What was not stored before the look began may be missing in it; counted twice for a moment is better than not at all.
    return articles + admitted - look.settled;
  };
  return {
    waiting,
    async admit(articles, most) {
      const count = await waiting();
      if (count >= most) return count;
      admitted += articles;
      return undefined;
    },
    stored(articles) {
      settled += articles;
    },
    async measure(metrics) {
      await Promise.all(queues.map((queue) => measureQueue(queue, metrics, store.clock())));
    },
  };
}

/** A count of what waits, and what it surely has. */
interface Look {
  readonly startedMs: number;
  freshUntilMs: number;
  readonly settled: number;
  readonly count: Promise<WaitingCount>;
}

interface WaitingCount {
  readonly articles: number;
  readonly collections: number;
}

/** Two round trips. */
async function countWaiting(store: Store): Promise<WaitingCount> {
  const collections = await readCollections(store);
  if (collections.length === 0) return { articles: 0, collections: 0 };
  const pipeline = openSpreadPipeline(store.redis);
  for (const collection of collections) pipeline.zcard(ledgerKeys(collection).pending);
  const counts = await execPipeline<number>(pipeline);
  return { articles: counts.reduce((sum, count) => sum + count, 0), collections: collections.length };
}

async function measureQueue(queue: Queue, metrics: Metrics, nowMs: number): Promise<void> {
  const [counts, oldest] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'failed'),
    queue.getJobs('waiting', 0, 0, true),
  ]);
  for (const [state, count] of Object.entries(counts)) {
    metrics.queueJobs.set({ queue: queue.name, state }, count);
  }
  const since = oldest[0]?.timestamp;
  metrics.queueOldestSeconds.set(
    { queue: queue.name },
    since === undefined ? 0 : Math.max(0, nowMs - since) / 1000,
  );
}
