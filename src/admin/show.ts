/** How values are put for readers, in the language and time zone of the browser. */

const number = new Intl.NumberFormat();
const percentFormat = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const finePercentFormat = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const dayTime = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'narrow' });

export const showNumber = (value: number): string => number.format(value);
export const showPercent = (value: number): string => percentFormat.format(value);
/** With a digit after the point: near 100 % a whole one says little. */
export const showFinePercent = (value: number): string => finePercentFormat.format(value);
export const showTime = (iso: string | null): string =>
  iso === null ? 'no date' : dayTime.format(new Date(iso));
export const showFullTime = (iso: string | null): string => (iso === null ? '' : full.format(new Date(iso)));

export const count = (value: number, one: string, many: string): string =>
  `${showNumber(value)} ${value === 1 ? one : many}`;

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 h ago`; the date when it is more than a week away. */
export function showAge(iso: string | null, nowMs = Date.now()): string {
  if (iso === null) return '';
  const seconds = (Date.parse(iso) - nowMs) / 1_000;
  if (Math.abs(seconds) > 7 * 86_400) return showTime(iso);
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : 'just now';
}

/** A length of time in its largest unit, such as `12 min`. */
export function showDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'under a minute';
  if (minutes < 90) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} days`;
}

/** The address of an article when it can be followed safely: anything but http and https is none. */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
