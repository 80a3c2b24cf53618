import { parkArticle } from '../../../src/store/failures';
import { ledgerKeys } from '../../../src/store/keys';
import { forgetExpired } from '../../../src/store/retention';
import { readPublished } from '../../../src/store/story-documents';
import { readOverdueStories } from '../../../src/store/sweep';
import { checkCollection } from '../../support/check-collection';
import { scanKeys } from '../../support/documented-keys';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';

const DAY_MS = 24 * 3600 * 1000;
const START_MS = Date.UTC(2026, 4, 18);

const [first, second, third] = WIRE_DAY.filter(({ id }) => id!.startsWith('reservoir-'));
const [ferry] = WIRE_DAY.filter(({ id }) => id === 'ferry-wire');
const [comet] = WIRE_DAY.filter(({ id }) => id === 'satellite-wire');

/** What is left to live "for good" or by its own bound, and what Redis itself lets expire. */
const KEPT = new Set(['for good', 'EVENTS_MAX_LENGTH', 'look-back', 'retention + 2 days']);

test('after retention nothing is left but what is kept for good', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: START_MS };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs });
    const { store } = pipeline;
    await pipeline.post(WIRE_DAY);
    // Names of every kind: an alias, and a revision at another URL than the first.
    await pipeline.post([{ ...first, id: 'alias-of-first' }]);
    await pipeline.post([{ ...second, url: 'https://elsewhere.example/2', title: 'Moved' }]);
    // Stories of every end: merged, retracted, and one that never had a document. Articles of every end.
    await pipeline.publish();
    await pipeline.post([{ ...ferry, title: first.title, text: first.text, url: 'https://third.example' }]);
    await pipeline.post([{ ...comet, status: 'canceled' }]);
    const [parked, waiting] = await pipeline.accept([
      { ...comet, id: 'parked', url: 'https://parked.example' },
      { ...comet, id: 'waiting', url: 'https://waiting.example' },
    ]);
    await parkArticle(store, COLLECTION, { ...parked, error: 'broken' });
    // A post that was cut off between its name and its body, and a body that is gone.
    await redis.redis.unlink(`sf:${COLLECTION}:a:${waiting.ordinal}`);
    await pipeline.publish();

    clock.nowMs += 29 * DAY_MS;
    const before = await redis.redis.dbsize();
    expect(await forgetExpired(store, COLLECTION)).toBe(false);
    expect(await redis.redis.dbsize()).toBe(before);

    clock.nowMs += 2 * DAY_MS;
    while (await forgetExpired(store, COLLECTION));
    const { found, problems } = await scanKeys(redis.redis, COLLECTION);
    expect(problems).toEqual([]);
    expect(found.filter(({ lives }) => !KEPT.has(lives))).toEqual([]);
    const mortal = found.filter(({ lives }) => lives === 'look-back');
    const ttls = await Promise.all(mortal.map(({ key }) => redis.redis.pttl(key)));
    expect(ttls.every((ttl) => ttl > 0)).toBe(true);
    expect(found.some(({ key }) => /:[af]:\d+$/.test(key))).toBe(false);
  });
});

test('a story that outlives some of its articles keeps its log, and is published without them a day later', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: START_MS };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs, lookbackMs: 30 * DAY_MS });
    await pipeline.post([first]);
    await pipeline.publish();
    clock.nowMs += 20 * DAY_MS;
    await pipeline.post([second]);
    await pipeline.publish();
    clock.nowMs += 15 * DAY_MS;
    await forgetExpired(pipeline.store, COLLECTION);
    expect(await pipeline.stories([first.id!, second.id!])).toEqual([[second.id]]);
    const overdue = (): Promise<string[]> => readOverdueStories(pipeline.store, COLLECTION, clock.nowMs);
    expect(await overdue()).toEqual([]);
    clock.nowMs += DAY_MS;
    const [id] = await overdue();
    await pipeline.publish();
    const published = await readPublished(pipeline.store, COLLECTION, id);
    expect(published?.story.articles.map((article) => article.id)).toEqual([second.id]);
    await pipeline.post([third]);
    await pipeline.publish();
    const { stories, events } = await checkCollection(pipeline.store, COLLECTION);
    expect({ stories, events }).toEqual({ stories: [[second.id, third.id]], events: 4 });
  });
});

test('what was decided before an article was forgotten is not committed after', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: START_MS };
    const pipeline = await openPipeline(redis, {
      clock: () => clock.nowMs,
      checkpoint: async (step) => {
        if (step !== 'articles:compared') return;
        clock.nowMs += 31 * DAY_MS;
        await forgetExpired(pipeline.store, COLLECTION);
      },
    });
    await pipeline.post([first]);
    await pipeline.publish();
    expect(await redis.redis.hlen(ledgerKeys(COLLECTION).state)).toBe(0);
    expect(await redis.redis.keys('sf:{default}:s:*')).toEqual([]);
  });
});

test('a document built before its story was forgotten is not stored after', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: START_MS };
    const pipeline = await openPipeline(redis, {
      clock: () => clock.nowMs,
      checkpoint: async (step) => {
        if (step !== 'stories:built') return;
        clock.nowMs += 31 * DAY_MS;
        await forgetExpired(pipeline.store, COLLECTION);
      },
    });
    await pipeline.post([first]);
    await pipeline.publish();
    const { found } = await scanKeys(redis.redis, COLLECTION);
    expect(found.filter(({ lives }) => !KEPT.has(lives))).toEqual([]);
  });
});
