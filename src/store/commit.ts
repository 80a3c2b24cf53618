import type { RedisValue } from 'ioredis';
import type { Member } from '../matching/story-view';
import type { Constraint } from '../review/constraints';
import type { FieldChange } from '../review/effects';
import { encodeConstraint } from './constraints';
import { ledgerKeys } from './keys';
import { encodeMember } from './member-codec';
import type { Store } from './store';

/** One change of the membership of stories; happens whole or not at all. */
export interface LedgerChange {
  /** The article whose revision this decides; absent for a reviewer's change. */
  readonly subject?: {
    readonly ordinal: number;
    readonly revision: number;
    /** `again`: that revision was decided before and is looked at once more, see `readAgain`. */
    readonly state: 'clustered' | 'withdrawn' | 'again';
  };
  /** What the decision was based on: articles with the story they were in, if any. */
  readonly reads: readonly { readonly ordinal: number; readonly storyId: string | undefined }[];
  /** Stories with the version read: 0 for one that is not to exist yet, `active` where only joining matters. */
  readonly versions: readonly { readonly storyId: string; readonly version: number | 'active' }[];
  /** Members put into a story, leaving the one they were in. */
  readonly puts: readonly { readonly storyId: string; readonly member: Member }[];
  /** Articles that leave their story for none. */
  readonly drops: readonly number[];
  /** Stories that end: `into` names the survivor of a merge; without it the story is retracted. */
  readonly retired: readonly { readonly storyId: string; readonly into?: string }[];
  /** Every story whose version goes up, with its log entry and the time its document is due. */
  readonly touched: readonly {
    readonly storyId: string;
    readonly entry: LogEntry;
    readonly dueAtMs: number;
  }[];
  /** The version of the constraints the decision was made under; a later one is a conflict. */
  readonly constraintsVersion?: number;
  readonly decision?: DecisionPart;
}

/** What a reviewer decided, besides membership; kept in the same step. */
export interface DecisionPart {
  /** One more than the number of decisions made before it, which `constraintsVersion` must say. */
  readonly number: number;
  readonly added: readonly Constraint[];
  readonly removed: readonly Constraint[];
  readonly fields: readonly FieldChange[];
  /** Decisions that this one undoes (`by` is its number) or lets stand again (`by` is absent). */
  readonly undone: readonly { readonly number: number; readonly by?: number }[];
  readonly moved: readonly number[];
  readonly stories: readonly string[];
  /** Ended stories that are active again. */
  readonly revived: readonly string[];
  /** JSON of what is set for the collection from now on. */
  readonly settings?: string;
  /** The encoded record for the audit. */
  readonly record: Buffer;
  readonly events: readonly { readonly type: string; readonly storyId: string; readonly data: Buffer }[];
}

/** One line of a story's membership log: enough to rebuild its members as of any version. */
export interface LogEntry {
  readonly at: number;
  /** Articles that came, as [ordinal, revision, probability]. */
  readonly in?: readonly (readonly [number, number, number])[];
  /** Articles that went, as [ordinal, story they went to or '']. */
  readonly out?: readonly (readonly [number, string])[];
  /** Stories merged into this one. */
  readonly absorbed?: readonly string[];
  /** New stories that took members of this one. */
  readonly split?: readonly string[];
  /** The story this one was merged into. */
  readonly into?: string;
}

export type CommitOutcome = 'repeated' | 'committed' | 'conflict';

const SUBJECT_CODES = { clustered: 'c', withdrawn: 'w', again: 'a' } as const;

const OUTCOMES: readonly CommitOutcome[] = ['repeated', 'committed', 'conflict'];

/**
 * Commits changes in order with one script call; each is accepted or refused on its own.
 *
 * `repeated`: that revision was committed, or looked at again, before. `conflict`: something read has changed; read again and decide again.
 */
export async function commitChanges(
  store: Store,
  collection: string,
  changes: readonly LedgerChange[],
): Promise<CommitOutcome[]> {
  if (changes.length === 0) return [];
  const keys = ledgerKeys(collection);
  const args: RedisValue[] = [keys.prefix, store.clock(), changes.length];
  for (const change of changes) {
    encodeChange(change, args);
    args.push(change.constraintsVersion ?? '');
    if (change.decision) encodeDecision(change.decision, store.eventsMaxLength, args);
    else args.push('');
  }
  const codes = await store.redis.commit(keys.state, keys.pending, keys.dirty, keys.failures, ...args);
  return codes.map((code) => OUTCOMES[code]);
}

/** Appends one change in the order `commit.lua` reads it. */
function encodeChange(change: LedgerChange, args: RedisValue[]): void {
  const { subject } = change;
  args.push(subject?.ordinal ?? '', subject?.revision ?? 0, subject ? SUBJECT_CODES[subject.state] : 'c');
  encodeReads(change.reads, args);
  args.push(change.versions.length);
  for (const { storyId, version } of change.versions) args.push(storyId, version === 'active' ? -1 : version);
  args.push(change.puts.length);
  for (const { storyId, member } of change.puts) args.push(member.ordinal, storyId, encodeMember(member));
  args.push(change.drops.length, ...change.drops);
  args.push(change.retired.length);
  for (const { storyId, into } of change.retired)
    args.push(storyId, into === undefined ? 'r' : 'm', into ?? '');
  args.push(change.touched.length);
  for (const { storyId, entry, dueAtMs } of change.touched)
    args.push(storyId, JSON.stringify(entry), dueAtMs);
}

/** Appends articles by the story they were in, so that each story is named once. */
function encodeReads(reads: LedgerChange['reads'], args: RedisValue[]): void {
  const groups = new Map<string, number[]>();
  for (const { ordinal, storyId = '' } of reads) {
    const group = groups.get(storyId);
    if (group) group.push(ordinal);
    else groups.set(storyId, [ordinal]);
  }
  args.push(groups.size);
  for (const [storyId, ordinals] of groups) args.push(storyId, ordinals.length, ...ordinals);
}

/** Appends a decision in the order `recordDecision.lua` reads it. */
function encodeDecision(decision: DecisionPart, eventsMaxLength: number, args: RedisValue[]): void {
  const links = (sign: string, constraints: readonly Constraint[]) =>
    constraints.flatMap((constraint) =>
      [constraint.a, constraint.b].map((end) => [sign, end, encodeConstraint(constraint, end)]),
    );
  const push = (rows: readonly (readonly RedisValue[])[]) => args.push(rows.length, ...rows.flat());
  args.push(decision.number);
  push([...links('-', decision.removed), ...links('+', decision.added)]);
  push(decision.fields.map(({ storyId, field, after }) => [storyId, field, after]));
  push(decision.undone.map(({ number, by }) => [number, by ?? '']));
  push(decision.moved.map((ordinal) => [ordinal]));
  push(decision.stories.map((storyId) => [storyId]));
  push(decision.revived.map((storyId) => [storyId]));
  args.push(decision.record, decision.settings ?? '', eventsMaxLength);
  push(decision.events.map(({ type, storyId, data }) => [type, storyId, data]));
}
