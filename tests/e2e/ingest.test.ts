import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../support/folders';
import { REPORT_STORIES, REPORTS } from '../support/reports';
import { runCommand, startCommand } from '../support/run-command';
import { type Service, startService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(180_000);

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const LINES = REPORTS.map(({ publishedAtMs, ...report }) =>
  JSON.stringify({ ...report, publishedAt: new Date(publishedAtMs ?? 0).toISOString() }),
);

/** How a file of these lines is posted, to which service and with which key. */
const post = (file: string, input = '', args: readonly string[] = []) =>
  runCommand('ingest', [file, '--url', service.url, ...args], {
    env: { STORYFOLD_KEY: service.adminKey },
    input,
  });

const withFile = (lines: readonly string[], use: (file: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const file = join(folder, 'reports.ndjson');
    writeFileSync(file, lines.join('\n'));
    await use(file);
  });

async function readStory(id: string, collection: string): Promise<string | undefined> {
  const answer = await service.request(`/v1/articles/${id}?collection=${collection}`);
  const { status, storyId } = (await answer.json()) as { status: string; storyId?: string };
  return status === 'clustered' ? storyId : undefined;
}

describe('npm run ingest', () => {
  it('posts a file whose reports become stories, names what is rejected, and ends with 1', async () => {
    await withFile([...LINES, '', '{"title":"No outlet"}', '{"title'], async (file) => {
      const { code, stdout, stderr } = await post(file);
      expect(stderr).toMatch(/ndjson:8: rejected: "source" is required/);
      expect(stderr).toMatch(/ndjson:9: rejected: .*JSON/);
      expect(stdout).toMatch(/^6 accepted, 2 rejected, [\d.]+ s, \d+ articles\/s\n$/);
      expect(code).toBe(1);
      expect(existsSync(`${file}.progress`)).toBe(false);
    });
    for (const story of REPORT_STORIES) {
      const found = await Promise.all(
        story.map((id) => until(() => readStory(id, 'default'), { what: `${id} to be clustered` })),
      );
      expect(new Set(found).size).toBe(1);
    }
  });

  it('reads standard input, and does no harm the second time', async () => {
    for (const round of [1, 2]) {
      const { code, stdout } = await post(
        '-',
        LINES.map((line) => line.replace('{', '{"collection":"piped",')).join('\n'),
      );
      expect({ round, code }).toEqual({ round, code: 0 });
      expect(stdout).toMatch(/^6 accepted, 0 rejected/);
    }
    const { items } = (await (await service.request('/v1/stories?collection=piped')).json()) as {
      items: unknown[];
    };
    expect(items.length).toBeLessThanOrEqual(REPORT_STORIES.length);
  });

  it('can be interrupted while it waits, and begun at a line', async () => {
    await withFile(LINES, async (file) => {
      // The port of nothing: it keeps trying, and is interrupted meanwhile.
      const away = startCommand('ingest', [file, '--url', 'http://127.0.0.1:9', '--key', 'sfk_any']);
      await until(() => away.stderr().includes('No answer from'), { what: 'the first try' });
      away.child.kill('SIGINT');
      const { code, stderr } = await away.ended;
      expect(code).toBe(130);
      expect(stderr).toMatch(
        /Interrupted\nEverything up to line 0 is posted. The same command goes on from there./,
      );

      const first = await post(file, '', ['--from-line', '5']);
      expect(first.stdout).toMatch(/^2 accepted/);
    });
  });

  it('goes on from where the state beside the file says', async () => {
    await withFile(
      [...LINES, ...LINES.map((line) => line.replace('"id":"', '"id":"again-'))],
      async (file) => {
        const { mtimeMs: modifiedMs, size } = statSync(file);
        writeFileSync(`${file}.progress`, JSON.stringify({ url: service.url, size, modifiedMs, line: 8 }));
        const { code, stdout, stderr } = await post(file);
        expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^4 accepted/) });
        expect(stderr).toMatch(/^Going on after line 8;/);
        expect(existsSync(`${file}.progress`)).toBe(false);
      },
    );
  });

  it('uses the admin key of this machine where none is given, and says what is missing where there is none', async () => {
    await withFolder(async (dataDir) => {
      await withFile(LINES, async (file) => {
        const bare = { DATA_DIR: dataDir, ADMIN_KEY: '', STORYFOLD_KEY: '' };
        const refused = await runCommand('ingest', [file, '--url', service.url], { env: bare });
        expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('--key') });
        writeFileSync(join(dataDir, 'admin-key'), `${service.adminKey}\n`);
        const taken = await runCommand('ingest', [file, '--url', service.url], { env: bare });
        expect(taken).toMatchObject({ code: 0, stdout: expect.stringMatching(/^6 accepted/) });
      });
    });
  });

  it('names a file that is not there', async () => {
    const { code, stderr } = await post('/nowhere/reports.ndjson');
    expect(code).toBe(1);
    expect(stderr).toContain('/nowhere/reports.ndjson');
  });

  it('explains itself', async () => {
    const { code, stdout } = await runCommand('ingest', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--url <url>[^]*--key <key>[^]*STORYFOLD_KEY[^]*--from-line/);
  });
});
