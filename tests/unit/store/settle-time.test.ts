import * as fc from 'fast-check';
import { settleMs } from '../../../src/store/settle-time';

test.each([
  [0, 250],
  [1, 250],
  [50, 250],
  [500, 2_500],
  [5_000, 25_000],
  [50_000, 250_000],
])('a story of %i members settles for %i ms', (members, expected) => {
  expect(settleMs(250, members)).toBe(expected);
});

test('a larger story never settles for a shorter time, and one without a debounce time not at all', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(10_000), (a, b, debounceMs) => {
      const [smaller, larger] = [Math.min(a, b), Math.max(a, b)];
      expect(settleMs(debounceMs, smaller)).toBeLessThanOrEqual(settleMs(debounceMs, larger));
      expect(settleMs(0, a)).toBe(0);
    }),
  );
});
