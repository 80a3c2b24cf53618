import { IN_LEAD, IN_TITLE } from '../fingerprint/analysis';
import type { Fingerprint, TermVector } from '../fingerprint/fingerprint';
import { lowerBound } from '../fingerprint/sketch';
import { HASH_BITS } from '../text/hash';

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

/** Merges two vectors in one pass, O(a + b), into `out`. */
export function overlapVectors(a: TermVector, b: TermVector, out: Overlap): void {
  let dot = 0;
  let titleDot = 0;
  let leadDot = 0;
  let shared = 0;
  let largest = 0;
  let titleHeld = 0;
  const ha = a.hashes;
  const hb = b.hashes;
  const n = ha.length;
  const m = hb.length;
  for (let i = 0, j = 0; i < n && j < m; ) {
    const x = ha[i];
    const y = hb[j];
    if (x < y) i++;
    else if (x > y) j++;
    else {
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
      i++;
      j++;
    }
  }
  out.dot = dot;
  out.titleDot = titleDot;
  out.leadDot = leadDot;
  out.shared = shared;
  out.largest = largest;
  out.titleHeld = titleHeld;
}

/** An `Overlap` of nothing, to be written to. */
export function createOverlap(): Overlap {
  return { dot: 0, titleDot: 0, leadDot: 0, shared: 0, largest: 0, titleHeld: 0 };
}

/** How many hashes two ascending lists share, looking at no more than the first `na` and `nb` of them. */
export function countShared(a: Uint32Array, na: number, b: Uint32Array, nb: number): number {
  let shared = 0;
  for (let i = 0, j = 0; i < na && j < nb; ) {
    const x = a[i];
    const y = b[j];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/** Containment in the shorter and Jaccard of two sketches, compared at the lower of their thresholds. */
export function overlapShingles(a: Fingerprint, b: Fingerprint): { containment: number; jaccard: number } {
  const limit = 2 ** (HASH_BITS - Math.max(a.sketchShift, b.sketchShift));
  const inA = a.sketchShift >= b.sketchShift ? a.shingles.length : lowerBound(a.shingles, limit);
  const inB = b.sketchShift >= a.sketchShift ? b.shingles.length : lowerBound(b.shingles, limit);
  const shared = countShared(a.shingles, inA, b.shingles, inB);
  return { containment: shared / Math.min(inA, inB), jaccard: shared / (inA + inB - shared) };
}
