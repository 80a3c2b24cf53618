import { partition } from '../matching/partition';
import type { Member } from '../matching/story-view';
import { type Constraint, closeOver, type Pair } from './constraints';
import { recordedPairs } from './pairs';

/** Stories up to this size are divided by clustering, which takes about the square of it. */
const MAX_CLUSTERED = 256;

/** Any agreement at all brings articles onto one side. */
const ANY_AGREEMENT = 1e-9;

/**
 * The members that leave a story when two of them turn out not to belong together: the smaller of the two sides that the recorded pairs
 * fall into with the two kept apart. Who is like neither stays.
 */
export function takeSide(
  members: ReadonlyMap<number, Member>,
  [a, b]: Pair,
  constraints: readonly Constraint[],
): Set<number> {
  const { mustLink, cannotLink } = closeOver(members.keys(), constraints);
  if (members.size > MAX_CLUSTERED) return withPartners(b, mustLink);
  const clusters = partition({
    nodes: [...members.keys()].map((ordinal) => ({ ordinal })),
    edges: recordedPairs(members),
    mustLink,
    cannotLink: [...cannotLink, [a, b]],
    thresholds: { merge: ANY_AGREEMENT },
  });
  const [left, right] = [a, b].map((ordinal) => clusters.find((cluster) => cluster.includes(ordinal)) ?? []);
  const rightLeaves = right.length < left.length || (right.length === left.length && left[0] < right[0]);
  return new Set(rightLeaves ? right : left);
}

/** An article with those that must-links bind to it, along the chain that `closeOver` gives. */
function withPartners(ordinal: number, mustLink: readonly Pair[]): Set<number> {
  const side = new Set([ordinal]);
  for (let size = 0; size < side.size; ) {
    size = side.size;
    for (const [x, y] of mustLink) {
      if (side.has(x)) side.add(y);
      else if (side.has(y)) side.add(x);
    }
  }
  return side;
}
