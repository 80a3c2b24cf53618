import type { Job } from 'bullmq';
import { publishDocument } from '../src/pipeline/publish-document';
import type { StoriesJob } from '../src/queue/queues';
import type { WorkerDeps } from './deps';

/** Publishes the documents of a job's stories, those that are still due. A story that fails does not keep the others back. */
export async function processStories(deps: WorkerDeps, job: Job<StoriesJob>): Promise<void> {
  const { collection, storyIds } = job.data;
  await deps.pipeline.checkpoint('stories:taken');
  const errors: unknown[] = [];
  for (const storyId of storyIds) {
    try {
      const published = await publishDocument(deps.pipeline, collection, storyId);
      if (!published) continue;
      deps.metrics.storyArticles.observe(published.size);
      if (published.events.length > 0) deps.metrics.eventLagSeconds.observe(published.lagMs / 1000);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${storyIds.length} stories failed`);
}
