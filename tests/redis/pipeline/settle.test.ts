import { publishDocuments } from '../../../src/pipeline/publish-document';
import { ledgerKeys } from '../../../src/store/keys';
import { readPublished, readStoryVersions } from '../../../src/store/story-documents';
import { processStories } from '../../../workers/stories';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';
import { withWorkerDeps } from '../../support/worker-deps';

const jobFor = (storyId: string) => ({
  ...{ id: '1', name: 'publish', attemptsStarted: 1, attemptsMade: 0 },
  data: { collection: COLLECTION, storyIds: [storyId] },
});

test('a story that changes again and again is told of once it has settled, whatever jobs there are', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: 1_700_000_000_000 };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs, debounceMs: 250 });
    await withWorkerDeps(redis, pipeline, async (deps) => {
      const [first] = WIRE_DAY;
      const copy = (n: number) => ({ ...first, id: `copy-${n}`, url: `https://outlet${n}.example/report` });
      const post = async (n: number): Promise<string> => {
        const accepted = await pipeline.accept([copy(n)]);
        const { due } = await pipeline.cluster(accepted.map(({ ordinal }) => ordinal));
        return due[0].storyId;
      };
      const versions = async (id: string): Promise<number> =>
        (await readStoryVersions(pipeline.store, COLLECTION, id, { limit: 100 })).length;

      const story = await post(0);
      await processStories(deps, jobFor(story));
      expect(await versions(story)).toBe(1);

      for (let n = 1; n <= 4; n++) {
        clock.nowMs += 50;
        expect(await post(n)).toBe(story);
        await processStories(deps, jobFor(story));
        await processStories(deps, jobFor(story));
      }
      expect(await versions(story)).toBe(1);
      // Nor by a worker that took it as due just before another told of it.
      expect(await publishDocuments(deps.pipeline, COLLECTION, [story], true)).toEqual([]);
      expect(await versions(story)).toBe(1);
      // The jobs that came before the time have left one for the time.
      expect(await deps.waiting('stories')).toEqual([['settled', jobFor(story).data]]);

      clock.nowMs += 100;
      await processStories(deps, jobFor(story));
      await processStories(deps, jobFor(story));
      expect(await versions(story)).toBe(2);
    });
  });
});

test('a story that changes while it is told of, which takes longer than it settles, has a job afterwards', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: 1_700_000_000_000 };
    const [first] = WIRE_DAY;
    let isTelling = false;
    const checkpoint = async (step: string): Promise<void> => {
      if (!isTelling) return;
      if (step === 'stories:published') clock.nowMs += 300;
      if (step !== 'stories:built') return;
      isTelling = false;
      await post(2);
      isTelling = true;
    };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs, debounceMs: 250, checkpoint });
    const post = async (n: number): Promise<string> => {
      const copy = { ...first, id: `copy-${n}`, url: `https://outlet${n}.example/report` };
      const [{ ordinal }] = await pipeline.accept([copy]);
      return (await pipeline.cluster([ordinal])).due[0].storyId;
    };
    await withWorkerDeps(redis, pipeline, async (deps) => {
      const story = await post(0);
      await processStories(deps, jobFor(story));
      clock.nowMs += 5_000;
      await post(1);
      clock.nowMs += 5_000;
      isTelling = true;
      await processStories(deps, jobFor(story));
      isTelling = false;
      expect(await deps.waiting('stories')).toEqual([['settled', jobFor(story).data]]);
    });
  });
});

test('forty reports within a second make a handful of documents at the default debounce time, the last one complete', async () => {
  await withRedis(async (redis) => {
    const START_MS = 1_700_000_000_000;
    const clock = { nowMs: START_MS };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs, debounceMs: 250 });
    const { store } = pipeline;
    await withWorkerDeps(redis, pipeline, async (deps) => {
      const [first] = WIRE_DAY;
      const post = async (n: number): Promise<string> => {
        const copy = { ...first, id: `copy-${n}`, url: `https://outlet${n}.example/report` };
        const accepted = await pipeline.accept([copy]);
        return (await pipeline.cluster(accepted.map(({ ordinal }) => ordinal))).due[0].storyId;
      };
      const story = await post(0);
      const isDue = async (): Promise<boolean> =>
        (await store.redis.zscore(ledgerKeys(COLLECTION).dirty, story)) !== null;
      const told = async (): Promise<number[]> => {
        const versions = await readStoryVersions(store, COLLECTION, story, { limit: 100 });
        return versions.map(({ at }) => at - START_MS).reverse();
      };

      await processStories(deps, jobFor(story));
      for (let n = 1; n < 40; n++) {
        clock.nowMs = START_MS + n * 25;
        expect(await post(n)).toBe(story);
        await processStories(deps, jobFor(story));
      }
      for (; await isDue(); clock.nowMs += 25) await processStories(deps, jobFor(story));
      expect(await told()).toEqual([0, 275, 775, 1_775]);
      expect((await readPublished(store, COLLECTION, story))?.story.counts.articles).toBe(40);

      // After a quiet time a change is told of soon again.
      clock.nowMs = START_MS + 10_000;
      await post(40);
      for (; await isDue(); clock.nowMs += 25) await processStories(deps, jobFor(story));
      expect((await told()).slice(4)).toEqual([10_250]);
    });
  });
});
