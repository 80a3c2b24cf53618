import { reassessReviews } from '../../../src/pipeline/reassess-reviews';
import { ledgerKeys } from '../../../src/store/keys';
import { countReviews, listReviews } from '../../../src/store/reviews';
import { COLLECTION } from '../../support/pipeline';
import { WIRE_DAY } from '../../support/wire-day';
import { type TestApi, withApi } from '../api/harness';

jest.setTimeout(60_000);

/** An API over a day of reports, and a clock that a test moves past the cache of settings. */
async function withDay(use: (api: TestApi, setThresholds: (body: object) => Promise<void>) => Promise<void>) {
  let now = Date.UTC(2026, 4, 19);
  await withApi({ clock: () => now }, async (api) => {
    // Small sets are scanned whole whatever one asks for; these are to be scanned as large ones are.
    await api.store.redis.config('SET', 'zset-max-listpack-entries', '0');
    await api.post(WIRE_DAY);
    await api.publish();
    await use(api, async (thresholds) => {
      const { revision } = (await api.request('GET', '/admin/api/settings')).body;
      const set = await api.request('PUT', '/admin/api/settings', { body: { revision, thresholds } });
      expect(set.status).toBe(200);
      now += 2_000;
    });
  });
}

const reassess = (api: TestApi, budget?: number): Promise<number> =>
  reassessReviews(api.context, COLLECTION, budget);

/** Until there is nothing left to look at; answers how many stories each turn looked at. */
async function reassessAll(api: TestApi, budget?: number): Promise<number[]> {
  const turns: number[] = [];
  for (let looked = await reassess(api, budget); looked > 0; looked = await reassess(api, budget))
    turns.push(looked);
  return turns;
}

test('other thresholds put stories into the queue and take them out, though none has changed', async () => {
  await withDay(async (api, setThresholds) => {
    await reassessAll(api);
    const { store } = api;
    const before = await listReviews(store, COLLECTION, { offset: 0, limit: 100 });
    await setThresholds({ merge: 0.999, review: 0.01 });
    const { reassessing } = (await api.request('GET', '/admin/api/settings')).body;
    expect(reassessing).toEqual({ done: 0, stories: expect.any(Number) as number });
    const events = await store.redis.xlen(ledgerKeys(COLLECTION).events);
    const [looked] = await reassessAll(api);
    // Subscribers hear of stories, not of settings.
    expect(await store.redis.xlen(ledgerKeys(COLLECTION).events)).toBe(events);
    expect(looked).toBe(reassessing.stories);
    expect(await countReviews(store, COLLECTION)).toBeGreaterThan(before.length);
    expect((await api.request('GET', '/admin/api/settings')).body.reassessing).toBeNull();
    await setThresholds({ merge: null, review: null });
    await reassessAll(api);
    expect(await listReviews(store, COLLECTION, { offset: 0, limit: 100 })).toEqual(before);
  });
});

test('it is done a part at a time, goes on where it was, and ends', async () => {
  await withDay(async (api, setThresholds) => {
    await reassessAll(api);
    await setThresholds({ merge: 0.999, review: 0.01 });
    const turns = await reassessAll(api, 3);
    const stories = await api.store.redis.zcard(ledgerKeys(COLLECTION).byUpdated);
    expect(turns.length).toBeGreaterThan(1);
    expect(turns.reduce((sum, looked) => sum + looked, 0)).toBe(stories);
    expect(await reassess(api)).toBe(0);
  });
});
