import type { Conflict, ConflictKind } from './canonical-story';
import { type ConflictSlot, findSlots, mayConflict, type SlotsFound } from './conflict-slots';
import type { StoryMember } from './member';
import { perSentence } from './remember';
import type { StorySentence } from './sentence';
import { readTokens, type SentenceToken } from './sentence-values';
import type { SupportedUnit } from './support';
import type { Witness } from './witness';

/** A wording of a unit with everyone who uses it. */
interface Wording {
  readonly tokens: readonly SentenceToken[];
  readonly members: ReadonlySet<number>;
}

/** The place of a value: an index in the tokens of a wording. */
interface Place {
  readonly wording: Wording;
  readonly at: number;
}

/** Wordings of one unit that are compared with each other: 28 comparisons. */
const MAX_WORDINGS = 8;
const ABOUT_WORDS = 5;

/** Finds the values that the wordings of one unit give differently. */
export function unitConflicts(
  unit: SupportedUnit,
  members: readonly StoryMember[],
  witness: Witness,
): Conflict[] {
  const wordings = readWordings(unit, members);
  const listed = new Map<Wording, Set<number>>(wordings.map((wording) => [wording, new Set()]));
  return wordings.flatMap((pivot, p) => {
    const groups = groupsAround(pivot, wordings.slice(p + 1), witness);
    return [...groups].flatMap(([at, { kind, places }]) => {
      if (listed.get(pivot)?.has(at)) return [];
      for (const place of places) listed.get(place.wording)?.add(place.at);
      return [writeConflict(kind, { wording: pivot, at }, places, members)];
    });
  });
}

/** For each value of the pivot that others contradict: everyone's place of it, those who agree included. */
function groupsAround(
  pivot: Wording,
  others: readonly Wording[],
  witness: Witness,
): Map<number, { kind: ConflictKind; places: Place[] }> {
  const groups = new Map<number, { kind: ConflictKind; places: Place[] }>();
  for (const wording of others) {
    if (!mayConflict(pivot.tokens, wording.tokens)) continue;
    for (const slot of slotsOf(pivot.tokens, wording.tokens).slots) {
      if (!isVouched(slot, pivot, wording, witness)) continue;
      const group = groups.get(slot.a) ?? { kind: slot.kind, places: [{ wording: pivot, at: slot.a }] };
      group.places.push({ wording, at: slot.b });
      groups.set(slot.a, group);
    }
  }
  if (groups.size === 0) return groups;
  for (const [at, { places }] of groups) {
    for (const wording of others) {
      const same = slotsOf(pivot.tokens, wording.tokens).same.get(at);
      if (same !== undefined) places.push({ wording, at: same });
    }
  }
  return groups;
}

/** By the tokens of both: a story that grows compares its earlier wordings once. */
const comparedBefore = new WeakMap<readonly SentenceToken[], WeakMap<readonly SentenceToken[], SlotsFound>>();

function slotsOf(a: readonly SentenceToken[], b: readonly SentenceToken[]): SlotsFound {
  let found = comparedBefore.get(a);
  if (!found) comparedBefore.set(a, (found = new WeakMap()));
  let slots = found.get(b);
  if (!slots) found.set(b, (slots = findSlots(a, b)));
  return slots;
}

/** An article that also gives the other's value does not contradict it. */
function isVouched(slot: ConflictSlot, a: Wording, b: Wording, witness: Witness): boolean {
  const [x, y] = [a.tokens[slot.a], b.tokens[slot.b]];
  const gives = (member: number, token: SentenceToken): boolean =>
    token.kind === 'name' ? witness.speaksOf(member, token.key) : witness.writes(member, token.text);
  return ![...a.members].some((m) => gives(m, y)) && ![...b.members].some((m) => gives(m, x));
}

/** The wordings of a unit in a fixed order, the most carried first; none when there is only one. */
function readWordings(unit: SupportedUnit, members: readonly StoryMember[]): Wording[] {
  const byKey = new Map<string, { sentence: StorySentence; carriers: Set<number> }>();
  for (const { sentence, share } of unit.listed) {
    if (share < 1) continue;
    const known = byKey.get(sentence.key);
    if (known) known.carriers.add(sentence.member);
    else byKey.set(sentence.key, { sentence, carriers: new Set([sentence.member]) });
  }
  if (byKey.size < 2) return [];
  return [...byKey]
    .sort(([x, a], [y, b]) => b.carriers.size - a.carriers.size || (x < y ? -1 : 1))
    .slice(0, MAX_WORDINGS)
    .map(([, { sentence, carriers }]) => ({
      members: carriers,
      tokens: tokensOf(members[sentence.member].clean, sentence.index),
    }));
}

/** Read only where a sentence was found in several wordings, and then once. */
const tokensOf = perSentence((text, { language }) => readTokens(text, language));

function writeConflict(
  kind: ConflictKind,
  pivot: Place,
  places: readonly Place[],
  members: readonly StoryMember[],
): Conflict {
  const values = new Map<string, { value: string; carriers: Set<number> }>();
  for (const { wording, at } of places) {
    const token = wording.tokens[at];
    const entry = values.get(token.key) ?? { value: token.text, carriers: new Set<number>() };
    for (const member of wording.members) entry.carriers.add(member);
    values.set(token.key, entry);
  }
  const listed = [...values.values()].map(({ value, carriers }) => ({
    value,
    order: [...carriers].sort((a, b) => a - b),
  }));
  listed.sort((a, b) => a.order[0] - b.order[0] || (a.value < b.value ? -1 : 1));
  return {
    kind,
    about: describePlace(pivot),
    values: listed.map(({ value, order }) => ({
      value,
      articleIds: order.map((i) => members[i].article.id),
    })),
  };
}

function describePlace({ wording, at }: Place): string {
  const words = wording.tokens.map(({ text }) => text);
  const before = words.slice(Math.max(0, at - ABOUT_WORDS), at);
  return [...before, '…', ...words.slice(at + 1, at + 1 + ABOUT_WORDS)].join(' ');
}
