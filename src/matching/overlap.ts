import { IN_TITLE } from '../fingerprint/analysis';
import type { Fingerprint, TermVector } from '../fingerprint/fingerprint';
import { lowerBound } from '../fingerprint/sketch';
import { HASH_BITS } from '../text/hash';

/** What two vectors share, in sums over their shared terms and over each whole vector. */
export interface Overlap {
  /** Σ wa·wb over shared terms. */
  readonly dot: number;
  /** Σ min(wa, wb) over shared terms; `totalA`, `totalB` are the plain sums. */
  readonly shared: number;
  readonly totalA: number;
  readonly totalB: number;
  /** The same products over title terms only, and squared norms of the titles. */
  readonly titleDot: number;
  readonly titleA: number;
  readonly titleB: number;
  /** Squared weight of a's title terms that b holds anywhere, and the reverse. */
  readonly titleOfAInB: number;
  readonly titleOfBInA: number;
}

/** Merges two vectors in one pass, O(a + b). */
export function overlapVectors(a: TermVector, b: TermVector): Overlap {
  let dot = 0;
  let shared = 0;
  let titleDot = 0;
  let titleOfAInB = 0;
  let titleOfBInA = 0;
  const n = a.hashes.length;
  const m = b.hashes.length;
  for (let i = 0, j = 0; i < n && j < m; ) {
    const ha = a.hashes[i];
    const hb = b.hashes[j];
    if (ha < hb) i++;
    else if (ha > hb) j++;
    else {
      const wa = a.weights[i];
      const wb = b.weights[j];
      const inA = a.flags[i] & IN_TITLE;
      const inB = b.flags[j] & IN_TITLE;
      dot += wa * wb;
      shared += wa < wb ? wa : wb;
      if (inA !== 0) titleOfAInB += wa * wa;
      if (inB !== 0) titleOfBInA += wb * wb;
      if (inA !== 0 && inB !== 0) titleDot += wa * wb;
      i++;
      j++;
    }
  }
  const ta = sumVector(a);
  const tb = sumVector(b);
  return {
    ...{ dot, shared, titleDot, titleOfAInB, titleOfBInA },
    ...{ totalA: ta.total, totalB: tb.total, titleA: ta.title, titleB: tb.title },
  };
}

const sums = new WeakMap<TermVector, { total: number; title: number }>();

function sumVector(v: TermVector): { total: number; title: number } {
  let s = sums.get(v);
  if (s === undefined) {
    let total = 0;
    let title = 0;
    for (let i = 0; i < v.weights.length; i++) {
      const w = v.weights[i];
      total += w;
      if ((v.flags[i] & IN_TITLE) !== 0) title += w * w;
    }
    s = { total, title };
    sums.set(v, s);
  }
  return s;
}

/** Shared shingles of two sketches at the lower of their thresholds, with how many each has there. */
export function overlapShingles(
  a: Fingerprint,
  b: Fingerprint,
): { shared: number; inA: number; inB: number } {
  const limit = 2 ** (HASH_BITS - Math.max(a.sketchShift, b.sketchShift));
  const inA = lowerBound(a.shingles, limit);
  const inB = lowerBound(b.shingles, limit);
  let shared = 0;
  for (let i = 0, j = 0; i < inA && j < inB; ) {
    const ha = a.shingles[i];
    const hb = b.shingles[j];
    if (ha === hb) shared++;
    if (ha <= hb) i++;
    if (hb <= ha) j++;
  }
  return { shared, inA, inB };
}
