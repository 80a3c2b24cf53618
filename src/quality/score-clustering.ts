import { scoreBCubed } from './b-cubed';
import { countOverlaps } from './contingency';
import { normalizedMutualInformation } from './mutual-information';
import { adjustedRand, scorePairs } from './pairwise';
import type { PrecisionRecall } from './precision-recall';

/** A prediction measured against the gold grouping. */
export interface ClusteringScore {
  readonly items: number;
  readonly goldStories: number;
  readonly stories: number;
  readonly bCubed: PrecisionRecall;
  readonly pairwise: PrecisionRecall;
  /** Adjusted Rand index. */
  readonly ari: number;
  /** Normalised mutual information, arithmetic mean. */
  readonly nmi: number;
}

/** Scores predicted labels against gold ones, item by item. O(items). Throws RangeError on none or on unequal lists. */
export function scoreClustering(gold: readonly string[], predicted: readonly string[]): ClusteringScore {
  const overlaps = countOverlaps(gold, predicted);
  return {
    items: overlaps.items,
    goldStories: overlaps.left.length,
    stories: overlaps.right.length,
    bCubed: scoreBCubed(overlaps),
    pairwise: scorePairs(overlaps),
    ari: adjustedRand(overlaps),
    nmi: normalizedMutualInformation(overlaps),
  };
}
