import { compareSentences, type SentenceOverlap, slotsAgree } from './compare-sentences';
import type { SentenceWords } from './sentence';

/** What was found for a sentence among the units. */
export type Finding =
  | { readonly kind: 'same'; readonly unit: number }
  | { readonly kind: 'part'; readonly unit: number; readonly share: number }
  | { readonly kind: 'joined'; readonly units: readonly number[] }
  | { readonly kind: 'none' };

interface Wording {
  readonly unit: number;
  readonly member: number;
  readonly words: SentenceWords;
}

/** Edited: this much of both is common, and this share of adjacent words still is adjacent. */
const SAME_DICE = 0.62;
const SAME_DICE_IN_COPIES = 0.45;
const SAME_ORDER = 0.3;
/** From here on a name or figure that differs is an edit, or a conflict, and no longer another case of a template. */
const SURE_DICE = 0.75;
/** Contained: nearly every word of the one is in the other, mostly in the same order. */
const PART_SHARE = 0.85;
const PART_ORDER = 0.6;
/** Below this a sentence is neither the same nor part of the other. */
const LEAST = { dice: SAME_DICE_IN_COPIES, share: PART_SHARE } as const;
/** Joined: the units a sentence contains make up this much of it. */
const JOINED_SHARE = 0.75;
/** Sentences of less weight (about five words) meet only when they are equal: "We will win" is not "We will not". */
const MIN_WEIGHT = 4;
/**
 * Rarest words of a sentence looked up, entries kept for a word, and wordings compared. As many look-ups as a long sentence has
 * words: with fewer, one of several short sentences joined in it can be left without any.
 */
const LOOK_UPS = 48;
const POSTINGS = 64;
const COMPARISONS = 8;
const WORDINGS_PER_UNIT = 4;

/** Finds units that share words with a sentence. Look-ups and comparisons a sentence are bounded. */
export class SentenceIndex {
  /** `areCopies` tells whether two members print one text: then a sentence damaged badly is still the same. */
  constructor(private readonly areCopies: (a: number, b: number) => boolean = () => false) {}

  private readonly wordings: (Wording | undefined)[] = [];
  private readonly postings = new Map<number, number[]>();
  private readonly wordingsOf = new Map<number, number[]>();
  /** By wording, how many of the looked-up words it has; all 0 between searches. */
  private readonly hits: number[] = [];
  /** A sentence that nothing is found for is looked up again at once, for what it contains. */
  private last: { words: SentenceWords; member: number; found: readonly Candidate[] } | undefined;

  /** Enters a wording of a unit; the first few of each unit are kept. */
  add(unit: number, member: number, words: SentenceWords): void {
    if (words.weight < MIN_WEIGHT) return;
    this.last = undefined;
    const own = this.wordingsOf.get(unit) ?? [];
    if (own.length >= WORDINGS_PER_UNIT) return;
    const wording = this.wordings.push({ unit, member, words }) - 1;
    this.wordingsOf.set(unit, [...own, wording]);
    this.hits.push(0);
    for (let i = 0; i < words.words.length; i++) {
      const word = words.words[i];
      if (i > 0 && word === words.words[i - 1]) continue;
      const list = this.postings.get(word);
      if (!list) this.postings.set(word, [wording]);
      else list.push(wording);
    }
  }

  /** Takes a unit out. */
  remove(unit: number): void {
    this.last = undefined;
    for (const wording of this.wordingsOf.get(unit) ?? []) this.wordings[wording] = undefined;
    this.wordingsOf.delete(unit);
  }

  /** The unit or units a sentence of `member` says again. */
  find(words: SentenceWords, member: number): Finding {
    const candidates = this.candidates(words, member);
    const joined = this.joinedFrom(words, candidates);
    if (joined.length > 1) return { kind: 'joined', units: joined };
    let best: { unit: number; dice: number } | undefined;
    let part: { unit: number; share: number } | undefined;
    for (const { wording, overlap } of candidates) {
      if (
        isSame(words, wording, overlap, this.areCopies(member, wording.member)) &&
        overlap.dice > (best?.dice ?? 0)
      ) {
        best = { unit: wording.unit, dice: overlap.dice };
      } else if (isContained(overlap.ofFirst, overlap) && overlap.ofSecond > (part?.share ?? 0)) {
        part = { unit: wording.unit, share: overlap.ofSecond };
      }
    }
    if (best) return { kind: 'same', unit: best.unit };
    return part ? { kind: 'part', ...part } : { kind: 'none' };
  }

