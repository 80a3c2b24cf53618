import * as fc from 'fast-check';
import { strongestPaths } from '../../../src/api/membership-paths';

interface Graph {
  readonly members: Map<number, { edges: { ordinal: number; revision: number; probability: number }[] }>;
  readonly weights: Map<string, number>;
}

const pairKey = (a: number, b: number): string => `${Math.min(a, b)},${Math.max(a, b)}`;

const graphs: fc.Arbitrary<Graph> = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 99 })),
    { maxLength: 20 },
  )
  .map((edges) => {
    const members: Graph['members'] = new Map(
      Array.from({ length: 7 }, (_, index) => [index + 1, { edges: [] }]),
    );
    const weights = new Map<string, number>();
    for (const [a, b, percent] of edges) {
      if (a === b) continue;
      members.get(a)!.edges.push({ ordinal: b, revision: 1, probability: percent / 100 });
      const key = pairKey(a, b);
      weights.set(key, Math.max(percent / 100, weights.get(key) ?? 0));
    }
    return { members, weights };
  });

/** The weakest edge of the best chain to each member, by trying every chain. */
function widestByForce({ weights }: Graph, root: number): Map<number, number> {
  const widest = new Map<number, number>([[root, 1]]);
  const walk = (at: number, width: number, seen: readonly number[]): void => {
    for (let next = 1; next <= 7; next++) {
      const weight = weights.get(pairKey(at, next));
      if (weight === undefined || seen.includes(next)) continue;
      const reached = Math.min(width, weight);
      widest.set(next, Math.max(reached, widest.get(next) ?? 0));
      walk(next, reached, [...seen, next]);
    }
  };
  walk(root, 1, [root]);
  return widest;
}

describe('strongestPaths', () => {
  test('finds for each member a chain whose weakest edge is as strong as any chain has', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const paths = strongestPaths(graph.members, 1);
        const widest = widestByForce(graph, 1);
        expect(new Set(paths.keys())).toEqual(new Set(widest.keys()));
        for (const [member, path] of paths) {
          expect([path[0], path.at(-1)]).toEqual([1, member]);
          const widths = path.slice(1).map((to, index) => graph.weights.get(pairKey(path[index], to))!);
          expect(Math.min(1, ...widths)).toBe(widest.get(member));
        }
      }),
    );
  });
});
