import { HASH_START, mixHash, stepHash } from '../text/hash';
import { foldName } from '../text/names';

const GRAM = 4;

/**
 * Hashes of the character 4-grams of a folded title, ascending, without repeats. Names are folded first and each
 * word is padded, so that inflected forms, spelling variants and transliterations of one word share most grams.
 */
export function hashTitleGrams(title: string): Uint32Array {
  const hashes: number[] = [];
  for (const word of title.split(' ')) {
    if (word.length < 2) continue;
    const padded = ` ${foldName(word)} `;
    for (let i = 0; i + GRAM <= Math.max(padded.length, GRAM); i++) {
      let h = HASH_START;
      for (let k = i; k < i + GRAM && k < padded.length; k++) h = stepHash(h, padded.charCodeAt(k));
      hashes.push(mixHash(h));
    }
  }
  return new Uint32Array(new Set(hashes)).sort();
}
