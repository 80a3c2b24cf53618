import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold, readPairs, readPrediction } from '../../../src/cli/eval-files';
import { evaluate, formatReport } from '../../../src/cli/eval-report';
import { withFolder } from '../../support/folders';

const write = <T>(lines: readonly unknown[], read: (file: string) => Promise<T>) =>
  withFolder(async (folder) => {
    const file = join(folder, 'lines.jsonl');
    writeFileSync(
      file,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    return read(file);
  });

describe('evaluate', () => {
  const articles = [
    { id: 'a', gold: 's1', edit: 'original' },
    { id: 'b', gold: 's1', edit: 'truncate', base: 'a' },
    { id: 'c', gold: 's2', edit: 'trap-weather' },
    { id: 'd', gold: 's3', edit: 'trap-weather' },
    { id: 'e' },
  ];

  it('scores stories, edits, traps and pairs, and leaves out articles without a story', () => {
    const clusters = new Map(Array.from('abcde', (id) => [id, id < 'c' ? 'one' : 'two']));
    const report = evaluate(
      {
        articles,
        pairs: [
          { a: 'a', b: 'b', label: true },
          { a: 'c', b: 'd', label: false },
        ],
      },
      clusters,
    );
    expect(report).toMatchObject({
      clustering: { items: 4, goldStories: 3, stories: 2, pairwise: { precision: 1 / 2, recall: 1 } },
      edits: [{ edit: 'truncate', reprints: 1, found: 1 }],
      traps: { traps: 2, joined: 2 },
      pairs: { precision: 1 / 2, recall: 1, accuracy: 1 / 2 },
      missing: 0,
    });
    const text = formatReport(report).join('\n');
    expect(text).toMatch(/Pairwise +0\.5000 +1\.0000 +0\.6667/);
    expect(text).toMatch(/truncate +1 of +1 +1\.000/);
    expect(text).toContain('Traps joined to another event  2 of 2 (100.0 %)');
  });

  it('counts an article that the prediction lacks as alone, whatever groups are called', () => {
    const report = evaluate({ articles: articles.slice(0, 2) }, new Map([['a', 'missing b']]));
    expect(report).toMatchObject({ clustering: { stories: 2, pairwise: { recall: 0 } }, missing: 1 });
    expect(formatReport(report).at(-1)).toMatch(/^1 articles are not in the prediction/);
  });

  it('reports only what the files have', () => {
    const pairs = [{ a: 'x', b: 'y', label: true }];
    const report = evaluate(
      { articles: [{ id: 'x' }, { id: 'y' }], pairs },
      new Map([
        ['x', '1'],
        ['y', '1'],
      ]),
    );
    expect(Object.keys(report)).toEqual(['pairs', 'missing']);
  });
});

describe('the files of an evaluation', () => {
  it('gives an article without an id the one clustering gives it', async () => {
    expect(await write([{ id: 1, gold: 2 }, { gold: 'x' }], readGold)).toMatchObject([
      { id: '1', gold: '2' },
      { id: 'line-2', gold: 'x' },
    ]);
  });

  it('reads labels as numbers or truth values', async () => {
    expect(
      await write(
        [
          { a: 'x', b: 'y', label: 1 },
          { a: 'x', b: 'z', label: false },
        ],
        readPairs,
      ),
    ).toEqual([
      { a: 'x', b: 'y', label: true },
      { a: 'x', b: 'z', label: false },
    ]);
  });

  it('names file and line of what it cannot read', async () => {
    await expect(
      write(
        [
          { id: 'a', gold: 's' },
          { id: 'a', gold: 's' },
        ],
        readGold,
      ),
    ).rejects.toThrow(/lines\.jsonl:2: id "a" is that of line 1/);
    await expect(
      write(
        [
          { id: 'a', cluster: 'x' },
          { id: 'a', cluster: 'y' },
        ],
        readPrediction,
      ),
    ).rejects.toThrow(/:2: id "a" comes twice/);
    await expect(write([{ id: 'a' }], readPrediction)).rejects.toThrow(/:1: cluster must be a string/);
    await expect(write([{ a: 'x', b: 'y', label: 2 }], readPairs)).rejects.toThrow(
      /:1: label must be 0 or 1/,
    );
    await expect(write(['{"a'], readPairs)).rejects.toThrow(/:1: .*JSON/);
  });
});
