import fc from 'fast-check';
import { readUnits, unitAt } from '../../../src/text/units';

const units = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

describe('units of a text', () => {
  it('are those of charCodeAt, with a space behind them, for any text after any other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (texts) => {
        for (const text of texts) {
          expect(Array.from(readUnits(text).subarray(0, text.length + 1))).toEqual([...units(text), 32]);
          expect(Array.from({ length: text.length }, (_, i) => unitAt(text, i))).toEqual(units(text));
        }
      }),
    );
  });

  it('are all there for a text longer than any before', () => {
    const text = 'Pier №1 '.repeat(5_000);
    expect(Array.from(readUnits(text).subarray(0, text.length))).toEqual(units(text));
  });

  it('end with NaN beyond the text', () => {
    expect(unitAt('pier', 4)).toBeNaN();
  });
});
