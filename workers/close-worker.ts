import { setTimeout as delay } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { Logger } from '../src/logging';

/**
 * How long a worker with no job in hand may take to close. BullMQ waits for the connection it blocks on to end; after a failover of a
 * cluster that end may never come: 9 of 30 processes asked to stop within 8 s of one were still waiting 25 s later.
 */
const LET_GO_MS = 2_000;

/** A worker with the jobs it is at. */
export interface StartedWorker<W = Worker> {
  readonly worker: W;
  readonly inHand: ReadonlySet<Promise<unknown>>;
}

/** Counts a piece of work among `kept` until it has ended. */
export function keepWhile<T>(kept: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  kept.add(work);
  const drop = (): boolean => kept.delete(work);
  work.then(drop, drop);
  return work;
}

/**
 * Has a worker take no more jobs. Resolves when it is closed; or when it has finished the jobs in hand, and `letGoMs` later still does not
 * let go of its connection, which then ends with the process.
 */
export async function closeWorker(
  { worker, inHand }: StartedWorker<Pick<Worker, 'name' | 'close'>>,
  log: Pick<Logger, 'warn'>,
  letGoMs = LET_GO_MS,
): Promise<void> {
  const closed = new AbortController();
  const finish = async (): Promise<void> => {
    do {
      await Promise.allSettled(inHand);
      await delay(letGoMs, undefined, { signal: closed.signal });
    } while (inHand.size > 0);
    log.warn({ queue: worker.name }, 'a connection to the queue did not end; left as it is');
  };
  const finished = finish().catch(() => undefined);
  await Promise.race([worker.close(), finished]);
  closed.abort();
}
