import {
  binPairs,
  MIN_PAIRS,
  type ReviewedPair,
  type Suggestion,
  scoreThreshold,
  suggestThresholds,
} from '../../review/calibrate';
import type { ApiDeps } from '../deps';
import { parseQuery } from '../query';
import type { Handler } from '../routes';
import { calibrationQuerySchema } from './calibration-schema';
import { percent } from './percent';
import { readReviewedPairs } from './reviewed-pairs';
import { deriveWanted } from './wanted-precision';

/** `GET /admin/api/calibration`: the thresholds that decisions speak for, with what they rest on; those for a wanted precision by `?precision=`. */
export function getCalibration(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection, precision } = parseQuery(calibrationQuerySchema, req);
    const pairs = await readReviewedPairs(deps.store, collection);
    const { merge, review } = (await deps.pipeline.settings(collection)).thresholds;
    const positives = pairs.filter(({ same }) => same).length;
    const suggestion = suggestThresholds(pairs);
    res.json({
      ...{ pairs: pairs.length, positives, negatives: pairs.length - positives, bins: binPairs(pairs) },
      suggestion: suggestion ?? null,
      ...(precision !== undefined && {
        wanted: deriveWanted(pairs, deps.pipeline.model.training, precision),
      }),
      current: { merge, review, ...scoreThreshold(pairs, merge) },
      why: describe(pairs, positives, suggestion),
    });
  };
}

const describe = (pairs: readonly ReviewedPair[], positives: number, suggestion?: Suggestion): string =>
  suggestion
    ? `Of ${pairs.length} reviewed pairs, merging from ${suggestion.merge} gets ${percent(suggestion.precision)} right and finds ${percent(suggestion.recall)} of those that belong together.`
    : `Suggestions need ${MIN_PAIRS} reviewed pairs that belong together and ${MIN_PAIRS} that do not; there are ${positives} and ${pairs.length - positives}.`;
