import { type Job, Worker } from 'bullmq';
import type { PipelineStep } from '../../../src/pipeline/context';
import { type ArticlesJob, JOB_ATTEMPTS, QUEUE_PREFIX } from '../../../src/queue/queues';
import { readParked, unparkArticle } from '../../../src/store/failures';
import { bodyKey, ledgerKeys } from '../../../src/store/keys';
import { readPlacements } from '../../../src/store/ledger';
import { processArticles, tryAlone } from '../../../workers/articles';
import { createTurns } from '../../../workers/turns';
import { createBarrier } from '../../support/barrier';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { type TestRedis, withRedis } from '../../support/redis';
import { until } from '../../support/until';
import { WIRE_DAY } from '../../support/wire-day';
import { type TestWorkerDeps, withWorkerDeps } from '../../support/worker-deps';

interface Stage {
  readonly pipeline: TestPipeline;
  readonly deps: TestWorkerDeps;
  readonly redis: TestRedis;
  /** Works a job as BullMQ would at its first try, or a later one. */
  readonly work: (ordinals: readonly number[], tries?: Partial<Job>) => Promise<void>;
}

async function withStage(
  options: { checkpoint?: (step: PipelineStep) => void | Promise<void> },
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis, options);
    await withWorkerDeps(redis, pipeline, (deps) =>
      use({
        ...{ pipeline, deps, redis },
        work: (ordinals, tries = {}) => {
          const job = { data: { collection: COLLECTION, ordinals }, attemptsStarted: 1, attemptsMade: 0 };
          // In a process of its own, which may be dead before the next.
          return processArticles({ ...deps, inTurn: createTurns() }, {
            ...job,
            ...tries,
          } as Job<ArticlesJob>);
        },
      }),
    );
  });
}

const LAST_TRY = { attemptsStarted: JOB_ATTEMPTS, attemptsMade: JOB_ATTEMPTS - 1 };

/** Makes the stored body of an article unreadable. */
async function damage({ redis }: Stage, ordinal: number): Promise<void> {
  await redis.redis.hset(bodyKey(COLLECTION, ordinal), 'b:1', 'not a body');
}

test('one damaged article holds up no other, and is set aside with its error', async () => {
  await withStage({}, async (stage) => {
    const { pipeline, deps, work } = stage;
    await pipeline.accept(WIRE_DAY.slice(0, 3));
    await damage(stage, 2);
    await expect(work([1, 2, 3])).rejects.toThrow('sf:default:a:2');
    await work([1, 2, 3], { attemptsStarted: 2, attemptsMade: 1 });
    expect(await deps.waiting('articles')).toEqual(
      [1, 2, 3].map((ordinal) => ['alone', { collection: COLLECTION, ordinals: [ordinal] }]),
    );
    await work([1]);
    await expect(work([2])).rejects.toThrow('sf:default:a:2');
    await work([3]);
    await work([2], LAST_TRY);
    const { items } = await readParked(pipeline.store, COLLECTION, { cursor: '0', limit: 10 });
    expect(items).toMatchObject([
      { ordinal: 2, revision: 1, error: expect.stringContaining('sf:default:a:2') },
    ]);
    await pipeline.publish();
    const { stories } = await checkCollection(pipeline.store, COLLECTION);
    expect(stories).toEqual([[WIRE_DAY[0].id, WIRE_DAY[2].id].sort((a, b) => (a! < b! ? -1 : 1))]);
  });
});

test('what is set aside is left alone by other jobs until it is retried', async () => {
  const broken = { until: 'articles:taken' as PipelineStep | undefined };
  const checkpoint = (step: PipelineStep): void => {
    if (step === broken.until) throw new Error('broken here');
  };
  await withStage({ checkpoint }, async ({ pipeline, work }) => {
    await pipeline.accept(WIRE_DAY.slice(0, 1));
    await work([1], LAST_TRY);
    delete broken.until;
    await work([1]);
    const states = async () =>
      (await readPlacements(pipeline.store, COLLECTION, [1])).map(({ state }) => state);
    expect(await states()).toEqual(['failed']);
    expect(await unparkArticle(pipeline.store, COLLECTION, 1)).toBe(true);
    expect(await unparkArticle(pipeline.store, COLLECTION, 7)).toBe(false);
    await work([1]);
    expect(await states()).toEqual(['clustered']);
    await pipeline.publish();
    await checkCollection(pipeline.store, COLLECTION);
  });
});

test('while Redis is away nothing is set aside', async () => {
  const checkpoint = (): void => {
    throw new Error('LOADING Redis is loading the dataset in memory');
  };
  await withStage({ checkpoint }, async ({ pipeline, work, redis }) => {
    await pipeline.accept(WIRE_DAY.slice(0, 1));
    await expect(work([1], LAST_TRY)).rejects.toThrow('LOADING');
    const { failures, pending } = ledgerKeys(COLLECTION);
    expect([await redis.redis.hlen(failures), await redis.redis.zcard(pending)]).toEqual([0, 1]);
  });
});

test('an article that stops its workers is set aside at the fourth start, whichever jobs it comes in', async () => {
  let isPoison = true;
  let stopped = 0;
  const checkpoint = (step: PipelineStep): void | Promise<void> => {
    if (!isPoison || step !== 'articles:taken') return;
    stopped++;
    // A worker that is gone says nothing more: neither an end nor an error.
    return new Promise(() => undefined);
  };
  await withStage({ checkpoint }, async ({ pipeline, work, deps, redis }) => {
    await pipeline.accept(WIRE_DAY.slice(0, 2));
    const begun = async (): Promise<string | null> => redis.redis.hget(ledgerKeys(COLLECTION).alone, '1');
    for (let deaths = 1; deaths <= 3; deaths++) {
      // One job that is taken up again and again, and one that the sweeper made.
      void work([1], deaths === 2 ? { name: 'alone' } : { attemptsStarted: deaths + 1 });
      await until(() => stopped === deaths, { what: `death ${deaths}` });
      expect(await begun()).toBe(String(deaths));
    }
    isPoison = false;
    await work([1], { name: 'alone' });
    const { items } = await readParked(pipeline.store, COLLECTION, { cursor: '0', limit: 10 });
    expect(items.map(({ error }) => error)).toEqual([expect.stringContaining('stopped 3 times')]);
    expect(await begun()).toBeNull();
    expect(await deps.waiting('articles')).toEqual([]);
  });
});

