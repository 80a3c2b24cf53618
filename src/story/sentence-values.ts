import { unitAt } from '../text/units';
import { readDate } from './dates';
import { readFigure } from './figures';
import { type RawToken, splitPieces } from './sentence-pieces';
import { opensNumber } from './spelled-numbers';

/** A word, or a value that two reports may give differently: a figure, a date or a name. */
export interface SentenceToken {
  readonly kind: 'word' | 'figure' | 'date' | 'name';
  /** Equal for equal words and values, whatever their spelling: `12` and `twelve`, `Sept. 3` and `3 September`. */
  readonly key: string;
  readonly text: string;
  readonly figure?: Figure;
  readonly date?: CalendarDate;
}

export interface Figure {
  readonly value: number;
  /** `%`, a currency, a measure, `ordinal`, `pair` for scores and votes, or empty for a plain count. */
  readonly unit: string;
  /** The step the number is rounded to as written: 100 for `1,200`, 100,000 for `1.2 million`. */
  readonly step: number;
}

export interface CalendarDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
}

/** Words of a name that come before it and are no part of it. */
const TITLES = new Set(
  'mr mrs ms dr sir president prime minister chancellor senator sen rep gov governor secretary judge justice general gen col king queen prince pope the'.split(
    ' ',
  ),
);
/** Words inside a name that are not capitalised. */
const LINKS = new Set(['of', 'al', 'de', 'bin', 'ibn', 'van', 'von', 'el', 'la', 'del', 'da']);

/** Reads a sentence as words and values. Looks at no more than 2,000 characters and 160 pieces; linear in those. */
export function readTokens(sentence: string, language: string): SentenceToken[] {
  const raw = splitPieces(sentence);
  const tokens: SentenceToken[] = [];
  for (let i = 0; i < raw.length; ) {
    const value = readValue(sentence, raw, i, language);
    const length = value?.length ?? 1;
    const text = spanText(sentence, raw, i, length);
    if (value) tokens.push({ ...value.token, text });
    else tokens.push({ kind: 'word', key: wordKey(raw[i].folded), text });
    i += length;
  }
  return tokens;
}

/** The figures and dates of a sentence, as `readTokens` reads them. */
export function readMeasures(sentence: string, language: string): { key: string; text: string }[] {
  const raw = splitPieces(sentence);
  const measures: { key: string; text: string }[] = [];
  for (let i = 0; i < raw.length; ) {
    const measure = opensNothing(raw[i]) ? undefined : readMeasure(raw, i, language);
    if (measure) measures.push({ key: measure.token.key, text: spanText(sentence, raw, i, measure.length) });
    i += measure ? measure.length : nameLength(sentence, raw, i);
  }
  return measures;
}

interface ReadValue {
  readonly token: Omit<SentenceToken, 'text'>;
  /** Pieces taken. */
  readonly length: number;
}

function readValue(
  sentence: string,
  raw: readonly RawToken[],
  at: number,
  language: string,
): ReadValue | undefined {
  if (opensNothing(raw[at])) return undefined;
  const measure = readMeasure(raw, at, language);
  if (measure) return measure;
  const name = readName(sentence, raw, at);
  return name && { token: { kind: 'name', key: name.key }, length: name.length };
}

function readMeasure(raw: readonly RawToken[], at: number, language: string): ReadValue | undefined {
  const date = readDate(raw, at);
  if (date) return { token: { kind: 'date', key: `date ${date.key}`, date: date.date }, length: date.length };
  const read = readFigure(raw, at, language);
  if (!read) return undefined;
  const { figure, length } = read;
  return { token: { kind: 'figure', key: `figure ${figure.value} ${figure.unit}`, figure }, length };
}

/** Nine of ten pieces: no date, figure or name begins with a word in small letters but a spelled number. */
function opensNothing({ text, folded }: RawToken): boolean {
  const first = unitAt(text, 0);
  return first >= 97 && first <= 122 && !opensNumber(folded);
}

function spanText(sentence: string, raw: readonly RawToken[], start: number, length: number): string {
  const last = raw[start + length - 1];
  return sentence.slice(raw[start].at, last.at + last.text.length);
}

/** A run of capitalised words; one at the start of the sentence says nothing unless a second follows. */
function readName(
  sentence: string,
  raw: readonly RawToken[],
  start: number,
): { key: string; length: number } | undefined {
  if (!raw[start]?.capital) return undefined;
  const end = nameEnd(raw, start);
  if (end === start + 1 && opensClause(sentence, raw[start].at)) return undefined;
  const words = raw.slice(start, end).map(({ folded }) => folded);
  const name = words.filter((word, i) => i === words.length - 1 || !TITLES.has(word));
  const last = name.at(-1) ?? '';
  if (name.length === 1 && (TITLES.has(last) || last.length < 2)) return undefined;
  return { key: name.join(' '), length: end - start };
}

/** How many pieces to go on by from one that is no measure: by a name if it opens one. Of one word, it is of no account which. */
function nameLength(sentence: string, raw: readonly RawToken[], start: number): number {
  return nameEnd(raw, start) === start + 1 ? 1 : (readName(sentence, raw, start)?.length ?? 1);
}

/** Where a run of capitalised words ends, the next piece after any other. */
function nameEnd(raw: readonly RawToken[], start: number): number {
  let end = start + 1;
  if (!raw[start].capital) return end;
  while (end < raw.length && end < start + 6) {
    const piece = raw[end];
    if (!isAdjacent(raw, end)) break;
    const linked =
      !piece.capital && LINKS.has(piece.folded) && raw[end + 1]?.capital && isAdjacent(raw, end + 1);
    if (!piece.capital && !linked) break;
    end++;
  }
  return end;
}

/** True at the start of a sentence or quotation, where every word has a capital, and in brackets: (D-Ohio). */
function opensClause(sentence: string, at: number): boolean {
  if (sentence[at - 1] === ' ' && isInnerWord(unitAt(sentence, at - 2))) return false;
  return /(?:^|[.!?:;"“”„«‘([…—–•|]|['’]\s?)\s*$/.test(sentence.slice(Math.max(0, at - 3), at));
}

/** Small ASCII letters and the comma: what stands before a name most often. */
function isInnerWord(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 44;
}

/** Nothing but a space, hyphen or full stop of an abbreviation stands before this piece. */
function isAdjacent(raw: readonly RawToken[], index: number): boolean {
  const before = raw[index - 1];
  return raw[index].at - (before.at + before.text.length) <= (before.text.length <= 3 ? 2 : 1);
}

/** Plural and singular are one word here: "12 person" for "12 persons". */
function wordKey(folded: string): string {
  return folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded;
}
