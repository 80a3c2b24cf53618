import * as fc from 'fast-check';
import { sentenceKey } from '../../../src/story/sentence';
import { member, story } from './story-fixtures';

/** Words enough for sentences that are alike without being equal. */
const WORDS =
  'river bridge council flood minister Tuesday 12 14 people killed rescued Harbin Delta said the of in not water rose crews worked night 3.5 million euros damage road closed school opened'.split(
    ' ',
  );

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`);
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\ud800', '', '…', '12%'),
);

/** Members that draw their sentences from one pool, so that much is shared, cut and reordered. */
const members = fc
  .array(fc.oneof({ weight: 9, arbitrary: sentence }, { weight: 1, arbitrary: hostile }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((pool) =>
    fc.array(
      fc.record({
        sentences: fc.array(fc.constantFrom(...pool), { maxLength: 10 }),
        hour: fc.integer({ min: 0, max: 5 }),
        source: fc.constantFrom('North Post', 'Delta Wire', 'Evening Sun'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map((shapes) =>
    shapes.map(({ sentences, hour, source }, i) =>
      member({ id: `m${i}`, hour, source, text: sentences.map((text) => [text]) }),
    ),
  );

describe('laws of the canonical story', () => {
  test('no sentence of any member is lost, and none is shown twice', () => {
    fc.assert(
      fc.property(members, (given) => {
        const document = story(given);
        const shown = document.body
          .flatMap((s) => [s.text, ...(s.variants ?? []).map((v) => v.text)])
          .map(sentenceKey);
        const wanted = new Set(given.flatMap((m) => m.clean.sentences.map((s) => sentenceKey(s.text))));
        const wellFormed = [...wanted].filter((key) => !/[\ud800-\udfff]/u.test(key));
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown).toEqual(expect.arrayContaining(wellFormed));
        expect(shown).toHaveLength(wanted.size);
      }),
      { numRuns: 40 },
    );
  });

  test('the order in which members are handed over changes nothing', () => {
    const shuffled = members.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(story(other)).toEqual(story(given));
      }),
      { numRuns: 60 },
    );
  });

  test('building again, or with a member handed over twice, gives the same', () => {
    fc.assert(
      fc.property(members, (given) => {
        expect(story([...given, ...given])).toEqual(story(given));
      }),
      { numRuns: 40 },
    );
  });

  test('sentences that one article joins or splits meet those of the other', () => {
    const lines = fc
      .uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 8 })
      .map((numbers) =>
        numbers.map((n) =>
          ['mayor', 'river', 'bridge', 'school', 'council'].map((word) => `${word}${n}`).join(' '),
        ),
      );
    const cuts = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(lines, cuts, fc.boolean(), (parts, joins, joinedFirst) => {
        const joined: string[] = [];
        parts.forEach((part, i) => {
          if (i > 0 && joins[i]) joined.push(`${joined.pop()}, and ${part}`);
          else joined.push(part);
        });
        const document = story([
          member({ id: 'apart', text: [parts], hour: joinedFirst ? 1 : 0 }),
          member({ id: 'joined', text: [joined], hour: joinedFirst ? 0 : 1 }),
        ]);
        expect(document.body.filter(({ support }) => support.length !== 2)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('every article named anywhere in the document is a member', () => {
    fc.assert(
      fc.property(members, (given) => {
        const ids = new Set(given.map((m) => m.article.id));
        const document = story(given);
        const named = [
          ...document.body.flatMap((s) => [
            s.articleId,
            ...s.support,
            ...(s.variants ?? []).flatMap((v) => v.articleIds),
          ]),
          ...document.conflicts.flatMap((c) => c.values.flatMap((v) => v.articleIds)),
          ...document.articles.flatMap((a) => [a.id, a.reprintGroup]),
          ...document.lead.articleIds,
        ];
        expect(named.filter((id) => !ids.has(id))).toEqual([]);
        expect(document.articles).toHaveLength(ids.size);
      }),
    );
  });
});
