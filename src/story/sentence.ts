import { foldText, foldUnit, IGNORED, SEPARATOR } from '../text/fold';
import { HASH_START, mixHash, stepHash } from '../text/hash';
import { CAPITAL, createTokenBuffer, DIGITS, FIRST, scanTokens, UNSEGMENTED } from '../text/tokens';
import { readUnits, unitAt } from '../text/units';
import { STORY_LIMITS } from './limits';
import { perSentence } from './remember';

/** One sentence of one member. Arrays are sorted, so that two sentences are compared by one pass over both. */
export interface StorySentence {
  /** Index of the member in story order, and of the sentence in its article. */
  readonly member: number;
  readonly index: number;
  readonly paragraph: number;
  readonly text: string;
  /** Equal for sentences of the same words, figures and currencies, whatever their case and punctuation. */
  readonly key: string;
}

/** The words of a sentence, for comparing. */
export interface SentenceWords {
  readonly words: Uint32Array;
  readonly weights: Float32Array;
  /** Sum of `weights`. */
  readonly weight: number;
  /** Adjacent pairs of words. */
  readonly pairs: Uint32Array;
  /** Figures and capitalised words inside the sentence: what tells two sentences of one template apart. */
  readonly slots: Uint32Array;
  readonly negated: boolean;
}

/** Short words (mostly articles and prepositions, in any language) say less than the others. */
const SHORT_WORD_WEIGHT = 0.4;
/** Scripts without spaces give one token for each pair of characters, so a word counts about twice. */
const UNSEGMENTED_WEIGHT = 0.5;
const SIGN = /[$€£¥%]/;
const NEGATIONS = /(?:\b(?:not|no|never|none|nobody|without|denied|denies|refused)\b|n['’]t\b)/i;

const buffer = createTokenBuffer();

/** The sentence's text as shown: well-formed Unicode, cut at the limit. */
export function showSentence(text: string): string {
  const cut =
    text.length > STORY_LIMITS.sentenceChars ? `${text.slice(0, STORY_LIMITS.sentenceChars)}…` : text;
  return cut.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** The key under which equal sentences meet. Linear in the text. */
export function sentenceKey(text: string): string {
  const head = text.length > STORY_LIMITS.sentenceChars ? text.slice(0, STORY_LIMITS.sentenceChars) : text;
  const folded = foldSentence(head) || `=${head.trim()}`;
  const signs = SIGN.test(head) ? head.replace(/[^$€£¥%]+/g, '') : '';
  return `${folded}${signs && ` ${signs}`}${text.length > head.length ? ` ${hashTail(text, head.length)}` : ''}`;
}

const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => foldUnit(unit));
const letters = Buffer.alloc(STORY_LIMITS.sentenceChars * 2);

/** As `foldText`, in half the time where the folded text is ASCII. */
function foldSentence(text: string): string {
  let length = 0;
  let gap = false;
  const end = text.length;
  const units = readUnits(text);
  for (let i = 0; i < end; i++) {
    const unit = units[i];
    const code = unit < 128 ? ASCII[unit] : foldUnit(unit);
    if (code === IGNORED) continue;
    if (code === SEPARATOR) {
      gap = length > 0;
      continue;
    }
    if (code >= 128) return foldText(text);
    if (gap) letters[length++] = 32;
    gap = false;
    letters[length++] = code;
  }
  return letters.toString('latin1', 0, length);
}

function hashTail(text: string, from: number): number {
  let hash = HASH_START;
  for (let i = from; i < text.length; i++) hash = stepHash(hash, unitAt(text, i));
  return mixHash(hash);
}

/** Reads the words of a sentence: at most `STORY_LIMITS.sentenceWords`. */
export function readWords(text: string): SentenceWords {
  const head = text.length > STORY_LIMITS.sentenceChars ? text.slice(0, STORY_LIMITS.sentenceChars) : text;
  buffer.count = 0;
  scanTokens(head, buffer);
  const count = Math.min(buffer.count, STORY_LIMITS.sentenceWords);
  const order = sortTokens(count);
  const words = new Uint32Array(count);
  const weights = new Float32Array(count);
  let weight = 0;
  for (let i = 0; i < count; i++) {
    const token = order[i] % TOKENS;
    words[i] = buffer.hashes[token];
    weights[i] = tokenWeight(token);
    weight += weights[i];
  }
  return {
    words,
    weights,
    weight,
    pairs: readPairs(count),
    slots: readSlots(count),
    negated: NEGATIONS.test(head),
  };
}

/** The `weight` of what `readWords` reads, for a sentence whose words are not compared: rounded like the weights there. */
function weighWords(text: string): number {
  buffer.count = 0;
  scanTokens(text.slice(0, STORY_LIMITS.sentenceChars), buffer);
  let weight = 0;
  for (let i = 0; i < Math.min(buffer.count, STORY_LIMITS.sentenceWords); i++)
    weight += Math.fround(tokenWeight(i));
  return weight;
}

/** More than the words read of a sentence. */
const TOKENS = 1024;
const sortKeys = new Float64Array(TOKENS);

/** The tokens by hash, then place, as `hash × TOKENS + token`: numbers sort in a fifth of the time that a comparison takes. */
function sortTokens(count: number): Float64Array {
  const keys = sortKeys.subarray(0, count);
  for (let i = 0; i < count; i++) keys[i] = buffer.hashes[i] * TOKENS + i;
  return keys.sort();
}

function tokenWeight(token: number): number {
  const kind = buffer.kinds[token];
  if (kind & UNSEGMENTED) return UNSEGMENTED_WEIGHT;
  const length = buffer.ends[token] - buffer.starts[token];
  return length > 3 || kind & DIGITS ? 1 : SHORT_WORD_WEIGHT;
}

function readPairs(count: number): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, count - 1));
  for (let i = 0; i + 1 < count; i++) {
    pairs[i] = mixHash(Math.imul(buffer.hashes[i], 31) ^ buffer.hashes[i + 1]);
  }
  return pairs.sort();
}

function readSlots(count: number): Uint32Array {
  const slots: number[] = [];
  for (let i = 0; i < count; i++) {
    const kind = buffer.kinds[i];
    if (kind & DIGITS || (kind & CAPITAL && !(kind & FIRST))) slots.push(buffer.hashes[i]);
  }
  return Uint32Array.from(slots).sort();
}

/** The key, the shown text and the words of a sentence of an article, read once. */
export const keyOfSentence = perSentence(sentenceKey);
export const shownSentence = perSentence(showSentence);
export const wordsOfSentence = perSentence(readWords);
export const weightOfSentence = perSentence(weighWords);
