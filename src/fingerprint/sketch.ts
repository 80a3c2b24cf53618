import { HASH_BITS, mixHash } from '../text/hash';

/** Shingles are runs of this many tokens. */
export const SHINGLE_TOKENS = 3;
/** A sketch keeps at most this many shingle hashes. */
export const MAX_SKETCH = 128;

/** A threshold sample of shingle hashes: all those below 2^24 >> shift. */
export interface Sketch {
  readonly shift: number;
  readonly hashes: Uint32Array;
}

/**
 * Samples the shingles of a run of token hashes by value: a hash is kept when it is below a power-of-two
 * threshold, lowered until at most `MAX_SKETCH` remain. Two samples are comparable at the lower threshold, and
 * give unbiased estimates of containment as well as of Jaccard (Broder 1997, "On the resemblance and containment
 * of documents", the mod-m sketch). O(n) hashing plus sorting what is kept.
 */
export function sketchShingles(tokens: Uint32Array, count: number): Sketch {
  const all = hashShingles(tokens, count);
  let shift = 0;
  let kept = all;
  while (kept.length > MAX_SKETCH * 4) {
    shift++;
    const below = 2 ** (HASH_BITS - shift);
    kept = kept.filter((h) => h < below);
  }
  kept = sortedUnique(kept);
  while (kept.length > MAX_SKETCH) {
    shift++;
    kept = kept.subarray(0, lowerBound(kept, 2 ** (HASH_BITS - shift)));
  }
  return { shift, hashes: kept.slice() };
}

/** How many of the sorted hashes are below `limit`. */
export function lowerBound(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hashShingles(tokens: Uint32Array, count: number): Uint32Array {
  const size = Math.min(SHINGLE_TOKENS, count);
  const out = new Uint32Array(size === 0 ? 0 : count - size + 1);
  for (let i = 0; i < out.length; i++) {
    let h = 0;
    for (let k = 0; k < size; k++) h = Math.imul(h ^ tokens[i + k], 0x9e3779b1) + 0x7f4a7c15 + k;
    out[i] = mixHash(h) >>> (32 - HASH_BITS);
  }
  return out;
}

function sortedUnique(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort();
  let n = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[n++] = sorted[i];
  }
  return sorted.subarray(0, n);
}
