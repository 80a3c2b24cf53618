import { shuffle } from '../../../src/cli/cluster-order';
import { lookAgain } from '../../../src/pipeline/look-again';
import { createArticleProducer } from '../../../src/queue/producer';
import type { ArticlesJob } from '../../../src/queue/queues';
import { countAgain } from '../../../src/store/again';
import type { PostedArticle } from '../../../src/store/articles';
import { ledgerKeys } from '../../../src/store/keys';
import { processArticles } from '../../../workers/articles';
import { processUpkeep } from '../../../workers/upkeep';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { openReviewer } from '../../support/reviewer';
import { WIRE_DAY, WIRE_STORIES } from '../../support/wire-day';
import { withWorkerDeps } from '../../support/worker-deps';

jest.setTimeout(120_000);

const LEAK = WIRE_DAY.filter(({ id }) => id!.startsWith('reservoir-'));
const IDS = LEAK.map(({ id }) => id!);

const ordinalsOf = async (pipeline: TestPipeline, articles: readonly PostedArticle[]): Promise<number[]> =>
  (await pipeline.accept(articles)).map(({ ordinal }) => ordinal);

/** What the ledger and the stream hold of a collection. */
async function readState({ store }: TestPipeline): Promise<unknown> {
  const { prefix, state, events } = ledgerKeys(COLLECTION);
  const stories = await store.redis.keys(`${prefix.replace(/[{}]/g, '\\$&')}s:*`);
  const rows = await Promise.all(stories.sort().map(async (key) => [key, await store.redis.hgetall(key)]));
  return [rows, await store.redis.hgetall(state), await store.redis.xlen(events)];
}

test('what was left apart is joined by a second look, with the events of a merge', async () => {
  await withRedis(async (redis) => {
    const strict = await openPipeline(redis, { mergeThreshold: 0.9999 });
    const pipeline = await openPipeline(redis);
    await strict.post(WIRE_DAY.filter(({ id }) => !IDS.includes(id!)));
    for (const article of LEAK) await strict.post([article]);
    await strict.publish();
    expect((await strict.stories(IDS)).length).toBeGreaterThan(1);
    await lookAgain(pipeline.context, COLLECTION, await ordinalsOf(pipeline, LEAK));
    await pipeline.publish();
    expect(await pipeline.stories(IDS)).toEqual([[...IDS].sort()]);
    await checkCollection(pipeline.store, COLLECTION);
  });
});

test('a second look at everything, in any order and by several workers, leaves a day as it is and is no news', async () => {
  await withRedis(async (redis) => {
    const workers = await Promise.all([openPipeline(redis), openPipeline(redis)]);
    const [pipeline] = workers;
    const ordinals = (await pipeline.post(shuffle(WIRE_DAY, 3))).map(({ ordinal }) => ordinal);
    await pipeline.publish();
    const { events } = await checkCollection(pipeline.store, COLLECTION);
    expect(await countAgain(pipeline.store, COLLECTION)).toBe(WIRE_DAY.length);
    const turned = shuffle(ordinals, 7);
    await Promise.all(
      workers.map(({ context }, i) => lookAgain(context, COLLECTION, i === 0 ? ordinals : turned)),
    );
    await pipeline.publish();
    expect(await countAgain(pipeline.store, COLLECTION)).toBe(0);
    expect(await checkCollection(pipeline.store, COLLECTION)).toMatchObject({
      stories: WIRE_STORIES,
      events,
    });
    const state = await readState(pipeline);
    await lookAgain(pipeline.context, COLLECTION, turned);
    expect(await readState(pipeline)).toEqual(state);
  });
});

test('a reviewer’s word holds against a second look, and so does a lock', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    const ordinals = (await pipeline.post(WIRE_DAY)).map(({ ordinal }) => ordinal);
    await pipeline.publish();
    const reviewer = openReviewer(pipeline);
    const storyId = await reviewer.storyOf(IDS[0]);
    await reviewer.must({ type: 'split', story: storyId, articles: [await reviewer.ordinal(IDS[1])] });
    await pipeline.publish();
    const split = await pipeline.stories(IDS);
    expect(split).toContainEqual([IDS[1]]);
    const locked = await reviewer.storyOf(WIRE_DAY.at(-1)!.id!);
    await reviewer.must({ type: 'lock', story: locked, locked: true });
    await lookAgain(pipeline.context, COLLECTION, ordinals);
    expect(await countAgain(pipeline.store, COLLECTION)).toBe(0);
    expect(await pipeline.stories(IDS)).toEqual(split);
  });
});

