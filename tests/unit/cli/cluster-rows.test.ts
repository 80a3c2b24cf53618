import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readClusterRows } from '../../../src/cli/cluster-rows';
import { withFolder } from '../../support/folders';

/** Reads a file with these lines. */
const read = (...lines: readonly string[]) =>
  withFolder(async (folder) => {
    const file = join(folder, 'in.jsonl');
    writeFileSync(file, lines.join('\n'));
    return readClusterRows(file);
  });

const whole = {
  id: 'harbour-1',
  title: 'Bridge closes',
  text: 'The bridge is closed.',
  source: { name: 'Harbour Post', group: 'Coast Media' },
  url: 'https://harbour.example/bridge',
  publishedAt: '2026-03-02T08:00:00Z',
  language: 'en',
  tags: ['traffic'],
  credit: 'NNA',
  status: 'withheld',
  collection: 'coast',
};

describe('readClusterRows', () => {
  it('reads the fields of a posted article and no others', async () => {
    const secret = {
      gold: 's1',
      lang: 'de',
      base: 'x',
      edit: 'truncate',
      origId: '9',
      summary: 'Closed.',
      category: 'b',
    };
    const { rows, remarks } = await read(JSON.stringify({ ...whole, ...secret }));
    const { collection, publishedAt, ...fields } = whole;
    expect(rows).toEqual([
      {
        id: 'harbour-1',
        line: 1,
        collection,
        article: { ...fields, publishedAtMs: Date.parse(publishedAt) },
      },
    ]);
    expect(remarks).toEqual([]);
  });

  it('takes a row that has nothing but a text, or nothing at all', async () => {
    const { rows, remarks } = await read('{"text":"Fog."}', '', '{}');
    const bare = { title: '', status: 'usable', source: { name: '' } };
    expect(rows).toEqual([
      { id: 'line-1', line: 1, collection: 'default', article: { ...bare, id: 'line-1', text: 'Fog.' } },
      { id: 'line-3', line: 3, collection: 'default', article: { ...bare, id: 'line-3' } },
    ]);
    expect(remarks).toEqual([]);
  });

  it('keeps a number as the id it writes', async () => {
    const { rows } = await read('{"id":17,"title":"Fog"}');
    expect(rows[0]).toMatchObject({ id: 17, article: { id: '17' } });
  });

  it('takes a source as a name or an object, and an empty one as none', async () => {
    const { rows } = await read(
      '{"source":"Post"}',
      '{"source":{"name":"Post","id":"p"}}',
      '{"source":""}',
      '{"source":null}',
    );
    expect(rows.map(({ article }) => article.source)).toEqual([
      { name: 'Post' },
      { name: 'Post', id: 'p' },
      { name: '' },
      { name: '' },
    ]);
  });

  it('leaves out what cannot be used beside the content, and says so once for each reason', async () => {
    const { rows, remarks } = await read(
      '{"title":"a","url":"nowhere","publishedAt":"yesterday"}',
      '{"title":"b","url":"no"}',
      '{"title":"c","tags":"x","source":{"group":"y"}}',
    );
    for (const { article } of rows) {
      expect(article).not.toHaveProperty('publishedAtMs');
      expect(article.url).toBeUndefined();
      expect(article.source).toEqual({ name: '' });
    }
    expect(remarks).toHaveLength(4);
    expect(remarks.find((remark) => remark.includes('"url"'))).toMatch(
      /in\.jsonl:1: "url" .* \(and in 1 more lines\)$/,
    );
  });

  it.each([
    ['{"id":"a"', /in\.jsonl:2: .*JSON/],
    ['[1]', /in\.jsonl:2: must be a JSON object/],
    ['{"id":" a"}', /in\.jsonl:2: "id" must not begin/],
    ['{"id":"a","text":["x"]}', /in\.jsonl:2: "text" must be a string/],
  ])('names file and line of %s', async (line, message) => {
    await expect(read('{"id":"ok","title":"x"}', line)).rejects.toThrow(message);
  });
});
