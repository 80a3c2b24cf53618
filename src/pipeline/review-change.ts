import type { Member } from '../matching/story-view';
import type { Effects } from '../review/effects';
import type { DecisionPart, LedgerChange, LogEntry } from '../store/commit';
import type { LedgerStoryWithMembers } from '../store/ledger';

/** What a reviewer's change of membership comes to. */
export interface ReviewedMembership {
  /** Stories left without articles, each with the one that most of them went to. */
  readonly retired: readonly { readonly storyId: string; readonly into: string }[];
  /** Ended stories that have articles again. */
  readonly revived: readonly string[];
  /** The members of every story that changes, after it. */
  readonly after: ReadonlyMap<string, ReadonlyMap<number, Member>>;
}

type Stories = ReadonlyMap<string, LedgerStoryWithMembers>;

/** Carries out moves on the stories as they are. */
export function moveMembers({ moves }: Effects, stories: Stories): ReviewedMembership {
  const after = new Map<string, Map<number, Member>>();
  const membersOf = (id: string): Map<number, Member> => {
    const members = after.get(id) ?? new Map(stories.get(id)?.members);
    after.set(id, members);
    return members;
  };
  const went = new Map<string, Map<string, number>>();
  for (const { ordinal, from, to, after: probability } of moves) {
    const member = membersOf(from).get(ordinal);
    if (!member) throw new Error(`Article ${ordinal} is not in the story ${from}`);
    membersOf(from).delete(ordinal);
    membersOf(to).set(ordinal, { ...member, probability });
    const counts = went.get(from) ?? new Map<string, number>();
    went.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  }
  const retired = [...went].flatMap(([storyId, counts]) => {
    if (after.get(storyId)!.size > 0) return [];
    const [[into]] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return [{ storyId, into }];
  });
  const revived = [...after.keys()].filter(
    (id) => after.get(id)!.size > 0 && stories.has(id) && stories.get(id)!.status !== 'active',
  );
  return { retired, revived, after };
}

/** The ledger change that carries out a reviewer's decision. `others` are stories to be looked at anew though nobody moves. */
export function toReviewChange(
  effects: Effects,
  membership: ReviewedMembership,
  decision: Omit<DecisionPart, 'added' | 'removed' | 'fields' | 'moved' | 'revived'>,
  view: { readonly stories: Stories; readonly constraintsVersion: number },
  others: readonly string[],
  nowMs: number,
): LedgerChange {
  const pinned = effects.fields.flatMap(({ storyId, field }) => (field === 'pin' ? [storyId] : []));
  const entries = describeMoves(effects, membership, view.stories);
  const touched = new Set([...entries.keys(), ...pinned, ...others]);
  const { added, removed, fields, moves } = effects;
  const involved = new Set([...touched, ...fields.map(({ storyId }) => storyId)]);
  return {
    reads: moves.map(({ ordinal, from }) => ({ ordinal, storyId: from })),
    versions: [...involved].map((storyId) => ({ storyId, version: view.stories.get(storyId)?.version ?? 0 })),
    puts: moves.map(({ ordinal, to }) => ({ storyId: to, member: membership.after.get(to)!.get(ordinal)! })),
    drops: [],
    retired: membership.retired,
    touched: [...touched].map((storyId) => ({
      storyId,
      entry: { at: nowMs, ...entries.get(storyId) },
      dueAtMs: nowMs,
    })),
    constraintsVersion: view.constraintsVersion,
    decision: {
      ...{ ...decision, added, removed, fields },
      moved: moves.map(({ ordinal }) => ordinal),
      revived: membership.revived,
    },
  };
}

type Entry = { -readonly [Field in keyof Omit<LogEntry, 'at'>]: LogEntry[Field] };

/** One log entry for every story whose members change. */
function describeMoves(
  { moves }: Effects,
  { after, retired, revived }: ReviewedMembership,
  stories: Stories,
): Map<string, Entry> {
  const entries = new Map<string, Entry>([...after.keys()].map((id) => [id, {}]));
  const fresh = new Set([...after.keys()].filter((id) => !stories.has(id)).concat(revived));
  for (const { ordinal, from, to } of moves) {
    const { revision, probability } = after.get(to)!.get(ordinal)!;
    const [left, entered] = [entries.get(from)!, entries.get(to)!];
    entered.in = [...(entered.in ?? []), [ordinal, revision, probability]];
    if (from === to) continue;
    left.out = [...(left.out ?? []), [ordinal, to]];
    if (fresh.has(to)) left.split = [...new Set([...(left.split ?? []), to])];
  }
  for (const { storyId, into } of retired) {
    entries.get(storyId)!.into = into;
    const survivor = entries.get(into)!;
    survivor.absorbed = [...(survivor.absorbed ?? []), storyId];
  }
  return entries;
}