  /** Units that a sentence says in full, with the share of the sentence each makes up. */
  findContained(words: SentenceWords, member: number): { unit: number; share: number }[] {
    const found = new Map<number, number>();
    for (const { wording, overlap } of this.candidates(words, member)) {
      if (!isContained(overlap.ofSecond, overlap)) continue;
      if (!found.has(wording.unit)) found.set(wording.unit, overlap.ofFirst);
    }
    return [...found].map(([unit, share]) => ({ unit, share }));
  }

  private joinedFrom(words: SentenceWords, candidates: readonly Candidate[]): number[] {
    const units = new Set<number>();
    let covered = 0;
    for (const { wording, overlap } of candidates) {
      if (units.has(wording.unit) || !isContained(overlap.ofSecond, overlap)) continue;
      units.add(wording.unit);
      covered += overlap.common;
    }
    const whole = covered >= JOINED_SHARE * words.weight && covered <= 1.25 * words.weight;
    return whole ? [...units] : [];
  }

  /**
   * The wordings that share most of the rarest words. Those of the member itself are left out, as two sentences of
   * one article are two sentences, however alike; so is a statement beside its denial.
   */
  private candidates(words: SentenceWords, member: number): readonly Candidate[] {
    if (words.weight < MIN_WEIGHT) return [];
    if (this.last?.words === words && this.last.member === member) return this.last.found;
    const found: Candidate[] = [];
    for (const id of this.mostHits(words)) {
      const wording = this.wordings[id];
      if (!wording || wording.member === member) continue;
      const overlap = compareSentences(words, wording.words, LEAST);
      if (!overlap) continue;
      const denied = overlap.dice >= SAME_DICE && words.negated !== wording.words.negated;
      if (!denied) found.push({ wording, overlap });
    }
    this.last = { words, member, found };
    return found;
  }

  /** Ids of the wordings that share most of the looked-up words, of equals the earlier. */
  private mostHits(words: SentenceWords): number[] {
    const touched: number[] = [];
    for (const list of this.rarest(words)) {
      for (let i = 0; i < list.length; i++) {
        const id = list[i];
        if (this.hits[id] === 0) touched.push(id);
        this.hits[id]++;
      }
    }
    const { hits } = this;
    const best: number[] = [];
    for (const id of touched) {
      let at = best.length;
      while (
        at > 0 &&
        (hits[best[at - 1]] < hits[id] || (hits[best[at - 1]] === hits[id] && best[at - 1] > id))
      )
        at--;
      if (at >= COMPARISONS) continue;
      best.splice(at, 0, id);
      if (best.length > COMPARISONS) best.pop();
    }
    for (const id of touched) hits[id] = 0;
    return best;
  }

  private rarest(words: SentenceWords): number[][] {
    const lists: number[][] = [];
    for (let i = 0; i < words.words.length; i++) {
      if (i > 0 && words.words[i] === words.words[i - 1]) continue;
      const list = this.postings.get(words.words[i]);
      if (list && list.length <= POSTINGS) lists.push(list);
    }
    // Their order is of no account, so only a long sentence needs to have them sorted.
    if (lists.length <= LOOK_UPS) return lists;
    return lists.sort((a, b) => a.length - b.length).slice(0, LOOK_UPS);
  }
}

interface Candidate {
  readonly wording: Wording;
  readonly overlap: SentenceOverlap;
}

function isSame(
  words: SentenceWords,
  wording: Wording,
  overlap: SentenceOverlap,
  areCopies: boolean,
): boolean {
  return (
    overlap.dice >= (areCopies ? SAME_DICE_IN_COPIES : SAME_DICE) &&
    overlap.order >= SAME_ORDER &&
    (overlap.dice >= SURE_DICE || slotsAgree(words, wording.words))
  );
}

function isContained(share: number, overlap: SentenceOverlap): boolean {
  return share >= PART_SHARE && overlap.order >= PART_ORDER;
}
