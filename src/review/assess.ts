import type { Member } from '../matching/story-view';
import type { Closure } from './constraints';
import { type RecordedPair, recordedPairs } from './pairs';

/** Something about a story that a person should look at. */
export type ReviewCase =
  /** Perhaps one story with another: the likest pair of articles, and the probability of that pair. */
  | {
      readonly kind: 'between';
      readonly probability: number;
      readonly article: number;
      readonly other: number;
      readonly otherStory: string;
    }
  /** A member that the others hardly agree with. */
  | { readonly kind: 'weak'; readonly probability: number; readonly article: number }
  /** Two parts that hang together by little: the smaller one, and the likest pair across. */
  | {
      readonly kind: 'bridge';
      readonly probability: number;
      readonly article: number;
      readonly other: number;
      readonly articles: readonly number[];
    };

/** What the risk of a story is made of, each from 0 to 1. */
export interface RiskFactors {
  /** How close the most doubtful probability is to the threshold it was cut by. */
  readonly nearness: number;
  /** How weak the weakest link inside is. */
  readonly weakness: number;
  /** How many articles a mistake concerns. */
  readonly size: number;
  readonly conflicts: number;
  /** How many outlets carry it. */
  readonly reach: number;
}

/** The doubtful cases of one story with the risk that it is wrong. */
export interface Assessment {
  readonly cases: readonly ReviewCase[];
  readonly factors: RiskFactors;
  /** Figures, dates, places and names that its articles disagree on. */
  readonly conflicts: number;
  /** 0 … 1: what reviewers look at first. */
  readonly risk: number;
}

export interface AssessInput {
  readonly members: ReadonlyMap<number, Member>;
  /** The active story each article outside is in, as far as it is known. */
  readonly storyOf: (ordinal: number) => string | undefined;
  /** What reviewers have said about members and the articles outside that their edges lead to. */
  readonly words: Closure;
  readonly thresholds: { readonly merge: number; readonly review: number };
  readonly conflicts: number;
  readonly sources: number;
}

/** Cases kept for one story, the most doubtful ones: a reviewer sees the rest once these are answered. */
export const MAX_CASES = 10;

/** Larger stories are not searched for bridges: they are never taken apart by evidence, and the search takes the cube of their size. */
const MAX_BRIDGED = 64;

/** A part joined to the rest by less than this share of `merge`, on average, hangs by a bridge. */
const BRIDGE_SHARE = 0.6;

/** Weights of the risk: doubt counts most, then what a mistake would cost. They add up to 1. */
const WEIGHTS: Readonly<Record<keyof RiskFactors, number>> = {
  nearness: 0.4,
  weakness: 0.2,
  size: 0.15,
  conflicts: 0.1,
  reach: 0.15,
};

/** Sizes at which the factors for size, conflicts and reach come to a half. */
const HALF = { size: 8, conflicts: 3, sources: 6 } as const;

/**
 * What about a story a reviewer should look at; undefined when there is nothing that reviewers have not answered. The same in whatever order
 * the members come: Redis gives those of a large story in an order of the server's own.
 */
export function assessStory(given: AssessInput): Assessment | undefined {
  const input = { ...given, members: new Map([...given.members].sort(([a], [b]) => a - b)) };
  const cases = [...findBetween(input), ...findWeak(input), ...findBridge(input)]
    .sort((a, b) => doubt(b, input) - doubt(a, input) || a.article - b.article)
    .slice(0, MAX_CASES);
  if (cases.length === 0) return undefined;
  const inside = cases.flatMap((one) => (one.kind === 'between' ? [] : [one.probability]));
  const factors: RiskFactors = {
    nearness: Math.max(...cases.map((one) => doubt(one, input))),
    weakness: inside.length === 0 ? 0 : 1 - Math.min(...inside),
    size: saturate(input.members.size, HALF.size),
    conflicts: saturate(input.conflicts, HALF.conflicts),
    reach: saturate(input.sources, HALF.sources),
  };
  const names = Object.keys(WEIGHTS) as (keyof RiskFactors)[];
  const risk = names.reduce((sum, name) => sum + WEIGHTS[name] * factors[name], 0);
  return { cases, factors, conflicts: input.conflicts, risk };
}

const saturate = (value: number, half: number): number => value / (value + half);

/** 1 at the merge threshold, 0 at the review threshold below it and as far above it. */
function doubt({ probability }: ReviewCase, { thresholds }: AssessInput): number {
  const band = Math.max(1e-6, thresholds.merge - thresholds.review);
  return Math.max(0, 1 - Math.abs(probability - thresholds.merge) / band);
}

