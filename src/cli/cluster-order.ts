import type { ClusterRow } from './cluster-rows';
import { seededRandom } from './seeded-random';

/**
 * Rows in the order of their publication, as a service would have received them. A row without a date stays behind the
 * dated row it follows in the file; without any dates the order of the file is kept.
 */
export function orderByPublication(rows: readonly ClusterRow[]): ClusterRow[] {
  let last = Number.NEGATIVE_INFINITY;
  const dated = rows.map((row) => ({ row, atMs: (last = row.article.publishedAtMs ?? last) }));
  return dated.toSorted((a, b) => (a.atMs === b.atMs ? 0 : a.atMs - b.atMs)).map(({ row }) => row);
}

/** The list in an order drawn by `seed`: the same seed gives the same order. Fisher and Yates, 1938. */
export function shuffle<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const shuffled = [...list];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
  }
  return shuffled;
}
