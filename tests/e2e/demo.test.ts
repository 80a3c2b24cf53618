import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../support/folders';
import { runCommand, startCommand } from '../support/run-command';
import { buildService, withService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(180_000);
beforeAll(buildService);

/** Settings of a machine on which no service answers, with a folder for temporary files that must be empty afterwards. */
const onBareMachine = (use: (env: Record<string, string>) => Promise<void>) =>
  withFolder(async (folder) => {
    const temporary = join(folder, 't');
    mkdirSync(temporary);
    await use({ TMPDIR: temporary, PORT: '9', STORYFOLD_URL: '', STORYFOLD_KEY: '' });
    expect(readdirSync(temporary)).toEqual([]);
  });

describe('npm run demo', () => {
  it('starts a service of its own, shows stories appear, and leaves nothing behind', async () => {
    await onBareMachine(async (env) => {
      const { code, stdout, stderr } = await runCommand('demo', [], { env });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/→ Alpine News Agency: .*\n +story\.created/);
      expect(stdout).toMatch(
        /→ Lake Courier: .*\n +story\.updated .*\n +Lake Courier joins as reprint: nothing new\n +a copy of/,
      );
      expect(stdout).toMatch(/^9 reports became \d stories\.$/m);
    });
  });

  it('stays on wish, until it is interrupted', async () => {
    await onBareMachine(async (env) => {
      const running = startCommand('demo', ['--stay'], env);
      await until(() => running.stdout().includes('Ctrl-C ends') || running.child.exitCode !== null, {
        timeoutMs: 60_000,
        what: 'the demo to be over',
      });
      expect(running.stderr()).toBe('');
      const story = /the largest +(\S+)/.exec(running.stdout())?.[1] ?? '';
      expect((await fetch(story)).status).toBe(200);
      running.child.kill('SIGINT');
      expect((await running.ended).code).toBe(130);
    });
  });

  it('uses a running service, again and again', async () => {
    await withService({}, async ({ url, adminKey, request }) => {
      const [first, second] = [
        await runCommand('demo', ['--url', url, '--key', adminKey]),
        await runCommand('demo', ['--url', url, '--key', adminKey]),
      ];
      expect([first.code, second.code]).toEqual([0, 0]);
      const count = (text: string): string | undefined => /became (\d) stories/.exec(text)?.[1];
      expect(count(second.stdout)).toBe(count(first.stdout));
      const [, collection = ''] = /collection (\S+)/.exec(first.stdout) ?? [];
      const { items } = (await (await request(`/v1/stories?collection=${collection}`)).json()) as {
        items: unknown[];
      };
      expect(String(items.length)).toBe(count(first.stdout));
    });
  });

  it('says so when the service named does not answer, and explains itself', async () => {
    const away = await runCommand('demo', ['--url', 'http://127.0.0.1:9']);
    expect(away).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No Storyfold is ready at http://127.0.0.1:9'),
    });
    expect((await runCommand('demo', ['--help'])).stdout).toMatch(/--url <url>[^]*--stay/);
  });
});
