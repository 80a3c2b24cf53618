import fc from 'fast-check';
import { insertPostings, readPostings } from '../../../src/store/postings';
import { COLLECTION, openTestStore } from '../../support/pipeline';
import { withRedis } from '../../support/redis';

const CAP = 4;

/** Articles entered in one call: some ordinals, each under some keys. Few of both, so that lists fill up and repeat. */
const call = fc.array(
  fc.record({
    ordinal: fc.integer({ min: 1, max: 2 ** 32 - 1 }).map((n) => (n % 3 === 0 ? n : (n % 40) + 1)),
    keys: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** What the lists are to be: newest last, nobody twice, the newest ones only. */
class PostingModel {
  private readonly lists = new Map<number, number[]>();

  insert(key: number, ordinal: number): number[] {
    const list = this.read(key);
    if (!list.includes(ordinal)) this.lists.set(key, [...(this.lists.get(key) ?? []), ordinal]);
    return this.read(key);
  }

  read(key: number): number[] {
    return (this.lists.get(key) ?? []).slice(-CAP);
  }
}

test('a posting list holds the newest articles once, in order, and the reader among them', async () => {
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
        const keys = Array.from({ length: 21 }, (_, key) => key);
        const lists = await readPostings(store, COLLECTION, keys);
        expect(lists.map((list) => [...list])).toEqual(keys.map((key) => model.read(key)));
      }),
      { numRuns: 100 },
    );
  });
});

test('a list never grows beyond twice what is read of it, and is left to expire', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis, { postingCap: CAP });
    for (let ordinal = 1; ordinal <= 100; ordinal++) {
      await insertPostings(store, COLLECTION, [{ ordinal, keys: [7] }]);
    }
    const [key] = await redis.redis.keys('sf:*');
    expect(await redis.redis.strlen(key)).toBeLessThan(2 * CAP * 4);
    expect(await redis.redis.pttl(key)).toBeGreaterThan(0);
    expect((await readPostings(store, COLLECTION, [7])).map((list) => [...list])).toEqual([
      [97, 98, 99, 100],
    ]);
    expect(await readPostings(store, COLLECTION, [])).toEqual([]);
  });
});

test('reading inserts nothing', async () => {
  await withRedis(async (redis) => {
    await readPostings(openTestStore(redis), COLLECTION, [1, 2, 3]);
    expect(await redis.redis.dbsize()).toBe(0);
  });
});
