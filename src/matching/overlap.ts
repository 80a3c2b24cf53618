import { IN_LEAD, IN_TITLE } from '../fingerprint/analysis';
import type { Fingerprint, TermVector } from '../fingerprint/fingerprint';
import { lowerBound } from '../fingerprint/sketch';
import { HASH_BITS } from '../text/hash';
import { createPlaces, HashPositions } from './hash-positions';

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

const places = createPlaces();

/** A vector that others are compared with. */
export class ComparedVector {
  private readonly positions = new HashPositions();
  private vector: TermVector | undefined;

  /** Takes a vector in the place of the one before. */
  load(vector: TermVector): void {
    this.vector = vector;
    this.positions.load(vector.hashes);
  }

  /** Sums over the terms shared with another vector, by ascending hash, into `out`. O(terms of the other). */
  overlap(b: TermVector, out: Overlap): void {
    const a = this.vector!;
    let dot = 0;
    let titleDot = 0;
    let leadDot = 0;
    let shared = 0;
    let largest = 0;
    let titleHeld = 0;
    const found = this.positions.findShared(b.hashes, b.hashes.length, places);
    for (let k = 0; k < found; k++) {
      const i = places.here[k];
      const j = places.there[k];
      const wa = a.weights[i];
      const wb = b.weights[j];
      const fa = a.flags[i];
      const fb = b.flags[j];
      const low = wa < wb ? wa : wb;
      dot += wa * wb;
      shared += low;
      if (low > largest) largest = low;
      if ((fa & IN_TITLE) !== 0) titleHeld += wa * wa;
      if ((fb & IN_TITLE) !== 0) titleHeld += wb * wb;
      if ((fa & fb & IN_TITLE) !== 0) titleDot += wa * wb;
      if ((fa & fb & IN_LEAD) !== 0) leadDot += wa * wb;
    }
    out.dot = dot;
    out.titleDot = titleDot;
    out.leadDot = leadDot;
    out.shared = shared;
    out.largest = largest;
    out.titleHeld = titleHeld;
  }
}

/** Hashes that others are compared with: shingles, the grams of a title. */
export class ComparedHashes {
  private readonly positions = new HashPositions();

  load(hashes: Uint32Array): void {
    this.positions.load(hashes);
  }

  /** How many of the first `count` of some distinct hashes are among them. */
  countShared(others: Uint32Array, count: number): number {
    return this.positions.findShared(others, count, places);
  }
}

/** Containment in the shorter and Jaccard of two sketches, compared at the lower of their thresholds. `inA` holds the shingles of `a`. */
export function overlapSketches(
  a: Fingerprint,
  inA: ComparedHashes,
  b: Fingerprint,
): { containment: number; jaccard: number } {
  const limit = 2 ** (HASH_BITS - Math.max(a.sketchShift, b.sketchShift));
  const ofA = a.sketchShift >= b.sketchShift ? a.shingles.length : lowerBound(a.shingles, limit);
  const ofB = b.sketchShift >= a.sketchShift ? b.shingles.length : lowerBound(b.shingles, limit);
  const shared = inA.countShared(b.shingles, ofB);
  return { containment: shared / Math.min(ofA, ofB), jaccard: shared / (ofA + ofB - shared) };
}
