import type { Contingency } from './contingency';
import { type PrecisionRecall, withF1 } from './precision-recall';

/** Unordered pairs of items that a grouping puts together, and those that two groupings agree to. */
export interface PairCounts {
  readonly left: number;
  readonly right: number;
  readonly both: number;
  readonly all: number;
}

/** Counts pairs from group sizes, never one by one. O(cells). */
export function countPairs({ items, left, right, cells }: Contingency): PairCounts {
  return {
    left: sumPairs(left),
    right: sumPairs(right),
    both: sumPairs(cells.map(({ count }) => count)),
    all: pairsOf(items),
  };
}

const pairsOf = (size: number): number => (size * (size - 1)) / 2;

const sumPairs = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + pairsOf(size), 0);

/**
 * Precision and recall over all pairs of items, of the second grouping against the first. A large group weighs by the
 * square of its size. Precision is 1 where no pair was predicted, recall 1 where there is none to find.
 */
export function scorePairs(contingency: Contingency): PrecisionRecall {
  const { left, right, both } = countPairs(contingency);
  return withF1(right === 0 ? 1 : both / right, left === 0 ? 1 : both / left);
}

/**
 * The Rand index of two groupings, adjusted for chance: 1 where they are the same, about 0 for a random one, below 0
 * for worse than random. Symmetric. Hubert & Arabie 1985.
 */
export function adjustedRand(contingency: Contingency): number {
  const { left, right, both, all } = countPairs(contingency);
  const expected = all === 0 ? 0 : (left * right) / all;
  const most = (left + right) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
