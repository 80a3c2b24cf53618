import { mayBeSameName } from './name-likeness';
import type { CalendarDate, Figure, SentenceToken } from './sentence-values';

/** Words before a figure that say it is not exact. */
const APPROXIMATE = new Set(
  'about around nearly almost roughly approximately some estimated over than least most up close circa just under'.split(
    ' ',
  ),
);
/** Words that may stand before a figure in one report and not in the other without changing what it counts. */
const MODIFIERS = new Set([
  ...APPROXIMATE,
  ...'at more less fewer as many to only a an the total of'.split(' '),
]);

/** What an approximate figure may be off by. */
const APPROXIMATE_SHARE = 0.1;
/** Shorter ones are initials, parties and bits of words. */
const MIN_NAME_LETTERS = 3;
const LOST_SCALES = new Set([1e3, 1e6, 1e9, 1e12]);
/** Numbers rounded to steps from this on are round ones: 1,200 stands for 1,187, while 10 dead does not for 12. */
const ROUND_STEP = 100;

export function isModifier(token: SentenceToken | undefined): boolean {
  return token?.kind === 'word' && MODIFIERS.has(token.text.toLowerCase());
}

/** True when an approximating word stands before the token at `index`. */
export function isApproximate(tokens: readonly SentenceToken[], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 3) && isModifier(tokens[i]); i--) {
    if (APPROXIMATE.has(tokens[i].text.toLowerCase())) return true;
  }
  return false;
}

/**
 * True when two figures cannot both be right: of one unit, unequal, and not one the rounding of the other. With an
 * approximating word (`about`, `nearly`, `more than`) they may be 10 % apart; small counts are never rounded, so "at
 * least 12 dead" against "14 dead" is a conflict.
 */
export function figuresConflict(a: Figure, b: Figure, approximate: boolean): boolean {
  if (a.unit !== b.unit || a.value === b.value) return false;
  const [low, high] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
  // "$250" beside "$250 million": someone lost the scale word.
  if (LOST_SCALES.has(roundRatio(high / low))) return false;
  const rounded = Math.max(a.step, b.step);
  if (a.unit === 'pair' || a.unit === 'ordinal') return true;
  if (a.unit === '%' || a.unit === '') {
    if (high - low < 1 && (a.step < 1 || b.step < 1) && rounded >= 1) return false;
  }
  const scaled = high >= 1_000 || a.step < 1 || b.step < 1;
  if ((rounded >= ROUND_STEP || scaled) && high - low <= rounded / 2) return false;
  if (rounded >= ROUND_STEP && high - low < rounded && approximate) return false;
  return !(approximate && rounded >= 10 && (high - low) / high <= APPROXIMATE_SHARE);
}

function roundRatio(ratio: number): number {
  return Number(ratio.toPrecision(9));
}

/** True when two dates give some part (year, month, day, weekday) differently; parts only one gives say nothing. */
export function datesConflict(a: CalendarDate, b: CalendarDate): boolean {
  const parts = (['year', 'month', 'day', 'weekday'] as const).filter(
    (p) => a[p] !== undefined && b[p] !== undefined,
  );
  return parts.some((part) => a[part] !== b[part]);
}

/** True when two names cannot be one: no common word, abbreviation, adjective or other spelling. */
export function namesConflict(a: SentenceToken, b: SentenceToken): boolean {
  const long = [a, b].every(({ key }) => key.split(' ').some((word) => word.length >= MIN_NAME_LETTERS));
  return long && a.key !== b.key && !mayBeSameName(a.key, b.key);
}
