import * as fc from 'fast-check';
import { scoreClustering } from '../../../src/quality/score-clustering';

const score = (gold: string, predicted: string) => scoreClustering(Array.from(gold), Array.from(predicted));

/** Scores straight from their definitions, item by item and pair by pair. */
function bruteForce(gold: readonly string[], predicted: readonly string[]) {
  const items = [...gold.keys()];
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const share = (of: readonly string[], among: readonly string[]): number =>
    mean(
      items.map((i) => {
        const group = items.filter((j) => among[j] === among[i]);
        return group.filter((j) => of[j] === of[i]).length / group.length;
      }),
    );
  const pairs = items.flatMap((i) => items.slice(i + 1).map((j) => [i, j]));
  const together = (labels: readonly string[]) => pairs.filter(([i, j]) => labels[i] === labels[j]);
  const both = together(gold).filter(([i, j]) => predicted[i] === predicted[j]).length;
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    bCubed: { precision: share(gold, predicted), recall: share(predicted, gold) },
    pairwise: {
      precision: ratio(both, together(predicted).length),
      recall: ratio(both, together(gold).length),
    },
    rand: (pairs.length - together(gold).length - together(predicted).length + 2 * both) / pairs.length,
  };
}

const labels = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const groupings = fc
  .array(fc.tuple(labels, labels), { minLength: 1, maxLength: 30 })
  .map((items) => [items.map(([gold]) => gold), items.map(([, predicted]) => predicted)] as const);

describe('scoreClustering', () => {
  it.each([
    // Gold {1,2,3}{4,5}, predicted {1,2}{3,4,5}. Together in both: 12 and 45, of 4 pairs each.
    // B-Cubed: precision (1 + 1 + 1/3 + 2/3 + 2/3) / 5 = 11/15, recall (2/3 + 2/3 + 1/3 + 1 + 1) / 5 = 11/15.
    // ARI: expected 4·4/10 = 1.6, so (2 − 1.6) / (4 − 1.6).
    {
      what: 'a border moved by one',
      gold: 'aaabb',
      predicted: 'xxyyy',
      b3: [11 / 15, 11 / 15],
      pairs: [1 / 2, 1 / 2],
      ari: 1 / 6,
    },
    {
      what: 'the same under other names',
      gold: 'aabbc',
      predicted: 'zzyyx',
      b3: [1, 1],
      pairs: [1, 1],
      ari: 1,
      nmi: 1,
    },
    // Every item alone: half of each gold pair is found; entropies ln 2 and ln 4, information ln 2.
    {
      what: 'nothing joined',
      gold: 'aabb',
      predicted: 'wxyz',
      b3: [1, 1 / 2],
      pairs: [1, 0],
      ari: 0,
      nmi: 2 / 3,
    },
    {
      what: 'everything joined',
      gold: 'aabb',
      predicted: 'zzzz',
      b3: [1 / 2, 1],
      pairs: [1 / 3, 1],
      ari: 0,
      nmi: 0,
    },
    {
      what: 'nothing to join and nothing joined',
      gold: 'abc',
      predicted: 'xyz',
      b3: [1, 1],
      pairs: [1, 1],
      ari: 1,
      nmi: 1,
    },
    { what: 'one item', gold: 'a', predicted: 'z', b3: [1, 1], pairs: [1, 1], ari: 1, nmi: 1 },
    // Crossed: no pair agrees, fewer than chance would have it: (0 − 2/3) / (2 − 2/3).
    {
      what: 'crossed pairs',
      gold: 'aabb',
      predicted: 'xyxy',
      b3: [1 / 2, 1 / 2],
      pairs: [0, 0],
      ari: -1 / 2,
      nmi: 0,
    },
  ])('scores $what as computed by hand', ({ gold, predicted, b3, pairs, ari, nmi }) => {
    const result = score(gold, predicted);
    expect(result.bCubed.precision).toBeCloseTo(b3[0], 12);
    expect(result.bCubed.recall).toBeCloseTo(b3[1], 12);
    expect(result.pairwise.precision).toBeCloseTo(pairs[0], 12);
    expect(result.pairwise.recall).toBeCloseTo(pairs[1], 12);
    expect(result.ari).toBeCloseTo(ari, 12);
    if (nmi !== undefined) expect(result.nmi).toBeCloseTo(nmi, 12);
  });

  it('has F1 as the harmonic mean, and 0 where precision and recall are 0', () => {
    expect(score('aabb', 'wxyz').bCubed.f1).toBeCloseTo(2 / 3, 12);
    expect(score('aabb', 'xyxy').pairwise.f1).toBe(0);
  });

  it('counts items and stories', () => {
    expect(score('aaabb', 'xyzzz')).toMatchObject({ items: 5, goldStories: 2, stories: 3 });
  });

  it('agrees with scores taken from the definitions', () => {
    fc.assert(
      fc.property(groupings, ([gold, predicted]) => {
        const { bCubed, pairwise } = scoreClustering(gold, predicted);
        const expected = bruteForce(gold, predicted);
        expect(bCubed.precision).toBeCloseTo(expected.bCubed.precision, 10);
        expect(bCubed.recall).toBeCloseTo(expected.bCubed.recall, 10);
        expect(pairwise.precision).toBeCloseTo(expected.pairwise.precision, 10);
        expect(pairwise.recall).toBeCloseTo(expected.pairwise.recall, 10);
      }),
    );
  });

  it('has an adjusted Rand index of 1 only where the Rand index is 1, and below it elsewhere', () => {
    fc.assert(
      fc.property(groupings, ([gold, predicted]) => {
        fc.pre(gold.length > 1);
        const { ari } = scoreClustering(gold, predicted);
        const { rand } = bruteForce(gold, predicted);
        expect(ari).toBeLessThanOrEqual(rand + 1e-12);
        expect(ari > 1 - 1e-12).toBe(rand === 1);
      }),
    );
  });

  it('is symmetric in ARI and NMI, and swaps precision and recall', () => {
    fc.assert(
      fc.property(groupings, ([gold, predicted]) => {
        const there = scoreClustering(gold, predicted);
        const back = scoreClustering(predicted, gold);
        expect(back.ari).toBeCloseTo(there.ari, 12);
        expect(back.nmi).toBeCloseTo(there.nmi, 12);
        expect(back.bCubed.precision).toBeCloseTo(there.bCubed.recall, 12);
        expect(back.pairwise.recall).toBeCloseTo(there.pairwise.precision, 12);
      }),
    );
  });

  it('keeps within its ranges, and does not depend on the order of items', () => {
    fc.assert(
      fc.property(groupings, ([gold, predicted]) => {
        const { bCubed, pairwise, ari, nmi } = scoreClustering(gold, predicted);
        for (const value of [...Object.values(bCubed), ...Object.values(pairwise), nmi]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        const turned = scoreClustering(gold.toReversed(), predicted.toReversed());
        expect(turned.ari).toBeCloseTo(ari, 12);
        expect(turned.bCubed.f1).toBeCloseTo(bCubed.f1, 12);
      }),
    );
  });

  it('refuses nothing, and lists that do not fit', () => {
    expect(() => scoreClustering([], [])).toThrow(RangeError);
    expect(() => scoreClustering(['a'], ['x', 'y'])).toThrow('1 labels against 2');
  });
});
