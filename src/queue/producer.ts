import type { Logger } from '../logging';
import type { DueStory } from '../pipeline/place-articles';
import { type Origin, priorityOf, SECOND_LOOK, type StoriesJob, type TypedQueue } from './queues';

/** How articles become jobs. */
export interface ProducerOptions {
  /** Most articles a job carries. */
  readonly chunkSize: number;
  /** How long articles posted one by one are gathered into a job. */
  readonly coalesceMs: number;
}

/**
 * Longest time articles are gathered while others wait before them. They would wait in the queue instead, and a full job costs its
 * worker a third of what single ones do.
 */
const BUSY_COALESCE_MS = 50;

/** What an article in a job of its own takes of a worker, at least: gathered for so long for each that waits, none comes later for it. */
const WAIT_EACH_MS = 4;

/** So many wait although no worker is behind: those in hand, and what has come since the last look, up to 100 ms ago. */
const WAITING_ANYWAY = 12;

/** How long the next articles are gathered. A worker that falls behind gets fuller jobs, long before its queue is deep. */
function gatherMs({ chunkSize, coalesceMs }: ProducerOptions, waiting: number): number {
  const untilTakenMs = waiting < 2 * chunkSize ? (waiting - WAITING_ANYWAY) * WAIT_EACH_MS : BUSY_COALESCE_MS;
  return Math.max(coalesceMs, Math.min(BUSY_COALESCE_MS, untilTakenMs));
}

/** Puts accepted articles on the queue. */
export interface ArticleProducer {
  /**
   * Soon, together with others that come within the coalescing window. Never fails: the sweeper finds what is lost.
   *
   * @param requests id of the request that each came in with, where one is known.
   * @param waiting articles that wait before these, as far as is known.
   * @param backfill whether all others go before them.
   */
  readonly enqueue: (
    collection: string,
    ordinals: readonly number[],
    requests?: readonly (string | undefined)[],
    waiting?: number,
    backfill?: boolean,
  ) => void;
  /** Puts everything gathered on the queue and waits until it is there. */
  readonly flush: () => Promise<void>;
}

interface Gathered {
  readonly ordinal: number;
  readonly request: string | undefined;
}

/** Articles that will share jobs. */
interface Line {
  readonly collection: string;
  readonly backfill: boolean;
  readonly articles: Gathered[];
}

export function createArticleProducer(
  queue: TypedQueue<'articles'>,
  options: ProducerOptions,
  log: Logger,
): ArticleProducer {
  const gathered = new Map<string, Line>();
  const adding = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const add = ({ collection, backfill, articles }: Line): void => {
    const jobs = toChunks(articles, options.chunkSize).map((chunk) => {
      const origin = originOf(chunk, backfill);
      const ordinals = chunk.map(({ ordinal }) => ordinal);
      return { name: 'cluster', data: { collection, ordinals, ...origin }, opts: priorityOf(origin) };
    });
    const added: Promise<void> = queue
      .addBulk(jobs)
      .then(() => undefined)
      .catch((err: unknown) => log.warn({ err, collection }, 'articles not queued now; the sweeper will'))
      .finally(() => adding.delete(added));
    adding.add(added);
  };

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const line of gathered.values()) add(line);
    gathered.clear();
  };

  return {
    enqueue: (collection, ordinals, requests = [], waiting = 0, backfill = false) => {
      if (ordinals.length === 0) return;
      const name = `${collection} ${backfill}`;
      const line = gathered.get(name) ?? { collection, backfill, articles: [] };
      line.articles.push(...ordinals.map((ordinal, i) => ({ ordinal, request: requests[i] })));
      gathered.set(name, line);
      if (line.articles.length >= options.chunkSize) send();
      else timer ??= setTimeout(send, gatherMs(options, waiting));
    },
    flush: async () => {
      send();
      await Promise.all(adding);
    },
  };
}

function originOf(articles: readonly Gathered[], backfill: boolean): Origin {
  const requests = new Set(articles.flatMap(({ request }) => request ?? []));
  return {
    ...(requests.size === 0 ? {} : { requests: [...requests] }),
    ...(backfill ? { backfill: true } : {}),
  };
}

/** What the jobs of stories have in common: their collection, and what they go back to. */
type About = Omit<StoriesJob, 'storyIds'>;

/** Stories due within this of each other share a job. */
const SHARED_DELAY_MS = 100;

/**
 * Puts stories on the queue, for the time their documents are due; new ones, due now, apart from those that settle. `nowMs` is the
 * clock that due times are by, also in the queue.
 */
export async function enqueueStories(
  queue: TypedQueue<'stories'>,
  about: About,
  due: readonly DueStory[],
  nowMs: number,
): Promise<void> {
  const byDelay = new Map<number, DueStory[]>();
  for (const story of due) {
    const group = Math.max(0, Math.ceil((story.dueAtMs - nowMs) / SHARED_DELAY_MS));
    byDelay.set(group, [...(byDelay.get(group) ?? []), story]);
  }
  const jobs = [...byDelay.values()].map((stories) => ({
    name: 'publish',
    data: { ...about, storyIds: stories.map(({ storyId }) => storyId) },
    opts: {
      ...priorityOf(about),
      delay: Math.max(0, ...stories.map(({ dueAtMs }) => dueAtMs - nowMs)),
      timestamp: nowMs,
    },
  }));
  if (jobs.length > 0) await queue.addBulk(jobs);
}

/** Puts articles that have their places on the queue, for a second look at them when nothing else waits. */
export async function enqueueAgain(
  queue: TypedQueue<'articles'>,
  collection: string,
  ordinals: readonly number[],
  chunkSize: number,
): Promise<void> {
  const jobs = toChunks(ordinals, chunkSize).map((chunk) => ({
    name: 'again',
    data: { collection, ordinals: chunk, again: true },
    opts: SECOND_LOOK,
  }));
  if (jobs.length > 0) await queue.addBulk(jobs);
}

/** Puts stories back that a job met before their time: one job for each time a story is due, however many jobs meet it. */
export async function postponeStories(
  queue: TypedQueue<'stories'>,
  about: About,
  due: readonly DueStory[],
  nowMs: number,
): Promise<void> {
  const jobs = due.map(({ storyId, dueAtMs }) => ({
    name: 'settled',
    data: { ...about, storyIds: [storyId] },
    opts: {
      ...priorityOf(about),
      delay: Math.max(0, dueAtMs - nowMs),
      timestamp: nowMs,
      deduplication: { id: `${about.collection}-${storyId}-${dueAtMs}`, keepLastIfActive: true },
    },
  }));
  if (jobs.length > 0) await queue.addBulk(jobs);
}

/**
 * Gives each story a job of its own, since it may stop its worker. There is one such job at a time for a story; what comes while that is
 * in hand follows it.
 */
export async function enqueueAlone(
  queue: TypedQueue<'stories'>,
  about: About,
  storyIds: readonly string[],
): Promise<void> {
  const jobs = storyIds.map((storyId) => ({
    name: 'alone',
    data: { ...about, storyIds: [storyId] },
    opts: { deduplication: { id: `${about.collection}-${storyId}`, keepLastIfActive: true } },
  }));
  if (jobs.length > 0) await queue.addBulk(jobs);
}

/** Cuts a list into pieces of at most `size`. */
export function toChunks<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
  return chunks;
}
