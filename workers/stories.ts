import type { Job } from 'bullmq';
import { publishDocuments } from '../src/pipeline/publish-document';
import { postponeStories, toChunks } from '../src/queue/producer';
import type { StoriesJob } from '../src/queue/queues';
import { readDueTimes } from '../src/store/sweep';
import type { WorkerDeps } from './deps';

/** Stories whose documents are built together: their texts are in memory at once. */
const STORIES_AT_ONCE = 50;

/**
 * Publishes the documents of a job's stories, those that are due. Every change of a story brings a job: what another has told of
 * already is passed over, and what was told of just now is put back for when it has settled. A story that fails does not keep
 * the others back.
 */
export async function processStories(deps: WorkerDeps, job: Pick<Job<StoriesJob>, 'data'>): Promise<void> {
  const { collection } = job.data;
  await deps.pipeline.checkpoint('stories:taken');
  const storyIds = await takeDue(deps, job.data);
  const errors: unknown[] = [];
  for (const chunk of toChunks(storyIds, STORIES_AT_ONCE)) {
    try {
      await publishAll(deps, collection, chunk);
    } catch (error) {
      if (chunk.length === 1) errors.push(error);
      else errors.push(...(await publishEach(deps, collection, chunk)));
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${storyIds.length} stories failed`);
}

async function takeDue(deps: WorkerDeps, { collection, storyIds }: StoriesJob): Promise<string[]> {
  const { store } = deps.pipeline;
  const times = await readDueTimes(store, collection, storyIds);
  const now = store.clock();
  const dirty = storyIds.flatMap((storyId, i) => {
    const dueAtMs = times[i];
    return dueAtMs === undefined ? [] : [{ storyId, dueAtMs }];
  });
  const early = dirty.filter(({ dueAtMs }) => dueAtMs > now);
  await postponeStories(deps.stories, collection, early, now);
  return dirty.filter(({ dueAtMs }) => dueAtMs <= now).map(({ storyId }) => storyId);
}

async function publishAll(deps: WorkerDeps, collection: string, storyIds: readonly string[]): Promise<void> {
  const { pipeline, metrics } = deps;
  for (const { size, events, lagMs } of await publishDocuments(pipeline, collection, storyIds, true)) {
    metrics.storyArticles.observe(size);
    if (events.length > 0) metrics.eventLagSeconds.observe(lagMs / 1000);
  }
  // What another worker told of meanwhile, and what has changed again, is put back for its time.
  await takeDue(deps, { collection, storyIds });
}

/** Answers the errors of those that fail also alone. */
async function publishEach(
  deps: WorkerDeps,
  collection: string,
  storyIds: readonly string[],
): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const storyId of storyIds) {
    await publishAll(deps, collection, [storyId]).catch((error: unknown) => errors.push(error));
  }
  return errors;
}
