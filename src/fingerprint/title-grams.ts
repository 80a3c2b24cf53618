import { HASH_START, mixHash, stepHash } from '../text/hash';
import { foldNameUnits, type NameUnits } from '../text/names';

const GRAM = 4;
const SPACE = 32;

/** The grams of one title, in memory that is used again: an array of its own costs more than hashing and sorting them. */
let grams = new Uint32Array(1_024);

/**
 * Hashes of the character 4-grams of a folded title, ascending, without repeats. Names are folded first and each
 * word is padded, so that inflected forms, spelling variants and transliterations of one word share most grams.
 */
export const hashTitleGrams = (title: string): Uint32Array => readTitleGrams(title).slice();

/** The same, to be read until the next call. */
export function readTitleGrams(title: string): Uint32Array {
  // A word of n letters has at most n − 1 grams.
  if (title.length > grams.length) grams = new Uint32Array(2 * title.length);
  let n = 0;
  for (let from = 0; from < title.length; ) {
    const space = title.indexOf(' ', from);
    const to = space < 0 ? title.length : space;
    if (to > from + 1) n = hashWord(foldNameUnits(title, from, to), n);
    from = to + 1;
  }
  const all = grams.subarray(0, n).sort();
  let kept = 0;
  for (let i = 0; i < n; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i];
  return all.subarray(0, kept);
}

/** Adds the grams of a word, as if a space stood on either side of it, and returns how many there are then. */
function hashWord({ units, length }: NameUnits, from: number): number {
  if (length < GRAM - 2) {
    grams[from] = mixHash(stepHash(stepHash(stepHash(HASH_START, SPACE), units[0]), SPACE));
    return from + 1;
  }
  let [a, b, c] = [SPACE, units[0], units[1]];
  let n = from;
  for (let i = 2; i <= length; i++) {
    const d = i < length ? units[i] : SPACE;
    grams[n++] = mixHash(stepHash(stepHash(stepHash(stepHash(HASH_START, a), b), c), d));
    [a, b, c] = [b, c, d];
  }
  return n;
}
