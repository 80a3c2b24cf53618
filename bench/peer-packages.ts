import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = { minhash: '0.0.9', 'bloom-filters': '3.0.4' } as const;

/** Installs and loads a package of others; undefined where it is not to be had. */
export type LoadPeer = <T>(name: keyof typeof PACKAGES) => T | undefined;

/** The packages of others, in a folder that is gone afterwards: nothing of the service depends on them. */
export async function withPeerPackages<T>(use: (load: LoadPeer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sf-peers-'));
  try {
    return await use((name) => install(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function install<T>(folder: string, name: keyof typeof PACKAGES): T | undefined {
  try {
    const wanted = `${name}@${PACKAGES[name]}`;
    const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    execFileSync('npm', ['install', ...options, wanted], { stdio: 'ignore', timeout: 60_000 });
    return createRequire(join(folder, 'package.json'))(name) as T;
  } catch {
    return undefined;
  }
}

/** Runs a Python program that takes JSON and answers with JSON; undefined where it fails, as without the package that it imports. */
export function runPython<T>(program: string, input: unknown): T | undefined {
  try {
    const output = execFileSync('python3', ['-c', program], {
      input: JSON.stringify(input),
      stdio: ['pipe', 'pipe', 'ignore'],
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
      timeout: 180_000,
    });
    return JSON.parse(output) as T;
  } catch {
    return undefined;
  }
}
