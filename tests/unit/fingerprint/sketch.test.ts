import fc from 'fast-check';
import { lowerBound, MAX_SKETCH, sketchShingles } from '../../../src/fingerprint/sketch';
import { TermCounter } from '../../../src/fingerprint/term-counter';
import { STATISTICS_SLOTS, TermStatistics } from '../../../src/fingerprint/term-statistics';

const tokens = (from: number, count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, i) => Math.imul(from + i, 0x9e3779b1) >>> 8);

describe('sketchShingles', () => {
  it.each([0, 1, 2, 3, 10, 130])('keeps all shingles of %i tokens', (count) => {
    const { shift, hashes } = sketchShingles(tokens(0, count), count);
    expect({ shift, kept: hashes.length }).toEqual({
      shift: 0,
      kept: count === 0 ? 0 : Math.max(1, count - 2),
    });
  });

  it('keeps a bounded, sorted sample of a long text', () => {
    const { shift, hashes } = sketchShingles(tokens(0, 20_000), 20_000);
    expect(hashes.length).toBeGreaterThan(MAX_SKETCH / 3);
    expect(hashes.length).toBeLessThanOrEqual(MAX_SKETCH);
    expect(hashes.every((h, i) => h < 2 ** (24 - shift) && (i === 0 || h > hashes[i - 1]))).toBe(true);
  });

  it('finds a short text inside a long one at the lower threshold', () => {
    const long = sketchShingles(tokens(0, 8_000), 8_000);
    const part = sketchShingles(tokens(3_000, 1_000), 1_000);
    const inPart = part.hashes.subarray(0, lowerBound(part.hashes, 2 ** (24 - long.shift)));
    expect(inPart.length).toBeGreaterThan(3);
    expect(inPart.every((hash) => long.hashes.includes(hash))).toBe(true);
  });

  it('is the lowest of the shingles, as many as come to the sketch by halving', () => {
    const words = fc.array(fc.nat(40), { maxLength: 900 });
    const distinct = fc.array(fc.nat(2 ** 24 - 1), { maxLength: 900 });
    fc.assert(
      fc.property(fc.oneof(words, distinct), (list) => {
        const all = Uint32Array.from(list);
        const { shift, hashes } = sketchShingles(all, list.length);
        const shingles = new Set<number>();
        for (let i = 0; i + 3 <= list.length; i++) {
          shingles.add(sketchShingles(all.subarray(i, i + 3), 3).hashes[0]);
        }
        const below = (s: number): number[] => [...shingles].filter((h) => h < 2 ** (24 - s));
        if (list.length >= 3) expect([...hashes]).toEqual(below(shift).sort((a, b) => a - b));
        expect(hashes.length).toBeLessThanOrEqual(MAX_SKETCH);
        // Only of a long text a threshold may be passed over.
        if (shift > 0 && list.length < 500) expect(below(shift - 1).length).toBeGreaterThan(MAX_SKETCH);
      }),
    );
  });
});

describe('TermCounter', () => {
  it('counts as a map would', () => {
    const counter = new TermCounter();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2 ** 24 - 1), fc.constantFrom(0, 1, 2))), (pairs) => {
        const expected = new Map<number, { count: number; flag: number }>();
        for (const [hash, flag] of pairs) {
          const known = expected.get(hash) ?? { count: 0, flag: 0 };
          expected.set(hash, { count: known.count + 1, flag: known.flag | flag });
          counter.add(hash, flag);
        }
        const { hashes, counts, flags } = counter.take();
        expect(Array.from(hashes)).toEqual([...expected.keys()].sort((a, b) => a - b));
        hashes.forEach((hash, i) => {
          expect({ count: counts[i], flag: flags[i] }).toEqual(expected.get(hash));
        });
      }),
    );
  });
});

describe('TermCounter, of a long article', () => {
  it('makes room, and is as before afterwards', () => {
    const counter = new TermCounter();
    for (const size of [20_000, 3]) {
      for (let hash = 0; hash < size; hash++) {
        counter.add(hash * 7, hash & 1);
        if (hash % 2 === 0) counter.add(hash * 7, 2);
      }
      const { hashes, counts, flags } = counter.take();
      expect(hashes).toHaveLength(size);
      expect([hashes[2], counts[2], flags[2]]).toEqual([14, 2, 2]);
      expect([hashes[1], counts[1], flags[1]]).toEqual([7, 1, 1]);
      expect(counter.has(7)).toBe(false);
    }
  });
});

describe('TermStatistics', () => {
  it('shares counts by draining and refreshing without losing or doubling any', () => {
    const [mine, other] = [new TermStatistics(), new TermStatistics()];
    mine.observe('en', [1, 2]);
    other.observe('en', [2, 3]);
    const counts = new Uint32Array(STATISTICS_SLOTS);
    let documents = 0;
    for (const delta of [...mine.drain(), ...other.drain()]) {
      documents += delta.documents;
      delta.slots.forEach((slot, i) => (counts[slot] += delta.increments[i]));
    }
    mine.observe('en', [3]);
    mine.refresh('en', { documents, counts });
    expect(mine.read('en').documents).toBe(3);
    expect([1, 2, 3].map((hash) => mine.read('en').frequency(hash))).toEqual([1, 2, 2]);
    expect(mine.drain()).toHaveLength(1);
    expect(mine.drain()).toEqual([]);
  });

  it('adds what it sees to its background', () => {
    const counts = new Uint32Array(STATISTICS_SLOTS);
    counts[7] = 5;
    const statistics = new TermStatistics(new Map([['en', { documents: 10, counts }]]));
    statistics.observe('en', [7]);
    expect([statistics.read('en').documents, statistics.read('en').frequency(7)]).toEqual([11, 6]);
  });
});
