import type { Job } from 'bullmq';
import { type PublishedDocument, publishDocuments } from '../src/pipeline/publish-document';
import { enqueueAlone, postponeStories, toChunks } from '../src/queue/producer';
import { JOB_ATTEMPTS, type StoriesJob } from '../src/queue/queues';
import { parkStory } from '../src/store/failures';
import { readStoryHeads } from '../src/store/ledger';
import { isOutage } from '../src/store/outage';
import { readSuspects } from '../src/store/suspects';
import { readDueTimes } from '../src/store/sweep';
import { ALONE, workAlone } from './alone';
import type { WorkerDeps } from './deps';
import { describeJob } from './describe-job';

/** Stories whose documents are built together: their texts are in memory at once. */
const STORIES_AT_ONCE = 50;

type StoriesWork = Pick<Job<StoriesJob>, 'id' | 'name' | 'data' | 'attemptsMade' | 'attemptsStarted'>;

/** A story that could not be told of, with the ledger version that was tried. */
interface FailedStory {
  readonly storyId: string;
  readonly version: number;
  readonly error: unknown;
}

/**
 * Publishes the documents of a job's stories, those that are due. Every change of a story brings a job: what another has told of
 * already is passed over, and what was told of just now is put back for when it has settled. A story that fails does not keep
 * the others back; one that has failed as often as a job may, or has stopped its workers, is set aside.
 */
export async function processStories(deps: WorkerDeps, job: StoriesWork): Promise<void> {
  const { store, checkpoint } = deps.pipeline;
  const { collection, storyIds } = job.data;
  await checkpoint('stories:taken');
  const [due, suspects] = await Promise.all([
    takeDue(deps, job.data),
    readSuspects(store, collection, storyIds),
  ]);
  if (job.name === ALONE) {
    for (const storyId of due) await publishSuspect(deps, job, storyId);
    return;
  }
  // A start that no failure came of: the worker stopped with these in hand.
  const wasCutOff = job.attemptsStarted > job.attemptsMade + 1;
  const apart = due.filter((storyId) => wasCutOff || suspects.has(storyId));
  await enqueueAlone(deps.stories, job.data, apart);
  const together = due.filter((storyId) => !apart.includes(storyId));
  const failed: FailedStory[] = [];
  for (const chunk of toChunks(together, STORIES_AT_ONCE))
    failed.push(...(await publishChunk(deps, job, chunk)));
  if (job.attemptsMade + 1 >= JOB_ATTEMPTS) for (const one of failed) await park(deps, job, one);
  else if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ error }) => error),
      `${failed.length} of ${storyIds.length} stories failed`,
    );
}

/** Answers those that are due, and puts back for their time those that are not yet. */
async function takeDue(deps: WorkerDeps, { storyIds, ...about }: StoriesJob): Promise<string[]> {
  const { store } = deps.pipeline;
  const times = await readDueTimes(store, about.collection, storyIds);
  const now = store.clock();
  const dirty = storyIds.flatMap((storyId, i) => {
    const dueAtMs = times[i];
    return dueAtMs === undefined ? [] : [{ storyId, dueAtMs }];
  });
  const early = dirty.filter(({ dueAtMs }) => dueAtMs > now);
  await postponeStories(deps.stories, about, early, now);
  return dirty.filter(({ dueAtMs }) => dueAtMs <= now).map(({ storyId }) => storyId);
}

async function publishAll(deps: WorkerDeps, job: StoriesWork, storyIds: readonly string[]): Promise<void> {
  const { collection } = job.data;
  observePublished(deps, await publishDocuments(deps.pipeline, collection, storyIds, true));
  // What another worker told of meanwhile, and what has changed again, is put back for its time. That may be over already where telling
  // took longer than a story settles: without a job it would wait for the sweeper.
  const overdue = await takeDue(deps, { ...job.data, storyIds });
  const { clock, debounceMs } = deps.pipeline.store;
  const nowMs = clock();
  const { storyIds: _, ...about } = job.data;
  const again = overdue.map((storyId) => ({ storyId, dueAtMs: nowMs + debounceMs }));
  await postponeStories(deps.stories, about, again, nowMs);
}

/** Counts what was published. */
export function observePublished(
  { metrics }: Pick<WorkerDeps, 'metrics'>,
  published: readonly PublishedDocument[],
): void {
  for (const { size, events, lagMs } of published) {
    metrics.storyArticles.observe(size);
    if (events.length > 0) metrics.eventLagSeconds.observe(lagMs / 1000);
  }
}

/** Answers those that fail also by themselves. Throws when Redis is away: that is the fault of none. */
async function publishChunk(
  deps: WorkerDeps,
  job: StoriesWork,
  storyIds: readonly string[],
): Promise<FailedStory[]> {
  try {
    await publishAll(deps, job, storyIds);
    return [];
  } catch (error) {
    if (isOutage(error)) throw error;
  }
  const failed: FailedStory[] = [];
  for (const storyId of storyIds) {
    const version = await readVersion(deps, job, storyId);
    try {
      await publishAll(deps, job, [storyId]);
    } catch (error) {
      if (isOutage(error)) throw error;
      failed.push({ storyId, version, error });
    }
  }
  return failed;
}

async function publishSuspect(deps: WorkerDeps, job: StoriesWork, storyId: string): Promise<void> {
  const version = await readVersion(deps, job, storyId);
  await workAlone(deps, job, storyId, {
    work: () => publishAll(deps, job, [storyId]),
    park: (error) => park(deps, job, { storyId, version, error }),
  });
}

/** Read before a story is tried: what has changed since then may well be built. 0 for one that is forgotten. */
async function readVersion(
  { pipeline }: WorkerDeps,
  { data }: StoriesWork,
  storyId: string,
): Promise<number> {
  const [head] = await readStoryHeads(pipeline.store, data.collection, [storyId]);
  return head?.version ?? 0;
}

async function park(
  { pipeline, metrics, log }: WorkerDeps,
  job: StoriesWork,
  { storyId, version, error }: FailedStory,
): Promise<void> {
  const { collection } = job.data;
  const text = error instanceof Error ? error.message : String(error);
  if (!(await parkStory(pipeline.store, collection, { storyId, version, error: text }))) return;
  metrics.jobs.inc({ queue: 'stories', result: 'parked' });
  log.error(
    { err: error, ...describeJob(job), collection, story: storyId },
    'story set aside; see the failures list',
  );
}
