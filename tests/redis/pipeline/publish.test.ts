import fc from 'fast-check';
import { publishDocument } from '../../../src/pipeline/publish-document';
import { readEvents, type StoredEvent } from '../../../src/store/events';
import { ledgerKeys } from '../../../src/store/keys';
import { readPlacements, readStoryHeads } from '../../../src/store/ledger';
import { readStoryDocument, readStoryVersions, resolveStoryId } from '../../../src/store/story-documents';
import type { StoryChange } from '../../../src/story/diff-stories';
import { checkCollection } from '../../support/check-collection';
import { type LedgerMoves, ledgerMoves } from '../../support/ledger-moves';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { type TestRedis, withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';

jest.setTimeout(120_000);

interface Stage extends LedgerMoves {
  readonly pipeline: TestPipeline;
  readonly publishOne: (storyId: string) => Promise<unknown>;
  /** Type and story of every event so far. */
  readonly told: () => Promise<string[]>;
  readonly events: () => Promise<StoredEvent[]>;
}

/** A pipeline with ten accepted articles that are in no story yet. */
async function setStage(test: TestRedis, options: Parameters<typeof openPipeline>[1] = {}): Promise<Stage> {
  const pipeline = await openPipeline(test, options);
  await pipeline.accept(WIRE_DAY.slice(0, 10));
  const events = (): Promise<StoredEvent[]> => readEvents(pipeline.store, COLLECTION, '0-0', 1_000);
  return {
    ...{ pipeline, ...ledgerMoves(pipeline), events },
    publishOne: (storyId) => publishDocument(pipeline.context, COLLECTION, storyId),
    told: async () =>
      (await events()).map(({ type, data }) => `${type.slice(6)} ${(data.story as { id: string }).id}`),
  };
}

const ARTICLE_IDS = WIRE_DAY.slice(0, 10).map(({ id }) => id);

/** Withdraws what is in no story, so that all articles have a final state, publishes what is due, and checks everything. */
async function finish(stage: Stage): Promise<void> {
  const ordinals = Array.from({ length: 10 }, (_, i) => i + 1);
  const placements = await readPlacements(stage.pipeline.store, COLLECTION, ordinals);
  for (const ordinal of ordinals) {
    const { state, storyId } = placements[ordinal - 1];
    if (state !== 'withdrawn' && storyId === undefined) await stage.withdraw(ordinal);
  }
  await stage.pipeline.publish();
  await checkCollection(stage.pipeline.store, COLLECTION);
}

test('merged ids lead to their survivor, over any number of merges', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    const { store } = stage.pipeline;
    const ids = ['st_a', 'st_b', 'st_c', 'st_d'];
    for (const [i, id] of ids.entries()) await stage.place(id, i + 1);
    await stage.pipeline.publish();
    for (const i of [0, 1, 2]) {
      await stage.merge(ids[i], ids[i + 1]);
      await stage.pipeline.publish();
    }
    expect((await stage.told()).slice(4)).toEqual(['merged st_b', 'merged st_c', 'merged st_d']);
    expect(await Promise.all(ids.map((id) => resolveStoryId(store, COLLECTION, id)))).toEqual(
      ids.map(() => 'st_d'),
    );
    expect(await readStoryDocument(store, COLLECTION, 'st_a')).toEqual({ kind: 'merged', into: 'st_b' });
    expect(await resolveStoryId(store, COLLECTION, 'st_unknown')).toBe('st_unknown');
    await finish(stage);
  });
});

test('a split tells which article went where', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    await stage.place('st_a', 1, 2, 3);
    await stage.pipeline.publish();
    await stage.move('st_b', 2, 3);
    await stage.pipeline.publish();
    expect((await stage.told()).sort()).toEqual(['created st_a', 'created st_b', 'split st_a']);
    const split = (await stage.events()).find(({ type }) => type === 'story.split');
    expect(split?.data.change).toMatchObject({
      from: 'st_a',
      into: ['st_a', 'st_b'],
      articleStories: { [WIRE_DAY[1].id!]: 'st_b', [WIRE_DAY[2].id!]: 'st_b' },
    });
    const [version] = await readStoryVersions(stage.pipeline.store, COLLECTION, 'st_a', { limit: 1 });
    expect(version.events).toEqual([
      {
        type: 'story.split',
        from: 'st_a',
        into: ['st_a', 'st_b'],
        articleStories: { [WIRE_DAY[1].id!]: 'st_b', [WIRE_DAY[2].id!]: 'st_b' },
      },
    ]);
    await finish(stage);
  });
});

