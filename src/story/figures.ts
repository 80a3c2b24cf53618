import { unitAt } from '../text/units';
import type { RawToken } from './sentence-pieces';
import type { Figure } from './sentence-values';
import { opensNumber, readSpelledNumber, SCALES } from './spelled-numbers';

const CURRENCY_SIGNS = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
]);

/** Units written behind the number; unlike units are not compared (50 miles against 80 km is no conflict). */
const UNIT_WORDS = new Map<string, string>(
  Object.entries({
    '%': '%',
    percent: '%',
    pct: '%',
    dollars: 'USD',
    dollar: 'USD',
    euros: 'EUR',
    euro: 'EUR',
    pounds: 'pound',
    yen: 'JPY',
    rupees: 'INR',
    km: 'km',
    kilometers: 'km',
    kilometres: 'km',
    kilometer: 'km',
    kilometre: 'km',
    miles: 'mile',
    mile: 'mile',
    meters: 'm',
    metres: 'm',
    feet: 'foot',
    kg: 'kg',
    kilograms: 'kg',
    tons: 'ton',
    tonnes: 'tonne',
    acres: 'acre',
    hectares: 'hectare',
  }),
);

/** Letters that scale an amount of money only: $5m. */
const SHORT_SCALES = new Map([
  ['m', 1e6],
  ['b', 1e9],
  ['k', 1e3],
]);

/** Languages that write 1.200 for twelve hundred and 1,5 for one and a half. */
const COMMA_DECIMALS = new Set(
  'de es fr it pt nl ru uk pl tr vi id sv no nb da fi cs sk hu ro bg el sr hr sl'.split(' '),
);

const FIGURE =
  /[0-9]|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)(?![a-z0-9])|[\u00a1-\u200f\u2028-\uffff]/i;

/** False where no figure can be read in a text: found out for less than by reading its words. */
export const mayHoldFigure = (text: string): boolean => FIGURE.test(text);

/** Reads a figure at `start`: digits or English words, with currency, scale and unit. */
export function readFigure(
  raw: readonly RawToken[],
  start: number,
  language: string,
): { figure: Figure; length: number } | undefined {
  const sign = CURRENCY_SIGNS.get(raw[start].text);
  let at = sign ? start + 1 : start;
  const number = readNumber(raw, at, language);
  if (!number) return undefined;
  at += number.length;
  let { value, step } = number;
  const scale = scaleOf(raw[at], sign);
  if (scale) {
    value *= scale;
    step *= scale;
    at++;
  }
  const unit = readUnit(raw, at);
  const figure = {
    value: roundFloat(value),
    step: roundFloat(step),
    unit: sign ?? unit?.unit ?? number.unit,
  };
  return { figure, length: at - start + (unit && !sign ? unit.length : 0) };
}

function readNumber(
  raw: readonly RawToken[],
  at: number,
  language: string,
): { value: number; step: number; unit: string; length: number } | undefined {
  const text = raw[at]?.text ?? '';
  if (!startsWithDigit(text)) return opensNumber(raw[at]?.folded) ? readSpelled(raw, at) : undefined;
  const pair = /^(\d{1,4})[-–](\d{1,4})$/.exec(text);
  if (pair) return readPair(Number(pair[1]), Number(pair[2]));
  const digits = /^(\d+(?:[.,]\d+)*)(st|nd|rd|th)?$/.exec(text);
  if (digits) {
    const parsed = parseDigits(digits[1], language);
    return parsed && { ...parsed, unit: digits[2] ? 'ordinal' : '', length: 1 };
  }
  return undefined;
}

function readSpelled(
  raw: readonly RawToken[],
  at: number,
): { value: number; step: number; unit: string; length: number } | undefined {
  const words = raw.slice(at, at + 12).map(({ folded }) => folded);
  const spelled = readSpelledNumber(words, 0);
  return spelled && { ...spelled, step: stepOf(spelled.value), unit: '' };
}

function startsWithDigit(text: string): boolean {
  const first = unitAt(text, 0);
  return first >= 48 && first <= 57;
}

/** A score or vote: 230-189 and 189-230 are the same one. */
function readPair(a: number, b: number): { value: number; step: number; unit: string; length: number } {
  return { value: Math.max(a, b) + Math.min(a, b) / 1e4, step: 0, unit: 'pair', length: 1 };
}

/** Undefined for what is no quantity: telephone numbers, versions, long ids. */
function parseDigits(text: string, language: string): { value: number; step: number } | undefined {
  if (text.length > 18) return undefined;
  const [decimal, group] = COMMA_DECIMALS.has(language) ? [',', '.'] : ['.', ','];
  let plain = text;
  if (isGrouped(text, group)) plain = text.split(group).join('');
  else if (text.includes(group)) return undefined;
  const parts = plain.split(decimal);
  if (parts.length > 2 || parts[0].length > 15) return undefined;
  const value = Number(parts.join('.'));
  return { value, step: parts[1] === undefined ? stepOf(value) : 10 ** -parts[1].length };
}

/** Groups of three digits behind the separator: 1,200 but not 1,5. */
function isGrouped(text: string, group: string): boolean {
  const [head, ...rest] = text.split(group);
  const last = rest.at(-1)?.slice(0, 3);
  return (
    rest.length > 0 && head.length <= 3 && rest.every((part) => /^\d{3}/.test(part)) && last?.length === 3
  );
}

/** The place of the last digit that is not zero: 100 for 1,200. */
function stepOf(value: number): number {
  if (value === 0) return 1;
  let step = 1;
  while (step < 1e15 && value % (step * 10) === 0) step *= 10;
  return step;
}

function scaleOf(piece: RawToken | undefined, sign: string | undefined): number | undefined {
  const scale = SCALES.get(piece?.folded ?? '');
  return scale ?? (sign ? SHORT_SCALES.get(piece?.folded ?? '') : undefined);
}

function readUnit(raw: readonly RawToken[], at: number): { unit: string; length: number } | undefined {
  const word = raw[at]?.folded ?? '';
  if (word === 'per' && /^cent/.test(raw[at + 1]?.folded ?? '')) return { unit: '%', length: 2 };
  const unit = UNIT_WORDS.get(word);
  return unit === undefined ? undefined : { unit, length: 1 };
}

/** 1.1 million is 1,100,000 and not 1,100,000.0000000002. */
function roundFloat(value: number): number {
  return Number.isSafeInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}
