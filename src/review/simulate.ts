import { partition } from '../matching/partition';
import type { Member } from '../matching/story-view';
import { type Constraint, closeOver } from './constraints';
import { recordedPairs } from './pairs';

/** A story as it is simulated. */
export interface SimulatedStory {
  readonly id: string;
  readonly members: ReadonlyMap<number, Member>;
  readonly locked?: boolean;
}

/** What another threshold would have done. */
export interface Simulation {
  /** Stories that would be one. */
  readonly merged: readonly (readonly string[])[];
  /** Stories that would fall apart, with the parts. */
  readonly split: readonly { readonly storyId: string; readonly parts: readonly (readonly number[])[] }[];
  readonly unchanged: number;
  /** The cluster each article would be in. */
  readonly clusterOf: ReadonlyMap<number, number>;
}

/** Articles clustered together at most: partitioning takes the square of them. */
const MAX_GROUP = 256;

/**
 * Clusters stories anew, over the recorded pairs and under the constraints, by another merge threshold. Stories that a recorded pair
 * at or above it connects are taken together, up to `MAX_GROUP` articles; locked stories stay as they are.
 */
export function simulate(
  stories: readonly SimulatedStory[],
  constraints: readonly Constraint[],
  thresholds: { readonly merge: number },
): Simulation {
  const storyOf = new Map(
    stories.flatMap(({ id, members }) => [...members.keys()].map((one) => [one, id] as const)),
  );
  const clusterOf = new Map<number, number>();
  const merged: string[][] = [];
  const split: { storyId: string; parts: number[][] }[] = [];
  let unchanged = 0;
  let next = 0;
  for (const group of connect(stories, storyOf, thresholds.merge)) {
    const members = new Map(group.flatMap((story) => [...story.members]));
    const clusters = recluster(group, members, constraints, thresholds);
    for (const cluster of clusters) {
      for (const ordinal of cluster) clusterOf.set(ordinal, next);
      next++;
      const from = new Set(cluster.map((ordinal) => storyOf.get(ordinal)!));
      if (from.size > 1) merged.push([...from].sort());
    }
    const together = new Set(merged.flat());
    for (const { id, members: own } of group) {
      const parts = clusters
        .map((cluster) => cluster.filter((ordinal) => own.has(ordinal)))
        .filter(({ length }) => length > 0);
      if (parts.length > 1) split.push({ storyId: id, parts });
      else if (!together.has(id)) unchanged++;
    }
  }
  return { merged, split, unchanged, clusterOf };
}

function recluster(
  group: readonly SimulatedStory[],
  members: ReadonlyMap<number, Member>,
  constraints: readonly Constraint[],
  thresholds: { readonly merge: number },
): number[][] {
  const [first] = group;
  if (group.length === 1 && (first.locked || members.size > MAX_GROUP)) return [[...members.keys()]];
  const { mustLink, cannotLink } = closeOver(members.keys(), constraints);
  const nodes = [...members.keys()].map((ordinal) => ({ ordinal }));
  return partition({ nodes, edges: recordedPairs(members), mustLink, cannotLink, thresholds });
}

/** Stories in groups that recorded pairs connect, strongest pairs first, within the bound. */
function connect(
  stories: readonly SimulatedStory[],
  storyOf: ReadonlyMap<number, string>,
  merge: number,
): SimulatedStory[][] {
  const groups = new Map(stories.map((story) => [story.id, { stories: [story], size: story.members.size }]));
  const pairs = stories.flatMap(({ id, members, locked }) =>
    locked
      ? []
      : [...members.values()].flatMap(({ edges }) =>
          edges.flatMap(({ ordinal, probability }) => {
            const other = storyOf.get(ordinal);
            return other === undefined || other === id || probability < merge
              ? []
              : [{ id, other, probability }];
          }),
        ),
  );
  const lockedIds = new Set(stories.flatMap(({ id, locked }) => (locked ? [id] : [])));
  for (const { id, other } of pairs.sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1))) {
    const [left, right] = [groups.get(id)!, groups.get(other)!];
    if (left === right || lockedIds.has(other) || left.size + right.size > MAX_GROUP) continue;
    left.stories.push(...right.stories);
    left.size += right.size;
    for (const story of right.stories) groups.set(story.id, left);
  }
  return [...new Set(groups.values())].map((group) => group.stories);
}
