import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../..');

test('packages are not installed through a link, which would empty the folder behind it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'storyfold-link-'));
  try {
    const shared = join(folder, 'shared');
    const clone = join(folder, 'clone');
    mkdirSync(shared);
    mkdirSync(clone);
    writeFileSync(join(shared, 'kept.txt'), 'kept');
    for (const path of ['scripts', 'package.json', 'package-lock.json'])
      cpSync(join(PROJECT, path), join(clone, path), { recursive: true });
    symlinkSync(shared, join(clone, 'node_modules'));
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join(clone, 'scripts/command.mjs'), 'eval'],
      { encoding: 'utf8' },
    );
    expect({ status, said: `${stdout}${stderr}` }).toEqual({
      status: 1,
      said: expect.stringContaining('Remove the link, then run the same command again.'),
    });
    expect(existsSync(join(shared, 'kept.txt'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
