import type { Queue } from 'bullmq';
import { enqueueStories, toChunks } from '../src/queue/producer';
import { forgetExpired } from '../src/store/retention';
import { readCollections, readOverdueStories, takeOverdueArticles } from '../src/store/sweep';
import type { WorkerDeps } from './deps';

/**
 * Finds what lost its job, and removes what is past retention. Lost is what has waited for longer than the grace time and since before the
 * oldest job still waiting: a deep queue is left alone, and whatever a dying process dropped comes back.
 */
export async function processUpkeep(deps: WorkerDeps): Promise<void> {
  const { store } = deps.pipeline;
  const articlesBefore = await lostBefore(deps, deps.articles);
  const storiesBefore = await lostBefore(deps, deps.stories);
  for (const collection of await readCollections(store)) {
    const ordinals = await takeOverdueArticles(store, collection, articlesBefore);
    const chunks = toChunks(ordinals, deps.chunkSize);
    await deps.articles.addBulk(
      chunks.map((chunk) => ({ name: 'swept', data: { collection, ordinals: chunk } })),
    );
    const storyIds = await readOverdueStories(store, collection, storiesBefore);
    const now = store.clock();
    await enqueueStories(
      deps.stories,
      collection,
      storyIds.map((storyId) => ({ storyId, dueAtMs: now })),
      now,
    );
    if (ordinals.length + storyIds.length > 0) {
      deps.log.warn(
        { collection, articles: ordinals.length, stories: storyIds.length },
        'put back on the queue',
      );
    }
    while (await forgetExpired(store, collection));
  }
}

async function lostBefore({ pipeline, graceMs }: WorkerDeps, queue: Queue): Promise<number> {
  const [oldest] = await queue.getJobs('waiting', 0, 0, true);
  return Math.min(pipeline.store.clock(), oldest?.timestamp ?? Infinity) - graceMs;
}
