import { shuffle } from '../../../src/cli/cluster-order';
import type { PipelineStep } from '../../../src/pipeline/context';
import { publishDocument } from '../../../src/pipeline/publish-document';
import { createBarrier } from '../../support/barrier';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { readContents } from '../../support/redis-contents';
import { WIRE_DAY, WIRE_STORIES } from '../../support/wire-day';

/** All of Redis but what counts time: values by key. Statistics are left out: they count what a job did, again when it runs again. */
async function snapshot({ store }: TestPipeline): Promise<Map<string, string>> {
  const keys = (await store.redis.keys('sf:*')).filter((key) => !key.includes(':df')).sort();
  return readContents(store.redis, keys);
}

test('posting everything twice, in whatever order, changes nothing', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(WIRE_DAY);
    await pipeline.publish();
    const before = await snapshot(pipeline);
    const again = await pipeline.post(shuffle(WIRE_DAY, 7));
    await pipeline.publish();
    expect(again.every(({ status, queue }) => status === 'unchanged' && !queue)).toBe(true);
    expect(await snapshot(pipeline)).toEqual(before);
    expect((await checkCollection(pipeline.store, COLLECTION)).stories).toEqual(WIRE_STORIES);
  });
});

test('a job run twice changes nothing, alone or in four workers at once', async () => {
  await withRedis(async (redis) => {
    const workers = await Promise.all(Array.from({ length: 4 }, () => openPipeline(redis)));
    const accepted = await workers[0].accept(WIRE_DAY);
    const ordinals = accepted.map(({ ordinal }) => ordinal);
    await Promise.all(workers.map((worker) => worker.cluster(ordinals)));
    await Promise.all(workers.map((worker) => worker.publish()));
    expect((await checkCollection(workers[0].store, COLLECTION)).stories).toEqual(WIRE_STORIES);
    const before = await snapshot(workers[0]);
    for (const worker of workers) {
      await worker.cluster(ordinals);
      for (const key of before.keys()) {
        const [, story] = /:s:(.+)$/.exec(key) ?? [];
        if (story) await publishDocument(worker.context, COLLECTION, story);
      }
    }
    expect(await snapshot(workers[0])).toEqual(before);
  });
});

test('one article many times in a chunk is one member', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    const [report] = WIRE_DAY;
    const accepted = await pipeline.accept([report, report, { ...report, title: 'Second edition' }, report]);
    expect(accepted.map(({ ordinal }) => ordinal)).toEqual([1, 1, 1, 1]);
    expect(accepted.map(({ revision }) => revision)).toEqual([1, 1, 2, 3]);
    await pipeline.cluster([1, 1, 1, 1]);
    await pipeline.publish();
    const { stories, events } = await checkCollection(pipeline.store, COLLECTION);
    expect({ stories, events }).toEqual({ stories: [[report.id]], events: 1 });
  });
});

const HELD: readonly PipelineStep[] = [
  'articles:taken',
  'articles:fingerprinted',
  'articles:indexed',
  'articles:compared',
];

test.each(HELD)('a revision that overtakes the first one, held at %s, is the one that counts', async (at) => {
  await withRedis(async (redis) => {
    const here = createBarrier(1);
    const go = createBarrier(1);
    const slow = await openPipeline(redis, {
      checkpoint: (step) => {
        if (step !== at) return undefined;
        void here.arrive();
        return go.passed;
      },
    });
    const fast = await openPipeline(redis);
    const [ferry] = WIRE_DAY.filter(({ id }) => id === 'ferry-wire');
    const [verdict, verdictCopy] = WIRE_DAY.filter(({ id }) => id!.startsWith('verdict-'));
    const first = slow.post([ferry]);
    await here.passed;
    await fast.post([{ ...verdict, id: ferry.id, source: ferry.source, url: ferry.url }]);
    void go.arrive();
    await first;
    // What the held worker stored of the first revision must not hide the second from those that come after.
    await (await openPipeline(redis)).post([verdictCopy]);
    await fast.publish();
    const { stories } = await checkCollection(fast.store, COLLECTION);
    expect(stories).toEqual([['ferry-wire', 'verdict-copy']]);
  });
});

test('a revision that arrives while its article is compared follows it', async () => {
  await withRedis(async (redis) => {
    const [ferry] = WIRE_DAY.filter(({ id }) => id === 'ferry-wire');
    const second = {
      ...ferry,
      title: 'Aurelia freed from reef',
      text: `${ferry.text}\n\nThe ship is afloat.`,
    };
    const hooks: { onCompared?: () => Promise<unknown> } = {};
    const pipeline = await openPipeline(redis, {
      checkpoint: async (step) => {
        if (step !== 'articles:compared') return;
        const { onCompared } = hooks;
        delete hooks.onCompared;
        await onCompared?.();
      },
    });
    hooks.onCompared = () => pipeline.accept([second]);
    const [{ ordinal }] = await pipeline.post([ferry]);
    await pipeline.cluster([ordinal]);
    await pipeline.publish();
    const { stories, events } = await checkCollection(pipeline.store, COLLECTION);
    expect({ stories, events }).toEqual({ stories: [['ferry-wire']], events: 1 });
  });
});
