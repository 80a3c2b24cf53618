import * as fc from 'fast-check';
import { compareTwoStrings } from 'string-similarity';
import { areAlike, likenessAtMost, titleLikeness } from '../../../src/story/likeness';
import { readWords, weightOfSentence } from '../../../src/story/sentence';
import { foldText } from '../../../src/text/fold';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('flood', 'Floods', 'in', 'a', 'Harbin', '12', 'été', '東京', ' '), {
      maxLength: 20,
    })
    .map((words) => words.join(' ')),
);
const dice = (a: string, b: string): number => compareTwoStrings(foldText(a), foldText(b));

test('titles are as like as their letter pairs, whichever comes first and however often asked', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      for (const likeness of [titleLikeness(a, b), titleLikeness(b, a), titleLikeness(a, b)])
        expect(likeness).toBe(dice(a, b));
    }),
  );
});

test('a bound spares no pair that is alike', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(0, 0.3, 0.7, 0.8, 1), (a, b, least) => {
      expect(likenessAtMost(foldText(a), foldText(b))).toBeGreaterThanOrEqual(dice(a, b));
      expect(areAlike(a, b, least)).toBe(dice(a, b) >= least);
    }),
  );
});

test('the bound tells most sentences apart that are not alike', () => {
  const [a, b] = ['The river rose by two metres on Tuesday', 'Ministers met in Harbin to vote on the budget'];
  expect(likenessAtMost(foldText(a), foldText(b))).toBeLessThan(0.5);
});

test('the weight of a sentence is that of its words', () => {
  fc.assert(
    fc.property(text, (sentence) => {
      const clean = { title: '', sentences: [{ text: sentence, paragraph: 0 }], language: 'en' };
      const [weight, words] = [weightOfSentence(clean, 0), readWords(sentence).weight];
      expect(weight).toBeCloseTo(words, 9);
      expect(weight >= 4).toBe(words >= 4);
    }),
  );
});
