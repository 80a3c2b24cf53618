import { type Constraint, type ConstraintKind, makeConstraint, type Pair } from './constraints';
import { recordedPairs, representatives } from './pairs';
import type { PlanInput, ReviewedStory } from './plan-input';

/** Articles that speak for a story in a constraint: with more than one, the withdrawal of one does not undo the decision. */
export const SPOKESMEN = 3;

/** Cannot-links of a split written out pair by pair up to here; beyond it one article stands for those split off. */
const MAX_SPELT_OUT = 200;

/** Constraints of one kind on pairs, in the name of the decision that is planned. */
export function link({ decision }: PlanInput, kind: ConstraintKind, pairs: readonly Pair[]): Constraint[] {
  return pairs.flatMap(([a, b]) => (a === b ? [] : [makeConstraint(kind, a, b, decision)]));
}

/** The pairs that hold two stories together: the likest pair, and one between each of their spokesmen. */
export function joiningPairs(left: ReviewedStory, right: ReviewedStory): Pair[] {
  const lefts = representatives(left.members, SPOKESMEN);
  const rights = representatives(right.members, SPOKESMEN);
  const count = Math.max(lefts.length, rights.length);
  const pairs = Array.from(
    { length: count },
    (_, i): Pair => [lefts[Math.min(i, lefts.length - 1)], rights[Math.min(i, rights.length - 1)]],
  );
  return [...likestPair(left, right), ...pairs];
}

/** The likest recorded pair between two stories, if any was recorded. */
export function likestPair(left: ReviewedStory, right: ReviewedStory): Pair[] {
  const between = recordedPairs(new Map([...left.members, ...right.members])).filter(
    ({ a, b }) => left.members.has(a) !== left.members.has(b),
  );
  const [best] = between.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  return best ? [[best.a, best.b]] : [];
}

/** Pairs that bind articles to the first of them. */
export const chainOf = (ordinals: readonly number[]): Pair[] =>
  ordinals.slice(1).map((ordinal): Pair => [ordinals[0], ordinal]);

/** Keeps two groups apart: every pair, or, where these are too many, one article for the group that leaves, which is bound together. */
export function separate(
  input: PlanInput,
  leaving: readonly number[],
  staying: readonly number[],
): Constraint[] {
  const whole = leaving.length * staying.length <= MAX_SPELT_OUT;
  const speakers = whole ? leaving : leaving.slice(0, 1);
  const apart = speakers.flatMap((a) => staying.map((b): Pair => [a, b]));
  return [...link(input, 'cannot', apart), ...(whole ? [] : link(input, 'must', chainOf(leaving)))];
}
