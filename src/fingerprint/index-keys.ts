import { HASH_BITS, hashString, mixHash } from '../text/hash';
import type { Fingerprint, TermVector } from './fingerprint';
import { lowerBound } from './sketch';

/** A key of the inverted index; `weight` says how much sharing it speaks for being the same story. */
export interface IndexKey {
  /** 0 … 2^32 − 1; kind and language are hashed in. */
  readonly key: number;
  readonly weight: number;
}

const SHINGLE_SHIFT = 5;
const MIN_SHINGLE_KEYS = 4;
const MAX_SHINGLE_KEYS = 16;
const MAX_WORD_KEYS = 30;
const MAX_NAME_KEYS = 8;
/** Of keys by which copies are found. */
export const SHINGLE_WEIGHT = 0.12;
/** Pairs of this many terms make 10 keys. */
const PAIRED_TERMS = 5;
const PAIR_WEIGHT = 2;

const SHINGLE_SALT = 0x51;
const NAME_SALT = 0x4e;

/**
 * The at most 64 index keys of an article: the shingles sampled lowest (for copies), its heaviest stems and its
 * rarest names (for reports in other words, and across languages).
 */
export function indexKeys(f: Fingerprint): IndexKey[] {
  const below = lowerBound(f.shingles, 2 ** (HASH_BITS - SHINGLE_SHIFT));
  const shingles = f.shingles.subarray(0, Math.min(MAX_SHINGLE_KEYS, Math.max(MIN_SHINGLE_KEYS, below)));
  const languageSalt = hashString(f.language);
  const keys = Array.from(shingles, (hash) => ({ key: saltKey(hash, SHINGLE_SALT), weight: SHINGLE_WEIGHT }));
  for (const i of heaviest(f.words, MAX_WORD_KEYS)) {
    keys.push({
      key: saltKey(f.words.hashes[i], languageSalt),
      weight: f.words.weights[i] ** 2,
    });
  }
  for (const i of heaviest(f.names, MAX_NAME_KEYS)) {
    keys.push({
      key: saltKey(f.names.hashes[i], NAME_SALT),
      weight: (f.names.weights[i] / 16) ** 2 / 10,
    });
  }
  for (const pair of pairTerms(f)) keys.push(pair);
  return keys;
}

/** Pairs of the rarest names, numbers and concepts of title and lead: few articles share one, in whatever language. */
function pairTerms(f: Fingerprint): IndexKey[] {
  const terms: { hash: number; weight: number }[] = [];
  for (const v of [f.names, f.numbers, f.concepts]) {
    for (let i = 0; i < v.hashes.length; i++) {
      if (v.flags[i] === 0) continue;
      const [hash, weight] = [v.hashes[i], v.weights[i]];
      let at = terms.length;
      while (
        at > 0 &&
        (terms[at - 1].weight < weight || (terms[at - 1].weight === weight && terms[at - 1].hash > hash))
      )
        at--;
      if (at >= PAIRED_TERMS) continue;
      terms.splice(at, 0, { hash, weight });
      if (terms.length > PAIRED_TERMS) terms.pop();
    }
  }
  return terms.flatMap((x, i) =>
    terms.slice(0, i).map((y) => ({
      key: saltKey(Math.min(x.hash, y.hash), Math.max(x.hash, y.hash)),
      weight: ((x.weight + y.weight) / 32) ** 2 * PAIR_WEIGHT,
    })),
  );
}

/** Places of the heaviest terms, heaviest first; of equals those that stand first. O(n × limit) at worst, a tenth of sorting them all. */
export function heaviest({ weights }: Pick<TermVector, 'weights'>, limit: number): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    let at = Math.min(chosen.length, limit);
    while (at > 0 && weights[chosen[at - 1]] < weight) at--;
    if (at === limit) continue;
    for (let k = Math.min(chosen.length, limit - 1); k > at; k--) chosen[k] = chosen[k - 1];
    chosen[at] = i;
  }
  return chosen;
}

function saltKey(hash: number, salt: number): number {
  return mixHash(Math.imul(hash + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b));
}
