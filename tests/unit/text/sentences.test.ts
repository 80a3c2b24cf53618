import fc from 'fast-check';
import { endsSentence, splitSentences } from '../../../src/text/sentences';

const MAX_SENTENCE_CHARACTERS = 1_200;

/** Asks at each character, where `splitSentences` goes from mark to mark. */
function splitPlainly(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    const end = endsSentence(line, i);
    if (end === 0 && i - start < MAX_SENTENCE_CHARACTERS) continue;
    pieces.push(line.slice(start, i + Math.max(end, 1)));
    start = i + Math.max(end, 1);
    i = start - 1;
  }
  return [...pieces, line.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

const word = fc.oneof(
  fc.constantFrom(
    'U.S.',
    'Mr.',
    'a',
    'Then',
    '“Yes!”',
    'no…',
    '3.5',
    'ok?',
    '終わり。次',
    '؟',
    '...',
    ' ',
    '\t',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, '.')),
  fc.integer({ min: 1_000, max: 1_300 }).map((length) => 'x'.repeat(length)),
);

test('sentences end where the plain look at each character has them end', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom('', ' '), (words, space) => {
      const line = words.join(space);
      expect(splitSentences(line).map(({ text }) => text)).toEqual(splitPlainly(line));
    }),
  );
});
