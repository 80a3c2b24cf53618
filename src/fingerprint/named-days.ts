import { type DayWordFinder, ORDINALS, QUARTER } from '../text/day-words';
import { CAPITAL, DIGITS, type TokenBuffer } from '../text/tokens';

/**
 * What a text names on the calendar, as numbers: weekdays 0–6 (from Sunday), months without a day from `MONTHS`, quarters
 * from `QUARTERS`, days of a month from `DATES`.
 */
export const MONTHS = 8;
export const QUARTERS = 24;
export const DATES = 32;

/** Days kept of an article: those it names first. */
const MAX_DAYS = 16;
const DAY = 86_400_000;
const HALF_DAY = DAY / 2;

/** The number of a day of a month, 1–12. */
export const dateCode = (month: number, day: number): number => DATES + month * 32 + day;

/** Collects what the tokens of an article name on the calendar. */
export class NamedDays {
  private found = new Set<number>();

  /** Looks at token `i`; true where it is a word of the calendar. */
  take(buffer: TokenBuffer, i: number, text: string, find: DayWordFinder): boolean {
    const word = find(buffer.hashes[i], (buffer.kinds[i] & CAPITAL) !== 0);
    if (word === undefined) return false;
    if ('weekday' in word) this.add(word.weekday);
    else {
      const day =
        readDay(buffer, i + 1, text) ?? readDay(buffer, i - 1, text) ?? readDay(buffer, i - 2, text);
      this.add(day === undefined ? MONTHS + word.month : dateCode(word.month, day));
    }
    return true;
  }

  /** Looks for a quarter that ends at token `i`, as in “second-quarter profit”; answers which one, from 0. */
  takeQuarter(buffer: TokenBuffer, i: number): number | undefined {
    if (buffer.hashes[i] !== QUARTER || i === 0) return undefined;
    const n = ORDINALS.indexOf(buffer.hashes[i - 1]);
    if (n < 0) return undefined;
    this.add(QUARTERS + n);
    return n;
  }

  /** What was found, ascending; empties the collection. */
  finish(): Uint16Array {
    const days = Uint16Array.from(this.found).sort();
    this.found = new Set();
    return days;
  }

  private add(code: number): void {
    if (this.found.size < MAX_DAYS) this.found.add(code);
  }
}

function readDay({ kinds, starts, ends, count }: TokenBuffer, i: number, text: string): number | undefined {
  if (i < 0 || i >= count || (kinds[i] & DIGITS) === 0 || ends[i] - starts[i] > 4) return undefined;
  const day = Number.parseInt(text.slice(starts[i], ends[i]), 10);
  return day >= 1 && day <= 31 ? day : undefined;
}

/**
 * Turns weekdays into dates: the last such day by the time of publication. Half a day ahead counts as past, because the
 * outlet's day may have begun before that of UTC. Without a time of publication weekdays stay as they are.
 */
export function resolveDays(days: Uint16Array, publishedAtMs: number): Uint16Array {
  if (Number.isNaN(publishedAtMs)) return days;
  const today = Math.floor((publishedAtMs + HALF_DAY) / DAY);
  const resolved = Array.from(days, (code) => {
    if (code >= MONTHS) return code;
    // 1 January 1970 was a Thursday.
    const back = (((today + 4 - code) % 7) + 7) % 7;
    const date = new Date((today - back) * DAY);
    return dateCode(date.getUTCMonth() + 1, date.getUTCDate());
  });
  return Uint16Array.from(new Set(resolved)).sort();
}
