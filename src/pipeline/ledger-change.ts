import type { Decision } from '../matching/decide';
import type { LedgerChange, LogEntry } from '../store/commit';
import { settleMs } from '../store/settle-time';

/** What a decision was made about. */
export interface DecidedSubject {
  readonly ordinal: number;
  readonly revision: number;
  readonly leaving: boolean;
  /** It has a place, and is looked at a second time. */
  readonly again?: boolean;
}

/** When the documents of new and of changed stories are due. */
export interface DueTimes {
  readonly nowMs: number;
  readonly debounceMs: number;
  /** Members of a story; every story counts as small without it. */
  readonly sizeOf?: (storyId: string) => number;
}

interface MutableEntry {
  in: [number, number, number][];
  out: [number, string][];
  absorbed: string[];
  split: Set<string>;
  into?: string;
}

/**
 * The ledger change that carries out a decision.
 *
 * @param reads every article the decision rests on, with the story it was in when it was read.
 */
export function toLedgerChange(
  subject: DecidedSubject,
  decision: Decision,
  reads: ReadonlyMap<number, string | undefined>,
  due: DueTimes,
): LedgerChange {
  const known = new Set([
    ...decision.examined.map(({ id }) => id),
    ...(decision.joined ? [decision.joined.id] : []),
  ]);
  const created = new Set(decision.moves.map(({ to }) => to).filter((id) => !known.has(id)));
  const entries = collectEntries(subject, decision, reads.get(subject.ordinal), created);
  return {
    subject: {
      ordinal: subject.ordinal,
      revision: subject.revision,
      state: subject.again ? 'again' : subject.leaving ? 'withdrawn' : 'clustered',
    },
    reads: [...reads].map(([ordinal, storyId]) => ({ ordinal, storyId })),
    versions: [
      ...decision.examined.map(({ id, version }) => ({ storyId: id, version })),
      ...(decision.joined ? [{ storyId: decision.joined.id, version: 'active' as const }] : []),
      ...[...created].map((storyId) => ({ storyId, version: 0 })),
    ],
    puts: decision.moves.map(({ member, to }) => ({ storyId: to, member })),
    drops: subject.leaving ? [subject.ordinal] : [],
    retired: decision.retired,
    touched: [...entries].map(([storyId, entry]) => ({
      storyId,
      entry: toLogEntry(entry, due.nowMs),
      dueAtMs: created.has(storyId)
        ? due.nowMs
        : Math.ceil(due.nowMs + settleMs(due.debounceMs, due.sizeOf?.(storyId) ?? 0)),
    })),
  };
}

/** One log entry for every story the decision changes. */
function collectEntries(
  subject: DecidedSubject,
  decision: Decision,
  subjectFrom: string | undefined,
  created: ReadonlySet<string>,
): Map<string, MutableEntry> {
  const entries = new Map<string, MutableEntry>();
  const entryOf = (id: string): MutableEntry => {
    const entry = entries.get(id) ?? { in: [], out: [], absorbed: [], split: new Set() };
    entries.set(id, entry);
    return entry;
  };
  if (subject.leaving && subjectFrom !== undefined) entryOf(subjectFrom).out.push([subject.ordinal, '']);
  for (const { member, to, from } of decision.moves) {
    // A second look that leaves the article where it is renews its edges, and is no news.
    if (subject.again && from === to) continue;
    entryOf(to).in.push([member.ordinal, member.revision, member.probability]);
    if (from === undefined || from === to) continue;
    entryOf(from).out.push([member.ordinal, to]);
    if (created.has(to)) entryOf(from).split.add(to);
  }
  for (const { storyId, into } of decision.retired) {
    const entry = entryOf(storyId);
    if (into === undefined) continue;
    entry.into = into;
    entryOf(into).absorbed.push(storyId);
  }
  return entries;
}

function toLogEntry(entry: MutableEntry, at: number): LogEntry {
  return {
    at,
    ...(entry.in.length > 0 ? { in: entry.in } : {}),
    ...(entry.out.length > 0 ? { out: entry.out } : {}),
    ...(entry.absorbed.length > 0 ? { absorbed: entry.absorbed } : {}),
    ...(entry.split.size > 0 ? { split: [...entry.split] } : {}),
    ...(entry.into === undefined ? {} : { into: entry.into }),
  };
}
