import type { PipelineStep } from '../../../src/pipeline/context';
import { JOB_ATTEMPTS } from '../../../src/queue/queues';
import { readParked, unparkStory } from '../../../src/store/failures';
import { bodyKey, ledgerKeys } from '../../../src/store/keys';
import { readPublished } from '../../../src/store/story-documents';
import { processStories } from '../../../workers/stories';
import { createTurns } from '../../../workers/turns';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { type TestRedis, withRedis } from '../../support/redis';
import { until } from '../../support/until';
import { WIRE_DAY } from '../../support/wire-day';
import { type TestWorkerDeps, withWorkerDeps } from '../../support/worker-deps';

type Job = Parameters<typeof processStories>[1];

interface Stage {
  readonly pipeline: TestPipeline;
  readonly deps: TestWorkerDeps;
  readonly redis: TestRedis;
  readonly clock: { nowMs: number };
  /** Stories of three unlike reports, whose documents are due. */
  readonly stories: readonly string[];
  /** Works a job as BullMQ would at its first try, or a later one, in a process of its own. */
  readonly work: (storyIds: readonly string[], tries?: Partial<Job>) => Promise<void>;
}

async function withStage(
  checkpoint: (step: PipelineStep) => void | Promise<void>,
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  await withRedis(async (redis) => {
    const clock = { nowMs: Date.now() };
    const pipeline = await openPipeline(redis, { checkpoint, clock: () => clock.nowMs });
    await withWorkerDeps(redis, pipeline, async (deps) => {
      const accepted = await pipeline.accept([WIRE_DAY[0], WIRE_DAY[7], WIRE_DAY[14]]);
      const { due } = await pipeline.cluster(accepted.map(({ ordinal }) => ordinal));
      clock.nowMs += 1_000;
      const work: Stage['work'] = (storyIds, tries = {}) => {
        const first = { id: '1', name: 'publish', attemptsStarted: 1, attemptsMade: 0 };
        const job = { ...first, ...tries, data: { collection: COLLECTION, storyIds } };
        return processStories({ ...deps, inTurn: createTurns() }, job);
      };
      await use({ pipeline, deps, redis, clock, work, stories: due.map(({ storyId }) => storyId) });
    });
  });
}

const LAST_TRY = { attemptsStarted: JOB_ATTEMPTS, attemptsMade: JOB_ATTEMPTS - 1 };

/** Damages what the document of the second story is built from. */
async function damage({ redis, pipeline }: Stage): Promise<void> {
  await redis.redis.hset(bodyKey(COLLECTION, 2), 'b:1', 'not a body');
  pipeline.context.cleaned.clear();
}

const parked = async ({ pipeline }: Pick<Stage, 'pipeline'>) =>
  (await readParked(pipeline.store, COLLECTION, { cursor: '0', limit: 10 })).items;

const dirty = ({ redis }: Pick<Stage, 'redis'>): Promise<string[]> =>
  redis.redis.zrange(ledgerKeys(COLLECTION).dirty, '0', '-1');

test('a story that cannot be built holds up no other, is tried again, and is set aside at the last try', async () => {
  await withStage(
    () => undefined,
    async (stage) => {
      const { stories, work, pipeline, deps } = stage;
      expect(stories).toHaveLength(3);
      await damage(stage);
      await expect(work(stories)).rejects.toThrow('1 of 3 stories failed');
      expect(await dirty(stage)).toEqual([stories[1]]);
      await expect(work(stories, { attemptsStarted: 2, attemptsMade: 1 })).rejects.toThrow('1 of 3');
      await work(stories, LAST_TRY);
      expect(await dirty(stage)).toEqual([]);
      const error = expect.stringContaining('sf:default:a:2') as string;
      expect(await parked(stage)).toMatchObject([{ storyId: stories[1], version: 1, error }]);
      expect(await deps.metrics.registry.metrics()).toContain(
        'storyfold_jobs_total{queue="stories",result="parked"} 1',
      );
      for (const id of [stories[0], stories[2]])
        expect(await readPublished(pipeline.store, COLLECTION, id)).toBeDefined();
    },
  );
});

