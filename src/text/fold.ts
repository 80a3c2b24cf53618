import { unitAt } from './units';

/**
 * Folding: one small number per UTF-16 code unit, so that a text is scanned once without building strings.
 *
 * Case, accents and compatibility forms go; Cyrillic, Greek and Arabic become Latin letters, so that a name
 * written in two scripts can share its letters. Tables are built a page of 256 units at a time, when first met.
 */

/** The unit ends a word. */
export const SEPARATOR = 0;
/** The unit is passed over: marks, joiners, the Arabic tatweel. */
export const IGNORED = 1;
/** From here up, which is beyond every unit, `EXPANSIONS[code - EXPANDED]` gives several letters: some 12,000 units have them, most of Hangul. */
export const EXPANDED = 0x10000;

export const EXPANSIONS: string[] = [];

const ROMAN = new Map<string, string>(
  Object.entries({
    ...pairs('абвгдезийклмнопрстуфыэ', 'abvgdeziiklmnoprstufie'),
    ...{ ё: 'e', ж: 'zh', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ь: '', ю: 'iu', я: 'ia' },
    ...{ і: 'i', ї: 'i', є: 'e', ґ: 'g', ў: 'u', ј: 'i', љ: 'li', њ: 'ni', ћ: 'ch', ђ: 'dj', џ: 'dz' },
    ...pairs('αβγδεζηικλμνξοπρσςτυφω', 'avgdeziiklmnxoprsstifo'),
    ...{ θ: 'th', χ: 'h', ψ: 'ps' },
    ...pairs('ابتجحدرزسصضطعفقكلمنهويةىکیپگ', 'abtjhdrzssdtafkklmnhuihakipg'),
    ...{ ث: 'th', خ: 'kh', ذ: 'dh', ش: 'sh', ظ: 'z', غ: 'gh', ء: '', ؤ: 'u', ئ: 'i', چ: 'ch', ژ: 'zh' },
    ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' },
  }),
);

const pages: (Uint32Array | undefined)[] = Array.from({ length: 256 });

/** The folded form of a UTF-16 code unit: `SEPARATOR`, `IGNORED`, a letter or digit, or an index to `EXPANSIONS`. */
export function foldUnit(unit: number): number {
  const page = pages[unit >>> 8] ?? buildPage(unit >>> 8);
  return page[unit & 255];
}

/** True for scripts written without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese). */
export function isUnsegmented(unit: number): boolean {
  if (unit < 0x0e00) return false;
  return (
    unit < 0x0f00 ||
    (unit >= 0x1000 && unit < 0x10a0) ||
    (unit >= 0x1780 && unit < 0x1800) ||
    (unit >= 0x3040 && unit < 0x3100) ||
    (unit >= 0x3400 && unit < 0xa000) ||
    (unit >= 0xf900 && unit < 0xfb00)
  );
}

/** Folds a short text to lower-case letters and digits with single spaces between words. */
export function foldText(text: string): string {
  let out = '';
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const code = foldUnit(unitAt(text, i));
    if (code === IGNORED) continue;
    if (code === SEPARATOR) {
      gap = out.length > 0;
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += code >= EXPANDED ? EXPANSIONS[code - EXPANDED] : String.fromCharCode(code);
  }
  return out;
}

function buildPage(high: number): Uint32Array {
  const page = new Uint32Array(256);
  for (let low = 0; low < 256; low++) page[low] = computeFold((high << 8) | low);
  pages[high] = page;
  return page;
}

function computeFold(unit: number): number {
  if (unit >= 0xd800 && unit < 0xf900) return SEPARATOR;
  const char = String.fromCharCode(unit);
  if (unit === 0x0640 || /\p{M}|\p{Cf}/u.test(char)) return IGNORED;
  if (!/\p{L}|\p{N}/u.test(char)) return SEPARATOR;
  const lower = char.normalize('NFKC').toLowerCase();
  const direct = ROMAN.get(lower);
  const letters =
    direct ??
    Array.from(lower.normalize('NFKD'))
      .filter((c) => /\p{L}|\p{N}/u.test(c))
      .map((c) => ROMAN.get(c) ?? c)
      .join('');
  if (letters.length === 0) return IGNORED;
  if (letters.length === 1) return letters.charCodeAt(0);
  return EXPANDED + EXPANSIONS.push(letters) - 1;
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from).map((c, i) => [c, to[i]]));
}
