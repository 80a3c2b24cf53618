import fc from 'fast-check';
import { type MatchEdge, type Pair, partition } from '../../../src/matching/partition';

const thresholds = { merge: 0.5 };
const nodes = (...ordinals: number[]) => ordinals.map((ordinal) => ({ ordinal }));
const edge = (a: number, b: number, probability: number): MatchEdge => ({ a, b, probability });

/** Average linkage as it is defined: every pair of clusters looked at anew, for small graphs. */
function partitionByDefinition(ordinals: number[], edges: readonly MatchEdge[], merge: number): number[][] {
  const known = new Map(edges.map((e) => [`${Math.min(e.a, e.b)} ${Math.max(e.a, e.b)}`, e.probability]));
  const between = (x: number[], y: number[]): number => {
    const sums = x.flatMap((a) => y.flatMap((b) => known.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? []));
    // Of pairs without an edge, three count for each member of the smaller one.
    const pairs = Math.min(x.length * y.length, sums.length + 3 * Math.min(x.length, y.length));
    return sums.reduce((s, p) => s + p, 0) / pairs;
  };
  const has = (a: number, b: number): boolean => known.has(`${Math.min(a, b)} ${Math.max(a, b)}`);
  const voices = new Map(ordinals.map((o) => [o, o]));
  for (const { a, b, probability } of edges) {
    const [from, to] = [voices.get(a)!, voices.get(b)!];
    if (probability >= 0.998) for (const [o, voice] of voices) if (voice === from) voices.set(o, to);
  }
  const voicesOf = (members: number[]): number => new Set(members.map((o) => voices.get(o))).size;
  /** Not by one voice of several alone. */
  const linked = (x: number[], y: number[]): boolean =>
    voicesOf(x) === 1 || voicesOf(x.filter((a) => y.some((b) => has(a, b)))) !== 1;
  let clusters = ordinals.map((o) => [o]);
  for (;;) {
    const pairs = clusters.flatMap((x, i) =>
      clusters.slice(i + 1).map((y) => ({ x, y, mean: linked(x, y) && linked(y, x) ? between(x, y) : 0 })),
    );
    const best = pairs.reduce<(typeof pairs)[0] | undefined>(
      (a, b) => (a && a.mean >= b.mean ? a : b),
      undefined,
    );
    if (!best || best.mean < merge || best.mean === 0) break;
    clusters = [...clusters.filter((c) => c !== best.x && c !== best.y), [...best.x, ...best.y]];
  }
  return clusters.map((c) => c.sort((a, b) => a - b)).sort((a, b) => a[0] - b[0]);
}

/** Graphs whose probabilities are all different, so that no tie has to be broken. */
const graph = fc.tuple(fc.integer({ min: 1, max: 11 }), fc.nat()).map(([n, seed]) => {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const ordinals = Array.from({ length: n }, (_, i) => i);
  // One in ten are reprints of each other.
  const draw = (): number => (random() < 0.1 ? 0.998 + random() / 500 : random());
  const pairs = ordinals.flatMap((a) => ordinals.slice(a + 1).map((b) => edge(a, b, draw())));
  return { ordinals, edges: pairs.filter(({ probability }) => probability > 0.3) };
});

