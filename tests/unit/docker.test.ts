import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig, loadRoleConfig } from '../../src/config';
import { duration } from '../../src/config-kinds';
import { factsOf, settingNames } from '../../src/config-schema';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Service {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly stop_grace_period: string;
  readonly container_name?: string;
}

interface Compose {
  readonly services: Readonly<Record<'redis' | 'api' | 'worker', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const compose: Compose = parse(read('docker-compose.yml'), { merge: true });
const packageFile: PackageFile = JSON.parse(read('package.json'));

/** The Dockerfile's instructions in order, continuation lines joined and comments left out. */
const instructions = read('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line.trim()))
  .flatMap((match) => (match === null ? [] : [{ name: match[1] ?? '', rest: match[2] ?? '' }]));
const all = (name: string): string[] =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const last = (name: string): string => all(name).at(-1) ?? '';

const imageEnvironment = Object.fromEntries(
  last('ENV')
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=', 2)),
);
const variables = new Set(settingNames.map((name) => factsOf(name).env));

/** The command of a package script; `exec` there puts it in the place of npm's shell, so that signals reach it. */
const programOf = (script: string): string => (packageFile.scripts[script] ?? '').replace(/^exec /, '');

/** What compose makes of `${NAME:-value}` when NAME is not set. */
const withDefaults = (value: string): string => value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
const environmentOf = (service: Service): NodeJS.ProcessEnv => ({
  ...imageEnvironment,
  ...Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [name, withDefaults(value)]),
  ),
});

describe('Dockerfile', () => {
  it('builds on the Node that package.json asks for, the same in every stage', () => {
    const [, wanted] = /(\d+)/.exec(packageFile.engines.node) ?? [];
    for (const from of all('FROM')) expect(from).toMatch(new RegExp(`^node:${wanted}-`));
    expect(all('FROM').length).toBeGreaterThan(1);
  });

  it('copies only what exists and is not kept out of the build', () => {
    const allowed = new Set(
      read('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!')),
    );
    const copied = all('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(copied.length).toBeGreaterThan(0);
    for (const source of copied) {
      expect(existsSync(join(root, source))).toBe(true);
      expect(allowed).toContain(`!${source}`);
    }
  });

  it('runs without root', () => {
    expect(last('USER')).toBe('node');
    const order = instructions.map(({ name }) => name);
    expect(order.lastIndexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'));
  });

  it('sets only known settings, to good values', () => {
    for (const name of Object.keys(imageEnvironment)) expect(variables).toContain(name);
    const config = loadConfig(imageEnvironment);
    expect(last('EXPOSE').split(' ')).toEqual([String(config.port), String(config.workerPort)]);
  });

  it('starts as `npm run start:api` does, and its health check exists', () => {
    const command: string[] = JSON.parse(last('CMD'));
    expect(command.join(' ')).toBe(programOf('start:api'));
    expect(last('HEALTHCHECK')).toContain('CMD ["node", "scripts/health.mjs", "api"]');
    expect(existsSync(join(root, 'scripts/health.mjs'))).toBe(true);
  });
});

describe('docker-compose.yml', () => {
  const { redis, api, worker } = compose.services;

  it('keeps every accepted article: append-only file on a volume, nothing evicted', () => {
    const flags = redis.command.slice(1).map(withDefaults);
    const settings = Object.fromEntries(
      flags.flatMap((flag, at) => (at % 2 === 0 ? [[flag, flags[at + 1]]] : [])),
    );
    expect(settings).toEqual({
      '--appendonly': 'yes',
      '--appendfsync': loadConfig({}).appendFsync,
      '--save': '',
      '--maxmemory-policy': 'noeviction',
    });
    expect(redis.volumes).toEqual(['redis-data:/data']);
    expect(Object.keys(compose.volumes)).toContain('redis-data');
  });

  it.each([
    ['api', api],
    ['worker', worker],
  ])('runs %s as package.json does, with known settings of good values', (role, service) => {
    expect(service.command.join(' ')).toBe(programOf(`start:${role}`));
    for (const name of Object.keys(service.environment ?? {})) expect(variables).toContain(name);
    expect(loadRoleConfig(environmentOf(service)).redisUrl).toBe('redis://redis:6379');
    expect(service.healthcheck.test).toEqual(['CMD', 'node', 'scripts/health.mjs', role]);
  });

  it('asks the person who starts it for known settings only', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(asked).toContain('ADMIN_KEY');
    for (const name of asked) expect(variables).toContain(name);
  });

  it('publishes the port the API listens on, to this machine only, and no other', () => {
    const { port, host, dataDir } = loadRoleConfig(environmentOf(api));
    expect(host).toBe('0.0.0.0');
    expect(api.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(api.volumes).toEqual([`api-data:${dataDir}`]);
    expect([redis.ports, worker.ports]).toEqual([undefined, undefined]);
  });

  it('can run many workers, each answering its own health check', () => {
    expect(worker.container_name).toBeUndefined();
    expect(loadRoleConfig(environmentOf(worker)).workerPort).toBeGreaterThan(0);
  });

  it('starts both roles once Redis answers', () => {
    const gate = { redis: { condition: 'service_healthy' } };
    expect([api.depends_on, worker.depends_on]).toEqual([gate, gate]);
    expect(redis.healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
  });

  it.each(Object.entries(compose.services))('gives %s no more rights than it needs', (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  });

  it('lets work in hand finish before it kills', () => {
    const { parse: toMs } = duration('0s', '10m');
    for (const service of [api, worker]) {
      const { shutdownTimeoutMs } = loadRoleConfig(environmentOf(service));
      expect(toMs(service.stop_grace_period)).toBeGreaterThan(shutdownTimeoutMs);
    }
  });
});
