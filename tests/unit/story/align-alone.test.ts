import * as fc from 'fast-check';
import { sentenceKey } from '../../../src/story/sentence';
import { readMeasures, readTokens } from '../../../src/story/sentence-values';
import { member, story } from './story-fixtures';

const sentence = fc
  .array(
    fc.constantFrom(
      'Rain',
      'rain',
      'the',
      'bridge',
      'Strasse',
      'Straße',
      'café',
      'cafe',
      '5',
      '$5',
      '…',
      '東',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((words) => fc.constantFrom(' ', ', ', '').map((gap) => `${words.join(gap)}.`));

test('a story of one article has each of its sentences once, as keys tell them apart', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
      const firstOfKey = new Map<string, string>();
      for (const text of sentences)
        if (!firstOfKey.has(sentenceKey(text))) firstOfKey.set(sentenceKey(text), text);
      const document = story([member({ id: 'a', text: sentences.length > 0 ? [sentences] : [] })]);
      expect(document.body.map(({ text }) => text)).toEqual([...firstOfKey.values()]);
      expect(document.articles[0].newSentences).toBe(firstOfKey.size);
    }),
    { numRuns: 500 },
  );
});

test('the measures of a sentence are the figures and dates among its words and values', () => {
  const word = fc.constantFrom(
    ...[
      'The',
      'Mr',
      'May',
      'president',
      'President',
      'A$',
      '$',
      '5',
      '2024',
      'two',
      'Two',
      'Seven',
      'million',
    ],
    ...['of', 'de', 'in', 'March', '3', 'Monday', '12%', 'km', 'X', 'and', 'hundred', '1-2', 'per', 'cent'],
  );
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', '', ', ', '. ')), { maxLength: 14 });
  fc.assert(
    fc.property(text, (parts) => {
      const line = parts.map((part) => part.join('')).join('');
      const measures = readTokens(line, 'en')
        .filter(({ kind }) => kind === 'figure' || kind === 'date')
        .map(({ key, text: written }) => ({ key, text: written }));
      expect(readMeasures(line, 'en')).toEqual(measures);
    }),
    { numRuns: 2_000 },
  );
});