test('a retry, or a change of the story, has it tried again; once it is told of, nothing is set aside', async () => {
  await withStage(
    () => undefined,
    async (stage) => {
      const { stories, work, pipeline, redis, clock } = stage;
      const body = await redis.redis.hgetBuffer(bodyKey(COLLECTION, 2), 'b:1');
      await damage(stage);
      await work(stories, LAST_TRY);
      expect(await unparkStory(pipeline.store, COLLECTION, 'st_other')).toBe(false);
      expect(await unparkStory(pipeline.store, COLLECTION, stories[1])).toBe(true);
      await work(stories, LAST_TRY);
      expect(await parked(stage)).toHaveLength(1);
      const copy = { ...WIRE_DAY[7], id: 'copy', url: 'https://copies.example/1' };
      await pipeline.post([copy]);
      await redis.redis.hset(bodyKey(COLLECTION, 2), 'b:1', body!);
      expect(await dirty(stage)).toEqual([stories[1]]);
      clock.nowMs += 1_000;
      await work(stories);
      expect([await dirty(stage), await parked(stage)]).toEqual([[], []]);
      await checkCollection(pipeline.store, COLLECTION);
    },
  );
});

test('a story that changed while it could not be built is tried again and not set aside', async () => {
  let pipeline: TestPipeline | undefined;
  let posts = 0;
  const checkpoint = async (step: PipelineStep): Promise<void> => {
    if (step !== 'stories:built' || !pipeline) return;
    const n = ++posts;
    if (n > 2) return;
    const copy = { ...WIRE_DAY[0], id: `copy-${n}`, url: `https://copies.example/${n}` };
    await pipeline.post([copy]);
    throw new Error('broken while the story changed');
  };
  await withStage(checkpoint, async (stage) => {
    pipeline = stage.pipeline;
    await stage.work(stage.stories.slice(0, 1), LAST_TRY);
    expect(await parked(stage)).toEqual([]);
    expect(await dirty(stage)).toContain(stage.stories[0]);
  });
});

test('while Redis is away no story is set aside', async () => {
  const checkpoint = (step: PipelineStep): void => {
    if (step === 'stories:read') throw new Error('LOADING Redis is loading the dataset in memory');
  };
  await withStage(checkpoint, async (stage) => {
    await expect(stage.work(stage.stories, LAST_TRY)).rejects.toThrow('LOADING');
    expect([await parked(stage), await dirty(stage)]).toEqual([
      [],
      expect.arrayContaining([...stage.stories]),
    ]);
  });
});

test('a story that stops its workers is tried alone, and set aside at the fourth start', async () => {
  let isPoison = true;
  let stopped = 0;
  const checkpoint = (step: PipelineStep): void | Promise<void> => {
    if (!isPoison || step !== 'stories:read') return;
    stopped++;
    // A worker that is gone says nothing more: neither an end nor an error.
    return new Promise(() => undefined);
  };
  await withStage(checkpoint, async (stage) => {
    const { stories, work, deps, redis } = stage;
    const alone = stories.map((id) => ['alone', { collection: COLLECTION, storyIds: [id] }]);
    const poison = stories[1];
    await work(stories, { attemptsStarted: 2 });
    expect(stopped).toBe(0);
    expect(await deps.waiting('stories')).toEqual(alone);
    for (let deaths = 1; deaths <= 3; deaths++) {
      void work([poison], { name: 'alone', attemptsStarted: deaths });
      await until(() => stopped === deaths, { what: `death ${deaths}` });
      expect(await redis.redis.hget(ledgerKeys(COLLECTION).alone, poison)).toBe(String(deaths));
    }
    await deps.stories.drain();
    isPoison = false;
    // A job that the sweeper made, in which it would stop innocent ones.
    await work(stories);
    expect(await dirty(stage)).toEqual([poison]);
    expect(await deps.waiting('stories')).toEqual([alone[1]]);
    await work([poison], { name: 'alone' });
    expect(await parked(stage)).toMatchObject([
      { storyId: poison, error: expect.stringContaining('stopped 3 times') as string },
    ]);
    expect([await dirty(stage), await redis.redis.exists(ledgerKeys(COLLECTION).alone)]).toEqual([[], 0]);
  });
});
