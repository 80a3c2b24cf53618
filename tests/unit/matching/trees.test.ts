import fc from 'fast-check';
import { seededRandom } from '../../../src/cli/seeded-random';
import { fitTrees, type TreeOptions } from '../../../src/matching/fit-trees';
import { faultOfTree, shareOut, sumTrees, type Tree } from '../../../src/matching/trees';

/** Asks for the first feature, then on the right for the second one. */
const TREE: Tree = {
  features: [-1, 0, -1, 1],
  limits: [0, 0.5, 0, 2],
  missing: [0, 1, 0, 0],
  values: [0, 0, -1, 1, -1, -1, 0.5, 3],
};

describe('sumTrees', () => {
  it.each([
    ['up to the limit goes left', [0.5, 9], -1],
    ['above it right', [0.6, 9], 3],
    ['then by the next question', [0.6, 2], 0.5],
    ['what is missing goes where the tree says', [NaN, NaN], 0.5],
  ])('%s', (_, row, expected) => {
    expect(sumTrees([TREE], row)).toBe(expected);
    expect(sumTrees([TREE, TREE], [7, ...row], 1)).toBe(2 * expected);
  });

  it('adds nothing where there are none', () => {
    expect(sumTrees([], [1, 2])).toBe(0);
  });
});

/** Rows of (x, y, noise): one story where both x and y are high, which no sum of curves can say. */
function makePairs(count: number) {
  const random = seededRandom(7);
  const features = Float32Array.from({ length: count * 3 }, random);
  for (let i = 0; i < count; i += 9) features[i * 3 + 1] = NaN;
  const labels = Uint8Array.from({ length: count }, (_, i) => {
    const p = features[i * 3] > 0.5 && features[i * 3 + 1] > 0.5 ? 0.95 : 0.05;
    return random() < p ? 1 : 0;
  });
  return { width: 3, features, labels, weights: new Float64Array(count).fill(2) };
}

const OPTIONS: TreeOptions = {
  ...{ trees: 30, depth: 3, rate: 0.3, bins: 24, leastWeight: 5, ridge: 1 },
  monotone: [1, 1, 0],
};

describe('fitTrees', () => {
  const pairs = makePairs(3_000);
  const oneStory = pairs.labels.reduce((sum, label) => sum + label, 0) / 3_000;
  /** What another model would say that knows nothing but how many pairs are one story. */
  const before = new Float64Array(3_000).fill(Math.log(oneStory / (1 - oneStory)));
  const trees = fitTrees(pairs, before, OPTIONS);

  it.each([
    [[0.9, 0.9, 0.5], 1],
    [[0.9, 0.1, 0.5], -1],
    [[0.1, 0.9, 0.5], -1],
    [[0.9, NaN, 0.5], -1],
  ])('learns what two features say together: %j', (row, sign) => {
    expect((before[0] + sumTrees(trees, row)) * sign).toBeGreaterThan(1);
  });

  it('makes trees that can be used, the same every time', () => {
    expect(trees.map((tree) => faultOfTree(tree, 3))).toEqual(trees.map(() => undefined));
    expect(fitTrees(pairs, before, OPTIONS)).toEqual(trees);
  });

  it('leaves alone what the odds say already', () => {
    const odds = Float64Array.from(pairs.labels, (label) => (label === 1 ? 12 : -12));
    const sums = fitTrees(pairs, odds, OPTIONS).map((tree) => Math.max(...tree.values.map(Math.abs)));
    expect(Math.max(...sums)).toBeLessThan(0.1);
  });

  const value = fc.oneof(fc.double({ min: -1, max: 2, noNaN: true }), fc.constant(NaN));
  const row = fc.tuple(value, value, value);

  it('holds to the way a feature may speak', () => {
    fc.assert(
      fc.property(row, fc.nat(1), fc.double({ min: 0, max: 2, noNaN: true }), (low, feature, more) => {
        fc.pre(!Number.isNaN(low[feature]));
        const high = low.map((v, i) => (i === feature ? v + more : v));
        expect(sumTrees(trees, high)).toBeGreaterThanOrEqual(sumTrees(trees, low) - 1e-3);
      }),
    );
  });

  it('is shared out among the features without a rest', () => {
    fc.assert(
      fc.property(row, (values) => {
        const shares = shareOut(trees, values).reduce((sum, share) => sum + share, 0);
        expect(shares).toBeCloseTo(sumTrees(trees, values), 9);
      }),
    );
  });
});

describe('faultOfTree', () => {
  it.each([
    ['nodes are missing', { ...TREE, features: [-1, 0, 1] }],
    ['lengths differ', { ...TREE, values: [0, 1] }],
    ['a feature is not known', { ...TREE, features: [-1, 0, -1, 9] }],
    ['a value is no number', { ...TREE, limits: [0, 1, NaN, 0] }],
  ])('%s', (fault, tree) => {
    expect(faultOfTree(tree, 2)).toBe(fault);
  });

  it('finds none in a whole tree', () => {
    expect(faultOfTree(TREE, 2)).toBeUndefined();
  });
});
