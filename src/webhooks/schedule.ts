const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Wait before each attempt, milliseconds, counted from the failure before: 76 hours in all. */
export const RETRY_DELAYS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Share of a wait that chance may add, so that receivers that were down are not all called at once. */
const JITTER = 0.2;

/** A receiver cannot put off a delivery for longer than this at a time. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR;

/**
 * How long to wait after a failure; undefined when the attempts are used up.
 *
 * @param attemptsMade at least 1. @param random 0 to 1. @param retryAfterMs what the receiver asked for; never shortens the wait.
 */
export function nextDelayMs(attemptsMade: number, random: number, retryAfterMs = 0): number | undefined {
  const delay = RETRY_DELAYS_MS[attemptsMade];
  if (delay === undefined) return undefined;
  return Math.max(Math.round(delay * (1 + JITTER * random)), Math.min(retryAfterMs, MAX_RETRY_AFTER_MS));
}

/** Reads `Retry-After`: seconds or an HTTP date. Milliseconds from now, undefined when it says neither. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * SECOND;
  // Only the form every HTTP date has; Date.parse alone takes far too much for a date.
  if (!/^[A-Z][a-z]{2,8},? [\w: -]{8,40}GMT$/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
