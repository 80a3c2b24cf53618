import * as fc from 'fast-check';
import { mayHoldFigure } from '../../../src/story/figures';
import { readTokens } from '../../../src/story/sentence-values';

const piece = fc.oneof(
  fc.constantFrom(
    'Two',
    'two_',
    'thirty-one',
    'eighteen’s',
    'ｔｗｏ',
    '١٢',
    '$5m',
    '12',
    'one',
    'ninth',
    'tone',
    'flood',
    'May',
    '_',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('a text is passed over only where no figure is read in it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.constantFrom(' ', '', ', ', '.'))), (parts) => {
      const text = parts.flat().join('');
      if (readTokens(text, 'en').some(({ kind }) => kind === 'figure'))
        expect(mayHoldFigure(text)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  expect(mayHoldFigure('The river rose in the night.')).toBe(false);
});
