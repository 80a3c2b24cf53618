import * as fc from 'fast-check';
import { rankCandidates } from '../../../src/matching/candidates';

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