test('suspects in one process are begun one after the other, so that only one is blamed for its death', async () => {
  const open: (() => void)[] = [];
  const checkpoint = (step: PipelineStep): void | Promise<void> => {
    if (step === 'articles:taken') return new Promise((resolve) => open.push(resolve));
  };
  await withStage({ checkpoint }, async ({ pipeline, deps, redis }) => {
    await pipeline.accept(WIRE_DAY.slice(0, 2));
    const { alone } = ledgerKeys(COLLECTION);
    const jobs = [1, 2].map((ordinal) => {
      const job = { name: 'alone', data: { collection: COLLECTION, ordinals: [ordinal] }, attemptsMade: 0 };
      return processArticles(deps, job as unknown as Job<ArticlesJob>);
    });
    await until(() => open.length === 1, { what: 'the first to be taken' });
    expect(await redis.redis.hkeys(alone)).toEqual(['1']);
    open[0]();
    await until(() => open.length === 2, { what: 'the second to be taken' });
    expect(await redis.redis.hkeys(alone)).toEqual(['2']);
    open[1]();
    await Promise.all(jobs);
    expect(await redis.redis.exists(alone)).toBe(0);
  });
});

test('a revision that comes while its article is tried alone is not dropped with the job that brought it', async () => {
  // The first passes when the test comes, too; whoever is later finds it open.
  const gate = createBarrier(2);
  let taken = 0;
  const checkpoint = async (step: PipelineStep): Promise<void> => {
    if (step !== 'articles:compared') return;
    taken++;
    await gate.arrive();
  };
  await withStage({ checkpoint }, async ({ pipeline, deps, redis }) => {
    const [first] = WIRE_DAY;
    await pipeline.accept([first]);
    const about = { collection: COLLECTION, ordinals: [1] };
    await tryAlone(deps, about);
    const connection = redis.connect('blocking');
    const worker = new Worker<ArticlesJob>('articles', (job) => processArticles(deps, job), {
      ...{ connection, prefix: QUEUE_PREFIX, concurrency: 2 },
    });
    try {
      await until(() => taken === 1, { what: 'the first revision to be in hand' });
      await pipeline.accept([{ ...first, title: 'Second edition' }]);
      await tryAlone(deps, about);
      await gate.arrive();
      await until(async () => {
        const [{ committedRevision }] = await readPlacements(pipeline.store, COLLECTION, [1]);
        return committedRevision === 2;
      });
      // The fork of a job that follows is taken over with its end.
      await until(async () => (await redis.redis.keys(`${QUEUE_PREFIX}:articles:dn:*`)).length === 0);
    } finally {
      await worker.close();
    }
  });
});

test('an article that ends well by itself is no suspect any more', async () => {
  await withStage({}, async ({ pipeline, work, redis }) => {
    await pipeline.accept(WIRE_DAY.slice(0, 1));
    const { alone } = ledgerKeys(COLLECTION);
    await redis.redis.hset(alone, '1', '2');
    await work([1], { name: 'alone' });
    expect(await redis.redis.exists(alone)).toBe(0);
    const [{ state }] = await readPlacements(pipeline.store, COLLECTION, [1]);
    expect(state).toBe('clustered');
  });
});

test('a body that is gone is an error of its article alone', async () => {
  await withStage({}, async ({ pipeline, deps, work, redis }) => {
    await pipeline.accept(WIRE_DAY.slice(0, 2));
    await redis.redis.unlink(bodyKey(COLLECTION, 1));
    await work([1, 2]);
    expect(await deps.waiting('articles')).toEqual([['alone', { collection: COLLECTION, ordinals: [1] }]]);
    await work([1]);
    const placements = await readPlacements(pipeline.store, COLLECTION, [1, 2]);
    expect(placements.map(({ state }) => state)).toEqual(['failed', 'clustered']);
  });
});

test('a newer revision that is set aside stays so when the older one is decided on after it', async () => {
  await withStage({}, async (stage) => {
    const { pipeline, work, redis } = stage;
    const [first] = WIRE_DAY;
    const hooks: { meanwhile?: () => Promise<void> } = {};
    const slow = await openPipeline(redis, {
      checkpoint: async (step) => {
        if (step === 'articles:compared') await hooks.meanwhile?.();
      },
    });
    hooks.meanwhile = async () => {
      await pipeline.accept([{ ...first, title: 'Second edition' }]);
      await redis.redis.hset(bodyKey(COLLECTION, 1), 'b:2', 'not a body');
      await work([1], LAST_TRY);
    };
    await slow.post([first]);
    const [{ state, acceptedRevision, committedRevision }] = await readPlacements(
      pipeline.store,
      COLLECTION,
      [1],
    );
    expect({ state, acceptedRevision, committedRevision }).toEqual({
      ...{ state: 'failed', acceptedRevision: 2, committedRevision: 1 },
    });
    const { items } = await readParked(pipeline.store, COLLECTION, { cursor: '0', limit: 10 });
    expect(items).toMatchObject([{ ordinal: 1, revision: 2 }]);
  });
});