test('the first version says what was new while it is the only one, beside a second, and after a merge', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    const { store } = stage.pipeline;
    const changesOf = async (id: string): Promise<StoryChange[]> =>
      (await readStoryVersions(store, COLLECTION, id, { limit: 9 })).map(({ change }) => change);
    await stage.place('st_a', 1, 2);
    await stage.place('st_b', 4);
    await stage.pipeline.publish();
    const [first] = await changesOf('st_a');
    const [created, other] = await stage.events();
    expect(first).toEqual(created.data.change);
    expect(first.newSentences.length).toBeGreaterThan(0);
    await stage.place('st_a', 3);
    await stage.merge('st_b', 'st_a');
    await stage.pipeline.publish();
    const changes = await changesOf('st_a');
    expect(changes).toHaveLength(2);
    expect(changes[1]).toEqual(first);
    expect(changes[0].articles.added.length).toBe(2);
    expect(await changesOf('st_b')).toEqual([other.data.change]);
    await finish(stage);
  });
});

test('a published story absorbed by way of one that never was is named by the last', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    await stage.place('st_known', 1);
    await stage.pipeline.publish();
    await stage.place('st_brief', 2, 3);
    await stage.merge('st_known', 'st_brief');
    await stage.place('st_last', 4, 5, 6);
    await stage.merge('st_brief', 'st_last');
    await stage.pipeline.publish();
    expect(await stage.told()).toEqual(['created st_known', 'created st_last', 'merged st_last']);
    expect((await stage.events())[2].data.change).toMatchObject({ from: ['st_known'], into: 'st_last' });
    await finish(stage);
  });
});

test('a published story absorbed by one that is retracted before it was published is taken back', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    await stage.place('st_known', 1);
    await stage.pipeline.publish();
    await stage.place('st_brief', 2);
    await stage.merge('st_known', 'st_brief');
    await stage.withdraw(1);
    await stage.withdraw(2);
    await stage.pipeline.publish();
    expect(await stage.told()).toEqual(['created st_known', 'merged st_brief', 'retracted st_brief']);
    await finish(stage);
  });
});

test('a story that ends before it was ever published leaves no document and no event', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    await stage.place('st_a', 1);
    await stage.withdraw(1);
    await stage.place('st_b', 2);
    await stage.place('st_c', 3);
    await stage.merge('st_b', 'st_c');
    await stage.pipeline.publish();
    expect(await stage.told()).toEqual(['created st_c']);
    expect(await readStoryDocument(stage.pipeline.store, COLLECTION, 'st_b')).toEqual({
      ...{ kind: 'merged', into: 'st_c' },
    });
    await finish(stage);
  });
});

test('an article that leaves and comes back before anyone looked is no news', async () => {
  await withRedis(async (redis) => {
    const stage = await setStage(redis);
    await stage.place('st_a', 1, 2);
    await stage.place('st_b', 3, 4);
    await stage.pipeline.publish();
    await stage.move('st_b', 2);
    await stage.move('st_a', 2);
    await stage.pipeline.publish();
    expect(await stage.told()).toEqual(['created st_a', 'created st_b']);
    const versions = await readStoryVersions(stage.pipeline.store, COLLECTION, 'st_a', { limit: 9 });
    expect(versions.map(({ version }) => version)).toEqual([1]);
    await finish(stage);
  });
});

type Meanwhile = (stage: Stage) => Promise<unknown>;

/** What may happen between building a document and storing it, and the events that all of it comes to. */
const MEANWHILE: [what: string, Meanwhile, told: string[]][] = [
  [
    'is published by another worker',
    ({ publishOne }) => publishOne('st_a'),
    ['created st_a', 'updated st_a'],
  ],
  ['changes', ({ place }) => place('st_a', 3), ['created st_a', 'updated st_a', 'updated st_a']],
  [
    'is merged',
    ({ place, merge }) => place('st_b', 3, 4).then(() => merge('st_a', 'st_b')),
    ['created st_a', 'created st_b', 'merged st_b'],
  ],
  [
    'loses all its articles',
    ({ withdraw }) => withdraw(1).then(() => withdraw(2)),
    ['created st_a', 'retracted st_a'],
  ],
];

