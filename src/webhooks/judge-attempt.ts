import { nextDelayMs, parseRetryAfter } from './schedule';
import type { SendResult } from './send';

/** What follows from an attempt. `gone`: the receiver wants nothing any more. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'gone'; readonly error: string }
  | { readonly kind: 'giveUp'; readonly error: string }
  | {
      readonly kind: 'retry';
      readonly error: string;
      readonly delayMs: number;
      /** The receiver asked to be left alone altogether. */
      readonly holdMs?: number;
    }
  | { readonly kind: 'stopped' };

/**
 * Judges an attempt. Only a 2xx status is success. A redirect is a failure: following it would send a signed message to an address
 * nobody has entered. `Retry-After` counts with 429 and 5xx.
 *
 * @param attemptsMade this one included. @param random 0 to 1, for the jitter.
 */
export function judgeAttempt(
  result: SendResult,
  attemptsMade: number,
  random: number,
  nowMs: number,
): Verdict {
  if (result.kind === 'stopped') return { kind: 'stopped' };
  if (result.kind === 'failed') return retryOrGiveUp(result.error, attemptsMade, random);
  const { status } = result;
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone', error: 'answered 410 Gone' };
  const redirected = status >= 300 && status < 400;
  const error = `answered ${status}${redirected ? '; redirects are not followed' : ''}`;
  const mayAsk = status === 429 || status >= 500;
  const retryAfterMs = mayAsk ? parseRetryAfter(result.retryAfter, nowMs) : undefined;
  return retryOrGiveUp(error, attemptsMade, random, retryAfterMs);
}

function retryOrGiveUp(error: string, attemptsMade: number, random: number, retryAfterMs?: number): Verdict {
  const delayMs = nextDelayMs(attemptsMade, random, retryAfterMs);
  if (delayMs === undefined) return { kind: 'giveUp', error };
  return { kind: 'retry', error, delayMs, ...(retryAfterMs && { holdMs: Math.min(retryAfterMs, delayMs) }) };
}
