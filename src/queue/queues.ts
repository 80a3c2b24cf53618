import { type JobsOptions, Queue, type QueueOptions } from 'bullmq';
import type { ScriptedRedis } from '../store/scripts';

/** A chunk of articles to be clustered, by ordinal. */
export interface ArticlesJob extends Origin {
  readonly collection: string;
  readonly ordinals: readonly number[];
  /** They have their places, and are looked at a second time. */
  readonly again?: boolean;
}

/** What a job goes back to, for the log; absent where nobody asked for it, as with what was swept up. */
export interface Origin {
  /** Ids of the requests that brought its articles in, each once: some of 40 characters for a chunk. */
  readonly requests?: readonly string[];
  /** Came as a backfill: everything else goes before it. */
  readonly backfill?: true;
}

/** BullMQ takes jobs without a priority first. */
const BACKFILL_PRIORITY = 10;

/** The options that put a job in its place in the queue. */
export const priorityOf = ({ backfill }: Origin): JobsOptions =>
  backfill ? { priority: BACKFILL_PRIORITY } : {};

/** Second looks go behind everything, a backfill too. */
export const SECOND_LOOK: JobsOptions = { priority: 2 * BACKFILL_PRIORITY };

/** Stories whose documents may be due. */
export interface StoriesJob extends Origin {
  readonly collection: string;
  readonly storyIds: readonly string[];
}

/** A webhook that has, or may have, something due. What that is, is in Redis. */
export interface WebhooksJob {
  readonly collection: string;
  readonly webhookId: string;
}

/** Upkeep carries nothing: what is to be done is in Redis. */
export type UpkeepJob = Record<string, never>;

/** The payload of each queue. */
export interface QueuePayloads {
  readonly articles: ArticlesJob;
  readonly stories: StoriesJob;
  readonly webhooks: WebhooksJob;
  readonly upkeep: UpkeepJob;
}

export type QueueName = keyof QueuePayloads;

/** Prefix of all BullMQ keys. On a cluster a queue must be in one slot, hence the hash tag. */
export const QUEUE_PREFIX = '{sf-queue}';

/**
 * Tries of a job before it is left to the sweeper, with waits of 0.2, 0.4, 0.8 … s: long enough for a Redis restart, short
 * enough that a failed chunk does not sit.
 */
export const JOB_ATTEMPTS = 6;

const RETRY: JobsOptions = {
  attempts: JOB_ATTEMPTS,
  backoff: { type: 'exponential', delay: 200, jitter: 0.5 },
};

/** How many finished jobs each queue keeps, for the queue board: failed ones ten times as many. */
export interface KeepJobs {
  readonly keepJobs: number;
}

export type TypedQueue<Name extends QueueName> = Queue<QueuePayloads[Name], void>;

/** Opens one of the queues. The connection stays the caller's to close. */
export function openQueue<Name extends QueueName>(
  name: Name,
  connection: ScriptedRedis,
  { keepJobs }: KeepJobs,
): TypedQueue<Name> {
  const defaultJobOptions: JobsOptions = {
    ...RETRY,
    removeOnComplete: { count: keepJobs },
    removeOnFail: { count: keepJobs * 10 },
  };
  const options: QueueOptions = {
    connection,
    prefix: QUEUE_PREFIX,
    defaultJobOptions,
    skipVersionCheck: true,
  };
  const queue: TypedQueue<Name> = new Queue(name, options);
  // It passes on what its connection meets, and prints it where nobody listens.
  queue.on('error', () => undefined);
  return queue;
}
