import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isListening } from '../../src/cli/data-folder';
import { connectRedis } from '../../src/store/connect';
import { withFolder } from '../support/folders';
import {
  isRunning,
  outcomeOf,
  type StartedStoryfold,
  spawnStoryfold,
  spawnThroughNpm,
  startStoryfold,
} from '../support/npm-start';
import { buildService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(180_000);
beforeAll(buildService);

/** Runs `use` on a started service; whatever happens, none is left running. */
async function withStart<T>(
  dataDir: string,
  use: (started: StartedStoryfold) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const started = await startStoryfold(dataDir, (folder) => spawnStoryfold(folder, env));
  try {
    return await use(started);
  } finally {
    if (started.child.exitCode === null && started.child.signalCode === null) await started.end('SIGTERM');
  }
}

async function redisPid(dataDir: string): Promise<number> {
  const redis = connectRedis(`unix://${join(dataDir, 'redis.sock')}`, { name: 'test' });
  const info = String(await redis.call('INFO', 'server'));
  redis.disconnect();
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

/** Every process the service consists of, by number. */
async function allPids(dataDir: string, started: StartedStoryfold): Promise<number[]> {
  const pids = [
    started.child.pid,
    await redisPid(dataDir),
    ...started.pidsOf('api'),
    ...started.pidsOf('worker'),
  ];
  return pids.filter((pid) => pid !== undefined);
}

const post = (started: StartedStoryfold, key: string): Promise<Response> =>
  fetch(`${started.url}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      id: 'harbour-1',
      title: 'Harbour bridge closes for repairs',
      text: 'The harbour bridge will be closed to traffic for three weeks from Monday, the city council said.',
      source: 'Harbour Post',
      publishedAt: '2026-03-02T08:00:00Z',
    }),
  });

interface Article {
  readonly status?: string;
  readonly storyId?: string;
}

async function readArticle(started: StartedStoryfold, key: string): Promise<Article> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${started.url}/v1/articles/harbour-1`, { headers });
  return JSON.parse(await answer.text());
}

describe('npm start', () => {
  it('serves from a cold start, shows the admin key once, keeps data over a stop, and leaves nothing behind', async () => {
    await withFolder(async (dataDir) => {
      const { key, storyId } = await withStart(dataDir, async (started) => {
        expect((await fetch(`${started.url}/livez`)).status).toBe(200);
        const file = join(dataDir, 'admin-key');
        const kept = readFileSync(file, 'utf8').trim();
        expect(statSync(file).mode & 0o777).toBe(0o600);
        expect(started.output()).toContain(kept);
        expect((await post(started, kept)).status).toBe(202);
        const article = await until(async () => {
          const read = await readArticle(started, kept);
          return read.status === 'clustered' ? read : undefined;
        });
        const pids = await allPids(dataDir, started);
        expect(pids).toHaveLength(4);
        expect(await started.end('SIGTERM')).toBe(0);
        expect(pids.filter(isRunning)).toEqual([]);
        expect(await isListening(join(dataDir, 'redis.sock'))).toBe(false);
        return { key: kept, storyId: article.storyId };
      });
      await withStart(dataDir, async (started) => {
        expect(await readArticle(started, key)).toMatchObject({ status: 'clustered', storyId });
        expect(started.output()).not.toContain(key);
        expect(await started.end('SIGINT')).toBe(0);
      });
    });
  });

  it('starts a killed worker and a killed API again', async () => {
    await withFolder((dataDir) =>
      withStart(dataDir, async (started) => {
        for (const role of ['worker', 'api']) {
          const [first] = await until(() => started.pidsOf(role).length === 1 && started.pidsOf(role));
          process.kill(first ?? 0, 'SIGKILL');
          await until(() => started.pidsOf(role).length === 2, { what: `another ${role}` });
        }
        expect(started.output()).toMatch(/worker-1 ended \(SIGKILL\); starting it again/);
      }),
    );
  });

  it('starts a killed Redis again with what it held', async () => {
    await withFolder((dataDir) =>
      withStart(
        dataDir,
        async (started) => {
          const redis = connectRedis(`unix://${join(dataDir, 'redis.sock')}`, {
            name: 'test',
            kind: 'blocking',
          });
          redis.on('error', () => undefined); // while it is away
          try {
            await redis.set('kept', 'yes');
            process.kill(await redisPid(dataDir), 'SIGKILL');
            await until(() => started.output().includes('redis ended (exit code 137'));
            expect(await redis.get('kept')).toBe('yes');
          } finally {
            redis.disconnect();
          }
        },
        // Once a second would be too seldom: while the disk is slow, Redis then holds writes back for up to two.
        { APPEND_FSYNC: 'always' },
      ),
    );
  });

  it('leaves no process when it is killed itself, and starts again at once', async () => {
    await withFolder(async (dataDir) => {
      const pids = await withStart(dataDir, async (started) => {
        const running = await allPids(dataDir, started);
        expect(await started.end('SIGKILL')).toBe('SIGKILL');
        return running;
      });
      await withStart(dataDir, async (started) => {
        expect((await fetch(`${started.url}/livez`)).status).toBe(200);
      });
      await until(() => pids.filter(isRunning).length === 0, { what: 'the orphans to end' });
    });
  });

  it('stops as a whole when npm is told to', async () => {
    await withFolder(async (dataDir) => {
      const started = await startStoryfold(dataDir, spawnThroughNpm);
      const pids = await allPids(dataDir, started);
      await started.end('SIGTERM');
      await until(() => pids.filter(isRunning).length === 0, { what: 'every process to end' });
      expect(started.output()).toContain('Storyfold has stopped');
    });
  });

  it('refuses a second start on the same data, and says what to do', async () => {
    await withFolder((dataDir) =>
      withStart(dataDir, async () => {
        const { code, output } = await outcomeOf(spawnStoryfold(dataDir));
        expect(code).toBe(1);
        expect(output).toMatch(/Another Storyfold is running.*DATA_DIR/s);
      }),
    );
  });

  it('works in a data folder whose path is longer than a socket’s may be', async () => {
    await withFolder((folder) =>
      withStart(join(folder, 'deep-'.repeat(30)), async (started) => {
        expect((await fetch(`${started.url}/livez`)).status).toBe(200);
      }),
    );
  });

  it('names every wrong setting and ends', async () => {
    await withFolder(async (dataDir) => {
      const { code, output } = await outcomeOf(spawnStoryfold(dataDir, { PORT: 'http', LOOKBACK: '9' }));
      expect(code).toBe(1);
      expect(output).toMatch(/PORT.*LOOKBACK/s);
    });
  });

  it('says which port is taken', async () => {
    await withFolder((dataDir) =>
      withStart(dataDir, async ({ url }) => {
        const { port } = new URL(url);
        const { code, output } = await withFolder((other) =>
          outcomeOf(spawnStoryfold(other, { PORT: port })),
        );
        expect(code).toBe(1);
        expect(output).toContain(`127.0.0.1:${port}`);
      }),
    );
  });
});
