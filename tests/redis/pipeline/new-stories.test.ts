import { shuffle } from '../../../src/cli/cluster-order';
import type { PipelineStep } from '../../../src/pipeline/context';
import { publishDocument } from '../../../src/pipeline/publish-document';
import { toChunks } from '../../../src/queue/producer';
import { readEvents } from '../../../src/store/events';
import { ledgerKeys } from '../../../src/store/keys';
import { readPublished, readStoryVersions } from '../../../src/store/story-documents';
import { processArticles } from '../../../workers/articles';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY, WIRE_STORIES } from '../../support/wire-day';
import { type TestWorkerDeps, withWorkerDeps } from '../../support/worker-deps';

interface Stage {
  readonly pipeline: TestPipeline;
  readonly deps: TestWorkerDeps;
  /** Accepts articles and works a job of them, as a worker process does. */
  readonly work: (articles: typeof WIRE_DAY, collection?: string) => Promise<void>;
}

async function withStage(
  checkpoint: (step: PipelineStep) => void | Promise<void>,
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis, { checkpoint, clock: () => 1_700_000_000_000 });
    await withWorkerDeps(redis, pipeline, (deps) =>
      use({
        ...{ pipeline, deps },
        work: async (articles, collection = COLLECTION) => {
          const accepted = await pipeline.on(collection).accept(articles);
          const data = { collection, ordinals: accepted.map(({ ordinal }) => ordinal) };
          await processArticles(deps, {
            id: '1',
            name: 'cluster',
            data,
            attemptsStarted: 1,
            attemptsMade: 0,
          });
        },
      }),
    );
  });
}

/** Every event with all it carries, in a fixed order: story ids, which are drawn by lot, are replaced by the story's first article. */
async function describeEvents({ store }: TestPipeline, collection: string): Promise<unknown[]> {
  const events = await readEvents(store, collection, '0-0', 1_000);
  const names = new Map<string, string>();
  for (const { data } of events) {
    const { id, articles } = data.story as { id: string; articles: { id: string }[] };
    names.set(id, names.get(id) ?? `story of ${articles[0].id}`);
  }
  return events
    .map((event) => JSON.stringify({ ...event, id: '', collection: '' }).replaceAll(`"${collection}"`, '""'))
    .map((text) => text.replace(/st_[0-9a-z]{16}/g, (id) => names.get(id) ?? id))
    .sort()
    .map((text) => JSON.parse(text) as unknown);
}

test('the job that creates stories publishes them, as their documents would be built from the ledger', async () => {
  await withStage(
    () => undefined,
    async ({ pipeline, deps, work }) => {
      const reference = pipeline.on('reference');
      for (const chunk of toChunks(shuffle(WIRE_DAY, 1), 5)) {
        await work(chunk);
        await reference.post(chunk);
        // Those that changed are queued, new ones are not.
        await pipeline.publish();
        await reference.publish();
      }
      expect(await describeEvents(pipeline, COLLECTION)).toEqual(
        await describeEvents(reference, 'reference'),
      );
      expect((await checkCollection(pipeline.store, COLLECTION)).stories).toEqual(WIRE_STORIES);
      for (const [, payload] of await deps.waiting('stories')) {
        const { storyIds } = payload as { storyIds: string[] };
        for (const id of storyIds)
          expect(
            (await readPublished(pipeline.store, COLLECTION, id))?.story.counts.articles,
          ).toBeGreaterThan(1);
      }
    },
  );
});

test('new stories that cannot be published now are queued', async () => {
  const checkpoint = (step: PipelineStep): void => {
    if (step === 'stories:built') throw new Error('broken here');
  };
  await withStage(checkpoint, async ({ deps, work, pipeline }) => {
    await work(WIRE_DAY.slice(0, 1));
    expect(await readEvents(pipeline.store, COLLECTION, '0-0', 10)).toEqual([]);
    expect(await deps.waiting('stories')).toEqual([
      ['publish', { collection: COLLECTION, storyIds: [expect.stringMatching(/^st_/)] }],
    ]);
  });
});

test.each([
  ['published', 0, ['story.created']],
  ['joined and published', 1, ['story.created']],
])('a new story that another worker has %s meanwhile is left to it', async (_, joining, expected) => {
  const others = { meddle: async (): Promise<void> => undefined };
  const checkpoint = async (step: PipelineStep): Promise<void> => {
    if (step !== 'stories:built') return;
    const { meddle } = others;
    others.meddle = async () => undefined;
    await meddle();
  };
  await withStage(checkpoint, async ({ pipeline, work }) => {
    others.meddle = async () => {
      await pipeline.post(WIRE_DAY.slice(1, 1 + joining));
      const [id] = await pipeline.store.redis.zrange(ledgerKeys(COLLECTION).dirty, '0', '-1');
      await publishDocument(pipeline.context, COLLECTION, id);
    };
    await work(WIRE_DAY.slice(0, 1));
    await pipeline.publish();
    const events = await readEvents(pipeline.store, COLLECTION, '0-0', 10);
    expect(events.map(({ type }) => type)).toEqual(expected);
    const { story } = events[0].data as { story: { id: string; counts: { articles: number } } };
    expect(story.counts.articles).toBe(1 + joining);
    expect(await readStoryVersions(pipeline.store, COLLECTION, story.id, { limit: 10 })).toHaveLength(1);
    await checkCollection(pipeline.store, COLLECTION);
  });
});
