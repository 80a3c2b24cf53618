/**
 * Members of a large story that an article should have been compared with and was not count as unlike it, but no more of them than
 * this: candidates are bounded and shared by several stories. Stories of no more members are not touched by it.
 */
const EXPECTED_MATES = 3;

/** Articles as sure as this to be one story say the same: they are one voice, such as a report and its reprints. */
const ONE_VOICE = 0.998;

/** In the place of the one voice that links two clusters, or that a cluster has: none does, or more than one. */
const NONE = -1;
const SEVERAL = -2;

/** A pair of ordinals. */
export type Pair = readonly [number, number];

/** An edge of the match graph: the probability that a and b report one story. */
export interface MatchEdge {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

export interface PartitionInput {
  readonly nodes: readonly { readonly ordinal: number }[];
  readonly edges: readonly MatchEdge[];
  /** Reviewers' words: pairs that belong together, and pairs that never do. The latter win. */
  readonly mustLink?: readonly Pair[];
  readonly cannotLink?: readonly Pair[];
  readonly thresholds: { readonly merge: number };
}

/**
 * Cuts a small match graph into stories by average linkage: the two clusters with the highest mean probability
 * over their pairs are merged while that mean is at least the merge threshold (Sokal & Michener 1958). A pair
 * without an edge counts as probability 0. Two clusters whose edges all lead to one voice of several, an article with its reprints, are never
 * merged: what is like two stories, a round-up, is in one of them at most. Only between large clusters, where
 * most pairs were never compared, no more than `EXPECTED_MATES` missing pairs count for each member of the smaller one.
 *
 * The result depends on the graph alone: not on the order of nodes, edges or constraints (ties fall to the lower
 * ordinals). O(n²) memory and, as partners are remembered, about
 * O(n · edges of a node) time (O(n³) at worst): callers keep n ≤ a few hundred. Clusters and their members ascend.
 */
export function partition(input: PartitionInput): number[][] {
  const { mustLink = [] } = input;
  const clusters = cluster({ ...input, mustLink: [] });
  if (mustLink.length === 0) return clusters;
  return joinByWord(clusters, mustLink, input.cannotLink ?? []) ?? cluster(input);
}

/**
 * Joins the clusters that must-links lead between; undefined where a cannot-link stands between two of them.
 *
 * That the evidence clusters first keeps a story whole which a reviewer has joined to another one: taken as one from the start, the
 * two would water down each other's agreement with everything else.
 */
function joinByWord(
  clusters: readonly (readonly number[])[],
  mustLink: readonly Pair[],
  cannotLink: readonly Pair[],
): number[][] | undefined {
  const home = new Map(clusters.flatMap((members, i) => members.map((ordinal) => [ordinal, i] as const)));
  const joined = clusters.map((members) => [...members]);
  for (const [a, b] of mustLink) {
    const [i, j] = [home.get(a), home.get(b)];
    if (i === undefined || j === undefined || i === j) continue;
    const [into, from] = i < j ? [i, j] : [j, i];
    for (const ordinal of joined[from]) home.set(ordinal, into);
    joined[into].push(...joined[from]);
    joined[from] = [];
  }
  const isBroken = cannotLink.some(
    ([a, b]) => a !== b && home.get(a) !== undefined && home.get(a) === home.get(b),
  );
  if (isBroken) return undefined;
  return joined
    .filter((members) => members.length > 0)
    .map((members) => members.sort((a, b) => a - b))
    .sort((a, b) => a[0] - b[0]);
}

function cluster(input: PartitionInput): number[][] {
  const ordinals = [...new Set(input.nodes.map((n) => n.ordinal))].sort((a, b) => a - b);
  const index = new Map(ordinals.map((ordinal, i) => [ordinal, i]));
  const state = buildState(ordinals.length, input, index);
  for (let i = 0; i < state.n; i++) refreshBest(state, i);
  for (;;) {
    const best = findBest(state);
    if (best === undefined) break;
    mergeClusters(state, best[0], best[1]);
    refreshAround(state, best[0], best[1]);
  }
  return state.members
    .filter((m) => m.length > 0)
    .map((m) => m.map((i) => ordinals[i]).sort((a, b) => a - b));
}

interface State {
  readonly n: number;
  readonly merge: number;
  /** Sum of probabilities between clusters i and j, at i·n + j; −Infinity where they must stay apart. */
  readonly sums: Float64Array;
  /** Edges between clusters i and j, at i·n + j. */
  readonly counts: Uint32Array;
  /** The one voice in cluster i that has edges with cluster j, at i·n + j; else `NONE` or `SEVERAL`. */
  readonly bridges: Int16Array;
  /** The one voice that each cluster has, else `SEVERAL`. */
  readonly voices: Int16Array;
  readonly members: number[][];
  /** The clusters that each has edges with or is barred from, in no order; some may have been merged away. */
  readonly neighbours: number[][];
  /** Each cluster's best partner, −1 for none, and the mean probability with it. */
  readonly partner: Int32Array;
  readonly mean: Float64Array;
}

type Tables = Pick<State, 'sums' | 'counts' | 'bridges'>;

let tables = makeTables(1 << 14);

function makeTables(cells: number): Tables {
  return {
    sums: new Float64Array(cells),
    counts: new Uint32Array(cells),
    bridges: new Int16Array(cells),
  };
}

/** Tables of so many cells at least, used again: to be given new memory each time takes longer than to fill it. */
function clearTables(cells: number): Tables {
  if (tables.sums.length < cells) tables = makeTables(2 * cells);
  tables.sums.fill(0, 0, cells);
  tables.counts.fill(0, 0, cells);
  tables.bridges.fill(NONE, 0, cells);
  return tables;
}

function buildState(n: number, input: PartitionInput, index: ReadonlyMap<number, number>): State {
  const state: State = {
    n,
    merge: input.thresholds.merge,
    ...clearTables(n * n),
    voices: findVoices(n, input.edges, index),
    members: Array.from({ length: n }, (_, i) => [i]),
    neighbours: Array.from({ length: n }, () => []),
    partner: new Int32Array(n),
    mean: new Float64Array(n),
  };
  for (const { a, b, probability } of input.edges) {
    const pair = lookUp(index, a, b);
    if (pair === undefined) continue;
    const [i, j] = pair;
    meet(state, i, j);
    state.bridges[i * n + j] = state.voices[i];
    state.bridges[j * n + i] = state.voices[j];
    setBoth(state, i, j, Math.max(probability, state.sums[i * n + j]), 1);
  }
  for (const [a, b] of input.cannotLink ?? []) {
    const pair = lookUp(index, a, b);
    if (pair === undefined) continue;
    meet(state, pair[0], pair[1]);
    setBoth(state, pair[0], pair[1], -Infinity, 0);
  }
  const must = (input.mustLink ?? []).map(([a, b]): Pair => (a < b ? [a, b] : [b, a]));
  for (const [a, b] of must.sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    const pair = lookUp(index, a, b);
    if (pair !== undefined) joinForced(state, pair[0], pair[1]);
  }
  return state;
}

/** The voice of each article: the first of those that it says the same as, or as one that says the same as they. */
function findVoices(n: number, edges: readonly MatchEdge[], index: ReadonlyMap<number, number>): Int16Array {
  const voices = Int16Array.from({ length: n }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (voices[root] !== root) root = voices[root];
    return root;
  };
  for (const { a, b, probability } of edges) {
    const pair = probability >= ONE_VOICE ? lookUp(index, a, b) : undefined;
    if (pair === undefined) continue;
    const [x, y] = pair.map(find);
    voices[Math.max(x, y)] = Math.min(x, y);
  }
  for (let i = 0; i < n; i++) voices[i] = find(i);
  return voices;
}

function lookUp(index: ReadonlyMap<number, number>, a: number, b: number): [number, number] | undefined {
  const i = index.get(a);
  const j = index.get(b);
  return i === undefined || j === undefined || i === j ? undefined : [i, j];
}

function setBoth({ n, sums, counts }: State, i: number, j: number, sum: number, count: number): void {
  sums[i * n + j] = sum;
  sums[j * n + i] = sum;
  counts[i * n + j] = count;
  counts[j * n + i] = count;
}

/** Makes two clusters neighbours, unless they are. */
function meet({ n, sums, counts, neighbours }: State, i: number, j: number): void {
  if (sums[i * n + j] !== 0 || counts[i * n + j] !== 0) return;
  neighbours[i].push(j);
  neighbours[j].push(i);
}

/** Mean probability between two clusters, over the pairs that speak; 0 where one voice of several is all that links them. */
function meanBetween({ n, sums, counts, members, bridges, voices }: State, i: number, j: number): number {
  const at = i * n + j;
  const [a, b] = [members[i].length, members[j].length];
  if ((voices[i] === SEVERAL && bridges[at] >= 0) || (voices[j] === SEVERAL && bridges[j * n + i] >= 0))
    return 0;
  const pairs = Math.min(a * b, counts[at] + EXPECTED_MATES * Math.min(a, b));
  return pairs === 0 ? 0 : sums[at] / pairs;
}

function joinForced(state: State, a: number, b: number): void {
  const i = state.members.findIndex((m) => m.includes(a));
  const j = state.members.findIndex((m) => m.includes(b));
  if (i !== j && state.sums[i * state.n + j] !== -Infinity)
    mergeClusters(state, Math.min(i, j), Math.max(i, j));
}

/** Finds a cluster's best partner: the highest mean, of equal ones the lowest. */
function refreshBest(state: State, i: number): void {
  const { n, sums, members, neighbours, partner, mean } = state;
  partner[i] = -1;
  mean[i] = 0;
  if (members[i].length === 0) return;
  for (const j of neighbours[i]) {
    if (sums[i * n + j] <= 0) continue;
    const value = meanBetween(state, i, j);
    if (value > mean[i] || (value === mean[i] && j < partner[i])) {
      mean[i] = value;
      partner[i] = j;
    }
  }
}

function findBest({ n, merge, partner, mean }: State): [number, number] | undefined {
  let best = -1;
  for (let i = 0; i < n; i++) {
    if (partner[i] >= 0 && mean[i] >= merge && (best < 0 || mean[i] > mean[best])) best = i;
  }
  if (best < 0) return undefined;
  return [Math.min(best, partner[best]), Math.max(best, partner[best])];
}

function mergeClusters(state: State, into: number, from: number): void {
  const { n, sums, counts, members, neighbours } = state;
  for (const member of members[from]) members[into].push(member);
  members[from] = [];
  state.voices[into] = joinVoices(state.voices[into], state.voices[from]);
  setBoth(state, into, from, 0, 0);
  for (const k of neighbours[from]) {
    if (k === into || members[k].length === 0) continue;
    meet(state, into, k);
    joinBridges(state, into, from, k);
    const [kept, gone] = [into * n + k, from * n + k];
    setBoth(state, into, k, sums[kept] + sums[gone], counts[kept] + counts[gone]);
    setBoth(state, from, k, 0, 0);
  }
  neighbours[from] = [];
  neighbours[into] = neighbours[into].filter((k) => members[k].length > 0);
}

/** What links cluster k with `into` and `from` together. */
function joinBridges({ n, bridges }: State, into: number, from: number, k: number): void {
  bridges[into * n + k] = joinVoices(bridges[into * n + k], bridges[from * n + k]);
  bridges[k * n + into] = joinVoices(bridges[k * n + into], bridges[k * n + from]);
}

const joinVoices = (a: number, b: number): number => (a === NONE || a === b ? b : b === NONE ? a : SEVERAL);

/** After a merge only rows that pointed at either cluster, or gained by it, have another best partner. */
function refreshAround(state: State, into: number, from: number): void {
  const { neighbours, partner, mean } = state;
  refreshBest(state, from);
  refreshBest(state, into);
  for (const k of neighbours[into]) {
    if (partner[k] === into || partner[k] === from) {
      refreshBest(state, k);
      continue;
    }
    const value = meanBetween(state, k, into);
    if (value > mean[k] || (value === mean[k] && value > 0 && into < partner[k])) {
      partner[k] = into;
      mean[k] = value;
    }
  }
}
