import type { ThresholdScore } from '../matching/target-precision';

/** A pair that a reviewer has decided on, with the probability it had. */
export interface ReviewedPair {
  readonly same: boolean;
  readonly probability: number;
}

/** Thresholds that the decisions speak for. */
export interface Suggestion extends ThresholdScore {
  readonly merge: number;
  readonly review: number;
}

/** Reviewed pairs by probability. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly same: number;
  readonly apart: number;
}

/** With fewer decisions either way a threshold would follow single cases. */
export const MIN_PAIRS = 10;

/** Of pairs below the review threshold at most this share may be of one story: nobody is asked about them. */
const MAX_MISSED = 0.02;

const BINS = 20;

/** Whether there are `MIN_PAIRS` that belong together and as many that do not. */
export function hasEnough(pairs: readonly ReviewedPair[]): boolean {
  const positives = pairs.filter(({ same }) => same).length;
  return positives >= MIN_PAIRS && pairs.length - positives >= MIN_PAIRS;
}

/** Scores one merge threshold by reviewed pairs. Precision is 1 where nothing is joined, recall where nothing is to be. */
export function scoreThreshold(pairs: readonly ReviewedPair[], merge: number): ThresholdScore {
  const joined = pairs.filter(({ probability }) => probability >= merge);
  const right = joined.filter(({ same }) => same).length;
  const positives = pairs.filter(({ same }) => same).length;
  return {
    precision: joined.length === 0 ? 1 : right / joined.length,
    recall: positives === 0 ? 1 : right / positives,
  };
}

/**
 * The merge threshold with the highest F1 over reviewed pairs (of equal ones the middle), and below it the highest review threshold that
 * leaves next to no pair of one story unasked. Undefined with fewer than `MIN_PAIRS` of either kind. O(n log n).
 *
 * Reviewed pairs are the doubtful ones, not a sample of all: the scores say how reviewers would have been served, no more.
 */
export function suggestThresholds(pairs: readonly ReviewedPair[]): Suggestion | undefined {
  if (!hasEnough(pairs)) return undefined;
  const positives = pairs.filter(({ same }) => same).length;
  const ascending = [...pairs].sort((a, b) => a.probability - b.probability);
  let best = { f1: -1, from: 0, to: 0 };
  let [right, joined] = [positives, ascending.length];
  for (let i = 0; i < ascending.length; i++) {
    const { probability, same } = ascending[i];
    const below = i === 0 ? 0 : ascending[i - 1].probability;
    if (i === 0 || probability > below) {
      const f1 = (2 * right) / (joined + positives);
      if (f1 > best.f1) best = { f1, from: below, to: probability };
    }
    joined--;
    if (same) right--;
  }
  const merge = round((best.from + best.to) / 2);
  return {
    merge,
    review: Math.min(merge, suggestReview(ascending, positives)),
    ...scoreThreshold(pairs, merge),
  };
}

/** The highest review threshold that leaves next to no pair of one story unasked; pairs in ascending order, so many of them of one story. */
export function suggestReview(ascending: readonly ReviewedPair[], positives: number): number {
  let missed = 0;
  for (const { probability, same } of ascending) {
    if (same && ++missed > MAX_MISSED * positives) return round(probability);
  }
  return 1;
}

/** Reviewed pairs counted by probability: what a suggestion rests on. */
export function binPairs(pairs: readonly ReviewedPair[]): Bin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const [from, to] = [i / BINS, (i + 1) / BINS];
    const inside = pairs.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === i,
    );
    const same = inside.filter((pair) => pair.same).length;
    return { from, to, same, apart: inside.length - same };
  });
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
