import { analyzeArticle } from '../../../src/fingerprint/analysis';
import { dateCode, MONTHS, QUARTERS, resolveDays } from '../../../src/fingerprint/named-days';

const daysIn = (text: string, language: string): number[] => [
  ...analyzeArticle({ title: '', language, sentences: [{ text, paragraph: 0 }] }).days,
];

describe('days named in a text', () => {
  it.each<[string, string, number[], string]>([
    ['a weekday', 'The council met on Monday.', [1], 'en'],
    [
      'a date, either way round',
      'It met on 10 March and on March 12, 2026.',
      [dateCode(3, 10), dateCode(3, 12)],
      'en',
    ],
    ['a month alone', 'Prices rose in April.', [MONTHS + 4], 'en'],
    ['a quarter', 'Its second-quarter profit rose.', [QUARTERS + 1], 'en'],
    ['no month in small letters', 'They may march on.', [], 'en'],
    ['German', 'Am Dienstag, dem 3. Februar, tagte der Rat.', [2, dateCode(2, 3)], 'de'],
    ['Russian', 'Совет собрался в среду, 4 марта.', [3, dateCode(3, 4)], 'ru'],
    ['a language without a calendar', 'Monday', [], 'sl'],
  ])('%s', (_, text, expected, language) => {
    expect(daysIn(text, language)).toEqual(expected);
  });

  it('are no names', () => {
    const { names } = analyzeArticle({
      ...{ title: '', language: 'en' },
      sentences: [{ text: 'The council of Selby met on Monday in March.', paragraph: 0 }],
    });
    expect(names.hashes).toHaveLength(1);
  });
});

describe('resolveDays', () => {
  // 10 March 2026 was a Tuesday.
  const tuesday = Date.UTC(2026, 2, 10, 9);

  it.each([
    [1, dateCode(3, 9)],
    [2, dateCode(3, 10)],
    [3, dateCode(3, 4)],
    [MONTHS + 3, MONTHS + 3],
  ])('takes weekday %d for the last one', (code, expected) => {
    expect([...resolveDays(Uint16Array.of(code), tuesday)]).toEqual([expected]);
  });

  it('lets the day begin before that of UTC', () => {
    const evening = Date.UTC(2026, 2, 10, 20);
    expect([...resolveDays(Uint16Array.of(3), evening)]).toEqual([dateCode(3, 11)]);
  });

  it('leaves weekdays as they are where nothing says when', () => {
    expect([...resolveDays(Uint16Array.of(1, MONTHS + 3), NaN)]).toEqual([1, MONTHS + 3]);
  });
});
