import * as fc from 'fast-check';
import { judgeAttempt } from '../../../src/webhooks/judge-attempt';
import {
  MAX_RETRY_AFTER_MS,
  nextDelayMs,
  parseRetryAfter,
  RETRY_DELAYS_MS,
} from '../../../src/webhooks/schedule';
import type { SendResult } from '../../../src/webhooks/send';

const NOW = Date.parse('2026-05-04T12:00:00Z');
const answered = (status: number, retryAfter?: string): SendResult => ({
  kind: 'answered',
  status,
  retryAfter,
  body: Buffer.alloc(0),
});

test('the waits are 0 5s 5m 30m 2h 5h 10h 14h 20h 24h', () => {
  const seconds = RETRY_DELAYS_MS.map((ms) => ms / 1_000);
  expect(seconds).toEqual([0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(nextDelayMs(9, 0)).toBe(86_400_000);
  expect(nextDelayMs(10, 0)).toBeUndefined();
});

test('jitter adds up to a fifth, and Retry-After only lengthens, up to a day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 10 * MAX_RETRY_AFTER_MS }),
      (made, random, retryAfter) => {
        const plain = nextDelayMs(made, random) ?? Number.NaN;
        expect(plain).toBeGreaterThanOrEqual(RETRY_DELAYS_MS[made]);
        expect(plain).toBeLessThanOrEqual(RETRY_DELAYS_MS[made] * 1.2 + 1);
        const asked = nextDelayMs(made, random, retryAfter) ?? Number.NaN;
        expect(asked).toBe(Math.max(plain, Math.min(retryAfter, MAX_RETRY_AFTER_MS)));
      },
    ),
  );
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Mon, 04 May 2026 12:00:30 GMT', 30_000],
  ['Mon, 04 May 2026 11:00:00 GMT', 0],
  ['Monday, 04-May-26 12:00:30 GMT', 30_000],
  ['soon', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  ['2026-05-04', undefined],
  ['', undefined],
  [undefined, undefined],
  [`Mon, ${'9'.repeat(100_000)} GMT`, undefined],
])('Retry-After %s', (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected);
});

test.each([
  [200, 'delivered'],
  [204, 'delivered'],
  [299, 'delivered'],
  [301, 'retry'],
  [400, 'retry'],
  [404, 'retry'],
  [410, 'gone'],
  [429, 'retry'],
  [500, 'retry'],
])('an answer %i is %s', (status, kind) => {
  expect(judgeAttempt(answered(status), 1, 0, NOW).kind).toBe(kind);
});

test('Retry-After counts with 429 and 5xx only', () => {
  expect(judgeAttempt(answered(503, '60'), 1, 0, NOW)).toMatchObject({ delayMs: 60_000, holdMs: 60_000 });
  expect(judgeAttempt(answered(429, '1'), 1, 0, NOW)).toMatchObject({ delayMs: 5_000, holdMs: 1_000 });
  expect(judgeAttempt(answered(404, '60'), 1, 0, NOW)).toEqual({
    kind: 'retry',
    error: 'answered 404',
    delayMs: 5_000,
  });
});

test('the tenth failure is the last, and a stop is no attempt', () => {
  expect(judgeAttempt({ kind: 'failed', error: 'no' }, 10, 0, NOW)).toEqual({ kind: 'giveUp', error: 'no' });
  expect(judgeAttempt({ kind: 'stopped' }, 10, 0, NOW)).toEqual({ kind: 'stopped' });
});
