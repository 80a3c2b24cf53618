import type { Queue } from 'bullmq';
import type { Metrics } from '../metrics';
import { ledgerKeys } from '../store/keys';
import type { Store } from '../store/store';

/** What the API asks of queues: how much waits, and the figures for `/metrics`. */
export interface QueueWatch {
  /** Articles of a collection that wait for a worker; up to a tenth of a second old. */
  waiting(collection: string): Promise<number>;
  /** Sets the gauges of queue depth and age. */
  measure(metrics: Metrics): Promise<void>;
}

/** One look costs Redis 10 µs; how many wait decides how articles are gathered into jobs. */
const FRESH_MS = 100;

/** @param queues the BullMQ queues to show; the composition root closes them. */
export function createQueueWatch(store: Store, queues: readonly Queue[]): QueueWatch {
  const known = new Map<string, { readonly atMs: number; readonly count: Promise<number> }>();
  return {
    waiting(collection) {
      const last = known.get(collection);
      if (last && store.clock() - last.atMs < FRESH_MS) return last.count;
      const count = store.redis.zcard(ledgerKeys(collection).pending);
      known.set(collection, { atMs: store.clock(), count });
      // A failed look is not kept: the next post asks again.
      count.catch(() => known.delete(collection));
      if (known.size > 1_000) known.clear();
      return count;
    },
    async measure(metrics) {
      await Promise.all(queues.map((queue) => measureQueue(queue, metrics, store.clock())));
    },
  };
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
