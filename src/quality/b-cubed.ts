import type { Contingency } from './contingency';
import { type PrecisionRecall, withF1 } from './precision-recall';

/**
 * B-Cubed of a prediction (the second grouping) against the gold one (the first): for each item the share of its
 * predicted group that belongs with it, and the share of its gold group that was found, averaged over items.
 *
 * High where groups are small, whatever is predicted: to be read beside `scorePairs`. O(cells).
 * Bagga & Baldwin 1998; without overlapping groups the same as in Amigó et al. 2009.
 */
export function scoreBCubed({ items, left, right, cells }: Contingency): PrecisionRecall {
  let precision = 0;
  let recall = 0;
  for (const cell of cells) {
    precision += cell.count ** 2 / right[cell.right];
    recall += cell.count ** 2 / left[cell.left];
  }
  return withF1(precision / items, recall / items);
}
