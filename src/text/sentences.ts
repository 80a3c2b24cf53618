import { unitAt } from './units';

/** A sentence as the outlet wrote it, with the index of the paragraph it stood in. */
export interface Sentence {
  readonly text: string;
  readonly paragraph: number;
}

/** No text is read further than this many characters; sentences longer than the second are cut in pieces. */
export const MAX_TEXT_CHARACTERS = 120_000;
const MAX_SENTENCE_CHARACTERS = 1_200;

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen col lt sgt capt maj st jr sr vs no nos inc corp co ltd dept est etc fig ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec rev hon pres supt det adm cmdr u.s u.k u.n d.c e.g i.e a.m p.m'
  ).split(' '),
);

/** States as datelines shorten them: they stand behind a place and a comma, as in `NORFOLK, Va. (Reuters)`. */
const STATES = new Set(
  (
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va ' +
    'vt wash wis wyo w.va n.c n.d n.h n.j n.m n.y s.c s.d r.i alta ont que b.c'
  ).split(' '),
);

/**
 * Splits a text into paragraphs (at line breaks) and sentences (at a full stop, question or exclamation mark
 * that is followed by space and no small letter). One pass over at most `MAX_TEXT_CHARACTERS`: linear in the text.
 */
export function splitSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let paragraph = -1;
  for (const line of text.slice(0, MAX_TEXT_CHARACTERS).split(/[\r\n\u2028\u2029]+/)) {
    if (line.trim() === '') continue;
    paragraph++;
    splitLine(line, paragraph, out);
  }
  return out;
}

function splitLine(line: string, paragraph: number, out: Sentence[]): void {
  let start = 0;
  let from = 0;
  let mark = findMark(line, 0);
  for (;;) {
    const limit = start + MAX_SENTENCE_CHARACTERS;
    if (mark < from) mark = findMark(line, from);
    const i = Math.min(mark, limit);
    if (i >= line.length) break;
    const end = endsSentence(line, i);
    from = i + 1;
    if (end === 0 && i < limit) continue;
    pushTrimmed(line.slice(start, i + Math.max(end, 1)), paragraph, out);
    start = i + Math.max(end, 1);
    from = start;
  }
  pushTrimmed(line.slice(start), paragraph, out);
}

/** What may end a sentence. */
const MARKS = /[.!?\u2026\u061f\u3002\uff01\uff1f]/g;

/** The next place from `from` on where a sentence may end, or the length of the line. */
function findMark(line: string, from: number): number {
  MARKS.lastIndex = from;
  return MARKS.test(line) ? MARKS.lastIndex - 1 : line.length;
}

function pushTrimmed(text: string, paragraph: number, out: Sentence[]): void {
  const trimmed = text.trim();
  if (trimmed !== '') out.push({ text: trimmed, paragraph });
}

/** How many characters from `i` close a sentence (the mark and the quotes behind it), or 0. */
export function endsSentence(line: string, i: number): number {
  const c = unitAt(line, i);
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f) return 1;
  if (c !== 0x2e && c !== 0x21 && c !== 0x3f && c !== 0x2026 && c !== 0x061f) return 0;
  let j = i + 1;
  while (j < line.length && j < i + 4 && `"'”’»)]`.includes(line[j])) j++;
  if (j >= line.length) return j - i;
  if (line[j] !== ' ' && line[j] !== '\u00a0' && line[j] !== '\t') return 0;
  const next = line.slice(j, j + 4).trimStart()[0] ?? '';
  if (next !== '' && next === next.toLowerCase() && next !== next.toUpperCase()) return 0;
  if (c === 0x2e && isAbbreviation(line, i)) return 0;
  return j - i;
}

function isAbbreviation(line: string, stop: number): boolean {
  let start = stop;
  while (start > 0 && stop - start < 6 && /[\p{L}.]/u.test(line[start - 1])) start--;
  const word = line.slice(start, stop);
  if (word.length === 1 && word !== 'I') return /\p{Lu}/u.test(word);
  const lower = word.toLowerCase();
  return ABBREVIATIONS.has(lower) || (STATES.has(lower) && line.slice(start - 2, start) === ', ');
}
