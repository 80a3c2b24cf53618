import type { ClusterRow } from './cluster-rows';

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

/** Numbers from 0 to below 1 that a 32-bit seed decides (mulberry32). For orders, not for secrets. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
