import * as fc from 'fast-check';
import { encodeJson } from '../../../src/store/document-codec';
import {
  decodeEventData,
  decodeStory,
  encodeStory,
  encodeStoryEvent,
  shareStory,
} from '../../../src/store/story-codec';
import type { CanonicalStory } from '../../../src/story/canonical-story';
import { diffStories } from '../../../src/story/diff-stories';
import { member, story } from '../story/story-fixtures';

const sentence = fc
  .array(
    fc
      .constantFrom('Twelve 12 people were rescued in Harbin on Tuesday night the'.split(' '))
      .chain((words) => fc.constantFrom(...words)),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => `${words.join(' ')}.`);

const members = fc
  .array(fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((texts) => texts.map((text, i) => member({ id: `m${i}`, text })));

const read = (document: CanonicalStory): CanonicalStory =>
  decodeStory('key', 'd', encodeStory(shareStory(document)));

const timestamp = '2024-03-04T06:00:00.000Z';

test('a story is read as it was built, field by field in the same order', () => {
  fc.assert(
    fc.property(members, (given) => {
      const document = story(given);
      expect(JSON.stringify(read(document))).toBe(JSON.stringify(document));
    }),
  );
});

test('an event is read with its story and what is new in it, as it was told', () => {
  fc.assert(
    fc.property(members, members, (some, others) => {
      const before = story(some);
      const document = story([
        ...some,
        ...others.map((m, i) => ({ ...m, article: { ...m.article, id: `n${i}` } })),
      ]);
      for (const change of [diffStories(undefined, document), diffStories(before, document)]) {
        const event = { story: document, change, timestamp };
        const told = { ...event, change: { ...change, from: ['st_a'], into: document.id } };
        for (const data of [event, told]) {
          const stored = encodeStoryEvent(shareStory(document), data);
          expect(JSON.stringify(decodeEventData('key', '1-0', stored))).toBe(JSON.stringify(data));
        }
      }
    }),
  );
});

test('a change that names what its story does not have is kept as it is', () => {
  const document = story([member({ id: 'a', text: [['It rained.', 'It snowed.']] })]);
  const other = story([member({ id: 'b', text: [['It rained.']] })]);
  const change = diffStories(undefined, other);
  const stored = encodeStoryEvent(shareStory(document), { story: document, change, timestamp });
  expect(decodeEventData('key', '1-0', stored)).toEqual({ story: document, change, timestamp });
});

test('an article that is not in the list of its story keeps its id', () => {
  const document = story([member({ id: 'a', text: [['It rained.']] })]);
  const [only] = document.body;
  const body = [{ ...only, support: ['gone', 'a'], supportCount: 2, kind: 'shared' as const }];
  expect(read({ ...document, body })).toEqual({ ...document, body });
});

test('stories and events of the first form are read, and those of a later one refused', () => {
  const document = story([member({ id: 'a', text: [['It rained.']] })]);
  expect(decodeStory('key', 'd', encodeJson(document))).toEqual(document);
  const event = { story: document, change: diffStories(undefined, document), timestamp };
  expect(decodeEventData('key', '1-0', encodeJson(event))).toEqual(event);
  const later = encodeStory(shareStory(document));
  later[0] += 1 << 3;
  expect(() => decodeStory('sf:{c}:doc:x', 'd', later)).toThrow('form 2, of a later version of Storyfold');
});
