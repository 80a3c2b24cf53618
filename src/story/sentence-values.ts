import { foldText } from '../text/fold';
import { readDate } from './dates';
import { readFigure } from './figures';

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

/** A piece of the sentence before values are read. */
export interface RawToken {
  readonly text: string;
  readonly folded: string;
  /** Offset in the sentence. */
  readonly at: number;
  readonly capital: boolean;
}

const MAX_TOKENS = 160;
const MAX_CHARS = 2_000;

/** Dates, clock times, ratios, pairs, numbers, currency signs, characters of scripts without spaces, words; each alternative consumes what it matches. */
const PIECE =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?= ?[ap]\.?m\b)|\d{1,2}:\d{2}|\d+\/\d+|\d{1,4}[-–]\d{1,4}(?![-–\d])|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?|(?:US|AU|CA|HK|NZ|A|C)?[$€£¥₹₽]|%|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}]|\p{L}[\p{L}\p{M}\p{N}]*(?:-\d+|['’.]\p{L}[\p{L}\p{M}]*)*/gu;

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
  const raw = splitPieces(sentence.slice(0, MAX_CHARS));
  const tokens: SentenceToken[] = [];
  for (let i = 0; i < raw.length; ) {
    const date = readDate(raw, i);
    const figure = date ? undefined : readFigure(raw, i, language);
    const name = date || figure ? undefined : readName(sentence, raw, i);
    const piece = raw[i];
    const length = date?.length ?? figure?.length ?? name?.length ?? 1;
    const text = spanText(sentence, raw, i, length);
    if (date) tokens.push({ kind: 'date', key: `date ${date.key}`, text, date: date.date });
    else if (figure) {
      const { value, unit } = figure.figure;
      tokens.push({ kind: 'figure', key: `figure ${value} ${unit}`, text, figure: figure.figure });
    } else if (name) tokens.push({ kind: 'name', key: name.key, text });
    else tokens.push({ kind: 'word', key: wordKey(piece.folded), text });
    i += length;
  }
  return tokens;
}

function splitPieces(sentence: string): RawToken[] {
  const pieces: RawToken[] = [];
  for (const match of sentence.matchAll(PIECE)) {
    if (pieces.length >= MAX_TOKENS) break;
    const text = match[0].replace(/['’]s$/, '');
    const folded = /^[\p{L}\p{N}]/u.test(text) ? foldText(text).replace(/ /g, '') || text : text;
    pieces.push({ text, folded, at: match.index, capital: /^[\p{Lu}\p{Lt}]/u.test(text) });
  }
  return pieces;
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
  let end = start + 1;
  while (end < raw.length && end < start + 6) {
    const piece = raw[end];
    const linked = LINKS.has(piece.folded) && raw[end + 1]?.capital && isAdjacent(raw, end + 1);
    if (!isAdjacent(raw, end) || !(piece.capital || linked)) break;
    end++;
  }
  if (end === start + 1 && opensClause(sentence, raw[start].at)) return undefined;
  const words = raw.slice(start, end).map(({ folded }) => folded);
  const name = words.filter((word, i) => i === words.length - 1 || !TITLES.has(word));
  const last = name.at(-1) ?? '';
  if (name.length === 1 && (TITLES.has(last) || last.length < 2)) return undefined;
  return { key: name.join(' '), length: end - start };
}

/** True at the start of a sentence or quotation, where every word has a capital, and in brackets: (D-Ohio). */
function opensClause(sentence: string, at: number): boolean {
  return /(?:^|[.!?:;"“”„«‘([…—–•|]|['’]\s?)\s*$/.test(sentence.slice(Math.max(0, at - 3), at));
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
