import { EXPANDED, EXPANSIONS, foldText, foldUnit } from '../../../src/text/fold';
import { createTokenBuffer, scanTokens } from '../../../src/text/tokens';

const UNITS = Array.from({ length: 0x10000 }, (_, unit) => unit);

test('every unit folds to letters that there are, also those that fold to themselves beyond the letters of scripts', () => {
  const buffer = createTokenBuffer();
  // Alone, before all others have been met: the tail of an Arabic letter is a letter that is no form of another.
  scanTokens('ab\ufe73cd', buffer);
  expect(buffer.count).toBe(1);
  const lost = UNITS.map(foldUnit).filter((code) => code >= EXPANDED && !EXPANSIONS[code - EXPANDED]);
  expect(lost).toEqual([]);
});

test('all syllables of Hangul are kept apart, and fold as their letters do', () => {
  const syllables = UNITS.filter((unit) => unit >= 0xac00 && unit <= 0xd7a3).map((unit) =>
    String.fromCharCode(unit),
  );
  const folded = syllables.map(foldText);
  expect(new Set(folded).size).toBe(syllables.length);
  expect(folded).toEqual(syllables.map((syllable) => foldText(syllable.normalize('NFD'))));
});
