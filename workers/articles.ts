import type { Job } from 'bullmq';
import { clusterChunk, type FailedArticle } from '../src/pipeline/cluster-chunk';
import { enqueueStories } from '../src/queue/producer';
import { type ArticlesJob, JOB_ATTEMPTS } from '../src/queue/queues';
import { parkArticle } from '../src/store/failures';
import { readPlacements } from '../src/store/ledger';
import { isOutage } from '../src/store/outage';
import { beginAlone, endAlone } from '../src/store/suspects';
import type { WorkerDeps } from './deps';

/** Name of the jobs that carry one article because others are to be spared what it may do. */
const ALONE = 'alone';

/** An article that was begun by itself this often without an end stops its workers, and is set aside. */
const MAX_DEATHS = 3;

/**
 * Clusters the articles of a job. When one fails, or its worker stops, each is tried alone; one that has failed as often as a job
 * may, or has stopped its workers, is set aside.
 */
export async function processArticles(deps: WorkerDeps, job: Job<ArticlesJob>): Promise<void> {
  const { collection, ordinals } = job.data;
  const again = job.attemptsStarted > 1;
  if (ordinals.length > 1) {
    if (again) await tryAlone(deps, collection, ordinals);
    else await clusterAll(deps, collection, ordinals);
  } else if (again || job.name === ALONE) {
    await deps.inTurn(() => processSuspect(deps, job));
  } else {
    await clusterAll(deps, collection, ordinals);
  }
}

/** Counts starts per article and not per job: the sweeper makes further jobs of what waits for too long. */
async function processSuspect(deps: WorkerDeps, job: Job<ArticlesJob>): Promise<void> {
  const { collection, ordinals } = job.data;
  const { store } = deps.pipeline;
  const [ordinal] = ordinals;
  const deaths = (await beginAlone(store, collection, ordinal)) - 1;
  try {
    if (deaths >= MAX_DEATHS)
      throw new Error(`Its worker stopped ${deaths} times while it had this article in hand`);
    await clusterAll(deps, collection, ordinals);
  } catch (error) {
    const last = deaths >= MAX_DEATHS || job.attemptsMade + 1 >= JOB_ATTEMPTS;
    if (!last || isOutage(error)) throw error;
    await parkAll(deps, collection, ordinals, error);
  } finally {
    // Where Redis is away the count stays: the next end takes it back.
    await endAlone(store, collection, ordinal).catch(() => undefined);
  }
}

async function clusterAll(deps: WorkerDeps, collection: string, ordinals: readonly number[]): Promise<void> {
  const { due, failed, matched } = await clusterChunk(deps.pipeline, collection, ordinals);
  await enqueueStories(deps.stories, collection, due, deps.pipeline.store.clock());
  await deps.pipeline.checkpoint('articles:announced');
  for (const { compared, best } of matched) {
    deps.metrics.candidates.observe(compared);
    deps.metrics.matchProbability.observe(best);
  }
  if (failed.length === 0) return;
  if (ordinals.length > 1)
    await tryAlone(
      deps,
      collection,
      failed.map(({ ordinal }) => ordinal),
    );
  else await park(deps, collection, failed);
}

async function parkAll(
  deps: WorkerDeps,
  collection: string,
  ordinals: readonly number[],
  error: unknown,
): Promise<void> {
  const placements = await readPlacements(deps.pipeline.store, collection, ordinals);
  const failed = ordinals.map((ordinal, i) => ({
    ordinal,
    revision: placements[i].acceptedRevision,
    error,
  }));
  await park(deps, collection, failed);
}

/**
 * Gives each article a job of its own, so that the one at fault holds up no other. There is one such job at a time for an article:
 * another start of it then means that the one before was cut off.
 */
export async function tryAlone(
  { articles }: Pick<WorkerDeps, 'articles'>,
  collection: string,
  ordinals: readonly number[],
): Promise<void> {
  await articles.addBulk(
    ordinals.map((ordinal) => ({
      name: ALONE,
      data: { collection, ordinals: [ordinal] },
      opts: { deduplication: { id: `${collection}:${ordinal}` } },
    })),
  );
}

async function park(
  { pipeline, metrics, log }: WorkerDeps,
  collection: string,
  failed: readonly FailedArticle[],
): Promise<void> {
  for (const { ordinal, revision, error } of failed) {
    const text = error instanceof Error ? error.message : String(error);
    await parkArticle(pipeline.store, collection, { ordinal, revision, error: text });
    metrics.jobs.inc({ queue: 'articles', result: 'parked' });
    log.error({ err: error, collection, ordinal }, 'article set aside; see the failures list');
  }
}
