import type { Conflict, ConflictKind } from './canonical-story';
import { type ConflictSlot, findSlots } from './conflict-slots';
import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';
import { NameWitness } from './name-witness';
import { readTokens, type SentenceToken } from './sentence-values';
import type { SupportedUnit } from './support';

/** A wording of a unit with everyone who uses it. */
interface Wording {
  readonly key: string;
  readonly tokens: readonly SentenceToken[];
  readonly members: ReadonlySet<number>;
}

/** Wordings of one unit compared with each other: 28 comparisons. */
const MAX_WORDINGS = 8;
const ABOUT_WORDS = 5;

/**
 * Finds what the members give differently: figures, dates, places and names that stand at the same place of aligned
 * sentences. Meant to be precise rather than complete: at least nine of ten shown are to be real. Roundings,
 * spellings of a name, parts of it, abbreviations and attributions are no conflicts. Every value is listed with its
 * articles; none is preferred. At most `STORY_LIMITS.conflicts`, those in the earliest sentences of the story.
 */
export function findConflicts(units: readonly SupportedUnit[], members: readonly StoryMember[]): Conflict[] {
  const witness = new NameWitness(members);
  const found = new Map<string, Conflict>();
  for (const unit of units) {
    if (unit.support.length < 2) continue;
    for (const conflict of conflictsOf(unit, members, witness)) {
      const key = `${conflict.kind}:${conflict.values.map(({ value }) => value).join('|')}`;
      if (!found.has(key)) found.set(key, conflict);
    }
    if (found.size >= STORY_LIMITS.conflicts) break;
  }
  return [...found.values()].slice(0, STORY_LIMITS.conflicts);
}

function conflictsOf(unit: SupportedUnit, members: readonly StoryMember[], witness: NameWitness): Conflict[] {
  const wordings = readWordings(unit, members);
  const conflicts: Conflict[] = [];
  const [pivots, others] = [wordings, wordings];
  pivots.forEach((pivot, p) => {
    const slots = new Map<number, { kind: ConflictKind; at: Map<Wording, number> }>();
    others.slice(p + 1).forEach((other) => {
      for (const slot of slotsBetween(pivot, other)) {
        if (!isVouched(slot, pivot, other, witness)) continue;
        const entry = slots.get(slot.a) ?? { kind: slot.kind, at: new Map<Wording, number>() };
        entry.at.set(other, slot.b);
        slots.set(slot.a, entry);
      }
    });
    for (const [at, { kind, at: places }] of slots) {
      conflicts.push(writeConflict(kind, pivot, at, places, members));
    }
  });
  return conflicts;
}

function slotsBetween(a: Wording, b: Wording): ConflictSlot[] {
  return findSlots(a.tokens, b.tokens);
}

/** An article that also speaks of the other's value does not contradict it; asked of names and places only. */
function isVouched(slot: ConflictSlot, a: Wording, b: Wording, witness: NameWitness): boolean {
  if (slot.kind === 'figure' || slot.kind === 'date') return true;
  const [x, y] = [a.tokens[slot.a], b.tokens[slot.b]];
  return (
    ![...a.members].some((m) => witness.speaksOf(m, y.key)) &&
    ![...b.members].some((m) => witness.speaksOf(m, x.key))
  );
}

/** The wordings of a unit in a fixed order, the most carried first. */
function readWordings(unit: SupportedUnit, members: readonly StoryMember[]): Wording[] {
  const byKey = new Map<string, { text: string; members: Set<number>; language: string }>();
  for (const { sentence, share } of unit.listed) {
    if (share < 1) continue;
    const language = members[sentence.member].clean.language;
    const known = byKey.get(sentence.key) ?? { text: sentence.text, members: new Set<number>(), language };
    known.members.add(sentence.member);
    byKey.set(sentence.key, known);
  }
  return [...byKey]
    .sort((a, b) => b[1].members.size - a[1].members.size || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDINGS)
    .map(([key, { text, members: carriers, language }]) => ({
      key,
      members: carriers,
      tokens: readTokens(text, language),
    }));
}

function writeConflict(
  kind: ConflictKind,
  pivot: Wording,
  at: number,
  others: ReadonlyMap<Wording, number>,
  members: readonly StoryMember[],
): Conflict {
  const values = new Map<string, { value: string; carriers: Set<number> }>();
  const add = (wording: Wording, index: number): void => {
    const token = wording.tokens[index];
    const entry = values.get(token.key) ?? { value: token.text, carriers: new Set<number>() };
    for (const member of wording.members) entry.carriers.add(member);
    values.set(token.key, entry);
  };
  add(pivot, at);
  for (const [wording, index] of others) add(wording, index);
  const listed = [...values.values()].map(({ value, carriers }) => ({
    value,
    order: [...carriers].sort((a, b) => a - b),
  }));
  listed.sort((a, b) => a.order[0] - b.order[0] || (a.value < b.value ? -1 : 1));
  return {
    kind,
    about: describeSlot(pivot.tokens, at),
    values: listed.map(({ value, order }) => ({
      value,
      articleIds: order.map((i) => members[i].article.id),
    })),
  };
}

function describeSlot(tokens: readonly SentenceToken[], at: number): string {
  const words = tokens.map(({ text }) => text);
  return [
    ...words.slice(Math.max(0, at - ABOUT_WORDS), at),
    '…',
    ...words.slice(at + 1, at + 1 + ABOUT_WORDS),
  ].join(' ');
}
