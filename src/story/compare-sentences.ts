import type { SentenceWords } from './sentence';

/** How two sentences share their words: weights and shares, 0–1 except `common`. */
export interface SentenceOverlap {
  /** Weight of the words both have. */
  readonly common: number;
  /** Twice `common` by the weight of both. */
  readonly dice: number;
  /** Share of the first that the second has, and the other way. */
  readonly ofFirst: number;
  readonly ofSecond: number;
  /** Share of the adjacent pairs of the one with fewer that the other has too: that the order is kept. */
  readonly order: number;
}

/** What two sentences must at least share for their overlap to be of use. */
export interface LeastOverlap {
  /** Either this `dice` … */
  readonly dice: number;
  /** … or this share of one of them. */
  readonly share: number;
}

/** One pass over the sorted words of both, and one over their pairs unless they share less than the least: O(n + m). */
export function compareSentences(
  a: SentenceWords,
  b: SentenceWords,
  least: LeastOverlap,
): SentenceOverlap | undefined {
  const common = commonWeight(a, b);
  const dice = (2 * common) / (a.weight + b.weight || 1);
  const ofFirst = common / (a.weight || 1);
  const ofSecond = common / (b.weight || 1);
  if (dice < least.dice && ofFirst < least.share && ofSecond < least.share) return undefined;
  const fewer = Math.min(a.pairs.length, b.pairs.length);
  return {
    common,
    dice,
    ofFirst,
    ofSecond,
    order: fewer === 0 ? 0 : countCommon(a.pairs, b.pairs) / fewer,
  };
}

/**
 * True when the figures and names of two sentences mostly agree. Sentences of one template ("In Ohio, A leads B by
 * 3") share their words but not these, and are different sentences.
 */
export function slotsAgree(a: SentenceWords, b: SentenceWords): boolean {
  const fewer = Math.min(a.slots.length, b.slots.length);
  return fewer < 2 || countCommon(a.slots, b.slots) / fewer >= 0.5;
}

/** Number of entries two sorted arrays have in common, counted with repetition. */
export function countCommon(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < a.length && j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}

function commonWeight(a: SentenceWords, b: SentenceWords): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < a.words.length && j < b.words.length) {
    const x = a.words[i];
    const y = b.words[j];
    if (x === y) common += Math.min(a.weights[i], b.weights[j]);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}
