import * as fc from 'fast-check';
import { parseArticle } from '../../../src/api/article-schema';
import { parseNinjs } from '../../../src/api/ninjs';
import { ProblemError } from '../../../src/api/problems';
import { mendText } from '../../../src/api/wire-text';

const GOOD = { source: 'Coast Courier', title: 'Ferry aground' };

function problemOf(input: unknown): ProblemError {
  try {
    parseArticle(input);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('The article was taken');
}

describe('parseArticle', () => {
  test('fills in what is left out and takes null and empty for absent', () => {
    expect(parseArticle({ ...GOOD, id: null, text: '', tags: null, url: '' })).toEqual({
      collection: 'default',
      article: { title: 'Ferry aground', source: { name: 'Coast Courier' }, status: 'usable' },
    });
    expect(parseArticle({ ...GOOD, collection: 'sport' }, 'wire').collection).toBe('sport');
    expect(parseArticle(GOOD, 'wire').collection).toBe('wire');
  });

  test('names fields that it does not know', () => {
    expect(parseArticle({ ...GOOD, published_at: '2024-03-05', source: { name: 'A', owner: 'B' } })).toEqual({
      collection: 'default',
      article: { title: 'Ferry aground', source: { name: 'A' }, status: 'usable' },
      ignored: ['published_at', 'source.owner'],
    });
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}`.repeat(300), 1]));
    expect(parseArticle({ ...GOOD, ...wide }).ignored).toEqual(
      Array.from({ length: 10 }, (_, index) => `${index}`.repeat(100)),
    );
  });

  test('takes the title from the page when it comes with none', () => {
    const html = '<title>News</title><h1>Ferry aground</h1><p>It lies off Skarn.</p>';
    expect(parseArticle({ source: 'A', html }).article.title).toBe('Ferry aground');
    expect(parseArticle({ source: 'A', html, title: 'Aground' }).article.title).toBe('Aground');
  });

  test('normalises URL, language, names and times', () => {
    const { article } = parseArticle({
      ...GOOD,
      url: 'HTTPS://Courier.example:443/a b?q=\u00e4#x',
      language: 'EN-us',
      source: { name: '  Coast\nCourier ', group: 'North Media' },
      publishedAt: '2024-03-05T07:10:00+01:00',
    });
    expect(article).toMatchObject({
      url: 'https://courier.example/a%20b?q=%C3%A4#x',
      language: 'en-US',
      source: { name: 'Coast Courier', group: 'North Media' },
      publishedAtMs: Date.UTC(2024, 2, 5, 6, 10),
    });
  });

  test('names every bad field, the missing content too', () => {
    const { extras } = problemOf({ id: 5, source: {}, url: 'ftp://a', tags: ['', 'b'] });
    expect(extras.errors?.map(({ path }) => path).toSorted()).toEqual([
      'id',
      'source.name',
      'tags[0]',
      'text',
      'url',
    ]);
  });

  test('never throws anything but a problem, and what it takes is well-formed', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('\ud800', 'a\u0000b'),
    );
    const shape = fc.record(
      { id: field, title: field, text: field, source: field, url: field, tags: field, publishedAt: field },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          shape,
          shape.map((one) => ({ ...one, ...GOOD })),
          field,
        ),
        (input) => {
          try {
            const { article } = parseArticle(input);
            expect(JSON.stringify(article).isWellFormed()).toBe(true);
            expect(`${article.title}${article.text ?? ''}`).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}/u);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            expect(error.extras.errors?.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('fields named like parts of objects do no harm', () => {
    const input: unknown = JSON.parse(
      '{"source":"A","title":"B","__proto__":{"text":"C"},"constructor":{"prototype":{"x":1}}}',
    );
    expect(parseArticle(input).article).toEqual({ source: { name: 'A' }, title: 'B', status: 'usable' });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('mendText', () => {
  test('changes nothing in sound text and mends once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const mended = mendText(text);
        expect(mendText(mended)).toBe(mended);
        expect(mended.isWellFormed()).toBe(true);
      }),
    );
    expect(mendText('a\tb\r\nc 🚢 ñ')).toBe('a\tb\r\nc 🚢 ñ');
  });
});

describe('parseNinjs', () => {
  const ITEM = {
    uri: 'urn:wire:42',
    bodies: [{ value: 'The ferry ran aground.' }],
    infosources: [{ name: 'Wire' }],
  };

  test('reads version 2 names as well, and prefers plain text to markup', () => {
    const { article } = parseNinjs(
      {
        ...ITEM,
        headlines: [
          { role: 'sub', value: 'Below' },
          { role: 'main', value: 'Above' },
        ],
        bodies: [
          { contenttype: 'text/html', value: '<p>x</p>' },
          { contenttype: 'text/plain', value: 'x' },
        ],
        versioncreated: '2024-03-05T06:00:00Z',
        pubstatus: 'canceled',
        subjects: [{ name: 'shipping' }, {}],
      },
      undefined,
    );
    expect(article).toEqual({
      id: 'urn:wire:42',
      title: 'Above',
      text: 'x',
      source: { name: 'Wire' },
      publishedAtMs: Date.UTC(2024, 2, 5, 6),
      status: 'canceled',
      tags: ['shipping'],
    });
  });

  test('falls back on the rights holder, then on the host, for the outlet', () => {
    expect(parseNinjs({ ...ITEM, infosources: [], copyrightholder: 'Wire Ltd' }, 'c')).toMatchObject({
      collection: 'c',
      article: { source: { name: 'Wire Ltd' } },
    });
    expect(
      parseNinjs({ ...ITEM, uri: 'https://wire.example/1', infosources: undefined }, undefined).article,
    ).toMatchObject({ source: { name: 'wire.example' }, url: 'https://wire.example/1' });
  });

  test.each([
    [null, 'must be a ninjs object'],
    [{ bodies: [] }, 'uri'],
    [{ ...ITEM, type: 'picture' }, 'has no text to match'],
    [{ ...ITEM, bodies: 'x' }, 'bodies'],
    [{ ...ITEM, infosources: [], uri: 'urn:x' }, 'source'],
  ])('refuses %j', (input, message) => {
    expect(() => parseNinjs(input, undefined)).toThrow(message);
  });
});