describe('partition', () => {
  it.each<[string, MatchEdge[], number[][]]>([
    ['nothing to join', [], [[1], [2], [3], [4]]],
    ['a pair', [edge(1, 2, 0.9)], [[1, 2], [3], [4]]],
    ['a pair just at the threshold', [edge(1, 2, 0.5)], [[1, 2], [3], [4]]],
    [
      'one bridge between two pairs',
      [edge(1, 2, 0.9), edge(3, 4, 0.9), edge(2, 3, 0.95)],
      [[1], [2, 3], [4]],
    ],
    [
      'two pairs that all agree',
      [edge(1, 2, 0.9), edge(3, 4, 0.9), edge(1, 3, 0.6), edge(2, 3, 0.6), edge(1, 4, 0.5), edge(2, 4, 0.5)],
      [[1, 2, 3, 4]],
    ],
    [
      'a chain',
      [edge(1, 2, 0.8), edge(2, 3, 0.7), edge(3, 4, 0.75)],
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('cuts %s', (_, edges, expected) => {
    expect(partition({ nodes: nodes(1, 2, 3, 4), edges, thresholds })).toEqual(expected);
  });

  it.each<[string, Pair[], Pair[], number[][]]>([
    ['a reviewer joins', [[1, 3]], [], [[1, 2, 3], [4]]],
    ['a reviewer parts', [], [[1, 2]], [[1], [2], [3], [4]]],
    ['parting wins over joining', [[1, 2]], [[1, 2]], [[1], [2], [3], [4]]],
    ['parting holds through a third', [[1, 3]], [[3, 2]], [[1, 3], [2], [4]]],
  ])('%s', (_, mustLink, cannotLink, expected) => {
    const input = { nodes: nodes(1, 2, 3, 4), edges: [edge(1, 2, 0.9), edge(2, 3, 0.6)], thresholds };
    const trimmed = { ...input, edges: input.edges.slice(0, 1) };
    const chosen = mustLink.length + cannotLink.length > 0 ? trimmed : input;
    expect(partition({ ...chosen, mustLink, cannotLink })).toEqual(expected);
  });

  it('agrees with the definition of average linkage', () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(0.25, 0.5), ({ ordinals, edges }, merge) => {
        const found = partition({ nodes: nodes(...ordinals), edges, thresholds: { merge } });
        expect(found.sort((a, b) => a[0] - b[0])).toEqual(partitionByDefinition(ordinals, edges, merge));
      }),
    );
  });

  it('does not depend on the order of nodes, edges and ends', () => {
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), ({ ordinals, edges }, random) => {
        const mix = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const turned = mix(edges).map(({ a, b, probability }) => edge(b, a, probability));
        expect(partition({ nodes: nodes(...mix(ordinals)), edges: turned, thresholds })).toEqual(
          partition({ nodes: nodes(...ordinals), edges, thresholds }),
        );
      }),
    );
  });

  it('gives every node one cluster', () => {
    fc.assert(
      fc.property(
        graph,
        fc.array(fc.tuple(fc.nat(10), fc.nat(10))),
        fc.array(fc.tuple(fc.nat(10), fc.nat(10))),
        (g, must, cannot) => {
          const found = partition({
            nodes: nodes(...g.ordinals),
            edges: g.edges,
            mustLink: must,
            cannotLink: cannot,
            thresholds,
          });
          expect(found.flat().sort((a, b) => a - b)).toEqual(g.ordinals);
          for (const [a, b] of cannot.filter(([x, y]) => x !== y)) {
            expect(found.some((cluster) => cluster.includes(a) && cluster.includes(b))).toBe(false);
          }
        },
      ),
    );
  });

  it('never joins two clusters by one article of several', () => {
    const low = { merge: 0.2 };
    const bridge = (edges: MatchEdge[]): number[][] =>
      partition({ nodes: nodes(1, 2, 3, 4, 5), edges, thresholds: low });
    const first = [edge(1, 2, 0.99), edge(4, 5, 0.98)];
    expect(bridge([...first, edge(2, 3, 0.9)])).toEqual([[1, 2], [3], [4, 5]]);
    expect(bridge([...first, edge(2, 4, 0.9), edge(2, 5, 0.9)])).toEqual([[1, 2], [3], [4, 5]]);
    expect(bridge([...first, edge(1, 4, 0.9), edge(2, 5, 0.9)])).toEqual([[1, 2, 4, 5], [3]]);
  });

  it('takes an article and its reprints for one voice', () => {
    const low = { merge: 0.2 };
    const told = [edge(1, 2, 0.9), edge(1, 3, 0.9), edge(2, 4, 0.9), edge(3, 4, 0.9)];
    const bridge = (alike: number): number[][] =>
      partition({ nodes: nodes(1, 2, 3, 4), edges: [...told, edge(2, 3, alike)], thresholds: low });
    expect(bridge(0.95)).toEqual([[1, 2, 3, 4]]);
    expect(bridge(0.999)).toEqual([[1, 2, 3], [4]]);
  });

  it('joins two large clusters that were compared in part only', () => {
    const all = Array.from({ length: 60 }, (_, i) => i);
    const edges = all.flatMap((a) =>
      all
        .filter((b) => b > a && (a % 2 === b % 2 || (a + b) % 4 === 1))
        .map((b) => edge(a, b, a % 2 === b % 2 ? 0.9 : 0.8)),
    );
    expect(partition({ nodes: nodes(...all), edges, thresholds })).toHaveLength(1);
  });
});
