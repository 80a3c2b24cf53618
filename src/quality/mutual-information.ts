import type { Contingency } from './contingency';

/**
 * Mutual information of two groupings over the mean of their entropies: 0 … 1, 1 where they are the same, also where
 * neither tells anything apart. Symmetric; the V-measure with β = 1 (Rosenberg & Hirschberg 2007). O(cells).
 */
export function normalizedMutualInformation({ items, left, right, cells }: Contingency): number {
  const entropies = entropy(left, items) + entropy(right, items);
  if (entropies === 0) return 1;
  let information = 0;
  for (const cell of cells) {
    const expected = left[cell.left] * right[cell.right];
    information += (cell.count / items) * Math.log((cell.count * items) / expected);
  }
  return (2 * Math.max(0, information)) / entropies;
}

function entropy(sizes: readonly number[], items: number): number {
  return -sizes.reduce((sum, size) => sum + (size / items) * Math.log(size / items), 0);
}
