import { HASH_START, mixHash, stepHash } from '../text/hash';
import { foldName } from '../text/names';
import { unitAt } from '../text/units';

const GRAM = 4;

/** Words whose grams are remembered: titles of a day share most of theirs. Forgotten all at once when full. */
const REMEMBERED = 20_000;
const remembered = new Map<string, Uint32Array>();

/**
 * Hashes of the character 4-grams of a folded title, ascending, without repeats. Names are folded first and each
 * word is padded, so that inflected forms, spelling variants and transliterations of one word share most grams.
 */
export function hashTitleGrams(title: string): Uint32Array {
  const words = title.split(' ').map(gramsOfWord);
  const all = new Uint32Array(words.reduce((sum, grams) => sum + grams.length, 0));
  let n = 0;
  for (const grams of words) {
    all.set(grams, n);
    n += grams.length;
  }
  all.sort();
  let kept = 0;
  for (let i = 0; i < n; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i];
  return all.slice(0, kept);
}

function gramsOfWord(word: string): Uint32Array {
  let grams = remembered.get(word);
  if (grams === undefined) {
    grams = hashWord(word);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, grams);
  }
  return grams;
}

function hashWord(word: string): Uint32Array {
  if (word.length < 2) return new Uint32Array(0);
  const padded = ` ${foldName(word)} `;
  const grams = new Uint32Array(Math.max(padded.length - GRAM, 0) + 1);
  for (let i = 0; i < grams.length; i++) {
    let h = HASH_START;
    for (let k = i; k < i + GRAM && k < padded.length; k++) h = stepHash(h, unitAt(padded, k));
    grams[i] = mixHash(h);
  }
  return grams;
}
