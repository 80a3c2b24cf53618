import {
  type CalibrationCurve,
  calibrationCurves,
  scoreCurves,
  THRESHOLD_GRID,
} from '../../matching/target-precision';
import type { TrainingRecord } from '../../matching/training-record';
import {
  hasEnough,
  MIN_PAIRS,
  type ReviewedPair,
  type Suggestion,
  scoreThreshold,
} from '../../review/calibrate';
import { deriveFromCurves, deriveFromReviewed } from '../../review/wanted-precision';
import { percent } from './percent';

/** Thresholds for a wanted precision, what they rest on, and why in words. */
export interface Wanted {
  readonly precision: number;
  readonly basis: 'reviewed' | 'model';
  readonly thresholds: Suggestion | null;
  readonly why: string;
}

/**
 * The thresholds that have a precision by the reviewed pairs of a collection; where these are too few, or none of theirs has it, by the sets
 * that the model was measured on. Reviewed pairs are mostly doubtful ones, so that they often cannot tell of a high precision.
 */
export function deriveWanted(
  pairs: readonly ReviewedPair[],
  training: TrainingRecord | undefined,
  precision: number,
): Wanted {
  const reviewed = deriveFromReviewed(pairs, precision);
  if (reviewed)
    return { precision, basis: 'reviewed', thresholds: reviewed, why: tellReviewed(pairs, reviewed) };
  const curves = calibrationCurves(training);
  const thresholds = deriveFromCurves(curves, precision) ?? null;
  const which =
    (training?.heldOut.length ?? 0) > 0
      ? 'sets that the model had not seen'
      : 'the sets that the model was learned from, which flatter it';
  const why = [
    `${tellLack(pairs, precision)}, so this goes by ${which}: ${tellModel(curves, thresholds, precision)}`,
    thresholds === null ? '' : tellAgainst(pairs, thresholds.merge),
  ];
  return { precision, basis: 'model', thresholds, why: why.filter(Boolean).join(' ') };
}

const tellReviewed = (pairs: readonly ReviewedPair[], { merge, precision, recall }: Suggestion): string =>
  `Of ${pairs.length} reviewed pairs, merging from ${merge} gets ${percent(precision)} right and finds ${percent(recall)} of those that belong together.`;

function tellLack(pairs: readonly ReviewedPair[], precision: number): string {
  const positives = pairs.filter(({ same }) => same).length;
  return hasEnough(pairs)
    ? `Of ${pairs.length} reviewed pairs no threshold gets ${percent(precision)} right with ${MIN_PAIRS} or more above it`
    : `There are ${positives} reviewed pairs that belong together and ${pairs.length - positives} that do not (${MIN_PAIRS} of each are needed)`;
}

function tellModel(
  curves: readonly CalibrationCurve[],
  thresholds: Suggestion | null,
  wanted: number,
): string {
  const from = thresholds?.merge ?? THRESHOLD_GRID.at(-1)!;
  const mean = scoreCurves(curves, from);
  if (mean === undefined) return 'there are none.';
  const scores = curves.flatMap((curve) => scoreCurves([curve], from)?.precision ?? []);
  const share = `${percent(mean.precision)} of their pairs at or above ${from} are of one story (by set ${percent(Math.min(...scores))} to ${percent(Math.max(...scores))})`;
  return thresholds === null
    ? `no threshold has ${percent(wanted)} there, ${share}.`
    : `${share}, and ${percent(mean.recall)} of those of one story are found.`;
}

/** Where the collection's own pairs show less than the sets of the model promise. */
function tellAgainst(pairs: readonly ReviewedPair[], merge: number): string {
  const joined = pairs.filter(({ probability }) => probability >= merge).length;
  return joined === 0
    ? ''
    : `Of the ${joined} reviewed pairs at or above it ${percent(scoreThreshold(pairs, merge).precision)} belong together.`;
}
