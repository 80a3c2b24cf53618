import {
  type CalibrationCurve,
  deriveReview,
  deriveThreshold,
  scoreCurves,
  THRESHOLD_GRID,
} from '../matching/target-precision';
import { hasEnough, MIN_PAIRS, type ReviewedPair, type Suggestion, suggestReview } from './calibrate';

/**
 * The lowest merge threshold of the grid from which on the wanted share of reviewed pairs was found to be of one story, and below it the
 * review threshold of every suggestion. Undefined where there are too few pairs, where none reaches it, or where fewer than `MIN_PAIRS`
 * would be left above; below the least sure reviewed pair nothing is known. O(n log n).
 */
export function deriveFromReviewed(pairs: readonly ReviewedPair[], wanted: number): Suggestion | undefined {
  if (!hasEnough(pairs)) return undefined;
  const ascending = [...pairs].sort((a, b) => a.probability - b.probability);
  const positives = pairs.filter(({ same }) => same).length;
  let [right, below] = [positives, 0];
  for (const merge of THRESHOLD_GRID) {
    for (; below < ascending.length && ascending[below].probability < merge; below++) {
      if (ascending[below].same) right--;
    }
    const joined = ascending.length - below;
    if (joined < MIN_PAIRS) return undefined;
    const precision = right / joined;
    if (precision < wanted || merge < ascending[0].probability) continue;
    const review = Math.min(merge, suggestReview(ascending, positives));
    return { merge, review, precision, recall: right / positives };
  }
  return undefined;
}

/** The same by the calibration curves of a model, for collections whose decisions cannot say: undefined where the curves do not reach it. */
export function deriveFromCurves(
  curves: readonly CalibrationCurve[],
  wanted: number,
): Suggestion | undefined {
  const merge = deriveThreshold(curves, wanted);
  const score = merge === undefined ? undefined : scoreCurves(curves, merge);
  return merge === undefined || score === undefined
    ? undefined
    : { merge, review: deriveReview(curves, merge), ...score };
}
