import fc from 'fast-check';
import { ledgerKeys } from '../../../src/store/keys';
import type { Store } from '../../../src/store/store';
import { listStories, type StoryQuery, type StorySummary } from '../../../src/store/story-list';
import { COLLECTION, openTestStore } from '../../support/pipeline';
import { withRedis } from '../../support/redis';

interface Listed {
  readonly id: string;
  readonly updated: number;
  readonly first: number;
  readonly size: number;
}

/** Few different scores, so that many are equal. */
const stories = fc.uniqueArray(fc.nat(999), { maxLength: 40 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record({
        id: fc.constant(`st_${number}`),
        updated: fc.integer({ min: 1, max: 5 }),
        first: fc.integer({ min: 1, max: 5 }),
        size: fc.integer({ min: 1, max: 3 }),
      }),
    ),
  ),
);

async function enter(store: Store, { id, updated, first, size }: Listed): Promise<void> {
  const keys = ledgerKeys(COLLECTION);
  const summary = {
    id,
    language: size > 1 ? 'en' : 'de',
    title: { text: `Story ${id}` },
    lead: { text: 'Rain fell on Élan Street' },
    counts: { articles: size, sources: size },
    updatedAt: new Date(updated * 1000).toISOString(),
    sources: ['The Paper'],
  };
  await store.redis.hset(keys.document(id), 'sum', JSON.stringify(summary));
  await store.redis.zadd(keys.byUpdated, updated * 1000, id);
  await store.redis.zadd(keys.byFirst, first * 1000, id);
  await store.redis.zadd(keys.bySize, size, id);
}

/** All pages of a query; fails when they do not end. `between` is called after each page. */
async function readAll(
  store: Store,
  query: Omit<StoryQuery, 'cursor'>,
  between: (page: readonly StorySummary[]) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages++) {
    const page = await listStories(store, COLLECTION, cursor === undefined ? query : { ...query, cursor });
    expect(page.items.length).toBeLessThanOrEqual(query.limit);
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === undefined) return ids;
    cursor = page.nextCursor;
    await between(page.items);
  }
  throw new Error('The pages do not end');
}

const descending =
  (score: (story: Listed) => number) =>
  (a: Listed, b: Listed): number =>
    score(b) - score(a) || (a.id < b.id ? 1 : -1);

test('pages hold every story once, in order, however many are equal', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    const sorts = fc.constantFrom('updated' as const, 'first' as const, 'size' as const);
    await fc.assert(
      fc.asyncProperty(stories, sorts, fc.integer({ min: 1, max: 9 }), async (listed, sort, limit) => {
        await redis.redis.flushall();
        for (const story of listed) await enter(store, story);
        const ordered = [...listed].sort(descending((story) => story[sort]));
        expect(await readAll(store, { sort, limit })).toEqual(ordered.map(({ id }) => id));
        const bounded = ordered.filter(({ updated }) => updated >= 2 && updated <= 4);
        expect(await readAll(store, { sort: 'updated', limit, sinceMs: 2000, untilMs: 4000 })).toEqual(
          [...bounded].sort(descending(({ updated }) => updated)).map(({ id }) => id),
        );
        const many = ordered.filter(({ size }) => size >= 2).map(({ id }) => id);
        expect(await readAll(store, { sort, limit, minSources: 2, language: 'en', q: 'rain élan' })).toEqual(
          many,
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('stories that move, come and go while pages are read hide no other', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    const moves = fc.array(fc.tuple(fc.nat(50), fc.constantFrom('top', 'gone', 'new')), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(stories, moves, fc.integer({ min: 1, max: 5 }), async (listed, moved, limit) => {
        await redis.redis.flushall();
        for (const story of listed) await enter(store, story);
        const keys = ledgerKeys(COLLECTION);
        const touched = new Set<string>();
        const queue = [...moved];
        const seen = await readAll(store, { sort: 'updated', limit }, async () => {
          const [at, what] = queue.shift() ?? [];
          if (at === undefined || listed.length === 0) return;
          const { id } = listed[at % listed.length];
          if (what === 'new') return enter(store, { id: `st_new${at}`, updated: 9, first: 9, size: 1 });
          touched.add(id);
          await (what === 'top'
            ? store.redis.zadd(keys.byUpdated, 8000, id)
            : store.redis.zrem(keys.byUpdated, id));
        });
        for (const { id } of listed) if (!touched.has(id)) expect(seen).toContain(id);
      }),
      { numRuns: 60 },
    );
  });
});

test('a cursor that was never given out starts at the beginning', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    await enter(store, { id: 'st_1', updated: 1, first: 1, size: 1 });
    for (const cursor of ['', 'nonsense', Buffer.from('NaN st_1').toString('base64url')]) {
      const page = await listStories(store, COLLECTION, { sort: 'updated', limit: 5, cursor });
      expect(page.items.map(({ id }) => id)).toEqual(['st_1']);
    }
  });
});
