import fc from 'fast-check';
import type { CleanArticle } from '../../../src/text/clean-article';
import { diffRevisions } from '../../../src/text/diff-revisions';

const clean = (title: string, sentences: readonly string[]): CleanArticle => ({
  title,
  sentences: sentences.map((text, paragraph) => ({ text, paragraph })),
  language: 'en',
});

test('a new title, a changed figure and an added sentence are named', () => {
  const before = clean('Bridge closed', ['It has a crack of 40 cm.', 'Repairs have begun.']);
  const after = clean('Bridge closed for weeks', [
    'It has a crack of 45 cm.',
    'Repairs have begun.',
    'They take weeks.',
  ]);
  expect(diffRevisions(before, after)).toEqual({
    title: { before: 'Bridge closed', after: 'Bridge closed for weeks' },
    added: ['It has a crack of 45 cm.', 'They take weeks.'],
    removed: ['It has a crack of 40 cm.'],
    kept: 1,
    truncated: false,
  });
});

const sentences = fc.array(fc.constantFrom('a.', 'b.', 'c.', 'd.', 'e.'), { maxLength: 30 });

test('what is kept, added and removed accounts for every sentence of both revisions', () => {
  fc.assert(
    fc.property(sentences, sentences, (old, now) => {
      const { added, removed, kept } = diffRevisions(clean('t', old), clean('t', now));
      expect([kept + removed.length, kept + added.length]).toEqual([old.length, now.length]);
    }),
  );
});

test('a text is no different from itself', () => {
  fc.assert(
    fc.property(sentences, (text) => {
      const same = { added: [], removed: [], kept: text.length, truncated: false };
      expect(diffRevisions(clean('t', text), clean('t', text))).toEqual(same);
    }),
  );
});

test('two long texts with nothing in common are not compared to the end', () => {
  const many = (prefix: string) => Array.from({ length: 5_000 }, (_, i) => `${prefix}${i}.`);
  const { truncated, added, removed } = diffRevisions(clean('t', many('a')), clean('t', many('b')));
  expect([truncated, added.length, removed.length]).toEqual([true, 1_000, 1_000]);
});
