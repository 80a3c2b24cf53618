import { setTimeout as pause } from 'node:timers/promises';
import { enqueueAgain, toChunks } from '../queue/producer';
import { takeAgain } from '../store/again';
import { acceptArticles } from '../store/articles';
import { ledgerKeys } from '../store/keys';
import type { Store } from '../store/store';
import { type ThrowAwayOptions, type ThrowAwayPipeline, withThrowAwayPipeline } from './cluster-pipeline';
import { type PlacedRow, readPlaces } from './cluster-places';
import type { ClusterRow } from './cluster-rows';

/** What clustering a list of rows came to. */
export interface ClusterRun {
  /** Every row, in the order given, with its story. */
  readonly placed: readonly PlacedRow[];
  /** Rows that were taken for another revision of an earlier one: the same id, or the same outlet and URL. */
  readonly revisions: number;
  /** From the first article posted to the last one placed. */
  readonly durationMs: number;
  /** Mean number of articles each article was compared with. */
  readonly meanCompared: number;
}

/** How far a run is. */
export interface ClusterProgress {
  readonly posted: number;
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** See `ThrowAwayOptions`; `onProgress` is called a few dozen times a second. */
export interface ClusterOptions extends ThrowAwayOptions {
  readonly onProgress: (progress: ClusterProgress) => void;
}

/** Rows posted at once: two jobs' worth or more, small enough that progress is seen to move. */
const POST_ROWS = 100;

/** Articles that may wait for workers: enough to keep any number of them busy, little enough to keep memory bounded. */
const MAX_WAITING = 2_000;

/** Articles a job of second looks carries. */
const CHUNK_SIZE = 25;

/** Looking costs Redis a hundredth of a millisecond. */
const LOOK_MS = 20;

/** Nothing placed for this long means that something is wrong; a lost job is found again within half a minute. */
const STUCK_MS = 180_000;

/** Runs rows, in the order given, through a pipeline of their own: the code of the service's store, queue and workers. */
export function clusterRows(rows: readonly ClusterRow[], options: ClusterOptions): Promise<ClusterRun> {
  return withThrowAwayPipeline(options, async (pipeline) => {
    const startedAt = performance.now();
    const ordinals = await postRows(pipeline, rows, (posted, waiting) => {
      const elapsedMs = performance.now() - startedAt;
      options.onProgress({ posted, done: posted - waiting, total: rows.length, elapsedMs });
    });
    await lookAgainAtAll(pipeline, new Set(rows.map(({ collection }) => collection)));
    const durationMs = performance.now() - startedAt;
    const placed = await readPlaces(pipeline.store, rows, ordinals);
    await untilIdle(pipeline);
    const articles = new Set(rows.map(({ collection }, at) => `${collection} ${ordinals[at]}`));
    const revisions = rows.length - articles.size;
    return { placed, revisions, durationMs, meanCompared: await pipeline.meanCompared() };
  });
}

/** Posts everything and waits until all of it is placed; returns each row's ordinal. */
export async function postRows(
  pipeline: ThrowAwayPipeline,
  rows: readonly ClusterRow[],
  report: (posted: number, waiting: number) => void,
): Promise<number[]> {
  const ordinals: number[] = [];
  const collections = new Set<string>();
  const untilAtMost = (most: number): Promise<void> =>
    untilWaiting(pipeline, collections, most, (waiting) => report(ordinals.length, waiting));
  for (const slice of toChunks(rows, POST_ROWS)) {
    for (const run of sameCollectionRuns(slice)) {
      const { collection } = run[0];
      collections.add(collection);
      const articles = run.map(({ article }) => article);
      const accepted = await acceptArticles(pipeline.store, collection, articles);
      ordinals.push(...accepted.map(({ ordinal }) => ordinal));
      const queued = accepted.flatMap(({ ordinal, queue }) => (queue ? [ordinal] : []));
      pipeline.producer.enqueue(collection, queued);
      await pipeline.producer.flush();
    }
    await untilAtMost(MAX_WAITING);
  }
  await untilAtMost(0);
  return ordinals;
}

/** Looks at every article a second time where a service would (`LOOK_AGAIN_AFTER`), and waits until all are done. */
export async function lookAgainAtAll(
  { store, queue, signal, looksAgain }: ThrowAwayPipeline,
  collections: Iterable<string>,
): Promise<void> {
  if (!looksAgain) return;
  for (const collection of collections) {
    const placed = await takeAgain(store, collection, store.clock(), Number.MAX_SAFE_INTEGER);
    for (const part of toChunks(placed, MAX_WAITING)) {
      await enqueueAgain(queue, collection, part, CHUNK_SIZE);
      while ((await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized')) > 0) {
        signal.throwIfAborted();
        await pause(LOOK_MS, undefined, { signal });
      }
    }
  }
}

/** Neighbours of one collection together, so that the order within each stays. */
function sameCollectionRuns(rows: readonly ClusterRow[]): ClusterRow[][] {
  const runs: ClusterRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[0]?.collection === row.collection) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** Waits until at most so many articles are without a place. */
async function untilWaiting(
  { store, signal }: ThrowAwayPipeline,
  collections: ReadonlySet<string>,
  most: number,
  report: (waiting: number) => void,
): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  let fewestAt = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const waiting = await countWaiting(store, [...collections]);
    report(waiting);
    if (waiting <= most) return;
    if (waiting < fewest) [fewest, fewestAt] = [waiting, performance.now()];
    if (performance.now() - fewestAt > STUCK_MS) {
      throw new Error(`${waiting} articles wait, and none was placed for ${STUCK_MS / 1000} s`);
    }
    await pause(LOOK_MS, undefined, { signal });
  }
}

async function countWaiting(store: Store, collections: readonly string[]): Promise<number> {
  const counts = await Promise.all(collections.map((name) => store.redis.zcard(ledgerKeys(name).pending)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Waits until the workers have counted what they did: they do so after an article has its place. */
async function untilIdle({ queue, signal }: ThrowAwayPipeline): Promise<void> {
  for (;;) {
    const counts = await queue.getJobCounts('active', 'waiting', 'delayed');
    if (Object.values(counts).every((count) => count === 0)) return;
    await pause(LOOK_MS, undefined, { signal });
  }
}
