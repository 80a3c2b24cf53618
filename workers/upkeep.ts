import type { Queue } from 'bullmq';
import type { Logger } from '../src/logging';
import { reassessReviews } from '../src/pipeline/reassess-reviews';
import { enqueueAgain, enqueueStories, toChunks } from '../src/queue/producer';
import type { TypedQueue } from '../src/queue/queues';
import { takeAgain } from '../src/store/again';
import { isOutage } from '../src/store/outage';
import { forgetExpired } from '../src/store/retention';
import { readSuspects } from '../src/store/suspects';
import { readCollections, readOverdueStories, takeOverdueArticles } from '../src/store/sweep';
import { tryAlone } from './articles';
import type { WorkerDeps } from './deps';

/**
 * Finds what lost its job, removes what is past retention, and brings the review queue in line with changed thresholds. Lost is what has
 * waited for longer than the grace time and since before the oldest job still waiting: a deep queue is left alone, and whatever a dying
 * process dropped comes back. What fails in one collection keeps no other from its turn.
 */
export async function processUpkeep(deps: WorkerDeps): Promise<void> {
  const { store } = deps.pipeline;
  const articlesBefore = await lostBefore(deps, deps.articles);
  const storiesBefore = await lostBefore(deps, deps.stories);
  const errors: unknown[] = [];
  for (const collection of await readCollections(store)) {
    try {
      await sweep(deps, collection, articlesBefore, storiesBefore);
      await askForSecondLooks(deps, collection);
      while (await forgetExpired(store, collection));
      const looked = await reassessReviews(deps.pipeline, collection);
      if (looked > 0) deps.log.info({ collection, stories: looked }, 'looked at again by other thresholds');
    } catch (error) {
      if (isOutage(error)) throw error;
      errors.push(error);
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} collections could not be kept up`);
}

/** Gives a job to what lost its own. */
async function sweep(
  deps: WorkerDeps,
  collection: string,
  articlesBefore: number,
  storiesBefore: number,
): Promise<void> {
  const { store } = deps.pipeline;
  const ordinals = await takeOverdueArticles(store, collection, articlesBefore);
  const suspects = await readSuspects(store, collection, ordinals);
  await tryAlone(deps, { collection, ordinals: [...suspects] });
  const chunks = toChunks(
    ordinals.filter((ordinal) => !suspects.has(ordinal)),
    deps.chunkSize,
  );
  await deps.articles.addBulk(
    chunks.map((chunk) => ({ name: 'swept', data: { collection, ordinals: chunk } })),
  );
  const storyIds = await readOverdueStories(store, collection, storiesBefore);
  const now = store.clock();
  await enqueueStories(
    deps.stories,
    { collection },
    storyIds.map((storyId) => ({ storyId, dueAtMs: now })),
    now,
  );
  if (ordinals.length > 0) deps.log.warn({ collection, articles: ordinals.length }, 'put back on the queue');
  // Also those that retention has made due.
  if (storyIds.length > 0) deps.log.info({ collection, stories: storyIds.length }, 'documents to be renewed');
}

/** Second looks asked for in one turn: at 30 s between turns 33 articles a second, about 5 % of a core. */
const SECOND_LOOKS = 1_000;
/** Articles a job of second looks carries: a new one waits no longer than these take, some 30 ms. */
const SECOND_LOOK_CHUNK = 10;

/** Second looks are for idle times: new articles never wait behind them. */
async function askForSecondLooks(
  { pipeline: { store }, articles, lookAgainAfterMs }: WorkerDeps,
  collection: string,
): Promise<void> {
  if (lookAgainAfterMs === 0) return;
  if ((await articles.getJobCountByTypes('waiting', 'prioritized')) > 0) return;
  const ordinals = await takeAgain(store, collection, store.clock() - lookAgainAfterMs, SECOND_LOOKS);
  await enqueueAgain(articles, collection, ordinals, SECOND_LOOK_CHUNK);
}

async function lostBefore({ pipeline, graceMs }: WorkerDeps, queue: Queue): Promise<number> {
  // A backfill waits for longest, and by itself: its jobs are in another list.
  const oldest = await Promise.all([
    queue.getJobs('waiting', 0, 0, true),
    queue.getJobs('prioritized', 0, 0, true),
  ]);
  // What has its place and waits to be looked at again is not lost.
  const times = oldest.flat().flatMap(({ data, timestamp }) => (data.again ? [] : [timestamp]));
  return Math.min(pipeline.store.clock(), ...times) - graceMs;
}

/**
 * Has upkeep done once every interval, however many workers ask for it: each does, and Redis remembers for nearly as long that one has.
 * Returns the timer.
 */
export function startUpkeepTimer(queue: TypedQueue<'upkeep'>, everyMs: number, log: Logger): NodeJS.Timeout {
  const deduplication = { id: 'upkeep', ttl: Math.ceil(0.9 * everyMs) };
  const ask = (): void => {
    queue
      .add('upkeep', {}, { deduplication, attempts: 1 })
      .catch((err: unknown) => log.warn({ err }, 'no upkeep asked for now'));
  };
  ask();
  return setInterval(ask, everyMs);
}
