import fc from 'fast-check';
import { shuffle } from '../../../src/cli/cluster-order';
import { quantise } from '../../../src/matching/story-view';
import { assessStory } from '../../../src/review/assess';
import { binPairs, scoreThreshold, suggestThresholds } from '../../../src/review/calibrate';
import { simulate } from '../../../src/review/simulate';

/** A story whose members know each other by the pairs given. */
function storyOf(
  id: string,
  ordinals: readonly number[],
  pairs: readonly (readonly [number, number, number])[],
) {
  const members = new Map(
    ordinals.map((ordinal) => {
      const edges = pairs.flatMap(([a, b, probability]) =>
        a === ordinal ? [{ ordinal: b, revision: 1, probability: quantise(probability) }] : [],
      );
      return [ordinal, { ordinal, revision: 1, probability: 0.9, joinedAtMs: 0, edges }] as const;
    }),
  );
  return { id, members };
}

test('a lower threshold merges, a higher one splits, and constraints win over both', () => {
  const pairs = [
    [1, 2, 0.9],
    [3, 4, 0.9],
    [1, 3, 0.4],
    [1, 4, 0.4],
    [2, 3, 0.4],
    [2, 4, 0.4],
  ] as const;
  const stories = [storyOf('x', [1, 2], pairs), storyOf('y', [3, 4], pairs)];
  expect(simulate(stories, [], { merge: 0.3 })).toMatchObject({
    merged: [['x', 'y']],
    split: [],
    unchanged: 0,
  });
  expect(simulate(stories, [], { merge: 0.5 })).toMatchObject({ merged: [], split: [], unchanged: 2 });
  expect(simulate(stories, [], { merge: 0.95 }).split.map(({ storyId }) => storyId)).toEqual(['x', 'y']);
  const apart = [{ kind: 'cannot', a: 1, b: 3, decision: 1 } as const];
  expect(simulate(stories, apart, { merge: 0.3 }).merged).toEqual([]);
  const bound = [{ kind: 'must', a: 1, b: 2, decision: 1 } as const];
  expect(simulate(stories, bound, { merge: 0.95 }).split.map(({ storyId }) => storyId)).toEqual(['y']);
});

const reviewed = fc.array(
  fc.record({ same: fc.boolean(), probability: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 60 },
);

test('the suggested threshold is as good as any', () => {
  fc.assert(
    fc.property(reviewed, (pairs) => {
      const suggestion = suggestThresholds(pairs);
      const positives = pairs.filter(({ same }) => same).length;
      if (!suggestion) {
        expect(Math.min(positives, pairs.length - positives)).toBeLessThan(10);
        return;
      }
      const f1 = ({ precision, recall }: { precision: number; recall: number }) =>
        precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      for (const { probability } of pairs) {
        // Thresholds have four decimals: pairs closer together than that cannot be told apart.
        expect(f1(suggestion) + 0.1).toBeGreaterThanOrEqual(f1(scoreThreshold(pairs, probability)));
      }
      expect(suggestion.review).toBeLessThanOrEqual(suggestion.merge);
    }),
  );
});

test('clearly separated pairs are separated', () => {
  const pairs = Array.from({ length: 40 }, (_, i) => ({
    same: i >= 20,
    probability: i < 20 ? 0.1 + i / 100 : 0.6 + i / 200,
  }));
  const suggestion = suggestThresholds(pairs)!;
  expect(suggestion).toMatchObject({ precision: 1, recall: 1 });
  expect(suggestion.merge).toBeGreaterThan(0.29);
  expect(suggestion.merge).toBeLessThan(0.7);
  expect(binPairs(pairs).reduce((sum, { same, apart }) => sum + same + apart, 0)).toBe(40);
});

const NO_WORDS = { mustLink: [], cannotLink: [] };
const LIMITS = { thresholds: { merge: 0.5, review: 0.2 }, conflicts: 0, sources: 2 };

test('a pair nearer to the threshold is the greater risk, and one that is answered none', () => {
  const at = (probability: number, words = NO_WORDS as Parameters<typeof assessStory>[0]['words']) =>
    assessStory({
      ...storyOf('x', [1], [[1, 9, probability]]),
      ...{ storyOf: () => 'y', words, ...LIMITS },
    });
  expect(at(0.1)).toBeUndefined();
  expect(at(0.45)!.risk).toBeGreaterThan(at(0.25)!.risk);
  expect(at(0.45, { mustLink: [], cannotLink: [[1, 9]] })).toBeUndefined();
});

test('two groups that one pair holds together are a bridge', () => {
  const pairs = [
    [1, 2, 0.9],
    [1, 3, 0.9],
    [2, 3, 0.9],
    [4, 5, 0.9],
    [3, 4, 0.8],
  ] as const;
  const found = assessStory({
    ...storyOf('x', [1, 2, 3, 4, 5], pairs),
    storyOf: () => undefined,
    words: NO_WORDS,
    ...LIMITS,
  });
  expect(found?.cases).toMatchObject([{ kind: 'bridge', article: 4, other: 3, articles: [4, 5] }]);
});

test('what a reviewer should see does not hang on the order in which members come', () => {
  const edges = fc.array(
    fc.record({
      ordinal: fc.integer({ min: 1, max: 12 }),
      revision: fc.constant(1),
      probability: fc.constantFrom(0.15, 0.3, 0.4, 0.75, 0.8).map(quantise),
    }),
    { maxLength: 6 },
  );
  const members = fc.uniqueArray(
    fc.record({
      ordinal: fc.integer({ min: 1, max: 8 }),
      revision: fc.constant(1),
      probability: fc.constantFrom(0.2, 0.35, 0.9).map(quantise),
      joinedAtMs: fc.constant(0),
      edges,
    }),
    { minLength: 2, maxLength: 8, selector: ({ ordinal }) => ordinal },
  );
  fc.assert(
    fc.property(members, fc.nat(), (list, seed) => {
      const assess = (inOrder: typeof list) =>
        assessStory({
          members: new Map(inOrder.map((member) => [member.ordinal, member])),
          storyOf: (ordinal) => `st_${ordinal % 3}`,
          words: { mustLink: [], cannotLink: [] },
          thresholds: { merge: 0.4, review: 0.2 },
          conflicts: 0,
          sources: 2,
        });
      expect(assess(shuffle(list, seed))).toEqual(assess(list));
    }),
  );
});
