import * as fc from 'fast-check';
import { candidatesCompared, postingsRead, rankCandidates } from '../../../src/matching/candidates';

const posting = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 });
const entry = fc.record({ weight: fc.integer({ min: 1, max: 4 }), posting });

test('the candidates are those that share most weight, of equals the newer', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.integer({ min: 1, max: 30 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
      (entries, limit, excluded) => {
        const scores = new Map<number, number>();
        for (const { weight, posting: list } of entries)
          for (const ordinal of list) scores.set(ordinal, (scores.get(ordinal) ?? 0) + weight);
        const ranked = [...scores]
          .filter(([ordinal]) => !excluded.includes(ordinal))
          .sort((a, b) => b[1] - a[1] || b[0] - a[0])
          .map(([ordinal]) => ordinal);
        const found = rankCandidates(
          entries.map(({ weight }, key) => ({ key, weight })),
          entries.map(({ posting: list }) => Uint32Array.from(list)),
          limit,
          new Set(excluded),
        );
        expect(found).toEqual(ranked.slice(0, limit));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('of an article with many keys less is read of each list, so that no article costs more than another', () => {
  expect([1, 20, 32].map(postingsRead)).toEqual([256, 256, 256]);
  for (let keys = 33; keys <= 64; keys++) {
    expect(postingsRead(keys)).toBeLessThanOrEqual(postingsRead(keys - 1));
    expect(postingsRead(keys) * keys).toBeLessThanOrEqual(8_192);
  }
  const keys = Array.from({ length: 64 }, (_, key) => ({ key, weight: 1 }));
  const list = Uint32Array.from({ length: 200 }, (_, i) => i + 1);
  const found = rankCandidates(
    keys,
    keys.map(() => list),
    300,
    new Set(),
  );
  expect(found).toEqual(Array.from({ length: 128 }, (_, i) => 200 - i));
});

test('an article with many keys is compared with fewer candidates, one with few with as many as are allowed', () => {
  expect([1, 20, 45].map((keys) => candidatesCompared(keys, 80))).toEqual([80, 80, 80]);
  expect([50, 55, 60, 64].map((keys) => candidatesCompared(keys, 80))).toEqual([72, 65, 60, 56]);
  expect(candidatesCompared(64, 200)).toBe(140);
});
