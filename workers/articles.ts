import type { Job } from 'bullmq';
import { clusterChunk, type FailedArticle } from '../src/pipeline/cluster-chunk';
import { isOutage } from '../src/queue/outage';
import { enqueueStories } from '../src/queue/producer';
import { type ArticlesJob, JOB_ATTEMPTS } from '../src/queue/queues';
import { parkArticle } from '../src/store/failures';
import { readPlacements } from '../src/store/ledger';
import type { WorkerDeps } from './deps';

/** A job that was taken up this often without an end has stopped its workers: what it carries is set aside. */
const MAX_STARTS = JOB_ATTEMPTS + 3;

/** Clusters the articles of a job. One that fails is tried alone, then, when it has failed as often as a job may, set aside. */
export async function processArticles(deps: WorkerDeps, job: Job<ArticlesJob>): Promise<void> {
  const { collection, ordinals } = job.data;
  const again = job.attemptsStarted > 1;
  if (again && ordinals.length > 1) return tryAlone(deps, collection, ordinals);
  if (job.attemptsStarted > MAX_STARTS) {
    const error = new Error(
      `Its worker stopped ${job.attemptsStarted - 1} times while it had this article in hand`,
    );
    return parkAll(deps, collection, ordinals, error);
  }
  try {
    await clusterAll(deps, collection, ordinals);
  } catch (error) {
    const last = job.attemptsMade + 1 >= JOB_ATTEMPTS;
    if (!last || ordinals.length > 1 || isOutage(error)) throw error;
    await parkAll(deps, collection, ordinals, error);
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

/** Gives each article a job of its own, so that the one at fault holds up no other. */
async function tryAlone(
  { articles }: WorkerDeps,
  collection: string,
  ordinals: readonly number[],
): Promise<void> {
  await articles.addBulk(
    ordinals.map((ordinal) => ({ name: 'alone', data: { collection, ordinals: [ordinal] } })),
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
