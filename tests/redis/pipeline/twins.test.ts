import type { PipelineStep } from '../../../src/pipeline/context';
import type { PostedArticle } from '../../../src/store/articles';
import { createBarrier } from '../../support/barrier';
import { checkCollection } from '../../support/check-collection';
import { openPipeline, type TestPipeline } from '../../support/pipeline';
import { type TestRedis, withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';

jest.setTimeout(240_000);

const WORKERS = 4;

/** What a race does at a step of one of the workers: nothing, or holds it. */
type Hold = (step: PipelineStep, worker: number) => Promise<void> | undefined;

/** Four copies of one report, each by another outlet. */
const twins: readonly PostedArticle[] = Array.from({ length: WORKERS }, (_, worker) => ({
  ...WIRE_DAY[0],
  id: `twin-${worker}`,
  source: { name: `Outlet ${worker}` },
  url: `https://outlet-${worker}.example/corrin`,
}));

/** Four pipelines, each with a connection and caches of its own; `race.hold` may be set anew for every round. */
async function openWorkers(test: TestRedis, race: { hold: Hold }): Promise<TestPipeline[]> {
  return Promise.all(
    Array.from({ length: WORKERS }, (_, worker) =>
      openPipeline(test, { checkpoint: (step) => race.hold(step, worker) }),
    ),
  );
}

/** Posts a twin through each worker at once, lets all publish, and expects one story that holds together. */
async function raceTwins(workers: readonly TestPipeline[], round: string): Promise<void> {
  const own = workers.map((worker) => worker.on(round));
  await Promise.all(own.map((worker, i) => worker.post([twins[i]])));
  await Promise.all(own.map((worker) => worker.publish()));
  const { stories } = await checkCollection(own[0].store, round);
  expect(stories).toEqual([twins.map(({ id }) => id)]);
}

/** All wait for each other at one step. */
const meetAt = (meeting: PipelineStep): Hold => {
  const barrier = createBarrier(WORKERS);
  return (step) => (step === meeting ? barrier.arrive() : undefined);
};

/** One worker waits at a step until the others have committed: those that it has not seen. */
const holdOne = (held: number, at: PipelineStep): Hold => {
  const others = createBarrier(WORKERS);
  const indexed = createBarrier(1);
  return (step, worker) => {
    if (worker === held) {
      if (step !== at) return undefined;
      void indexed.arrive();
      return others.arrive();
    }
    if (step === 'articles:fingerprinted') return indexed.passed;
    if (step === 'articles:committed') void others.arrive();
    return undefined;
  };
};

const RACES: readonly [name: string, rounds: number, hold: (round: number) => Hold][] = [
  ['freely', 60, () => () => undefined],
  ['all indexed before any looks', 40, () => meetAt('articles:indexed')],
  ['all decided on what was before', 40, () => meetAt('articles:compared')],
  ['the first to look is the last to decide', 60, (round) => holdOne(round % WORKERS, 'articles:compared')],
];

test.each(RACES)(
  'twins posted to four workers at once end in one story: %s, %i times',
  async (_, rounds, hold) => {
    await withRedis(async (redis) => {
      const race: { hold: Hold } = { hold: () => undefined };
      const workers = await openWorkers(redis, race);
      for (let round = 0; round < rounds; round++) {
        race.hold = hold(round);
        await raceTwins(workers, `round-${round}`);
      }
    });
  },
);
