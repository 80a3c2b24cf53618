import fc from 'fast-check';
import type { Redis } from 'ioredis';
import type { Article } from '../../../src/article';
import { encodeFingerprint, roundFingerprint } from '../../../src/fingerprint/codec';
import { fingerprintArticle } from '../../../src/fingerprint/fingerprint';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { type Member, quantise } from '../../../src/matching/story-view';
import { decodeBody, encodeBody } from '../../../src/store/article-codec';
import { acceptArticles } from '../../../src/store/articles';
import { CorruptRecord } from '../../../src/store/corrupt-record';
import { decodeJson, encodeJson } from '../../../src/store/document-codec';
import { readFingerprints, storeFingerprints } from '../../../src/store/fingerprints';
import { COLLECTIONS_KEY } from '../../../src/store/keys';
import { decodeMember, encodeMember } from '../../../src/store/member-codec';
import { cleanArticle } from '../../../src/text/clean-article';
import { COLLECTION, openTestStore } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';

const probability = fc.double({ min: 0, max: 1, noNaN: true }).map(quantise);
const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const member: fc.Arbitrary<Member> = fc.record({
  ordinal: fc.constant(9),
  revision: uint32,
  probability,
  joinedAtMs: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  edges: fc.array(fc.record({ ordinal: uint32, revision: fc.nat(255), probability }), { maxLength: 60 }),
});

const article: Article = {
  ...{
    id: 'x',
    collection: COLLECTION,
    revision: 1,
    receivedAtMs: 0,
    status: 'usable',
    source: { name: 'Paper' },
  },
  title: 'Otters breed in river Lenne',
  text: 'A camera trap on the river Lenne has filmed an otter with three cubs, the wildlife trust said.',
};
const fingerprint = roundFingerprint(
  fingerprintArticle(
    article,
    cleanArticle(article, () => 'en'),
    new TermStatistics(),
  ),
);

test('a collection whose entry was lost with a Redis that came back is entered again', async () => {
  await withRedis(async (test) => {
    const store = openTestStore(test);
    await acceptArticles(store, 'day', [WIRE_DAY[0]]);
    await test.redis.del(COLLECTIONS_KEY);
    const lost = new Promise((resolve) => store.redis.once('close', resolve));
    await test.redis.client('KILL', 'ID', await (store.redis as Redis).client('ID'));
    await lost;
    await acceptArticles(store, 'day', [WIRE_DAY[1]]);
    expect(await test.redis.smembers(COLLECTIONS_KEY)).toEqual(['day']);
  });
});

test('a member record is read as it was written', () => {
  fc.assert(
    fc.property(member, (one) => {
      expect(decodeMember('key', 9, encodeMember(one))).toEqual(one);
    }),
  );
});

test('a member record cut short, lengthened or of another version names its key and field', () => {
  fc.assert(
    fc.property(member, fc.nat(), (one, at) => {
      const bytes = encodeMember(one);
      const damaged = [bytes.subarray(0, at % bytes.length), Buffer.concat([bytes, Buffer.of(0)])];
      for (const record of [...damaged, Buffer.concat([Buffer.of(99), bytes.subarray(1)])]) {
        expect(() => decodeMember('sf:{c}:s:x', 9, record)).toThrow(CorruptRecord);
        expect(() => decodeMember('sf:{c}:s:x', 9, record)).toThrow(/sf:\{c\}:s:x \(field m:9\)/);
      }
    }),
  );
});

test('a body is read as it was written, whatever it says', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.record({ title: text, text, name: text }), fc.nat(), ({ title, text: body, name }, at) => {
      const posted = { title, text: body, source: { name }, status: 'usable' as const };
      expect(decodeBody('key', 'c', 3, encodeBody('x', posted, at))).toEqual({
        ...posted,
        ...{ id: 'x', collection: 'c', revision: 3, receivedAtMs: at },
      });
    }),
  );
});

test('a document is read as it was written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decodeJson('key', 'd', encodeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([
  ['body', () => decodeBody('sf:c:a:4', 'c', 2, Buffer.from('no deflate')), 'sf:c:a:4 (field b:2)'],
  ['document', () => decodeJson('sf:{c}:doc:x', 'd', Buffer.of(1, 2)), 'sf:{c}:doc:x (field d)'],
])('a damaged %s names its key and field', (_, read, named) => {
  expect(read).toThrow(CorruptRecord);
  expect(read).toThrow(named);
});

test('the fingerprint of the newest revision stays, and one of another version counts as none', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    const put = (ordinal: number, revision: number): Promise<void> =>
      storeFingerprints(store, COLLECTION, [{ ordinal, revision, fingerprint }]);
    for (const revision of [1, 3, 2]) await put(1, revision);
    await put(2, 2 ** 31 + 5);
    await put(2, 2 ** 31 + 4);
    const otherVersion = encodeFingerprint(fingerprint);
    otherVersion.writeUInt8(0);
    await redis.redis.set('sf:default:f:3', Buffer.concat([Buffer.of(1, 0, 0, 0), otherVersion]));
    const read = await readFingerprints(store, COLLECTION, [1, 2, 3, 4]);
    expect(read.map((one) => one?.revision)).toEqual([3, 2 ** 31 + 5, undefined, undefined]);
    expect(read[0]?.fingerprint).toEqual(fingerprint);
    expect(await redis.redis.pttl('sf:default:f:1')).toBeGreaterThan(store.lookbackMs);
  });
});

test('a damaged fingerprint names its key', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    await storeFingerprints(store, COLLECTION, [{ ordinal: 5, revision: 1, fingerprint }]);
    const whole = await redis.redis.getBuffer('sf:default:f:5');
    await redis.redis.set('sf:default:f:5', whole!.subarray(0, whole!.length - 3));
    await expect(readFingerprints(store, COLLECTION, [5])).rejects.toThrow('sf:default:f:5');
  });
});
