import * as fc from 'fast-check';
import { splitPieces } from '../../../src/story/sentence-pieces';

const texts = (sentence: string): string[] => splitPieces(sentence).map(({ text }) => text);

describe('splitPieces', () => {
  it.each([
    ["the city's mayor", ['the', 'city', 'mayor']],
    ["the mayor's, and ours", ['the', 'mayor', 'and', 'ours']],
    ["it's so and they’re not", ['it', 'so', 'and', 'they’re', 'not']],
    ['a U.S. ship', ['a', 'U.S', 'ship']],
    ['US$5 or A£3 or BUS$2', ['US$', '5', 'or', 'A£', '3', 'or', 'BUS', '$', '2']],
    ['Covid-19 in mid-April', ['Covid-19', 'in', 'mid', 'April']],
    ['at 10:30 p.m. or 10.30 am', ['at', '10:30', 'p.m', 'or', '10.30', 'am']],
    ['won 3–2, 1,200 of 2/3 on 2021-02-03', ['won', '3–2', '1,200', 'of', '2/3', 'on', '2021-02-03']],
    ['Café Zoë—naïve', ['Café', 'Zoë', 'naïve']],
    ['12% 東京 𝒜b', ['12', '%', '東', '京', '𝒜b']],
  ])('splits %j', (sentence, expected) => {
    expect(texts(sentence)).toEqual(expected);
  });

  it('folds words and tells capitals', () => {
    expect(splitPieces("NASA's Élan")).toEqual([
      { text: 'NASA', folded: 'nasa', at: 0, capital: true },
      { text: 'Élan', folded: 'elan', at: 7, capital: true },
    ]);
  });

  it('gives each piece as it stands in the sentence, in order, within its bounds', () => {
    const word = fc.constantFrom(
      'Mayor',
      'the',
      "o'clock",
      '’s',
      'US$',
      '10:30',
      '3-4',
      'é',
      '-19',
      '.',
      ' ',
      '東',
      '𝒜',
      '\ud835',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join('')),
          fc.string({ unit: 'grapheme-ascii' }),
        ),
        (sentence) => {
          const pieces = splitPieces(sentence);
          const ends = pieces.map(({ text, at }) => at + text.length);
          const shown = pieces.map(({ at }, i) => sentence.slice(at, ends[i]));
          expect(pieces.length).toBeLessThanOrEqual(160);
          expect(shown).toEqual(pieces.map(({ text }) => text));
          expect(pieces.every(({ at }, i) => i === 0 || at >= ends[i - 1])).toBe(true);
        },
      ),
    );
  });
});
