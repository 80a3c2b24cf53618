import { unitAt } from '../text/units';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const SMALL = new Map<string, number>([
  ...UNITS.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** By first letter and length: half of all words are none of these, and asking costs a fifth of looking one up. */
const FIRST_LETTERS = new Set([...SMALL.keys()].map((word) => word.charCodeAt(0)));
const MAY_OPEN = Uint8Array.from({ length: 128 }, (_, unit) => (FIRST_LETTERS.has(unit) ? 1 : 0));
const SHORTEST = Math.min(...[...SMALL.keys()].map(({ length }) => length));
const LONGEST = Math.max(...[...SMALL.keys()].map(({ length }) => length));

const mayBeSmall = (word: string): boolean =>
  MAY_OPEN[unitAt(word, 0)] === 1 && word.length >= SHORTEST && word.length <= LONGEST;

/** Words that multiply the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);

/** True for the words a spelled number can begin with. */
export function opensNumber(word: string | undefined): boolean {
  return word !== undefined && mayBeSmall(word) && SMALL.has(word);
}

/**
 * Reads an English number in words ("twenty-one", "three hundred and five") from the words at `start`, folded.
 * Answers its value and how many words it takes, or undefined. A bare "one" is left alone: mostly it is no number.
 */
export function readSpelledNumber(
  words: readonly string[],
  start: number,
): { value: number; length: number } | undefined {
  let total = 0;
  let current: number | undefined;
  let at = start;
  for (; at < words.length && at < start + 12; at++) {
    const word = words[at];
    const small = SMALL.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) {
      if (current !== undefined && !follows(current, small)) break;
      current = (current ?? 0) + small;
    } else if (scale !== undefined && current !== undefined) {
      current *= scale;
      if (scale >= 1e3) {
        total += current;
        current = undefined;
      }
    } else if (
      !(word === 'and' && at > start && SCALES.has(words[at - 1]) && SMALL.has(words[at + 1] ?? ''))
    ) {
      break;
    }
  }
  const length = at - start;
  if (length === 0 || (length === 1 && words[start] === 'one')) return undefined;
  return { value: total + (current ?? 0), length };
}

/** "twenty" takes "one" behind it and "hundred" takes "five"; "two three" are two numbers. */
function follows(current: number, next: number): boolean {
  if (current % 100 === 0) return current > 0;
  return current % 100 >= 20 && current % 10 === 0 && next > 0 && next < 10;
}
