import { foldText } from '../text/fold';

/** Spellings of one sound in different transliterations. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dh|th|z/g, 'z'],
  [/kh|q|c|k/g, 'k'],
  [/gh|j|g/g, 'g'],
  [/ph/g, 'f'],
  [/sh|sch/g, 's'],
  [/w/g, 'v'],
  [/[aeiouyh]/g, ''],
];

/**
 * True when two names may mean the same: one is part of the other, an abbreviation, an adjective of it (Iraq, Iraqi)
 * or another spelling (Salih, Saleh; Kazemi, Kadhimi). Folded names, at most 100 characters each.
 */
export function mayBeSameName(a: string, b: string): boolean {
  const [first, second] = [nameWords(a), nameWords(b)];
  if (first.some((word) => second.some((other) => isVariant(word, other)))) return true;
  return isAcronym(a, second) || isAcronym(b, first);
}

function nameWords(name: string): string[] {
  return foldText(name.slice(0, 100))
    .split(' ')
    .filter((word) => word.length > 1);
}

function isVariant(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short.slice(0, Math.max(4, short.length - 1)))) return true;
  const sounds = skeleton(a);
  if (sounds.length >= 2 && sounds === skeleton(b)) return true;
  // Slips of the pen count as spellings, even in short names: that costs Iran against Iraq, and saves many typos.
  const slips = short.length >= 4 ? Math.max(2, Math.floor(long.length / 4)) : 1;
  return editDistance(a, b) <= slips;
}

/** Consonants by sound, doubled ones once. */
function skeleton(word: string): string {
  return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word).replace(/(.)\1+/g, '$1');
}

function isAcronym(short: string, words: readonly string[]): boolean {
  const letters = foldText(short).replace(/ /g, '');
  return (
    letters.length >= 2 &&
    letters.length <= 6 &&
    words.length > 1 &&
    words
      .map((word) => word[0])
      .join('')
      .startsWith(letters)
  );
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. O(n · m). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2] + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
