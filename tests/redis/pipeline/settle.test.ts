import { readStoryVersions } from '../../../src/store/story-documents';
import { processStories } from '../../../workers/stories';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';
import { withWorkerDeps } from '../../support/worker-deps';

const jobFor = (storyId: string) => ({ data: { collection: COLLECTION, storyIds: [storyId] } });

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
      // The jobs that came before the time have left one for the time.
      expect(await deps.waiting('stories')).toEqual([['settled', jobFor(story).data]]);

      clock.nowMs += 100;
      await processStories(deps, jobFor(story));
      await processStories(deps, jobFor(story));
      expect(await versions(story)).toBe(2);
    });
  });
});
