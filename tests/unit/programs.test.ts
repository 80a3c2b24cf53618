import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withFolder } from '../support/folders';

const programs = pathToFileURL(join(__dirname, '../../scripts/lib/programs.mjs')).href;

/** Asks for a redis-server on a machine that has only the programs in `folder`. */
function askForRedis(
  folder: string,
  env: NodeJS.ProcessEnv = {},
): { status: number | null; stdout: string; stderr: string } {
  const script = `import(${JSON.stringify(programs)}).then((m) => console.log(m.ensureRedisServer()))`;
  return spawnSync(process.execPath, ['-e', script], { env: { PATH: folder, ...env }, encoding: 'utf8' });
}

function addProgram(folder: string, name: string, lines: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
}

describe('ensureRedisServer', () => {
  it.each(['redis-server', 'valkey-server'])('takes a %s that is there', async (name) => {
    await withFolder((folder) => {
      const file = addProgram(folder, name, 'exit 0');
      expect(askForRedis(folder)).toMatchObject({ status: 0, stdout: `${file}\n`, stderr: '' });
    });
  });

  it('installs one with the package manager, saying what and why', async () => {
    await withFolder((folder) => {
      symlinkSync('/bin/cp', join(folder, 'cp'));
      addProgram(
        folder,
        'brew',
        `test "$1 $2 $3" = "install --quiet redis" && cp "$0" "${join(folder, 'redis-server')}"`,
      );
      const { status, stdout, stderr } = askForRedis(folder);
      expect([status, stdout]).toEqual([0, `${join(folder, 'redis-server')}\n`]);
      expect(stderr).toBe(
        'Installing redis with brew: redis-server was not found, and Storyfold keeps its data in a Redis of its own.\n',
      );
    });
  });

  it('names the ways out when nothing can install it', async () => {
    await withFolder((folder) => {
      const { status, stderr } = askForRedis(folder);
      expect(status).toBe(1);
      for (const way of ['apt-get install redis-server', 'REDIS_URL', 'docker compose up'])
        expect(stderr).toContain(way);
    });
  });

  it('names the ways out when the package manager fails', async () => {
    await withFolder((folder) => {
      addProgram(folder, 'brew', 'exit 1');
      const { status, stderr } = askForRedis(folder);
      expect(status).toBe(1);
      expect(stderr).toMatch(/brew could not install it.*docker compose up/s);
    });
  });

  it('refuses a REDIS_SERVER_BIN that cannot be run', async () => {
    await withFolder((folder) => {
      const { status, stderr } = askForRedis(folder, { REDIS_SERVER_BIN: join(folder, 'nothing') });
      expect(status).toBe(1);
      expect(stderr).toContain('REDIS_SERVER_BIN');
    });
  });
});
