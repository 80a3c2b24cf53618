import type { CleanArticle } from '../text/clean-article';
import { mixHash } from '../text/hash';
import { createTokenBuffer, scanTokens } from '../text/tokens';
import { countCommon } from './compare-sentences';
import { STORY_LIMITS } from './limits';
import { perArticle } from './remember';

/** Distinct 3-word shingles of an article's text, sorted, and how many words were read. */
export interface CopyShingles {
  readonly shingles: Uint32Array;
  readonly words: number;
}

const SHINGLE_WORDS = 3;
const buffer = createTokenBuffer();

/** Of shingles kept by one in so many, the same ones in every text, about 50 are left of a short report. */
export const THINNED = 8;

/** The shingles of an article, read once: of at most `STORY_LIMITS.copyWords` words of the body, or of the title where there is no body to speak of. */
export const copyShingles = perArticle((clean) => readShingles(clean, 1));

/** One in `THINNED` of them: hashes divisible by it. */
export const thinnedShingles = perArticle((clean) => readShingles(clean, THINNED));

function readShingles(clean: CleanArticle, keepOneIn: number): CopyShingles {
  buffer.count = 0;
  for (const sentence of clean.sentences) {
    if (buffer.count >= STORY_LIMITS.copyWords) break;
    scanTokens(sentence.text.slice(0, STORY_LIMITS.sentenceChars), buffer);
  }
  if (buffer.count < 2 * SHINGLE_WORDS) scanTokens(clean.title, buffer);
  const words = Math.min(buffer.count, STORY_LIMITS.copyWords);
  const found = new Uint32Array(Math.max(0, words - SHINGLE_WORDS + 1));
  let count = 0;
  for (let i = 0; i + SHINGLE_WORDS <= words; i++) {
    const shingle = hashShingle(i);
    if (shingle % keepOneIn === 0) found[count++] = shingle;
  }
  return { shingles: sortDistinct(found.subarray(0, count)), words };
}

/** Sorts in place, and copies what is distinct. */
function sortDistinct(values: Uint32Array): Uint32Array {
  values.sort();
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || values[i] !== values[i - 1]) values[count++] = values[i];
  }
  return values.slice(0, count);
}

function hashShingle(start: number): number {
  let hash = 17;
  for (let k = 0; k < SHINGLE_WORDS; k++) hash = Math.imul(hash, 0x9e3779b1) ^ buffer.hashes[start + k];
  return mixHash(hash);
}

/** By later and earlier text; gone when either is. */
const counted = new WeakMap<CopyShingles, WeakMap<CopyShingles, number>>();

/** How many shingles two texts share. A pair of texts is compared once, however often its story is built. */
export function commonShingles(earlier: CopyShingles, later: CopyShingles): number {
  let counts = counted.get(later);
  if (!counts) counted.set(later, (counts = new WeakMap()));
  let common = counts.get(earlier);
  if (common === undefined) {
    common = countCommon(earlier.shingles, later.shingles);
    counts.set(earlier, common);
  }
  return common;
}
