import { shuffle } from '../../../src/cli/cluster-order';
import { toChunks } from '../../../src/queue/producer';
import { checkCollection } from '../../support/check-collection';
import { openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY, WIRE_STORIES } from '../../support/wire-day';

jest.setTimeout(240_000);

const ORDERS = 20;

/** Clusters jobs of up to five articles with several workers at once, each taking the next job when it is done with one. */
async function work(workers: readonly TestPipeline[], seed: number): Promise<void> {
  const accepted = await workers[0].accept(shuffle(WIRE_DAY, seed));
  const ordinals = accepted.map(({ ordinal }) => ordinal);
  const jobs = toChunks(ordinals, 1 + (seed % 5));
  await Promise.all(
    workers.map(async (worker) => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        await worker.cluster(job);
        await worker.publish();
      }
    }),
  );
  await workers[0].publish();
}

test.each([1, 4])('a batch gives the same stories in 20 orders with %i workers', async (count) => {
  await withRedis(async (redis) => {
    const workers = await Promise.all(Array.from({ length: count }, () => openPipeline(redis)));
    for (let seed = 0; seed < ORDERS; seed++) {
      const collection = `order-${seed}`;
      await work(
        workers.map((worker) => worker.on(collection)),
        seed,
      );
      const { stories, articles } = await checkCollection(workers[0].store, collection);
      expect({ seed, stories }).toEqual({ seed, stories: WIRE_STORIES });
      expect(articles).toBe(WIRE_DAY.length);
    }
  });
});
