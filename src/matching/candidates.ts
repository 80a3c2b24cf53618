import type { IndexKey } from '../fingerprint/index-keys';

/** Of one posting list no more than this many ordinals, the newest, are read. */
export const MAX_POSTINGS_READ = 256;

/** Of all lists of an article no more than this many are read: the bound on work an article. */
const MAX_POSTINGS_AN_ARTICLE = 8_192;

/**
 * How many ordinals, the newest, are read of each posting list of an article with so many keys: a headline has half as many as a report, and
 * its like is found in long lists where that of a report is found in short ones.
 */
export const postingsRead = (keys: number): number =>
  Math.max(16, Math.min(MAX_POSTINGS_READ, Math.floor(MAX_POSTINGS_AN_ARTICLE / keys)));

/** Candidates compared an article, at most. */
export const CANDIDATE_LIMIT = 80;

/** Keys up to which an article is compared with as many as any: nearly all headlines and briefs. */
const KEYS_OF_A_BRIEF = 45;

/**
 * With how many candidates an article with so many keys is compared: `most`, and fewer where it has more than 45, down to seven in ten for 64.
 * Reports cost more to compare than headlines, and have their like further in front.
 */
export const candidatesCompared = (keys: number, most: number): number =>
  Math.floor(most * Math.min(1, KEYS_OF_A_BRIEF / keys));

const SLOTS = 1 << 15;
const MASK = SLOTS - 1;
const EMPTY = 0xffffffff;

const ordinals = new Uint32Array(SLOTS).fill(EMPTY);
const scores = new Float32Array(SLOTS);
const used = new Int32Array(SLOTS);

/**
 * Ranks the articles that share index keys with a new one by the summed weight of the shared keys.
 *
 * `postings[i]` holds the ordinals filed under `keys[i]`, oldest first. Returns at most `limit` ordinals, best
 * first, ties to the newer; never one of `exclude`. No more is read of a list than `postingsRead` says.
 */
export function rankCandidates(
  keys: readonly IndexKey[],
  postings: readonly Uint32Array[],
  limit: number,
  exclude: ReadonlySet<number>,
): number[] {
  const most = postingsRead(keys.length);
  let count = 0;
  for (let k = 0; k < keys.length; k++) {
    const list = postings[k];
    const weight = keys[k]?.weight ?? 0;
    if (list === undefined) continue;
    for (let i = Math.max(0, list.length - most); i < list.length; i++) {
      const ordinal = list[i];
      let slot = Math.imul(ordinal, 0x9e3779b1) >>> 17;
      while (ordinals[slot] !== EMPTY && ordinals[slot] !== ordinal) slot = (slot + 1) & MASK;
      if (ordinals[slot] === EMPTY) {
        ordinals[slot] = ordinal;
        scores[slot] = 0;
        used[count++] = slot;
      }
      scores[slot] = scores[slot] + weight;
    }
  }
  return takeBest(count, limit, exclude);
}

/** Takes the best of so many in use, and leaves the table empty. */
function takeBest(count: number, limit: number, exclude: ReadonlySet<number>): number[] {
  const best = new BestFirst(limit);
  for (let i = 0; i < count; i++) {
    const slot = used[i];
    const ordinal = ordinals[slot];
    ordinals[slot] = EMPTY;
    if (best.takes(scores[slot], ordinal) && !exclude.has(ordinal)) best.add(scores[slot], ordinal);
  }
  return best.read();
}

/** Keeps the best few of many, as a heap with the least of them on top: of thousands all but some hundreds are passed over by one look. */
class BestFirst {
  private readonly scores: Float32Array;
  private readonly ordinals: Uint32Array;
  private count = 0;

  constructor(private readonly limit: number) {
    this.scores = new Float32Array(limit);
    this.ordinals = new Uint32Array(limit);
  }

  takes(score: number, ordinal: number): boolean {
    if (this.count < this.limit) return true;
    return this.limit > 0 && this.isLess(0, score, ordinal);
  }

  /** Adds one that `takes` lets in, for the least where there are enough. */
  add(score: number, ordinal: number): void {
    if (this.count === this.limit) return this.sink(score, ordinal);
    let at = this.count++;
    for (let above = (at - 1) >> 1; at > 0 && !this.isLess(above, score, ordinal); above = (at - 1) >> 1) {
      this.put(at, this.scores[above], this.ordinals[above]);
      at = above;
    }
    this.put(at, score, ordinal);
  }

  /** The ordinals, best first. */
  read(): number[] {
    const places = Array.from({ length: this.count }, (_, i) => i);
    places.sort((a, b) => this.scores[b] - this.scores[a] || this.ordinals[b] - this.ordinals[a]);
    return places.map((place) => this.ordinals[place]);
  }

  private sink(score: number, ordinal: number): void {
    let at = 0;
    for (let below = 1; below < this.count; below = 2 * at + 1) {
      const other = below + 1;
      if (other < this.count && this.isLess(other, this.scores[below], this.ordinals[below])) below = other;
      if (!this.isLess(below, score, ordinal)) break;
      this.put(at, this.scores[below], this.ordinals[below]);
      at = below;
    }
    this.put(at, score, ordinal);
  }

  private put(at: number, score: number, ordinal: number): void {
    this.scores[at] = score;
    this.ordinals[at] = ordinal;
  }

  private isLess(at: number, score: number, ordinal: number): boolean {
    return this.scores[at] < score || (this.scores[at] === score && this.ordinals[at] < ordinal);
  }
}
