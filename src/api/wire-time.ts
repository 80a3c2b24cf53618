import { z } from 'zod';

const DAY_MS = 86_400_000;
const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * Milliseconds since 1970 of an ISO 8601 date or date-time; undefined when it is none or no such day or time exists.
 *
 * Without an offset it counts as UTC; a date alone is its first moment.
 */
export function parseIsoTime(value: string): number | undefined {
  const parts = ISO_8601.exec(value);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millisecond = Number((parts[7] ?? '0').padEnd(3, '0').slice(0, 3));
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  utc.setUTCHours(hour, minute, second, millisecond);
  // Date wraps 30 February into March and 25:00 into the next day; what comes back must be what was written.
  const wrapped =
    utc.getUTCMonth() !== month - 1 ||
    utc.getUTCDate() !== day ||
    utc.getUTCHours() !== hour ||
    utc.getUTCMinutes() !== minute ||
    utc.getUTCSeconds() !== second;
  const offsetMinutes = parseOffset(parts[8]);
  return wrapped || offsetMinutes === undefined ? undefined : utc.getTime() - offsetMinutes * 60_000;
}

function parseOffset(offset: string | undefined): number | undefined {
  if (offset === undefined || offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || 0);
  if (hours > 18 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const isoString = z.string({
  error: (issue) =>
    issue.input === undefined ? 'is required' : 'must be a string such as "2020-09-25T09:18:00Z"',
});

/** An ISO 8601 time between 1970 and a day from now, as milliseconds. Years like 0001 or 9999 are broken data. */
export const publicationTime = isoString.transform((value, context) => {
  const ms = parseIsoTime(value.trim());
  const latest = Date.now() + DAY_MS;
  if (ms !== undefined && ms >= 0 && ms <= latest) return ms;
  context.addIssue({
    code: 'custom',
    message:
      ms === undefined
        ? 'must be an ISO 8601 time that exists, such as 2020-09-25T09:18:00Z'
        : `must lie between 1970-01-01 and a day from now (${new Date(latest).toISOString()}); leave it out when unknown`,
  });
  return z.NEVER;
});

/** An ISO 8601 time of any year, as milliseconds: a bound of a filter. */
export const filterTime = isoString.transform((value, context) => {
  const ms = parseIsoTime(value.trim());
  if (ms !== undefined) return ms;
  context.addIssue({ code: 'custom', message: 'must be an ISO 8601 time, such as 2020-09-25T09:18:00Z' });
  return z.NEVER;
});
