import type { ArrangedUnit } from './arrange-body';
import type { BodySentence, SentenceVariant } from './canonical-story';
import { STORY_LIMITS } from './limits';
import { publishedMs, type StoryMember, toIso } from './member';
import { shownSentence } from './sentence';
import { type SupportedUnit, shownPlace } from './support';

export interface WrittenBody {
  readonly body: readonly BodySentence[];
  /** Sentences and wordings left out by the bounds. */
  readonly omitted: number;
}

/**
 * Writes the arranged units as the document has them, within the bounds. When there are too many, those that more
 * reprint groups carry stay, then those that come first; order and paragraphs are kept.
 */
export function writeBody(
  arranged: readonly ArrangedUnit[],
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
  base: number,
): WrittenBody {
  const times = members.map((member) => toIso(publishedMs(member)));
  const countGroups = groupCounter(members, groupOf);
  const voices = arranged.map(({ unit }) => countGroups(unit.support));
  const kept = keepWithin(arranged, voices);
  let variantsLeft: number = STORY_LIMITS.variants;
  let omitted = arranged.length - kept.length;
  const maxIds = Math.max(
    STORY_LIMITS.minSupportIds,
    Math.floor(STORY_LIMITS.supportIds / (kept.length || 1)),
  );
  const paragraphs = new Map<number, number>();
  const body = kept.map((at): BodySentence => {
    const { unit, paragraph } = arranged[at];
    if (!paragraphs.has(paragraph)) paragraphs.set(paragraph, paragraphs.size);
    const variants = writeVariants(unit, members, base);
    const shown = variants.slice(0, Math.min(STORY_LIMITS.variantsPerSentence, variantsLeft));
    variantsLeft -= shown.length;
    omitted += variants.length - shown.length;
    const place = shownPlace(unit, base);
    return {
      text: shownSentence(members[place.sentence.member].clean, place.sentence.index),
      articleId: idOf(members, place.sentence.member),
      support: unit.support.slice(0, maxIds).map((i) => idOf(members, i)),
      supportCount: unit.support.length,
      supportGroups: voices[at],
      firstSeen: times[firstCarrier(unit)],
      kind: unit.support.length > 1 ? 'shared' : 'unique',
      paragraph: paragraphs.get(paragraph) ?? 0,
      ...(shown.length > 0 ? { variants: shown } : {}),
    };
  });
  return { body, omitted };
}

/** Support is in story order, so its first entry is the earliest to carry the sentence. */
function firstCarrier(unit: SupportedUnit): number {
  return unit.support[0] ?? unit.listed[0]?.sentence.member;
}

/** Indexes of the units that fit, in reading order. */
function keepWithin(arranged: readonly ArrangedUnit[], voices: readonly number[]): number[] {
  const order = arranged.map((_, i) => i);
  order.sort((a, b) => voices[b] - voices[a] || a - b);
  let chars = 0;
  const kept = order.slice(0, STORY_LIMITS.bodySentences).filter((i) => {
    const length = arranged[i]?.unit.listed[0]?.sentence.text.length ?? 0;
    chars += Math.min(length, STORY_LIMITS.sentenceChars);
    return chars <= STORY_LIMITS.bodyChars;
  });
  return kept.sort((a, b) => a - b);
}

/** Counts the reprint groups among members: by number, since a set of names for each sentence is most of the work in a large story. */
function groupCounter(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
): (support: readonly number[]) => number {
  const numbers = new Map<string | undefined, number>();
  const groups = Uint32Array.from(members, (_, i) => {
    const group = groupOf.get(idOf(members, i));
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  const countedAt = new Uint32Array(numbers.size);
  let counts = 0;
  return (support) => {
    counts++;
    let found = 0;
    for (const member of support) {
      if (countedAt[groups[member]] === counts) continue;
      countedAt[groups[member]] = counts;
      found++;
    }
    return found;
  };
}

function writeVariants(
  unit: SupportedUnit,
  members: readonly StoryMember[],
  base: number,
): SentenceVariant[] {
  if (unit.listed.length === 1) return [];
  const shown = shownPlace(unit, base).sentence.key;
  const byKey = new Map<string, { text: string; members: Set<number> }>();
  for (const { sentence } of unit.listed) {
    if (sentence.key === shown) continue;
    const variant = byKey.get(sentence.key);
    if (variant) variant.members.add(sentence.member);
    else {
      const text = shownSentence(members[sentence.member].clean, sentence.index);
      byKey.set(sentence.key, { text, members: new Set([sentence.member]) });
    }
  }
  return [...byKey.values()].map(({ text, members: carriers }) => ({
    text,
    articleIds: [...carriers].sort((a, b) => a - b).map((i) => idOf(members, i)),
  }));
}

function idOf(members: readonly StoryMember[], index: number): string {
  return members[index].article.id;
}
