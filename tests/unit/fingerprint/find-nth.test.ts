import fc from 'fast-check';
import { findNth } from '../../../src/fingerprint/find-nth';

const sorted = (values: readonly number[]): Float32Array => Float32Array.from(values).sort();

describe('the value at a place', () => {
  it('is the one that sorting puts there, with any values, equal ones among them', () => {
    const values = fc.array(fc.oneof(fc.float({ noNaN: true }), fc.integer({ min: 0, max: 5 })), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, fc.nat(), (list, n) => {
        const place = n % list.length;
        expect(findNth(Float32Array.from(list), place)).toBe(sorted(list)[place]);
      }),
    );
  });

  it('is found although a text parts its values badly each time', () => {
    // The middle of what is left is always its largest: what sorting by halves takes longest for.
    const worst = Array.from({ length: 400 }, (_, i) => i);
    for (let n = worst.length; n > 1; n--) {
      const middle = (n - 1) >> 1;
      [worst[middle], worst[n - 1]] = [worst[n - 1], worst[middle]];
    }
    for (const place of [0, 1, 200, 399]) expect(findNth(Float32Array.from(worst), place)).toBe(place);
  });
});
