import type { Job } from 'bullmq';
import { publishDocuments } from '../src/pipeline/publish-document';
import { toChunks } from '../src/queue/producer';
import type { StoriesJob } from '../src/queue/queues';
import type { WorkerDeps } from './deps';

/** Stories whose documents are built together: their texts are in memory at once. */
const STORIES_AT_ONCE = 50;

/** Publishes the documents of a job's stories, those that are still due. A story that fails does not keep the others back. */
export async function processStories(deps: WorkerDeps, job: Job<StoriesJob>): Promise<void> {
  const { collection, storyIds } = job.data;
  await deps.pipeline.checkpoint('stories:taken');
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

async function publishAll(
  { pipeline, metrics }: WorkerDeps,
  collection: string,
  storyIds: readonly string[],
): Promise<void> {
  for (const { size, events, lagMs } of await publishDocuments(pipeline, collection, storyIds)) {
    metrics.storyArticles.observe(size);
    if (events.length > 0) metrics.eventLagSeconds.observe(lagMs / 1000);
  }
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
