import fc from 'fast-check';
import { seededRandom } from '../../../src/cli/seeded-random';
import { bucketCountKey, postingPrefix, SHARD_TAGS } from '../../../src/store/keys';
import { insertPostings, readPostings } from '../../../src/store/postings';
import type { Store } from '../../../src/store/store';
import { COLLECTION, openTestStore } from '../../support/pipeline';
import { withRedis } from '../../support/redis';

const CAP = 40;
const HOUR_MS = 3600 * 1000;

/** Keys of one shard, few enough that some are common; or any key. */
const anyKey = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((n) => n * SHARD_TAGS.length),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);

/** Articles entered in one call: some ordinals, each under some keys. Few of both, so that lists fill up and repeat. */
const call = fc.array(
  fc.record({
    ordinal: fc.integer({ min: 1, max: 2 ** 32 - 2 }).map((n) => (n % 3 === 0 ? n : (n % 90) + 1)),
    keys: fc.uniqueArray(anyKey, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 30 },
);

/** What is to be found under each key: newest last, nobody twice, the newest ones only. */
class PostingModel {
  readonly lists = new Map<number, number[]>();

  insert(key: number, ordinal: number): number[] {
    const list = this.read(key);
    if (!list.includes(ordinal)) this.lists.set(key, [...(this.lists.get(key) ?? []), ordinal]);
    return this.read(key);
  }

  read(key: number): number[] {
    return (this.lists.get(key) ?? []).slice(-CAP);
  }
}

async function readAll(store: Store, keys: Iterable<number>): Promise<number[][]> {
  return (await readPostings(store, COLLECTION, [...keys])).map((list) => [...list]);
}

/** How many buckets a shard has. */
const countBuckets = async ({ redis }: Store, shard: number): Promise<number> =>
  Number.parseInt((await redis.get(bucketCountKey(COLLECTION, shard))) ?? '0', 10);

/** Articles with `perArticle` keys each, of as many keys as `keys`, from an ordinal on. */
function drawArticles(seed: number, articles: number, perArticle: number, keys: number, from = 1) {
  const random = seededRandom(seed);
  const drawKey = (): number => Math.imul(Math.floor(random() * keys) + 1, 0x9e3779b1) >>> 0;
  return Array.from({ length: articles }, (_, i) => ({
    ordinal: from + i,
    keys: [...new Set(Array.from({ length: perArticle }, drawKey))],
  }));
}

test('a key leads to the newest articles that have it, once each, in order, and to the reader among them', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis, { postingCap: CAP });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
        await redis.redis.flushall();
        const model = new PostingModel();
        for (const articles of calls) {
          const read = await insertPostings(store, COLLECTION, articles);
          articles.forEach(({ ordinal, keys }, i) => {
            keys.forEach((key, k) => {
              expect([...read[i][k]]).toEqual(model.insert(key, ordinal));
              expect([...read[i][k]]).toContain(ordinal);
            });
          });
        }
        const keys = [...model.lists.keys()];
        expect(await readAll(store, keys)).toEqual(keys.map((key) => model.read(key)));
      }),
      { numRuns: 25 },
    );
  });
});

test('buckets are split as the index grows and united as it empties, and nothing is lost by it', async () => {
  await withRedis(async (redis) => {
    let nowMs = 1.8e12;
    const options = { postingCap: CAP, lookbackMs: 8 * HOUR_MS, clock: () => nowMs };
    const store = openTestStore(redis, options);
    const model = new PostingModel();
    const enter = async (articles: ReturnType<typeof drawArticles>): Promise<void> => {
      for (let at = 0; at < articles.length; at += 10) {
        await insertPostings(store, COLLECTION, articles.slice(at, at + 10));
      }
    };
    const grown = drawArticles(1, 800, 60, 30_000);
    await enter(grown);
    for (const { ordinal, keys } of grown) for (const key of keys) model.insert(key, ordinal);
    expect(await countBuckets(store, 0)).toBeGreaterThan(48);
    const keys = [...model.lists.keys()];
    expect(await readAll(store, keys)).toEqual(keys.map((key) => model.read(key)));
    // A look-back later, with little traffic since: what came then is gone, what came since is there.
    const wide = await countBuckets(store, 0);
    for (let hour = 1; hour <= 20; hour++) {
      nowMs += HOUR_MS;
      await enter(drawArticles(hour + 1, 40, 40, 30_000, 10_000 * hour));
    }
    expect(await countBuckets(store, 0)).toBeLessThan(wide);
    const late = drawArticles(21, 40, 40, 30_000, 200_000);
    for (const { ordinal, keys: own } of late) {
      for (const list of await readAll(store, own)) expect(list).toContain(ordinal);
    }
  });
});

test('what is past the look-back is dropped from buckets that stay in use', async () => {
  await withRedis(async (redis) => {
    let nowMs = 1.8e12;
    const store = openTestStore(redis, { lookbackMs: 8 * HOUR_MS, clock: () => nowMs });
    // One key is rare, the others of its bucket come all the time.
    const rare = 5 * SHARD_TAGS.length;
    const neighbour = (n: number): number => (5 + 32 * (n + 1)) * SHARD_TAGS.length;
    await insertPostings(store, COLLECTION, [{ ordinal: 1, keys: [rare] }]);
    let ordinal = 1;
    let longest = 0;
    for (let hour = 0; hour < 24; hour++) {
      nowMs += HOUR_MS;
      for (let i = 0; i < 20; i++)
        await insertPostings(store, COLLECTION, [{ ordinal: ++ordinal, keys: [neighbour(i)] }]);
      longest = Math.max(longest, await redis.redis.strlen(`${postingPrefix(COLLECTION, 0)}b5`));
    }
    expect(await readAll(store, [rare])).toEqual([[]]);
    // 20 records an hour for 9 hours and 9 marks; and as many again, for what is past is dropped when it is half of all.
    expect(longest).toBeLessThanOrEqual(2 * 7 * (9 * 20 + 9));
    const [kept] = await readAll(store, [neighbour(0)]);
    expect(kept.length).toBeGreaterThanOrEqual(8);
    expect(kept.at(-1)).toBe(ordinal - 19);
  });
});

test('a common key has a list of its own that never grows beyond twice what is read of it', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis, { postingCap: CAP });
    for (let ordinal = 1; ordinal <= 1_000; ordinal++) {
      await insertPostings(store, COLLECTION, [{ ordinal, keys: [7] }]);
    }
    expect(await redis.redis.strlen(`${postingPrefix(COLLECTION, 7)}7`)).toBeLessThan(2 * CAP * 4);
    for (const name of await redis.redis.keys('sf:*'))
      expect(await redis.redis.pttl(name)).toBeGreaterThan(0);
    expect(await readAll(store, [7])).toEqual([Array.from({ length: CAP }, (_, i) => 1_001 - CAP + i)]);
    expect(await readPostings(store, COLLECTION, [])).toEqual([]);
  });
});

test('reading inserts nothing', async () => {
  await withRedis(async (redis) => {
    await readPostings(openTestStore(redis), COLLECTION, [1, 2, 3]);
    expect(await redis.redis.dbsize()).toBe(0);
  });
});
