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

/** Values past this many are thinned out before equal ones are sought: of so many distinct ones a sketch keeps a quarter at most. */
const MAX_COUNTED = 4 * MAX_SKETCH;

/** Work space of one sketch: the shingles, then those left of them; a table of those met, with 1 added. */
let shingles = new Uint32Array(4_096);
const met = new Uint32Array(2 * MAX_COUNTED);
/** How many distinct values have so many leading zeros, of their 24 bits. */
const byZeros = new Uint16Array(HASH_BITS + 1);

/**
 * Samples the shingles of a run of token hashes by value: a hash is kept when it is below a power-of-two
 * threshold, lowered until at most `MAX_SKETCH` remain. Two samples are comparable at the lower threshold, and
 * give unbiased estimates of containment as well as of Jaccard (Broder 1997, "On the resemblance and containment
 * of documents", the mod-m sketch). O(n) hashing plus sorting what is kept.
 */
export function sketchShingles(tokens: Uint32Array, count: number): Sketch {
  let left = hashShingles(tokens, count);
  let shift = 0;
  while (left > MAX_COUNTED) left = keepBelow(left, 2 ** (HASH_BITS - ++shift));
  left = dropEqual(left);
  let distinct = left;
  // What is not below the next threshold has fewer leading zeros.
  while (distinct > MAX_SKETCH) distinct -= byZeros[shift++];
  left = keepBelow(left, 2 ** (HASH_BITS - shift));
  return { shift, hashes: shingles.slice(0, left).sort() };
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

/** Writes the shingles of tokens to `shingles`, and returns how many there are. */
function hashShingles(tokens: Uint32Array, count: number): number {
  const size = Math.min(SHINGLE_TOKENS, count);
  const length = size === 0 ? 0 : count - size + 1;
  if (length > shingles.length) shingles = new Uint32Array(2 * length);
  for (let i = 0; i < length; i++) {
    let h = 0;
    for (let k = 0; k < size; k++) h = Math.imul(h ^ tokens[i + k], 0x9e3779b1) + 0x7f4a7c15 + k;
    shingles[i] = mixHash(h) >>> (32 - HASH_BITS);
  }
  return length;
}

/** Keeps those of the first `length` shingles that are below a limit, and returns how many these are. */
function keepBelow(length: number, limit: number): number {
  let n = 0;
  for (let i = 0; i < length; i++) {
    const hash = shingles[i];
    shingles[n] = hash;
    if (hash < limit) n++;
  }
  return n;
}

/** Keeps one of each value of the first `length` shingles, and counts them by their zeros. */
function dropEqual(length: number): number {
  met.fill(0);
  byZeros.fill(0);
  let n = 0;
  for (let i = 0; i < length; i++) {
    const hash = shingles[i];
    let slot = hash & (met.length - 1);
    while (met[slot] !== 0 && met[slot] !== hash + 1) slot = (slot + 1) & (met.length - 1);
    if (met[slot] !== 0) continue;
    met[slot] = hash + 1;
    byZeros[Math.clz32(hash) - (32 - HASH_BITS)]++;
    shingles[n++] = hash;
  }
  return n;
}
