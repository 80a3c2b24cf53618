import fc from 'fast-check';
import { loadBackground, packTable, unpackTable } from '../../../src/fingerprint/background';
import { STATISTICS_SLOTS, TermStatistics } from '../../../src/fingerprint/term-statistics';
import { foldText } from '../../../src/text/fold';
import { hashString } from '../../../src/text/hash';

describe('packTable', () => {
  it('keeps how frequent each word is within 6 %, and forgets the rarest', () => {
    const entry = fc.tuple(fc.nat(STATISTICS_SLOTS - 1), fc.integer({ min: 1, max: 1_000 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const counts = new Uint32Array(STATISTICS_SLOTS);
        for (const [slot, count] of entries) counts[slot] = count;
        const { documents, counts: read } = unpackTable(packTable({ documents: 1_000, counts }));
        for (const [slot] of entries) {
          const expected = counts[slot] < 3 ? 0 : (counts[slot] / 1_000) * documents;
          expect(Math.abs(read[slot] - expected)).toBeLessThanOrEqual(expected * 0.06);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a table that was cut', () => {
    const packed = packTable({ documents: 10, counts: Uint32Array.from({ length: 2_000 }, () => 5) });
    expect(() => unpackTable({ ...packed, rarities: packed.rarities.slice(0, 400) })).toThrow(RangeError);
  });
});

describe('the shipped background', () => {
  const statistics = new TermStatistics(loadBackground());
  const idf = (word: string): number => statistics.read('en').idf(hashString(foldText(word)));

  it.each([
    ['the', 'minist'],
    ['said', 'pier'],
    ['year', 'earthquak'],
  ])('knows that %s is commoner than %s before any article came', (common, rare) => {
    expect(idf(common) + 1).toBeLessThan(idf(rare));
  });

  it('has a table for names and for each language it was counted in', () => {
    expect([...loadBackground().keys()]).toEqual(expect.arrayContaining(['*', 'en', 'es', 'ru', 'vi']));
  });
});
