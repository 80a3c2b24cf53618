import type { Thresholds } from './model';
import type { CalibrationBin, TrainingRecord } from './training-record';

/** Pairs of one set by their probability, in bins of equal width from 0 to 1. */
export type CalibrationCurve = readonly Pick<CalibrationBin, 'pairs' | 'shareOneStory'>[];

/** How well a threshold tells pairs apart: the share that is one story of what it joins, and the share of that which it finds. */
export interface ThresholdScore {
  readonly precision: number;
  readonly recall: number;
}

/** Thresholds that are looked at, ascending: .01 to .99. */
export const THRESHOLD_GRID: readonly number[] = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);

/**
 * The precision, in the sense of `scoreCurves`, that a model's thresholds are to have. Thresholds were chosen by the scores of whole
 * clusterings first (`docs/quality.md`); this is what they amount to, so that another model gets thresholds that mean the same.
 */
export const TARGET_PRECISION: Pick<Thresholds, 'merge' | 'review'> = { merge: 0.825, review: 0.745 };

/**
 * From where on it is worth a person's time to be asked: one pair in five is of one story. Of the shipped model's pairs it is 28 % in the
 * tenth that begins with its review threshold, 15 % in the tenth below.
 */
const WORTH_ASKING = 0.2;

/** Sums of proportions are off in the last digits. */
const ROUNDING = 1e-9;

/**
 * The curves that thresholds are derived from: those of models which had not seen the set, where they were measured, since a model
 * flatters itself on what it was learned from.
 */
export function calibrationCurves(training: TrainingRecord | undefined): CalibrationCurve[] {
  if (training === undefined) return [];
  const { heldOut, learnedFrom } = training;
  return (heldOut.length > 0 ? heldOut : learnedFrom).map(({ calibration }) => calibration);
}

/**
 * Precision and recall that a threshold from 0 to 1 has on the sets: of pairs at or above it the share that is one story, and the share of
 * those of one story that is found. The bin it falls in counts in proportion. Undefined where no set has a pair there.
 *
 * The mean over the sets, each counting the same: they are kinds of news, not samples of one, and by pairs the largest of the shipped
 * model's would count for half. A set without pairs above the threshold says nothing about it and is left out.
 */
export function scoreCurves(
  curves: readonly CalibrationCurve[],
  threshold: number,
): ThresholdScore | undefined {
  const counted = curves
    .map((curve) => ({ above: countFrom(curve, threshold), all: countFrom(curve, 0) }))
    .filter(({ above }) => above.pairs > 0);
  if (counted.length === 0) return undefined;
  return {
    precision: mean(counted.map(({ above }) => above.oneStory / above.pairs)),
    // As everywhere: all is found where nothing is to be.
    recall: mean(counted.map(({ above, all }) => (all.oneStory === 0 ? 1 : above.oneStory / all.oneStory))),
  };
}

/**
 * The lowest threshold of the grid from which on the precision stays at or above the wanted one, undefined where it never does. What holds
 * at one threshold only, between worse ones, is an accident of the sets.
 */
export function deriveThreshold(curves: readonly CalibrationCurve[], wanted: number): number | undefined {
  return lowestFrom((threshold) => scoreCurves(curves, threshold)?.precision, wanted);
}

/**
 * From which probability a person is to be asked where merging begins at `merge`: the lowest from which on one pair in five of each bin is
 * of one story (mean over the sets that have pairs there), at most `merge`. How precise merging is to be does not enter: a doubtful pair
 * is worth the same question whatever becomes of surer ones.
 */
export function deriveReview(curves: readonly CalibrationCurve[], merge: number): number {
  return Math.min(merge, lowestFrom((threshold) => shareAt(curves, threshold), WORTH_ASKING) ?? merge);
}

/**
 * Both thresholds by their precision, as training sets them.
 *
 * @throws RangeError where one of them is not reached.
 */
export function deriveThresholds(
  curves: readonly CalibrationCurve[],
  wanted: Pick<Thresholds, 'merge' | 'review'>,
): Pick<Thresholds, 'merge' | 'review'> {
  const derive = (name: 'merge' | 'review'): number => {
    const found = deriveThreshold(curves, wanted[name]);
    if (found === undefined) {
      const most = scoreCurves(curves, THRESHOLD_GRID.at(-1)!)?.precision.toFixed(3) ?? 'unknown';
      throw new RangeError(
        `training: no ${name} threshold has a precision of ${wanted[name]} on the sets; that of their surest pairs is ${most}`,
      );
    }
    return found;
  };
  return { merge: derive('merge'), review: derive('review') };
}

/** Where nothing can be measured, nothing speaks against a threshold, nor for it. */
function lowestFrom(measure: (threshold: number) => number | undefined, wanted: number): number | undefined {
  let found: number | undefined;
  for (const threshold of THRESHOLD_GRID.toReversed()) {
    const measured = measure(threshold);
    if (measured === undefined) continue;
    if (measured < wanted - ROUNDING) break;
    found = threshold;
  }
  return found;
}

function countFrom(curve: CalibrationCurve, threshold: number): { pairs: number; oneStory: number } {
  let [pairs, oneStory] = [0, 0];
  curve.forEach((bin, i) => {
    const share = Math.min(1, Math.max(0, i + 1 - threshold * curve.length));
    pairs += share * bin.pairs;
    oneStory += share * bin.pairs * bin.shareOneStory;
  });
  return { pairs, oneStory };
}

function shareAt(curves: readonly CalibrationCurve[], threshold: number): number | undefined {
  const bins = curves.flatMap((curve) => curve[Math.floor(threshold * curve.length)] ?? []);
  const shares = bins.filter(({ pairs }) => pairs > 0).map(({ shareOneStory }) => shareOneStory);
  return shares.length === 0 ? undefined : mean(shares);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
