import { IN_LEAD, IN_TITLE } from '../fingerprint/analysis';
import { HASH_BITS } from '../text/hash';
import {
  END_OF_CONCEPTS,
  END_OF_SHINGLES,
  type PackedFingerprint,
  SKETCH_SHIFT,
  TERM_BITS,
} from './packed-fingerprint';

/** What two vectors share, in sums over their shared terms. */
export interface Overlap {
  /** Σ wa·wb over shared terms; the same over terms in both titles; in both leads. */
  dot: number;
  titleDot: number;
  leadDot: number;
  /** Σ min(wa, wb) over shared terms, and the largest of these. */
  shared: number;
  largest: number;
  /** Squared weight of one's title terms that the other holds anywhere, both ways summed. */
  titleHeld: number;
}

/** An `Overlap` of nothing, to be written to. */
export function createOverlap(): Overlap {
  return { dot: 0, titleDot: 0, leadDot: 0, shared: 0, largest: 0, titleHeld: 0 };
}

/** Bits of the first look, 1 kB a list: of what is not there one value in eighty passes. */
const FILTER_BITS = 1 << 13;
const FILTER_MASK = FILTER_BITS / 32 - 1;

/** Places of the values that passed the first look, of one list at a time. */
const passed = new Uint16Array(1 << 16);

/**
 * A set of distinct values, for those of many other lists to be looked up in. Few are ever found, so a bit for each comes before the
 * table, and what it lets pass is gathered without a branch: a processor that foresees wrongly loses more time than a look takes.
 */
class Slots {
  private readonly bits = new Int32Array(FILTER_BITS / 32);
  private slots = new Uint32Array(64);
  private mask = 63;

  /** @param shift bits below the part of a value that is looked up, 24 of it at least. */
  constructor(private readonly shift: number) {}

  /** Takes a part of an array in the place of what was there. Values must not be 0. */
  load(values: Uint32Array, from: number, to: number): void {
    const size = 2 ** Math.ceil(Math.log2(2 * (to - from) + 16));
    if (size > this.slots.length) this.slots = new Uint32Array(size);
    else this.slots.fill(0, 0, size);
    this.mask = size - 1;
    this.bits.fill(0);
    const { slots, mask, bits, shift } = this;
    for (let i = from; i < to; i++) {
      const key = values[i] >>> shift;
      const word = (key >>> 5) & FILTER_MASK;
      bits[word] = bits[word] | (1 << (key & 31));
      let slot = key & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = values[i];
    }
  }

  /** Writes the places of those values to `passed` that may be here, in order, and returns how many there are. */
  look(values: Uint32Array, from: number, to: number): number {
    const { bits, shift } = this;
    let count = 0;
    for (let j = from; j < to; j++) {
      const key = values[j] >>> shift;
      passed[count] = j;
      count += (bits[(key >>> 5) & FILTER_MASK] >>> (key & 31)) & 1;
    }
    return count;
  }

  /** The value here that has the same key, or 0. */
  find(value: number): number {
    const { slots, mask, shift } = this;
    const key = value >>> shift;
    let slot = key & mask;
    let own = slots[slot];
    while (own !== 0 && own >>> shift !== key) own = slots[(slot = (slot + 1) & mask)];
    return own;
  }
}

/** The terms of a fingerprint that others are compared with. One article is compared with many, so its own are looked up in. */
export class ComparedTerms {
  private readonly table = new Slots(TERM_BITS);

  /** @param weights by the six bits of a term. */
  constructor(private readonly weights: Float32Array) {}

  /** Takes terms in the place of those before. */
  load(whole: Uint32Array, from: number, to: number): void {
    this.table.load(whole, from, to);
  }

  /** Sums over the terms shared with those of another, by ascending hash, into `out`. O(terms of the other). */
  overlap(theirs: Uint32Array, from: number, to: number, out: Overlap): void {
    out.dot = out.titleDot = out.leadDot = out.shared = out.largest = out.titleHeld = 0;
    const count = this.table.look(theirs, from, to);
    for (let k = 0; k < count; k++) {
      const b = theirs[passed[k]];
      const a = this.table.find(b);
      if (a !== 0) addShared(a, b, this.weights, out);
    }
  }
}

function addShared(a: number, b: number, weights: Float32Array, out: Overlap): void {
  const wa = weights[(a >>> 2) & 63];
  const wb = weights[(b >>> 2) & 63];
  const low = wa < wb ? wa : wb;
  out.dot += wa * wb;
  out.shared += low;
  if (low > out.largest) out.largest = low;
  if ((a & IN_TITLE) !== 0) out.titleHeld += wa * wa;
  if ((b & IN_TITLE) !== 0) out.titleHeld += wb * wb;
  if ((a & b & IN_TITLE) !== 0) out.titleDot += wa * wb;
  if ((a & b & IN_LEAD) !== 0) out.leadDot += wa * wb;
}

/** Hashes that others are compared with: shingles, the grams of a title. */
export class ComparedHashes {
  private readonly table = new Slots(0);
  private hasZero = false;

  load(whole: Uint32Array, from: number, to: number): void {
    // They ascend.
    this.hasZero = from < to && whole[from] === 0;
    this.table.load(whole, this.hasZero ? from + 1 : from, to);
  }

  /** How many of some distinct ascending hashes are among them. */
  countShared(theirs: Uint32Array, from: number, to: number): number {
    let shared = this.hasZero && from < to && theirs[from] === 0 ? 1 : 0;
    const count = this.table.look(theirs, from, to);
    for (let k = 0; k < count; k++) if (this.table.find(theirs[passed[k]]) !== 0) shared++;
    return shared;
  }
}

/** Shingles of two sketches: how many are comparable in each, at the lower of the thresholds, and how many of these both have. */
export interface SharedShingles {
  ofA: number;
  ofB: number;
  shared: number;
}

/** Compares two sketches into `out`. `inA` holds the shingles of `a`. */
export function overlapSketches(
  { whole: a }: PackedFingerprint,
  inA: ComparedHashes,
  { whole: b }: PackedFingerprint,
  out: SharedShingles,
): void {
  const limit = 2 ** (HASH_BITS - Math.max(a[SKETCH_SHIFT], b[SKETCH_SHIFT]));
  const endOfB = endBelow(b, limit);
  out.ofA = endBelow(a, limit) - a[END_OF_CONCEPTS];
  out.ofB = endOfB - b[END_OF_CONCEPTS];
  out.shared = inA.countShared(b, b[END_OF_CONCEPTS], endOfB);
}

/** Where the shingles below `limit` end. */
function endBelow(whole: Uint32Array, limit: number): number {
  let low = whole[END_OF_CONCEPTS];
  let high = whole[END_OF_SHINGLES];
  if (low === high || whole[high - 1] < limit) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (whole[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
