import { foldText } from '../text/fold';

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
  for (let at = 0; at < text.length && pieces.length < MAX_PIECES; ) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? CLASSES[code] : isPunctuation(code) ? NONE : SIGN;
    const end = kind === LETTER ? endOfWord(text, at + 1) : at;
    const taken = kind === NONE ? 1 : kind === LETTER ? closeWord(text, end) : -1;
    if (taken < 0) at = readPiece(text, at, pieces);
    else if (kind === LETTER) {
      pieces.push(plainWord(text, at, end));
      at = end + taken;
    } else at += taken;
  }
  return pieces;
}

function plainWord(sentence: string, at: number, end: number): RawToken {
  const text = sentence.slice(at, end);
  let capitals = 0;
  for (let i = at; i < end; i++) capitals |= ~sentence.charCodeAt(i) & 0x20;
  const capital = sentence.charCodeAt(at) < 91;
  return { text, folded: capitals === 0 ? text : text.toLowerCase(), at, capital };
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code >= 128 || (CLASSES[code] !== LETTER && CLASSES[code] !== DIGIT)) break;
    end++;
  }
  return end;
}

/** How many characters belong to a plain word behind its letters: 2 for `'s`, else 0; -1 where only the pattern can tell. */
function closeWord(text: string, end: number): number {
  if (end >= text.length) return 0;
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  const opens = next >= 128 || CLASSES[next] === LETTER;
  if (code === 0x27 || code === 0x2019) {
    if (!opens) return 0;
    const behind = text[end + 2] ?? ' ';
    return next === 0x73 && (behind === ' ' || behind === ',') ? 2 : -1;
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
