import type { Job } from 'bullmq';
import { JOB_ATTEMPTS } from '../src/queue/queues';
import { isOutage } from '../src/store/outage';
import { beginAlone, endAlone, type Suspect } from '../src/store/suspects';
import type { WorkerDeps } from './deps';

/** Name of the jobs that carry one article or story because others are to be spared what it may do. */
export const ALONE = 'alone';

/** What was begun by itself this often without an end stops its workers, and is set aside. */
const MAX_DEATHS = 3;

/** What is done with a suspect. */
interface SuspectWork {
  readonly work: () => Promise<void>;
  /** Called with the error when it has failed as often as a job may, or has stopped its workers. */
  readonly park: (error: unknown) => Promise<void>;
}

/**
 * Works on one suspect while no other is in hand in this process: who dies with it in hand has one to blame. Starts are counted for the
 * suspect and not for the job, since the sweeper makes further jobs of what waits for too long.
 */
export function workAlone(
  { inTurn, pipeline: { store } }: WorkerDeps,
  job: Pick<Job<{ readonly collection: string }>, 'data' | 'attemptsMade'>,
  suspect: Suspect,
  { work, park }: SuspectWork,
): Promise<void> {
  const { collection } = job.data;
  return inTurn(async () => {
    const deaths = (await beginAlone(store, collection, suspect)) - 1;
    try {
      if (deaths >= MAX_DEATHS)
        throw new Error(`Its worker stopped ${deaths} times while it had this in hand`);
      await work();
    } catch (error) {
      const last = deaths >= MAX_DEATHS || job.attemptsMade + 1 >= JOB_ATTEMPTS;
      if (!last || isOutage(error)) throw error;
      await park(error);
    } finally {
      // Where Redis is away the count stays: the next end takes it back.
      await endAlone(store, collection, suspect).catch(() => undefined);
    }
  });
}
