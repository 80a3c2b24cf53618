import type { Request, Response } from 'express';
import { type Accepted, acceptArticles, type PostedArticle } from '../store/articles';
import { isOutage } from '../store/outage';
import type { ArticlePost } from './article-schema';
import type { ApiDeps } from './deps';
import { unavailable } from './error-handler';
import { FairShare } from './fair-share';
import { requestId } from './request-log';

/** The one way articles get in: stored, marked as waiting, counted and put on the queue. */
export interface ArticleGate {
  /** Refuses a sender for whom there is no room, before anything of the body is read: that is what costs most of a post that is refused. */
  expectRoom(sender: Sender): Promise<void>;
  /** Takes one article; those that come while others are being stored are stored together. */
  acceptOne(post: ArticlePost, sender: Sender): Promise<Accepted>;
  /** Takes articles of any collections, in order. */
  acceptMany(posts: readonly ArticlePost[], sender: Sender): Promise<readonly Accepted[]>;
}

/** Who sends articles. */
export interface Sender {
  /** Id of the key. */
  readonly caller: string;
  /** Id of the request, which goes with the articles' jobs. */
  readonly request: string;
  /** Whether all other articles go before these. */
  readonly backfill?: boolean;
}

/** Share of the queue that a backfill may fill: the rest is for what comes live. */
const BACKFILL_SHARE = 0.5;

/** The sender of a request that was authenticated and given an id. */
export const senderOf = (req: Request, res: Response): Sender => ({
  caller: res.locals.caller?.id ?? '',
  request: requestId(req),
});

/** An article with the request it came in with. */
interface Sent extends Pick<Sender, 'request'> {
  readonly article: PostedArticle;
}

interface Waiting extends Sent {
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (error: unknown) => void;
}

/** Articles of one group commit: with 4 kB each a command of 400 kB, beyond which a group gains nothing. */
const MAX_GROUP = 100;

/**
 * Makes the gate. Refuses (503, `Retry-After`) while too many articles, of whatever collections, wait for workers; of a caller who brings in
 * more than a fair share, sooner.
 */
export function createArticleGate(
  deps: Pick<ApiDeps, 'store' | 'enqueue' | 'queues' | 'metrics' | 'options'>,
): ArticleGate {
  const lines = new Map<string, Waiting[]>();
  const shares = new FairShare(deps.store.clock);

  const shareOf = ({ caller, backfill = false }: Sender): number =>
    Math.min(shares.limitOf(caller), backfill ? BACKFILL_SHARE : 1);

  const store = async (
    collection: string,
    articles: readonly Sent[],
    backfill = false,
  ): Promise<readonly Accepted[]> => {
    const waiting = await deps.queues.waiting();
    const accepted = await acceptArticles(
      deps.store,
      collection,
      articles.map(({ article }) => article),
    );
    const queued = accepted.flatMap(({ queue, ordinal }, i) =>
      queue ? [{ ordinal, request: articles[i].request }] : [],
    );
    if (queued.length > 0)
      deps.enqueue(
        collection,
        queued.map(({ ordinal }) => ordinal),
        queued.map(({ request }) => request),
        waiting,
        backfill,
      );
    for (const { status } of accepted) deps.metrics.articlesPosted.inc({ result: status });
    return accepted;
  };

  /** Stores what has gathered, group after group, until the line is empty. One group at a time keeps the order. */
  const drain = async (collection: string, line: Waiting[]): Promise<void> => {
    while (line.length > 0) await settle(line.splice(0, MAX_GROUP), (group) => store(collection, group));
    lines.delete(collection);
  };

  const join = (collection: string, sent: Sent): Promise<Accepted> =>
    new Promise((resolve, reject) => {
      const line = lines.get(collection);
      if (line) {
        line.push({ ...sent, resolve, reject });
        return;
      }
      const started = [{ ...sent, resolve, reject }];
      lines.set(collection, started);
      // The queue of microtasks first: requests parsed in the same turn go together.
      setImmediate(() => void drain(collection, started));
    });

  return {
    expectRoom: (sender) => admit(deps, 0, shareOf(sender)),
    acceptOne: async ({ collection, article }, { caller, request }) => {
      await admit(deps, 1, shares.limitOf(caller));
      const accepted = await join(collection, { article, request }).finally(() => deps.queues.stored(1));
      shares.note(caller, 1);
      return accepted;
    },
    acceptMany: async (posts, sender) => {
      const { caller, request, backfill } = sender;
      await admit(deps, posts.length, shareOf(sender));
      const accepted = await acceptByCollection(posts, (collection, articles) =>
        store(
          collection,
          articles.map((article) => ({ article, request })),
          backfill,
        ),
      ).finally(() => deps.queues.stored(posts.length));
      shares.note(caller, posts.length);
      return accepted;
    },
  };
}

type StoreGroup = (articles: readonly Sent[]) => Promise<readonly Accepted[]>;

/** Answers everyone in a group. When it fails for another reason than an outage, each is tried alone: one may be the cause. */
async function settle(group: readonly Waiting[], store: StoreGroup): Promise<void> {
  try {
    const accepted = await store(group);
    group.forEach(({ resolve }, index) => resolve(accepted[index]));
  } catch (error) {
    if (group.length === 1 || isOutage(error)) for (const { reject } of group) reject(error);
    else for (const waiting of group) await settle([waiting], store);
  }
}

async function acceptByCollection(
  posts: readonly ArticlePost[],
  store: (collection: string, articles: readonly PostedArticle[]) => Promise<readonly Accepted[]>,
): Promise<readonly Accepted[]> {
  const indexes = new Map<string, number[]>();
  posts.forEach(({ collection }, index) => {
    const known = indexes.get(collection);
    if (known) known.push(index);
    else indexes.set(collection, [index]);
  });
  const results = new Array<Accepted>(posts.length);
  await Promise.all(
    [...indexes].map(async ([collection, own]) => {
      const accepted = await store(
        collection,
        own.map((index) => posts[index].article),
      );
      own.forEach((index, position) => {
        results[index] = accepted[position]!;
      });
    }),
  );
  return results;
}

/** Lets articles in, or refuses where as many as this share of the queue wait. */
async function admit(
  { queues, options }: Pick<ApiDeps, 'queues' | 'options'>,
  articles: number,
  limit: number,
): Promise<void> {
  const waiting = await queues.admit(articles, options.maxQueueDepth * limit);
  if (waiting === undefined) return;
  throw unavailable(`${waiting.toLocaleString('en')} articles already wait for a worker`, 10);
}
