import type { CleanArticle } from '../text/clean-article';
import { foldUnit, IGNORED, SEPARATOR } from '../text/fold';
import { HASH_START, stepHash } from '../text/hash';
import { readUnits } from '../text/units';
import type { StoryUnit } from './align-sentences';
import { STORY_LIMITS } from './limits';
import { keyOfSentence, type StorySentence } from './sentence';

/**
 * The units of a story of one article: its sentences as they stand, where no two of them can be equal. Most stories are of one article,
 * and most of those stay so: their sentences are told apart by hashes of their letters, and no keys are written for them. Undefined where
 * two hashes are equal, or where a letter is not folded to ASCII: then keys tell. Linear in the text.
 */
export function alignAlone(clean: CleanArticle): StoryUnit[] | undefined {
  const sentences = clean.sentences.slice(0, STORY_LIMITS.sentencesPerAligned);
  const seen = new Set<number>();
  for (const { text } of sentences) {
    const hash = hashLetters(text);
    if (hash === undefined || seen.has(hash)) return undefined;
    seen.add(hash);
  }
  return sentences.map((_, index) => ({
    places: [{ sentence: new OwnSentence(clean, index), share: 1, listed: true }],
  }));
}

/** A hash that is equal for sentences of equal keys. */
function hashLetters(text: string): number | undefined {
  const length = Math.min(text.length, STORY_LIMITS.sentenceChars);
  const units = readUnits(text);
  let hash = HASH_START;
  for (let i = 0; i < length; i++) {
    const code = foldUnit(units[i]);
    if (code >= 128) return undefined;
    if (code !== IGNORED && code !== SEPARATOR) hash = stepHash(hash, code);
  }
  return hash;
}

/** A sentence of the only member, whose key is written when it is asked for. */
class OwnSentence implements StorySentence {
  readonly member = 0;

  constructor(
    private readonly clean: CleanArticle,
    readonly index: number,
  ) {}

  get text(): string {
    return this.clean.sentences[this.index].text;
  }

  get paragraph(): number {
    return this.clean.sentences[this.index].paragraph;
  }

  get key(): string {
    return keyOfSentence(this.clean, this.index);
  }
}