/** Other stories that a member is like, but not like enough; one case a story. */
function findBetween({ members, storyOf, words, thresholds }: AssessInput): ReviewCase[] {
  const best = new Map<string, Extract<ReviewCase, { kind: 'between' }>>();
  for (const [article, { edges }] of members) {
    for (const { ordinal: other, probability } of edges) {
      if (members.has(other) || probability < thresholds.review) continue;
      const otherStory = storyOf(other);
      if (otherStory === undefined) continue;
      if (probability <= (best.get(otherStory)?.probability ?? 0)) continue;
      best.set(otherStory, { kind: 'between', probability, article, other, otherStory });
    }
  }
  const apart = new Set(
    words.cannotLink.flatMap(([a, b]) => {
      if (members.has(a) === members.has(b)) return [];
      return storyOf(members.has(a) ? b : a) ?? [];
    }),
  );
  return [...best.values()].filter(({ otherStory }) => !apart.has(otherStory));
}

/** Members whose mean agreement with the others is below what joined them. */
function findWeak({ members, words, thresholds }: AssessInput): ReviewCase[] {
  if (members.size < 2) return [];
  const bound = new Set(words.mustLink.flatMap(([a, b]) => (members.has(a) && members.has(b) ? [a, b] : [])));
  return [...members.values()].flatMap(({ ordinal, probability }): ReviewCase[] =>
    probability < thresholds.merge && !bound.has(ordinal)
      ? [{ kind: 'weak', probability, article: ordinal }]
      : [],
  );
}

/** The two parts a story falls into where it hangs together least, if that is too little. */
function findBridge({ members, words, thresholds }: AssessInput): ReviewCase[] {
  if (members.size < 4 || members.size > MAX_BRIDGED) return [];
  const pairs = recordedPairs(members);
  const least = BRIDGE_SHARE * thresholds.merge;
  const isWhole = pairs.length === (members.size * (members.size - 1)) / 2;
  // Where every pair agrees enough, as among reprints, no cut can fall below that.
  if (isWhole && pairs.every(({ probability }) => probability >= least)) return [];
  const side = weakerSide([...members.keys()], pairs, words);
  if (side.size < 2) return [];
  const across = pairs.filter(({ a, b }) => side.has(a) !== side.has(b));
  const sum = across.reduce((total, { probability }) => total + probability, 0);
  const mean = sum / (side.size * (members.size - side.size));
  const [best] = across.sort((x, y) => y.probability - x.probability || x.a - y.a);
  if (!best || mean >= least) return [];
  const [article, other] = side.has(best.a) ? [best.a, best.b] : [best.b, best.a];
  return [{ kind: 'bridge', probability: mean, article, other, articles: [...side].sort((a, b) => a - b) }];
}

/**
 * The smaller of the two groups that average linkage joins last. Must-links count as certain. O(n²) memory, O(n³) time at worst for
 * at most `MAX_BRIDGED` members.
 */
function weakerSide(
  ordinals: readonly number[],
  pairs: readonly RecordedPair[],
  { mustLink }: Closure,
): Set<number> {
  const place = new Map(ordinals.map((ordinal, i) => [ordinal, i]));
  const sums = ordinals.map(() => new Float64Array(ordinals.length));
  const set = (a: number, b: number, value: number): void => {
    const [i, j] = [place.get(a), place.get(b)];
    if (i === undefined || j === undefined) return;
    sums[i][j] = value;
    sums[j][i] = value;
  };
  for (const { a, b, probability } of pairs) set(a, b, probability);
  for (const [a, b] of mustLink) set(a, b, ordinals.length);
  let groups = ordinals.map((ordinal) => [ordinal]);
  const alive = groups.map((_, i) => i);
  while (alive.length > 2) {
    let best: [number, number, number] = [alive[0], alive[1], -1];
    for (let x = 0; x < alive.length; x++) {
      for (let y = x + 1; y < alive.length; y++) {
        const [i, j] = [alive[x], alive[y]];
        const mean = sums[i][j] / (groups[i].length * groups[j].length);
        if (mean > best[2]) best = [i, j, mean];
      }
    }
    const [into, from] = best;
    groups[into].push(...groups[from]);
    alive.splice(alive.indexOf(from), 1);
    for (const k of alive) {
      sums[into][k] += sums[from][k];
      sums[k][into] = sums[into][k];
    }
  }
  groups = alive.map((i) => groups[i]).sort((a, b) => a.length - b.length);
  return new Set(groups[0]);
}
