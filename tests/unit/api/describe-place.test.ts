import { describePlace } from '../../../src/api/describe-place';

const thresholds = { merge: 0.3 };
const match = (articleId: string, probability: number) => ({ articleId, probability });

test.each([
  [
    'joined',
    { size: 2, why: [match('a', 0.984)], nearest: [] },
    '98 % likely to be of one story with "a"; articles are merged from 30 %.',
  ],
  [
    'brought in by a reviewer over the threshold',
    { size: 2, why: [match('a', 0.2)], nearest: [] },
    'Only 20 % likely to be of one story with "a", though articles are merged from 30 %: a reviewer decided so, or the threshold was another one then.',
  ],
  [
    'brought in by a reviewer alone',
    { size: 2, why: [], nearest: [match('b', 0.1)] },
    'A reviewer decided that it belongs to this story.',
  ],
  [
    'alone beside another',
    { size: 1, why: [], nearest: [match('b', 0.267)] },
    'In a story of its own: the likest other article, "b", is 27 % likely to be of one story with it; articles are merged from 30 %.',
  ],
  [
    'kept apart',
    { size: 1, why: [], nearest: [match('b', 0.9)] },
    'In a story of its own: the likest other article, "b", is 90 % likely to be of one story with it, and articles are merged from 30 %: a reviewer keeps them apart, or the rest of that story is not like it.',
  ],
  [
    'alone',
    { size: 1, why: [], nearest: [] },
    'In a story of its own: no other article that can still be matched is like it.',
  ],
])('%s', (_, place, sentence) => {
  expect(describePlace({ ...place, thresholds })).toBe(sentence);
});
