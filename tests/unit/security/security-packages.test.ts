import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Locked {
  readonly version?: string;
  /** Left out for what comes from the registry that npm is set up with. */
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('every package', () => {
  test('is pinned to one version with a hash, and comes from no address of its own', () => {
    const wanted = [manifest.dependencies, manifest.devDependencies, manifest.overrides].flatMap(
      Object.entries,
    );
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(locked.length).toBeGreaterThan(wanted.length);
    const loose = locked.filter(
      ([, { version, integrity, resolved }]) =>
        version === undefined ||
        !integrity?.startsWith('sha512-') ||
        // No address of its own: it comes from the registry that npm is set to.
        resolved !== undefined,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    for (const [name, version] of wanted)
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
  });

  test('runs nothing when it is installed, and those that would are written down', () => {
    expect(read('.npmrc')).toContain('ignore-scripts=true\n');
    for (const line of read('Dockerfile').split('\n'))
      if (line.includes('npm ci')) expect(line).toContain('--ignore-scripts');
    const scripts = locked.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)] : [],
    );
    const [, list] =
      /\nPackages that have an install script,([^]+?)\n\n/.exec(read('docs/security.md')) ?? [];
    expect([...new Set(scripts)].filter((name) => !list?.includes(`\`${name}\``))).toEqual([]);
  });
});

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes?: unknown;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

test('a bill of materials names every package, and which are for development only', () => {
  const [program = '', ...args] = (manifest.scripts.sbom ?? '').split(' ');
  expect(program).toBe('npm');
  const text = execFileSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const bill = JSON.parse(text) as { readonly bomFormat: string; readonly components: readonly Component[] };
  expect(bill.bomFormat).toBe('CycloneDX');
  const isForDevelopment = ({ properties = [] }: Component) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  const named = new Map(bill.components.map((one) => [`${one.name}@${one.version}`, isForDevelopment(one)]));
  for (const [name, version] of Object.entries(manifest.dependencies))
    expect([name, named.get(`${name}@${version}`)]).toEqual([name, false]);
  // One that a package of production may use is not marked, although it is not installed for that.
  const marked = Object.entries(manifest.devDependencies).map(([name, version]) =>
    named.get(`${name}@${version}`),
  );
  expect(marked).not.toContain(undefined);
  expect(marked).toContain(true);
  expect(bill.components.filter(({ hashes }) => hashes === undefined)).toEqual([]);
}, 120_000);
