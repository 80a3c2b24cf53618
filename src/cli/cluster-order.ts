import type { ClusterRow } from './cluster-rows';
import { seededRandom, shuffleBy } from './seeded-random';

/**
 * Rows in the order of their publication, as a service would have received them. A row without a date stays behind the
 * dated row it follows in the file; without any dates the order of the file is kept.
 */
export function orderByPublication(rows: readonly ClusterRow[]): ClusterRow[] {
  let last = Number.NEGATIVE_INFINITY;
  const dated = rows.map((row) => ({ row, atMs: (last = row.article.publishedAtMs ?? last) }));
  return dated.toSorted((a, b) => (a.atMs === b.atMs ? 0 : a.atMs - b.atMs)).map(({ row }) => row);
}

/** The list in an order drawn by `seed`: the same seed gives the same order. */
export const shuffle = <T>(list: readonly T[], seed: number): T[] => shuffleBy(list, seededRandom(seed));
