import { isUtf8 } from 'node:buffer';
import { ProblemError } from './problems';

/** Deeper nesting is refused: no body of this service needs more than 8, and recursion elsewhere stays safe. */
const MAX_DEPTH = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Decodes and parses one JSON text, which begins in `firstLine` of what was sent.
 *
 * Throws a `ProblemError`: `invalid-encoding` when the bytes are not UTF-8, `invalid-json` with line and column when
 * they are not JSON or are nested deeper than 32. Linear in the length.
 */
export function parseJson(bytes: Buffer, firstLine = 1): unknown {
  if (!isUtf8(bytes)) throw new ProblemError('invalid-encoding', notUtf8(bytes));
  const tooDeepAt = findTooDeep(bytes);
  const text = stripByteOrderMark(bytes.toString('utf8'));
  if (tooDeepAt >= 0) {
    throw new ProblemError('invalid-json', `The JSON is nested deeper than ${MAX_DEPTH} levels; flatten it.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('invalid-json', describeJsonError(text, firstLine));
  }
}

function stripByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function notUtf8(bytes: Buffer): string {
  const utf16 = bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[0] === 0xfe);
  return `The body is not valid UTF-8${utf16 ? ' (it looks like UTF-16)' : ''}; encode it as UTF-8.`;
}

/** Byte offset of the bracket that goes beyond the depth limit, or -1. Counts on bytes: strings are skipped. */
function findTooDeep(bytes: Buffer): number {
  let depth = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      i = endOfString(bytes, i);
      if (i < 0) return -1;
    } else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > MAX_DEPTH) return i;
    } else if (byte === 0x5d || byte === 0x7d) {
      depth--;
    }
  }
  return -1;
}

/** Offset of the quote that closes the string opened at `start`, or -1. */
function endOfString(bytes: Buffer, start: number): number {
  let end = start;
  for (;;) {
    end = bytes.indexOf(QUOTE, end + 1);
    if (end < 0) return -1;
    let backslashes = 0;
    while (bytes[end - 1 - backslashes] === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
}

/** Why the text is not JSON, for a person: what was met, and at which line and column. */
export function describeJsonError(text: string, firstLine = 1): string {
  if (text.trim() === '') return 'The body is empty; send a JSON text.';
  const offset = findJsonError(text);
  if (offset >= text.length) return 'The JSON ends too early: a string, array or object is not closed.';
  const before = text.slice(0, offset);
  const line = firstLine + before.split('\n').length - 1;
  const column = offset - before.lastIndexOf('\n');
  const met = JSON.stringify(String.fromCodePoint(text.codePointAt(offset) ?? 0));
  return `Unexpected ${met} at line ${line}, column ${column}.`;
}

// Sticky; every repetition is over disjoint first characters: linear.
const STRING_START =
  '"[^"\\\\\\u0000-\\u001f]*(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\\\\u0000-\\u001f]*)*';
const STRING = new RegExp(`${STRING_START}"`, 'y');
const STRING_PREFIX = new RegExp(STRING_START, 'y');
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Offset of the first character that no JSON text can have there; the length when more was expected.
 *
 * `JSON.parse` does not say it for every error on every version of the engine, hence this reader. Iterative, linear.
 */
function findJsonError(text: string): number {
  const open: string[] = [];
  let at = 0;
  let expect: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' = 'value';
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    match(SPACE);
    const char = text[at];
    if (char === undefined) return at;
    const closes = char === open.at(-1) && (expect === 'commaOrEnd' || expect.endsWith('OrEnd'));
    if (closes) {
      open.pop();
      at++;
      expect = 'commaOrEnd';
    } else if (expect === 'commaOrEnd') {
      if (char !== ',' || open.length === 0) return at;
      at++;
      expect = open.at(-1) === '}' ? 'key' : 'value';
    } else if (expect === 'colon') {
      if (char !== ':') return at;
      at++;
      expect = 'value';
    } else if (expect === 'key' || expect === 'keyOrEnd') {
      if (!match(STRING)) return badString(text, at);
      expect = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']');
      at++;
      expect = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else {
      if (!match(STRING) && !match(SCALAR)) return badString(text, at);
      expect = 'commaOrEnd';
    }
  }
}

/** Inside a broken string: the first bad character of it rather than its opening quote. */
function badString(text: string, at: number): number {
  STRING_PREFIX.lastIndex = at;
  return STRING_PREFIX.test(text) ? STRING_PREFIX.lastIndex : at;
}
