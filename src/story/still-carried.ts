import { STORY_LIMITS } from './limits';
import { inStoryOrder, type StoryMember } from './member';
import { readWords, sentenceKey, showSentence } from './sentence';
import { SentenceIndex } from './sentence-index';

/** An article that still carries sentences of a withdrawn one. */
export interface StillCarried {
  readonly articleId: string;
  /** Share of the withdrawn sentences it carries, 0–1. */
  readonly share: number;
  /** Those sentences in the words of the withdrawn article; `count` counts those past the limit too. */
  readonly sentences: readonly string[];
  readonly count: number;
}

const SENTENCES_LISTED = 50;
/** Members compared word by word, the earliest; of later ones only identical sentences are found. */
const COMPARED = 200;

/**
 * The members that still carry sentences of a withdrawn article, as they stand or edited, split or joined; those
 * that carry most first, whole or edited in the earliest 200. The withdrawn article itself may be among `members`. Linear in their text.
 */
export function sentencesStillCarried(
  withdrawn: StoryMember,
  members: readonly StoryMember[],
): StillCarried[] {
  const texts = distinctSentences(withdrawn);
  const index = new SentenceIndex();
  [...texts.values()].forEach((text, i) => index.add(i, -1, readWords(text)));
  const shown = [...texts.values()].map(showSentence);
  const places = new Map([...texts.keys()].map((key, i) => [key, i]));
  return inStoryOrder(members)
    .filter(({ article }) => article.id !== withdrawn.article.id)
    .map((member, order): StillCarried => {
      const found = [...carriedBy(member, places, order < COMPARED ? index : undefined)].sort(
        (a, b) => a - b,
      );
      return {
        articleId: member.article.id,
        share: Math.round((1000 * found.length) / (texts.size || 1)) / 1000,
        sentences: found.slice(0, SENTENCES_LISTED).map((i) => shown[i]),
        count: found.length,
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.articleId < b.articleId ? -1 : 1));
}

function distinctSentences(member: StoryMember): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { text } of member.clean.sentences.slice(0, STORY_LIMITS.fuzzySentencesPerMember)) {
    if (!texts.has(sentenceKey(text))) texts.set(sentenceKey(text), text);
  }
  return texts;
}

function carriedBy(
  member: StoryMember,
  places: ReadonlyMap<string, number>,
  index: SentenceIndex | undefined,
): Set<number> {
  const found = new Set<number>();
  for (const { text } of member.clean.sentences.slice(0, STORY_LIMITS.fuzzySentencesPerMember)) {
    const exact = places.get(sentenceKey(text));
    if (exact !== undefined) {
      found.add(exact);
      continue;
    }
    if (!index) continue;
    const words = readWords(text);
    const finding = index.find(words, 0);
    if (finding.kind === 'same' || finding.kind === 'part') found.add(finding.unit);
    if (finding.kind === 'joined') for (const unit of finding.units) found.add(unit);
    for (const { unit } of index.findContained(words, 0)) found.add(unit);
  }
  return found;
}
