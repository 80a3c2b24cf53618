import { reconcileClusters } from '../matching/reconcile';
import type { Member } from '../matching/story-view';
import { agreementOf } from '../quality/ari-between';
import type { Constraint } from '../review/constraints';
import { findViolations } from '../review/violations';
import type { LedgerStoryWithMembers } from '../store/ledger';

/** Stories that exchange articles with each other and with no others: changed together or not at all. */
export interface Regrouping {
  /** The stories as they were read. */
  readonly stories: readonly LedgerStoryWithMembers[];
  readonly moves: readonly { readonly member: Member; readonly from: string; readonly to: string }[];
  readonly retired: readonly { readonly storyId: string; readonly into: string }[];
}

/** Why stories are left as they are although they would be grouped otherwise. */
export type LeftBecause = 'locked' | 'changed' | 'decided';

/** How a collection would be grouped, beside how it is. */
export interface ReclusterPlan {
  readonly articles: number;
  readonly storiesBefore: number;
  readonly storiesAfter: number;
  /** Adjusted Rand index between both: 1 where nothing changes. */
  readonly agreement: number;
  readonly regroupings: readonly Regrouping[];
  readonly left: Readonly<Record<LeftBecause, number>>;
}

/**
 * Compares the stories of a collection with how it would be clustered, and plans the moves that lead from one to the other. Stories keep
 * their ids where most of their articles stay together.
 *
 * Left alone are locked stories, those with articles that came in or changed since, and those where a reviewer's word would be broken.
 */
export function planRecluster(
  stories: readonly LedgerStoryWithMembers[],
  clusters: readonly (readonly Member[])[],
  constraints: readonly Constraint[],
  newStoryId: () => string,
): ReclusterPlan {
  const storyOf = new Map(
    stories.flatMap((story) => [...story.members.keys()].map((ordinal) => [ordinal, story] as const)),
  );
  const known = clusters.map((members) => members.filter(({ ordinal }) => storyOf.has(ordinal)));
  const left: Record<LeftBecause, number> = { locked: 0, changed: 0, decided: 0 };
  const regroupings = groupTogether(stories, known, storyOf).flatMap((group) => {
    if (group.stories.length === 1 && group.clusters.length === 1) return [];
    const why = whyLeft(group);
    const regrouping = why ?? regroup(group, constraints, storyOf, newStoryId);
    if (typeof regrouping !== 'string') return [regrouping];
    left[regrouping]++;
    return [];
  });
  const compared = known.flatMap((members, i) =>
    members.map(({ ordinal }) => [storyOf.get(ordinal)!.id, String(i)]),
  );
  const labels = [0, 1].map((side) => compared.map((pair) => pair[side]));
  return {
    articles: compared.length,
    storiesBefore: stories.length,
    storiesAfter: known.filter(({ length }) => length > 0).length,
    agreement: compared.length === 0 ? 1 : agreementOf(labels).least,
    ...{ regroupings, left },
  };
}

interface Group {
  readonly stories: LedgerStoryWithMembers[];
  readonly clusters: (readonly Member[])[];
}

type StoryOf = ReadonlyMap<number, LedgerStoryWithMembers>;

/** Stories and clusters that share articles, directly or by way of others. */
function groupTogether(
  stories: readonly LedgerStoryWithMembers[],
  clusters: readonly (readonly Member[])[],
  storyOf: StoryOf,
): Group[] {
  const groups = new Map<string, Group>(
    stories.map((story) => [story.id, { stories: [story], clusters: [] }]),
  );
  for (const members of clusters) {
    const met = [...new Set(members.map(({ ordinal }) => groups.get(storyOf.get(ordinal)!.id)!))];
    const [first, ...others] = met;
    if (first === undefined) continue;
    first.clusters.push(members);
    for (const other of others) {
      first.stories.push(...other.stories);
      first.clusters.push(...other.clusters);
      for (const { id } of other.stories) groups.set(id, first);
    }
  }
  return [...new Set(groups.values())];
}

function whyLeft({ stories, clusters }: Group): LeftBecause | undefined {
  if (stories.some(({ locked }) => locked)) return 'locked';
  const clustered = new Map(clusters.flat().map((member) => [member.ordinal, member.revision]));
  const isSame = ({ ordinal, revision }: Member): boolean => clustered.get(ordinal) === revision;
  return stories.every(({ members }) => [...members.values()].every(isSame)) ? undefined : 'changed';
}

function regroup(
  { stories, clusters }: Group,
  constraints: readonly Constraint[],
  storyOf: StoryOf,
  newStoryId: () => string,
): Regrouping | LeftBecause {
  const ordinals = clusters.map((members) => members.map(({ ordinal }) => ordinal));
  const { storyIds, retired } = reconcileClusters(
    ordinals,
    stories,
    (ordinal) => storyOf.get(ordinal)?.id,
    newStoryId,
  );
  const after = new Map(ordinals.flatMap((of, i) => of.map((ordinal) => [ordinal, storyIds[i]] as const)));
  const placed = (ordinal: number): string | undefined => after.get(ordinal) ?? storyOf.get(ordinal)?.id;
  const own = constraints.filter(({ a, b }) => after.has(a) || after.has(b));
  if (findViolations(own, placed).length > 0) return 'decided';
  const moves = clusters.flatMap((members, i) =>
    members.flatMap((member) => {
      const { id, members: before } = storyOf.get(member.ordinal)!;
      if (id === storyIds[i]) return [];
      const { joinedAtMs } = before.get(member.ordinal)!;
      return [{ member: { ...member, joinedAtMs }, from: id, to: storyIds[i] }];
    }),
  );
  return { stories, moves, retired };
}
