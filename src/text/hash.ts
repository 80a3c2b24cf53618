import { unitAt } from './units';

/** FNV-1a start value; feed units with `stepHash`, close with `closeHash`. */
export const HASH_START = 0x811c9dc5;

/** Bits kept of a closed hash: a vocabulary of 100,000 has collisions on 0.6 % of its words. */
export const HASH_BITS = 24;

/** Takes one unit into a running FNV-1a hash. */
export function stepHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Finishes a running hash (murmur3's mixer) to an unsigned integer of 32 bits. */
export function mixHash(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Finishes a running hash to an unsigned integer of `HASH_BITS` bits. */
export function closeHash(hash: number): number {
  return mixHash(hash) >>> (32 - HASH_BITS);
}

/** Hashes a folded string to `HASH_BITS` bits; `salt` parts hash families. */
export function hashString(text: string, salt = 0): number {
  let h = HASH_START ^ salt;
  for (let i = 0; i < text.length; i++) h = stepHash(h, unitAt(text, i));
  return closeHash(h);
}
