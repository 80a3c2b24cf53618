import type { Member } from '../matching/story-view';

/**
 * For every member the chain of articles that leads from the root to it over the strongest edges: of all chains the one
 * whose weakest edge is strongest. A member that no edge reaches has no path.
 *
 * Prim's algorithm on the maximum spanning tree, whose paths are the widest ones: O(members² + edges).
 */
export function strongestPaths(
  members: ReadonlyMap<number, Pick<Member, 'edges'>>,
  root: number,
): ReadonlyMap<number, readonly number[]> {
  const neighbours = collectNeighbours(members);
  const paths = new Map<number, readonly number[]>();
  const reach = new Map<number, { probability: number; from: number | undefined }>([
    [root, { probability: 1, from: undefined }],
  ]);
  while (reach.size > 0) {
    const [ordinal, { from }] = [...reach].reduce((best, entry) =>
      entry[1].probability > best[1].probability ? entry : best,
    );
    reach.delete(ordinal);
    paths.set(ordinal, [...(from === undefined ? [] : paths.get(from)!), ordinal]);
    for (const [other, probability] of neighbours.get(ordinal) ?? []) {
      if (paths.has(other) || probability <= (reach.get(other)?.probability ?? 0)) continue;
      reach.set(other, { probability, from: ordinal });
    }
  }
  return paths;
}

/** Edges in both directions; a pair that both articles know counts with its stronger probability. */
function collectNeighbours(
  members: ReadonlyMap<number, Pick<Member, 'edges'>>,
): Map<number, Map<number, number>> {
  const neighbours = new Map([...members.keys()].map((ordinal) => [ordinal, new Map<number, number>()]));
  for (const [ordinal, { edges }] of members) {
    for (const edge of edges) {
      const [own, other] = [neighbours.get(ordinal)!, neighbours.get(edge.ordinal)];
      if (!other) continue;
      const probability = Math.max(edge.probability, own.get(edge.ordinal) ?? 0);
      own.set(edge.ordinal, probability);
      other.set(ordinal, probability);
    }
  }
  return neighbours;
}
