import { unitAt } from '../text/units';
import type { RawToken } from './sentence-pieces';
import type { CalendarDate } from './sentence-values';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH_OF = new Map<string, number>([
  ...MONTHS.map((name, i): [string, number] => [name, i + 1]),
  ...MONTHS.map((name, i): [string, number] => [name.slice(0, 3), i + 1]),
  ['sept', 9],
]);
/** Words before a bare year; without one of them 2000 is a number of something. */
const BEFORE_YEAR = new Set(
  'in since by of until till from during through before after early late mid year spring summer autumn fall winter'.split(
    ' ',
  ),
);

export interface ReadDate {
  readonly date: CalendarDate;
  readonly key: string;
  /** Pieces taken. */
  readonly length: number;
}

/** Reads a date at `start`: ISO, month and day in either order with or without year, a year, a weekday. English names. */
export function readDate(raw: readonly RawToken[], start: number): ReadDate | undefined {
  const piece = raw[start];
  if (!opensDate(piece)) return undefined;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(piece.text);
  if (iso) return dated({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, 1);
  const weekday = piece.capital ? WEEKDAYS.indexOf(piece.folded) : -1;
  if (weekday >= 0) return dated({ weekday }, 1);
  return readMonthDay(raw, start) ?? readYear(raw, start);
}

/** Nearly every piece is a word that no date begins with. */
function opensDate({ text, folded, capital }: RawToken): boolean {
  const first = unitAt(text, 0);
  return (first >= 48 && first <= 57) || (capital && (MONTH_OF.has(folded) || WEEKDAYS.includes(folded)));
}

function readMonthDay(raw: readonly RawToken[], start: number): ReadDate | undefined {
  const monthFirst = monthOf(raw[start]);
  const dayFirst = dayOf(raw[start]);
  const month = monthFirst ?? (dayFirst === undefined ? undefined : monthOf(raw[start + 1]));
  if (month === undefined) return undefined;
  const day = monthFirst === undefined ? dayFirst : dayOf(raw[start + 1]);
  if (day !== undefined) {
    const year = yearOf(raw[start + 2]);
    return dated({ month, day, ...(year === undefined ? {} : { year }) }, year === undefined ? 2 : 3);
  }
  const year = yearOf(raw[start + 1]);
  if (year !== undefined) return dated({ month, year }, 2);
  const named = raw[start].folded.length > 3 && BEFORE_YEAR.has(raw[start - 1]?.folded ?? '');
  return named ? dated({ month }, 1) : undefined;
}

function readYear(raw: readonly RawToken[], start: number): ReadDate | undefined {
  const year = yearOf(raw[start]);
  return year !== undefined && BEFORE_YEAR.has(raw[start - 1]?.folded ?? '') ? dated({ year }, 1) : undefined;
}

function dated(date: CalendarDate, length: number): ReadDate {
  const { year, month, day, weekday } = date;
  return { date, length, key: [year, month, day, weekday].map((part) => part ?? '').join('-') };
}

function monthOf(piece: RawToken | undefined): number | undefined {
  return piece?.capital ? MONTH_OF.get(piece.folded) : undefined;
}

function dayOf(piece: RawToken | undefined): number | undefined {
  if (piece === undefined || piece.text.length > 4) return undefined;
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(piece.text)?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearOf(piece: RawToken | undefined): number | undefined {
  if (piece?.text.length !== 4) return undefined;
  const year = Number(/^\d{4}$/.exec(piece.text)?.[0]);
  return year >= 1800 && year < 2100 ? year : undefined;
}