test('a revision that waits, or an article withdrawn, has no second look', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    const [first, second] = await ordinalsOf(pipeline, LEAK);
    await pipeline.cluster(await ordinalsOf(pipeline, LEAK));
    await pipeline.post([{ ...LEAK[1], status: 'canceled' }]);
    await pipeline.accept([{ ...LEAK[0], text: `${LEAK[0].text} More follows.` }]);
    await pipeline.publish();
    const state = await readState(pipeline);
    await lookAgain(pipeline.context, COLLECTION, [first, second]);
    expect(await readState(pipeline)).toEqual(state);
    expect(await countAgain(pipeline.store, COLLECTION)).toBe(LEAK.length - 2);
    await pipeline.cluster([first]);
    expect(await countAgain(pipeline.store, COLLECTION)).toBe(LEAK.length - 1);
  });
});

test('upkeep asks for second looks when their time has come and nothing new waits; a job cut off gives up', async () => {
  await withRedis(async (redis) => {
    let now = Date.now();
    const pipeline = await openPipeline(redis, { clock: () => now });
    const ordinals = (await pipeline.post(LEAK)).map(({ ordinal }) => ordinal);
    await pipeline.publish();
    await withWorkerDeps(redis, pipeline, async (deps) => {
      await processUpkeep(deps);
      expect(await deps.waiting('articles')).toEqual([]);
      now += deps.lookAgainAfterMs + 1;
      await processUpkeep(deps);
      const jobs = await deps.waiting('articles');
      expect(jobs.flatMap(([, data]) => (data as { ordinals: number[] }).ordinals)).toEqual(ordinals);
      // What is asked for is not asked for again at once.
      await processUpkeep(deps);
      expect(await deps.waiting('articles')).toHaveLength(jobs.length);
      const job = { id: '1', name: 'again', attemptsMade: 0 };
      const [[, data]] = jobs as [string, { collection: string; ordinals: number[] }][];
      const [first, rest] = [data.ordinals.slice(0, 2), data.ordinals.slice(2)];
      await processArticles(deps, { ...job, data: { ...data, ordinals: first }, attemptsStarted: 1 });
      await processArticles(deps, { ...job, data: { ...data, ordinals: rest }, attemptsStarted: 2 });
      expect(await countAgain(pipeline.store, COLLECTION)).toBe(0);
    });
  });
});

test('second looks wait behind a backfill, and do not keep the sweeper from finding what was lost', async () => {
  await withRedis(async (redis) => {
    let now = Date.now();
    const pipeline = await openPipeline(redis, { clock: () => now });
    await pipeline.post(LEAK);
    await withWorkerDeps(redis, pipeline, async (deps) => {
      now += deps.lookAgainAfterMs + 1;
      await processUpkeep(deps);
      const looks = await deps.waiting('articles');
      expect(looks.length).toBeGreaterThan(0);
      // Accepted, and its job lost before it came to the queue: the jobs that wait are older, but none of them can have it.
      const [lost] = await ordinalsOf(pipeline, [WIRE_DAY.at(-1)!]);
      now += deps.graceMs + 1;
      await processUpkeep(deps);
      const [live, ...behind] = await deps.waiting('articles');
      expect(live).toEqual(['swept', { collection: COLLECTION, ordinals: [lost] }]);
      expect(behind).toEqual(looks);
      const producer = createArticleProducer(deps.articles, { chunkSize: 50, coalesceMs: 1 }, deps.log);
      producer.enqueue(COLLECTION, [lost + 1], [], 0, true);
      await producer.flush();
      const order = (await deps.waiting('articles')).map(([, data]) => data as ArticlesJob);
      expect(order.map(({ backfill, again }) => [backfill ?? false, again ?? false])).toEqual([
        [false, false],
        [true, false],
        ...looks.map(() => [false, true]),
      ]);
    });
  });
});
