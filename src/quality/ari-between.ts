import { countOverlaps } from './contingency';
import { adjustedRand } from './pairwise';

/** How alike several groupings of the same items are: the adjusted Rand index over all pairs of them. */
export interface Agreement {
  readonly mean: number;
  readonly least: number;
}

/**
 * Agreement of groupings that ought to be the same, such as results of one set in several orders of arrival: both 1
 * where they are. O(items · groupings²).
 *
 * @throws RangeError for fewer than two.
 */
export function agreementOf(groupings: readonly (readonly string[])[]): Agreement {
  if (groupings.length < 2) throw new RangeError('At least two groupings are needed to compare them');
  const values = groupings.flatMap((one, at) =>
    groupings.slice(at + 1).map((other) => adjustedRand(countOverlaps(one, other))),
  );
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, least: Math.min(...values) };
}
