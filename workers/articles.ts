import type { Job } from 'bullmq';
import { clusterChunk, type FailedArticle } from '../src/pipeline/cluster-chunk';
import { lookAgain } from '../src/pipeline/look-again';
import type { NewStory } from '../src/pipeline/new-stories';
import type { DueStory } from '../src/pipeline/place-articles';
import { publishNewStories } from '../src/pipeline/publish-document';
import { enqueueStories } from '../src/queue/producer';
import { type ArticlesJob, priorityOf } from '../src/queue/queues';
import { dropAgain } from '../src/store/again';
import { parkArticle } from '../src/store/failures';
import { readPlacements } from '../src/store/ledger';
import { ALONE, workAlone } from './alone';
import type { WorkerDeps } from './deps';
import { describeJob } from './describe-job';
import { observePublished } from './stories';

type ArticlesWork = Pick<Job<ArticlesJob>, 'id' | 'name' | 'data' | 'attemptsMade' | 'attemptsStarted'>;

/**
 * Clusters the articles of a job. When one fails, or its worker stops, each is tried alone; one that has failed as often as a job
 * may, or has stopped its workers, is set aside.
 */
export async function processArticles(deps: WorkerDeps, job: ArticlesWork): Promise<void> {
  const { ordinals } = job.data;
  const again = job.attemptsStarted > 1;
  if (job.data.again) return lookAgainAt(deps, job);
  if (ordinals.length > 1) {
    if (again) await tryAlone(deps, job.data);
    else await clusterAll(deps, job);
  } else if (again || job.name === ALONE) {
    await workAlone(deps, job, ordinals[0], {
      work: () => clusterAll(deps, job),
      park: (error) => parkAll(deps, job, error),
    });
  } else {
    await clusterAll(deps, job);
  }
}

async function clusterAll(deps: WorkerDeps, job: ArticlesWork): Promise<void> {
  const { collection, ordinals } = job.data;
  const { due, created, failed, matched } = await clusterChunk(deps.pipeline, collection, ordinals);
  await announce(deps, job, due, created);
  for (const { compared, best } of matched) {
    deps.metrics.candidates.observe(compared);
    deps.metrics.matchProbability.observe(best);
  }
  if (failed.length === 0) return;
  if (ordinals.length > 1)
    await tryAlone(deps, { ...job.data, ordinals: failed.map(({ ordinal }) => ordinal) });
  else await park(deps, job, failed);
}

/**
 * Publishes new stories at once, here where their articles are at hand, and queues the others for when they have settled. A new story
 * that cannot be published now is queued as well.
 */
async function announce(
  deps: WorkerDeps,
  job: ArticlesWork,
  due: readonly DueStory[],
  created: readonly NewStory[],
): Promise<void> {
  const { stories, pipeline, log } = deps;
  const { ordinals: _, ...about } = job.data;
  const { collection } = about;
  const isNew = new Set(created.map(({ ledger }) => ledger.id));
  const changed = due.filter(({ storyId }) => !isNew.has(storyId));
  await enqueueStories(stories, about, changed, pipeline.store.clock());
  await pipeline.checkpoint('articles:announced');
  try {
    observePublished(deps, await publishNewStories(pipeline, collection, created));
  } catch (err) {
    log.warn({ err, ...describeJob(job), collection }, 'new stories not published now, but from the queue');
    const left = due.filter(({ storyId }) => isNew.has(storyId));
    await enqueueStories(stories, about, left, pipeline.store.clock());
  }
}

/**
 * A second look is a help and no duty: what fails, or is cut off, in a job of its first start keeps its place and is not tried again, so
 * that no article can stop one worker after another.
 */
async function lookAgainAt(deps: WorkerDeps, job: ArticlesWork): Promise<void> {
  const { collection, ordinals } = job.data;
  const { store } = deps.pipeline;
  if (job.attemptsStarted > 1) return dropAgain(store, collection, ordinals);
  const { due, failed } = await lookAgain(deps.pipeline, collection, ordinals);
  await enqueueStories(deps.stories, { collection }, due, store.clock());
  for (const { ordinal, error } of failed)
    deps.log.warn({ err: error, ...describeJob(job), collection, ordinal }, 'no second look at this article');
}

async function parkAll(deps: WorkerDeps, job: ArticlesWork, error: unknown): Promise<void> {
  const { collection, ordinals } = job.data;
  const placements = await readPlacements(deps.pipeline.store, collection, ordinals);
  const failed = ordinals.map((ordinal, i) => ({
    ordinal,
    revision: placements[i].acceptedRevision,
    error,
  }));
  await park(deps, job, failed);
}

/**
 * Gives each article a job of its own, so that the one at fault holds up no other. There is one such job at a time for an article:
 * another start of it then means that the one before was cut off. What comes while it is in hand follows it: a newer revision, which that
 * one has not read, would be left to the sweeper.
 */
export async function tryAlone(
  { articles }: Pick<WorkerDeps, 'articles'>,
  { ordinals, ...about }: ArticlesJob,
): Promise<void> {
  await articles.addBulk(
    ordinals.map((ordinal) => ({
      name: ALONE,
      data: { ...about, ordinals: [ordinal] },
      opts: {
        ...priorityOf(about),
        deduplication: { id: `${about.collection}:${ordinal}`, keepLastIfActive: true },
      },
    })),
  );
}

async function park(
  { pipeline, metrics, log }: WorkerDeps,
  job: ArticlesWork,
  failed: readonly FailedArticle[],
): Promise<void> {
  const { collection } = job.data;
  for (const { ordinal, revision, error } of failed) {
    const text = error instanceof Error ? error.message : String(error);
    await parkArticle(pipeline.store, collection, { ordinal, revision, error: text });
    metrics.jobs.inc({ queue: 'articles', result: 'parked' });
    log.error(
      { err: error, ...describeJob(job), collection, ordinal },
      'article set aside; see the failures list',
    );
  }
}
