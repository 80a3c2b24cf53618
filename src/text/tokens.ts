import { EXPANDED, EXPANSIONS, foldUnit, IGNORED, isUnsegmented, SEPARATOR } from './fold';
import { closeHash, HASH_START, stepHash } from './hash';
import { readUnits, unitAt } from './units';

/** Token traits, as bits of `TokenBuffer.kinds`. */
export const CAPITAL = 1;
export const DIGITS = 2;
export const UNSEGMENTED = 4;
export const FIRST = 8;

/** Tokens past this many are not read: about 200 kB of text. */
export const MAX_TOKENS = 24_000;

/** Tokens of one or more texts, a column each; reused from article to article. */
export interface TokenBuffer {
  count: number;
  readonly hashes: Uint32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
}

/** Makes a buffer for `MAX_TOKENS` tokens. */
export function createTokenBuffer(): TokenBuffer {
  return {
    count: 0,
    hashes: new Uint32Array(MAX_TOKENS),
    starts: new Int32Array(MAX_TOKENS),
    ends: new Int32Array(MAX_TOKENS),
    kinds: new Uint8Array(MAX_TOKENS),
  };
}

/** Folded ASCII, which is most of most texts: looked up without leaving the processor's cache. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => foldUnit(unit));
const ASCII_TRAITS = Uint8Array.from({ length: 128 }, (_, unit) => traits(unit, ASCII[unit]));

/**
 * Appends the tokens of a text: one fused pass that folds each unit and hashes runs of letters and digits.
 *
 * Single letters are dropped (what is left of `'s` and initials); digits join over `.` and `,`; scripts without
 * spaces give overlapping pairs of characters, the usual index unit for them. About 25 ns a character.
 */
export function scanTokens(text: string, buffer: TokenBuffer): void {
  const units = readUnits(text);
  let hash = HASH_START;
  let length = 0;
  let start = 0;
  let kind = FIRST;
  let previous = 0;
  const end = text.length;
  for (let i = 0; i <= end; i++) {
    const unit = units[i];
    if (unit < 128 && ASCII[unit] !== SEPARATOR) {
      if (length === 0) {
        start = i;
        kind |= ASCII_TRAITS[unit];
      }
      const from = i;
      for (let u = unit; u < 128 && ASCII[u] !== SEPARATOR; u = units[++i]) hash = stepHash(hash, ASCII[u]);
      length += i - from;
      previous = 0;
      i--;
      continue;
    }
    const folded = unit < 128 ? SEPARATOR : foldUnit(unit);
    if (folded === IGNORED) continue;
    if (folded !== SEPARATOR && !isUnsegmented(unit)) {
      if (length === 0) {
        start = i;
        kind |= traits(unit, folded);
      }
      if (folded < EXPANDED) {
        hash = stepHash(hash, folded);
        length++;
      } else {
        const letters = EXPANSIONS[folded - EXPANDED];
        for (let k = 0; k < letters.length; k++) hash = stepHash(hash, unitAt(letters, k));
        length += letters.length;
      }
      previous = 0;
      continue;
    }
    if (folded === SEPARATOR && (kind & DIGITS) !== 0 && length > 0 && joinsDigits(units, i)) continue;
    if (length > 1 || (kind & DIGITS) !== 0) {
      push(buffer, closeHash(hash), start, i, kind);
      kind = 0;
    } else if (length > 0) kind = 0;
    hash = HASH_START;
    length = 0;
    if (folded === SEPARATOR) previous = 0;
    else {
      if (previous !== 0) {
        push(buffer, closeHash(stepHash(stepHash(HASH_START, previous), folded)), i - 1, i + 1, UNSEGMENTED);
      }
      previous = folded;
    }
  }
}

function push(buffer: TokenBuffer, hash: number, start: number, end: number, kind: number): void {
  const n = buffer.count;
  if (n >= MAX_TOKENS) return;
  buffer.hashes[n] = hash;
  buffer.starts[n] = start;
  buffer.ends[n] = end;
  buffer.kinds[n] = kind;
  buffer.count = n + 1;
}

function traits(unit: number, folded: number): number {
  if (folded >= 48 && folded <= 57) return DIGITS;
  if (unit < 0xc0) return unit >= 65 && unit <= 90 ? CAPITAL : 0;
  if (unit >= 0x600) return 0;
  const char = String.fromCharCode(unit);
  return char !== char.toLowerCase() ? CAPITAL : 0;
}

function joinsDigits(units: Uint16Array, i: number): boolean {
  const mark = units[i];
  if (mark !== 44 && mark !== 46) return false;
  const next = units[i + 1];
  return next >= 48 && next <= 57;
}
