import { unitAt } from './units';

/**
 * Folds the spellings of one name together: Salih/Saleh, Kazemi/Kadhimi/Kazimi, Zelensky/Zelenskyy/Zelenskiy,
 * Qaddafi/Gaddafi/Khadafi. Romanisations differ in vowels that sound alike, in how they write emphatic
 * consonants, and in doubled letters, so those differences are dropped; the consonant order stays, which keeps
 * different people apart.
 *
 * Takes folded text (lower-case Latin letters); linear in its length.
 */
export function foldName(folded: string): string {
  const { units, length } = foldNameUnits(folded, 0, folded.length);
  return String.fromCharCode(...units.subarray(0, length));
}

/** A folded name as code units: `length` of them in `units`, which is used again and is longer. */
export interface NameUnits {
  units: Uint16Array;
  length: number;
}

const name: NameUnits = { units: new Uint16Array(256), length: 0 };

/** Zeros behind the units, so that a rule can look three ahead without asking where they end. */
const AHEAD = 3;

const unit = (letter: string): number => letter.charCodeAt(0);
const [C, D, F, G, H, K] = Array.from('cdfghk', unit);
const [O, P, Q, S, T, U, Z] = Array.from('opqstuz', unit);

/** Which of the sets below a letter is in, as bits; 0 for every other unit. */
const SETS = new Uint8Array(128);
const setOf = (letters: string, bit: number): number => {
  for (const letter of letters) SETS[unit(letter)] |= bit;
  return bit;
};
const VOWEL = setOf('aeiou', 1);
const OPEN_VOWEL = setOf('aeou', 2);
const BEHIND_HARD_C = setOf('aoulrtk', 4);
const BEHIND_SOFT_C = setOf('eiy', 8);
const isIn = (code: number, set: number): boolean => code < 128 && (SETS[code] & set) !== 0;

/** What is left of the letters that sound alike. */
const ALIKE = Uint16Array.from({ length: 128 }, (_, code) => code);
for (const [from, to] of ['wv', 'yi', 'ji', 'ei', 'ou']) ALIKE[unit(from)] = unit(to);

/**
 * The same as `foldName`, of a part of a text and without making a string: fourteen rules, one after the other, as passes over a few
 * letters. Expressions for them take thirty times as long, and names of titles are folded for every fingerprint that is read. Until the next call.
 */
export function foldNameUnits(text: string, from: number, to: number): NameUnits {
  load(text, from, to);
  foldStart();
  foldAspirates();
  foldSibilants();
  foldConsonants();
  foldVowels();
  dropEnding();
  return name;
}

function load(text: string, from: number, to: number): void {
  const length = to - from;
  if (length + AHEAD > name.units.length) name.units = new Uint16Array(2 * (length + AHEAD));
  for (let i = 0; i < length; i++) name.units[i] = unitAt(text, from + i);
  end(length);
}

function end(length: number): void {
  const { units } = name;
  units[length] = units[length + 1] = units[length + 2] = 0;
  name.length = length;
}

/** `g`, `gh`, `q`, `k`, `kh` before a vowel and a doubled letter: `k`. */
function foldStart(): void {
  const { units, length } = name;
  if (units[0] !== G && units[0] !== K && units[0] !== Q) return;
  const vowel = units[1] === H && units[0] !== Q ? 2 : 1;
  const doubled = units[vowel + 1];
  if (!isIn(units[vowel], OPEN_VOWEL) || doubled === 0 || doubled !== units[vowel + 2]) return;
  units[0] = K;
  if (vowel === 1) return;
  units.copyWithin(1, 2, length);
  end(length - 1);
}

/** `dh`, `zh`: `z`; `th` before a vowel: `t`; then `kh`: `h`; `gh`: `g`. */
function foldAspirates(): void {
  const { units, length } = name;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const code = units[i];
    units[n++] = code;
    if (units[i + 1] !== H) continue;
    if (code === D || code === Z) units[n - 1] = Z;
    else if (code === K) units[n - 1] = H;
    else if (code !== G && !(code === T && isIn(units[i + 2], VOWEL))) continue;
    i++;
  }
  end(n);
}

/** `sch`, `shch`, `tch`, `tsch`: `sh`. */
function foldSibilants(): void {
  const { units, length } = name;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const skipped = countSibilant(units, i);
    if (skipped === 0) {
      units[n++] = units[i];
      continue;
    }
    units[n++] = S;
    units[n++] = H;
    i += skipped - 1;
  }
  end(n);
}

/** How many units at a place are one of the four, or 0. */
function countSibilant(units: Uint16Array, at: number): number {
  const [first, second] = [units[at], units[at + 1]];
  if (first !== S && first !== T) return 0;
  if (second === C) return units[at + 2] === H ? 3 : 0;
  return second === (first === S ? H : S) && units[at + 2] === C && units[at + 3] === H ? 4 : 0;
}

/** `ph`: `f`; `ck`, `q` and hard `c`: `k`; `tz`, `ts` and soft `c`: `s`. */
function foldConsonants(): void {
  const { units, length } = name;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const code = units[i];
    const next = units[i + 1];
    const isPair =
      code === P ? next === H : code === C ? next === K : code === T ? next === Z || next === S : false;
    if (isPair) i++;
    if (code === P && isPair) units[n++] = F;
    else if (code === Q || (code === C && isIn(next, BEHIND_HARD_C))) units[n++] = K;
    else if ((code === T && isPair) || (code === C && isIn(next, BEHIND_SOFT_C))) units[n++] = S;
    else units[n++] = code;
  }
  end(n);
}

/** `ou`, `oo`: `u`; then letters that sound alike, and one for each run of a letter. */
function foldVowels(): void {
  const { units, length } = name;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const code = units[i];
    if (code === O && (units[i + 1] === O || units[i + 1] === U)) i++;
    const folded = code < 128 ? ALIKE[code] : code;
    if (n === 0 || units[n - 1] !== folded) units[n++] = folded;
  }
  end(n);
}

/** Of more than three letters a last `h` goes. */
function dropEnding(): void {
  const { units, length } = name;
  if (length > 3 && units[length - 1] === H) end(length - 1);
}