test.each(MEANWHILE)('a story that %s while its document is built', async (_, meanwhile, told) => {
  await withRedis(async (redis) => {
    const hooks: { onBuilt?: () => Promise<unknown> } = {};
    const stage = await setStage(redis, {
      checkpoint: async (step) => {
        if (step !== 'stories:built') return;
        const { onBuilt } = hooks;
        delete hooks.onBuilt;
        await onBuilt?.();
      },
    });
    await stage.place('st_a', 1);
    await stage.pipeline.publish();
    await stage.place('st_a', 2);
    hooks.onBuilt = () => meanwhile(stage);
    await stage.publishOne('st_a');
    await stage.pipeline.publish();
    expect(await stage.told()).toEqual(told);
    await finish(stage);
  });
});

/** What may happen between reading a story's members and reading what led to them, and what all of it comes to. */
const IN_BETWEEN: [what: string, Meanwhile, told: string[]][] = [
  ['takes in another', ({ merge }) => merge('st_b', 'st_a'), ['updated st_a', 'merged st_a']],
  ['is split', ({ move }) => move('st_new', 2), ['updated st_a', 'created st_new', 'split st_a']],
];

test.each(IN_BETWEEN)('a story that %s between the reads for its document', async (_, meanwhile, told) => {
  await withRedis(async (redis) => {
    const hooks: { onRead?: () => Promise<unknown> } = {};
    const stage = await setStage(redis, {
      checkpoint: async (step) => {
        if (step !== 'stories:read') return;
        const { onRead } = hooks;
        delete hooks.onRead;
        await onRead?.();
      },
    });
    await stage.place('st_a', 1, 2);
    await stage.place('st_b', 3, 4);
    await stage.pipeline.publish();
    await stage.place('st_a', 5);
    hooks.onRead = () => meanwhile(stage);
    await stage.publishOne('st_a');
    await stage.pipeline.publish();
    expect((await stage.told()).slice(2).toSorted()).toEqual(told.toSorted());
    // Who is said to have come or gone has, in that very version.
    for (const { type, data } of (await stage.events()).slice(2)) {
      const { added, removed } = (data.change as StoryChange).articles;
      if (type === 'story.merged') expect(added.map(({ id }) => id)).toEqual(ARTICLE_IDS.slice(2, 4));
      if (type === 'story.split') expect(removed).toEqual([ARTICLE_IDS[1]]);
    }
    await finish(stage);
  });
});

const story = fc.constantFrom('st_a', 'st_b', 'st_c', 'st_d', 'st_e');
const article = fc.integer({ min: 1, max: 10 });
const action = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('place' as const), article, story) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('move' as const), article, story) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('merge' as const), story, story) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('withdraw' as const), article, fc.constant('')) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('publish' as const), story, fc.constant('')) },
);

/** Does what can be done; what cannot (an article placed already, a story that has ended) is left out. */
async function act(stage: Stage, [kind, what, where]: [string, number | string, string]): Promise<void> {
  const { store } = stage.pipeline;
  const isOpen = async (id: string): Promise<boolean> => {
    const [head] = await readStoryHeads(store, COLLECTION, [id]);
    return head === undefined || head.status === 'active';
  };
  if (kind === 'publish') return void (await stage.publishOne(String(what)));
  if (kind === 'merge') {
    if (what !== where && (await isOpen(where)) && (await isOpen(String(what))))
      await stage.merge(String(what), where);
    return;
  }
  const [{ state, storyId }] = await readPlacements(store, COLLECTION, [Number(what)]);
  if (kind === 'withdraw' && storyId !== undefined) await stage.withdraw(Number(what));
  if (kind === 'place' && state === 'queued' && (await isOpen(where))) await stage.place(where, Number(what));
  if (kind === 'move' && storyId !== undefined && (await isOpen(where)))
    await stage.move(where, Number(what));
}

test('whatever happens to stories, and whenever they are published, events and documents agree with the ledger', async () => {
  await withRedis(async (redis) => {
    const pipelines = await setStage(redis);
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30, size: 'max' }), async (actions) => {
        await redis.redis.flushall();
        pipelines.pipeline.store.knownCollections.clear();
        await pipelines.pipeline.accept(WIRE_DAY.slice(0, 10));
        for (const one of actions) await act(pipelines, one);
        await finish(pipelines);
        expect(await redis.redis.zcard(ledgerKeys(COLLECTION).dirty)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
