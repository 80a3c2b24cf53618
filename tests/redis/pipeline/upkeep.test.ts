import { priorityOf } from '../../../src/queue/queues';
import { COLLECTIONS_KEY, ledgerKeys } from '../../../src/store/keys';
import { processUpkeep } from '../../../workers/upkeep';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { type TestRedis, withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';
import { type TestWorkerDeps, withWorkerDeps } from '../../support/worker-deps';

/** A stage of five accepted articles, whose jobs are the test's to make or lose, and a clock that it moves. */
async function withWaiting(
  use: (stage: {
    deps: TestWorkerDeps;
    clock: { nowMs: number };
    ordinals: number[];
    redis: TestRedis;
  }) => Promise<void>,
): Promise<void> {
  await withRedis(async (redis) => {
    const clock = { nowMs: Date.now() };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs });
    await withWorkerDeps(redis, pipeline, async (deps) => {
      const accepted = await pipeline.accept(WIRE_DAY.slice(0, 5));
      await use({ deps, clock, redis, ordinals: accepted.map(({ ordinal }) => ordinal) });
    });
  });
}

const swept = (...ordinals: number[]): [string, unknown] => ['swept', { collection: COLLECTION, ordinals }];

test('articles that have waited longer than the grace time without a job get one, once', async () => {
  await withWaiting(async ({ deps, clock }) => {
    await processUpkeep(deps);
    expect(await deps.waiting('articles')).toEqual([]);
    clock.nowMs += 1_001;
    await processUpkeep(deps);
    const jobs = [swept(1, 2, 3), swept(4, 5)];
    expect(await deps.waiting('articles')).toEqual(jobs);
    // The new jobs are young: what they carry is theirs.
    clock.nowMs += 500;
    await processUpkeep(deps);
    expect(await deps.waiting('articles')).toEqual(jobs);
  });
});

test('a backfill that waits behind live articles has not lost its jobs', async () => {
  await withWaiting(async ({ deps, clock, ordinals }) => {
    const data = { collection: COLLECTION, ordinals, backfill: true as const };
    await deps.articles.add('cluster', data, { ...priorityOf(data), timestamp: clock.nowMs });
    clock.nowMs += 60_000;
    await deps.articles.add(
      'cluster',
      { collection: COLLECTION, ordinals: [99] },
      { timestamp: clock.nowMs },
    );
    await processUpkeep(deps);
    expect(await deps.waiting('articles')).toEqual([
      ['cluster', { collection: COLLECTION, ordinals: [99] }],
      ['cluster', data],
    ]);
  });
});

test('what may have stopped its workers is given a job of its own', async () => {
  await withWaiting(async ({ deps, clock, redis }) => {
    await redis.redis.hset(ledgerKeys(COLLECTION).alone, '2', '1');
    clock.nowMs += 1_001;
    await processUpkeep(deps);
    expect(await deps.waiting('articles')).toEqual([
      ['alone', { collection: COLLECTION, ordinals: [2] }],
      swept(1, 3, 4),
      swept(5),
    ]);
  });
});

test('a job that was lost again is made again', async () => {
  await withWaiting(async ({ deps, clock, redis }) => {
    for (let loss = 0; loss < 3; loss++) {
      clock.nowMs += 1_001;
      await processUpkeep(deps);
      expect(await deps.waiting('articles')).toHaveLength(2);
      await deps.articles.drain();
    }
    expect(await redis.redis.zcard(ledgerKeys(COLLECTION).pending)).toBe(5);
  });
});

test('a deep queue is left alone: what waits since its oldest job may be in it', async () => {
  await withWaiting(async ({ deps, clock, ordinals }) => {
    await deps.articles.add('cluster', { collection: COLLECTION, ordinals }, { timestamp: clock.nowMs });
    clock.nowMs += 3_600_000;
    await processUpkeep(deps);
    expect(await deps.waiting('articles')).toHaveLength(1);
  });
});

test('what was lost before the oldest waiting job is found although the queue is deep', async () => {
  await withWaiting(async ({ deps, clock }) => {
    await deps.articles.add(
      'cluster',
      { collection: COLLECTION, ordinals: [9] },
      { timestamp: clock.nowMs + 5_000 },
    );
    clock.nowMs += 10_000;
    await processUpkeep(deps);
    expect((await deps.waiting('articles')).slice(-2)).toEqual([swept(1, 2, 3), swept(4, 5)]);
  });
});

test('what fails in one collection keeps no other from its turn', async () => {
  await withWaiting(async ({ deps, clock, redis }) => {
    for (const name of ['a-broken', 'z-broken']) {
      await redis.redis.sadd(COLLECTIONS_KEY, name);
      await redis.redis.set(ledgerKeys(name).settings, 'no JSON');
    }
    clock.nowMs += 1_001;
    await expect(processUpkeep(deps)).rejects.toThrow('2 collections could not be kept up');
    expect(await deps.waiting('articles')).toEqual([swept(1, 2, 3), swept(4, 5)]);
  });
});

test('documents that are overdue get a job, and those that settle do not', async () => {
  await withWaiting(async ({ deps, clock, redis }) => {
    const { dirty } = ledgerKeys(COLLECTION);
    await redis.redis.zadd(dirty, clock.nowMs - 1_001, 'st_late', clock.nowMs + 250, 'st_settling');
    await processUpkeep(deps);
    expect(await deps.waiting('stories')).toEqual([
      ['publish', { collection: COLLECTION, storyIds: ['st_late'] }],
    ]);
  });
});
