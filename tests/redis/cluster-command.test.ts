import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../support/folders';
import { REPORT_STORIES, REPORTS } from '../support/reports';
import { runCommand, startCommand } from '../support/run-command';
import { buildService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(180_000);
beforeAll(buildService);

/** A report as a line of a file, with what clustering must not see. */
const toLine = ({ publishedAtMs, ...report }: (typeof REPORTS)[number], gold: string) => ({
  ...report,
  publishedAt: new Date(publishedAtMs ?? 0).toISOString(),
  gold,
});

const LINES = REPORTS.map((report) =>
  toLine(report, String(REPORT_STORIES.findIndex((story) => story.includes(String(report.id))))),
);

interface Prediction {
  readonly id: string | number;
  readonly cluster: string;
  readonly probability: number;
}

/** Runs `use` with a file of articles and a folder for temporary files, which must be empty afterwards. */
async function withInput(
  lines: readonly unknown[],
  use: (files: { in: string; out: string; env: Record<string, string> }) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const temporary = join(folder, 't');
    mkdirSync(temporary);
    const files = {
      in: join(folder, 'in.jsonl'),
      out: join(folder, 'out.jsonl'),
      env: { TMPDIR: temporary },
    };
    writeFileSync(files.in, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await use(files);
    expect(readdirSync(temporary)).toEqual([]);
  });
}

function readOut(file: string): Prediction[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Prediction);
}

/** Ids by cluster, in the order of the first. */
function groups(predictions: readonly Prediction[]): string[][] {
  const byCluster = new Map<string, string[]>();
  for (const { id, cluster } of predictions)
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), String(id)]);
  return [...byCluster.values()].map((group) => group.toSorted());
}

const sorted = (stories: readonly (readonly string[])[]): string[][] =>
  stories.map((story) => story.toSorted()).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));

describe('npm run cluster', () => {
  it.each([
    { how: 'in order', args: [] },
    { how: 'shuffled, with two workers', args: ['--shuffle', '3', '--workers', '2'] },
  ])('writes the story of every line, in the order of the file: $how', async ({ args }) => {
    await withInput(LINES.toReversed(), async ({ in: input, out, env }) => {
      const { code, stdout } = await runCommand('cluster', ['--in', input, '--out', out, ...args], { env });
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^6 articles in 3 stories, .* articles\/s, [\d.]+ candidates compared on average$/m,
      );
      const predictions = readOut(out);
      expect(predictions.map(({ id }) => id)).toEqual(LINES.map(({ id }) => id).toReversed());
      expect(sorted(groups(predictions))).toEqual(sorted(REPORT_STORIES));
      for (const { probability } of predictions) {
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    });
  });

  it('takes rows without anything, of several collections and withdrawn ones, and a second revision', async () => {
    const [wire, post] = LINES;
    const lines = [
      { ...wire, collection: 'coast' },
      { ...post, collection: 'coast', status: 'canceled' },
      wire,
      { ...wire, text: `${wire.text} More later.` },
      { id: 17, title: '' },
    ];
    await withInput(lines, async ({ in: input, out, env }) => {
      const { code, stdout, stderr } = await runCommand('cluster', ['--in', input, '--out', out], { env });
      // A slow machine also shows progress.
      expect(stderr.split('\n').filter((line) => line && !line.includes('articles/s'))).toEqual([]);
      expect(stdout).toMatch(/^5 articles \(1 of them revisions of another\) in 4 stories, /);
      expect(code).toBe(0);
      const [coast, canceled, first, second, empty] = readOut(out);
      expect(second).toEqual(first);
      expect(empty.id).toBe(17);
      expect(new Set([coast, canceled, first, empty].map(({ cluster }) => cluster)).size).toBe(4);
    });
  });

  it('names file and line of what it cannot read, and starts nothing', async () => {
    await withInput([LINES[0], 'a string'], async ({ in: input, out, env }) => {
      const { code, stderr, stdout } = await runCommand('cluster', ['--in', input, '--out', out], { env });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toBe(`${input}:2: must be a JSON object\n`);
      expect(existsSync(out)).toBe(false);
    });
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => ({ ...LINES[at % 6], id: `a${at}` }));
    await withInput(many, async ({ in: input, out, env }) => {
      const running = startCommand('cluster', ['--in', input, '--out', out], env);
      await until(() => readdirSync(env['TMPDIR']).length > 0, { what: 'its Redis to start' });
      running.child.kill('SIGINT');
      expect(await running.ended).toMatchObject({ code: 130, stdout: '' });
      expect(existsSync(out)).toBe(false);
    });
  });

  it('explains itself, and refuses what it does not know', async () => {
    const { code, stdout } = await runCommand('cluster', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--in <file>[^]*--out <file>[^]*--shuffle <seed>[^]*--workers <count>/);
    expect((await runCommand('cluster', ['--in', 'x'])).stderr).toContain("'--out <file>' not specified");
    const wrong = await runCommand('cluster', ['--in', 'x', '--out', 'y', '--workers', 'many']);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('whole number from 1 to 64') });
  });
});

describe('npm run eval', () => {
  it('clusters and scores', async () => {
    await withInput(LINES, async ({ in: input, env }) => {
      const { code, stdout } = await runCommand('eval', ['--gold', input, '--json'], { env });
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        clustering: {
          items: 6,
          goldStories: 3,
          stories: 3,
          bCubed: { f1: 1 },
          pairwise: { f1: 1 },
          ari: 1,
          nmi: 1,
        },
        speed: { articlesPerSecond: expect.any(Number), meanCompared: expect.any(Number) },
        missing: 0,
      });
    });
  });

  it('scores a result without clustering', async () => {
    await withInput(LINES, async ({ in: input, out, env }) => {
      writeFileSync(out, LINES.map(({ id }) => `${JSON.stringify({ id, cluster: 'one' })}\n`).join(''));
      const { code, stdout } = await runCommand('eval', ['--gold', input, '--pred', out], { env });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^6 articles, 3 stories; 1 stories found$/m);
      expect(stdout).toMatch(/^ARI +0\.0000$/m);
    });
  });

  it('says how alike the results of several orders are', async () => {
    await withInput(LINES, async ({ in: input, env }) => {
      const { code, stdout, stderr } = await runCommand('eval', ['--gold', input, '--orders', '2'], { env });
      expect(code).toBe(0);
      expect(stdout).toBe('ARI between 2 orders: mean 1.0000, least 1.0000\n');
      expect(stderr).toMatch(/^Order 1: [^]*^Order 2: /m);
    });
  });

  it('refuses a file without stories', async () => {
    await withInput([{ id: 'a', title: 'x' }], async ({ in: input, env }) => {
      const { code, stderr } = await runCommand('eval', ['--gold', input], { env });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `${input}: no line has "gold", so there is nothing to compare with\n`,
      });
    });
  });
});
