import type { SentenceToken } from './sentence-values';

/** Two tokens at the same place of two sentences; `same` when they are equal. */
export interface WordPair {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
}

const SAME = 4;
/** A value against another value of its kind is better than leaving both out, worse than any equal word. */
const REPLACED = 1;

/**
 * Aligns two sentences word by word (Needleman–Wunsch): equal tokens, and values of one kind that stand in each
 * other's place. In order of both. O(n · m), n and m at most 160.
 */
export function alignWords(a: readonly SentenceToken[], b: readonly SentenceToken[]): WordPair[] {
  const width = b.length + 1;
  const scores = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(scores[(i + 1) * width + j], scores[i * width + j + 1]);
      const score = pairScore(a[i], b[j]);
      const paired = score > 0 ? score + scores[(i + 1) * width + j + 1] : 0;
      scores[i * width + j] = Math.max(skip, paired);
    }
  }
  return trace(a, b, scores, width);
}

function trace(
  a: readonly SentenceToken[],
  b: readonly SentenceToken[],
  scores: Float64Array,
  width: number,
): WordPair[] {
  const pairs: WordPair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = scores[i * width + j];
    const score = pairScore(a[i], b[j]);
    if (score > 0 && here === score + scores[(i + 1) * width + j + 1]) {
      pairs.push({ a: i, b: j, same: score === SAME });
      i++;
      j++;
    } else if (here === scores[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}

function pairScore(a: SentenceToken, b: SentenceToken): number {
  if (a.key === b.key) return SAME;
  return a.kind !== 'word' && a.kind === b.kind ? REPLACED : 0;
}
