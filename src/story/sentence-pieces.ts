import { foldText } from '../text/fold';
import { readUnits } from '../text/units';

/** A piece of a sentence before values are read. */
export interface RawToken {
  readonly text: string;
  readonly folded: string;
  /** Offset in the sentence. */
  readonly at: number;
  readonly capital: boolean;
}

const MAX_PIECES = 160;
const MAX_CHARS = 2_000;

/** Dates, clock times, ratios, pairs, numbers, currency signs, characters of scripts without spaces, words; each alternative consumes what it matches. */
const PIECE =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?= ?[ap]\.?m\b)|\d{1,2}:\d{2}|\d+\/\d+|\d{1,4}[-–]\d{1,4}(?![-–\d])|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?|(?:US|AU|CA|HK|NZ|A|C)?[$€£¥₹₽]|%|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}]|\p{L}[\p{L}\p{M}\p{N}]*(?:-\d+|['’.]\p{L}[\p{L}\p{M}]*)*/uy;

const NONE = 0;
const LETTER = 1;
const DIGIT = 2;
const SIGN = 3;
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z]/.test(char)) return LETTER;
  if (/\d/.test(char)) return DIGIT;
  return char === '$' || char === '%' ? SIGN : NONE;
});

/**
 * Splits a sentence into pieces: no more than 2,000 characters and 160 pieces of it, linear in those. Plain words of
 * ASCII letters, nine of ten pieces of most texts, are read without the pattern, which costs ten times as much.
 */
export function splitPieces(sentence: string): RawToken[] {
  const text = sentence.length > MAX_CHARS ? sentence.slice(0, MAX_CHARS) : sentence;
  const pieces: RawToken[] = [];
  const length = text.length;
  const units = readUnits(text);
  for (let at = 0; at < length && pieces.length < MAX_PIECES; ) {
    const code = units[at];
    const kind = code < 128 ? CLASSES[code] : isPunctuation(code) ? NONE : SIGN;
    const end = kind === LETTER ? endOfWord(units, at + 1, length) : at;
    const taken = kind === NONE ? 1 : kind === LETTER ? closeWord(units, end, length) : -1;
    if (taken < 0) at = readPiece(text, at, pieces);
    else if (kind === LETTER) {
      pieces.push(plainWord(text, units, at, end));
      at = end + taken;
    } else at += taken;
  }
  return pieces;
}

function plainWord(sentence: string, units: Uint16Array, at: number, end: number): RawToken {
  const text = sentence.slice(at, end);
  let capitals = 0;
  for (let i = at; i < end; i++) capitals |= ~units[i] & 0x20;
  const capital = units[at] < 91;
  return { text, folded: capitals === 0 ? text : text.toLowerCase(), at, capital };
}

function endOfWord(units: Uint16Array, from: number, length: number): number {
  let end = from;
  while (end < length) {
    const code = units[end];
    if (code >= 128 || (CLASSES[code] !== LETTER && CLASSES[code] !== DIGIT)) break;
    end++;
  }
  return end;
}

/** How many characters belong to a plain word behind its letters: 2 for `'s`, else 0; -1 where only the pattern can tell. */
function closeWord(units: Uint16Array, end: number, length: number): number {
  if (end >= length) return 0;
  const code = units[end];
  const next = units[end + 1];
  const opens = next >= 128 || CLASSES[next] === LETTER;
  if (code === 0x27 || code === 0x2019) {
    if (!opens) return 0;
    const behind = units[end + 2];
    return next === 0x73 && (behind === 0x20 || behind === 0x2c) ? 2 : -1;
  }
  if (code === 0x2e) return opens ? -1 : 0;
  if (code === 0x2d) return CLASSES[next] === DIGIT ? -1 : 0;
  if (code >= 128) return isPunctuation(code) ? 0 : -1;
  return code === 0x24 ? -1 : 0;
}

/** Dashes, quotation marks, the ellipsis and the hard space. */
function isPunctuation(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || code === 0xa0;
}

/** Reads one piece by the pattern, or passes over one character; answers where to go on. */
function readPiece(sentence: string, at: number, pieces: RawToken[]): number {
  PIECE.lastIndex = at;
  const match = PIECE.exec(sentence);
  if (!match) return at + ((sentence.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  const text = match[0].replace(/['’]s$/, '');
  const folded = /^[\p{L}\p{N}]/u.test(text) ? foldText(text).replace(/ /g, '') || text : text;
  pieces.push({ text, folded, at, capital: /^[\p{Lu}\p{Lt}]/u.test(text) });
  return at + match[0].length;
}
