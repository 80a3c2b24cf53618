import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../src/cli/find-program';
import { freePorts } from '../src/cli/free-ports';
import { childEnvironment, loadConfig } from '../src/config';
import type { Target } from './client';
import { KeptProcess } from './kept-process';
import { type Receiver, startReceiver } from './receiver';
import { RedisServer } from './redis-server';
import { startTcpProxy, type TcpProxy } from './tcp-proxy';

/** A whole service on this machine, every part of which can be hurt. */
export interface System {
  readonly target: Target;
  readonly proxy: TcpProxy;
  readonly api: KeptProcess;
  /** Further API processes, at addresses of their own. */
  readonly otherApis: readonly KeptProcess[];
  readonly workers: readonly KeptProcess[];
  readonly receiver: Receiver;
  /** The server that serves; the other one, if there is one, follows it. */
  redis: RedisServer;
  replica: RedisServer | undefined;
  /** Folder of the data of Redis, when it is a file system of its own that can be filled. */
  readonly smallDisk: string | undefined;
  /** Whether the processes have a clock that `setClock` can set. */
  readonly setClock: (process: KeptProcess, offsetMs: number) => void;
  /** What the processes said, the newest lines. */
  readonly lines: string[];
  readonly stop: () => Promise<readonly string[]>;
}

/** What a system consists of. */
export interface SystemOptions {
  readonly workers: number;
  /** API processes; 1 when left out. */
  readonly apis?: number;
  readonly replica: boolean;
  /** Puts the data of Redis onto a file system of 64 MB; needs root. */
  readonly smallDisk: boolean;
  /** Directives of Redis over those of a run, such as `{ appendfsync: 'everysec' }`. */
  readonly redis?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const KEY = 'sfk_only-for-this-chaos-run';

/** Everything that waits is looked for twice a second, and stuck workers are ended soon: runs are short. */
const SETTINGS = {
  ...{ NODE_ENV: 'test', HOST: '127.0.0.1', ADMIN_KEY: KEY, LOG_LEVEL: 'warn', STORYFOLD_FAULT: 'poison' },
  ...{ CHUNK_SIZE: '10', SWEEP_INTERVAL: '500ms', PUBLISH_DEBOUNCE: '100ms', WORKER_STUCK_AFTER: '4s' },
  ...{ WEBHOOK_TIMEOUT: '1s', WEBHOOK_ALLOW_HOSTS: '127.0.0.1', RATE_LIMIT: '0' },
};

/** Small enough that an article which exhausts it does so soon. */
const NODE_FLAGS = '--max-old-space-size=192';

export async function startSystem(options: SystemOptions): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'sf-chaos-'));
  const smallDisk = options.smallDisk && mountSmallDisk(folder) ? folder : undefined;
  const redis = await startRedis(join(folder, 'a'), options.redis);
  const replica = options.replica
    ? await startRedis(join(folder, 'b'), options.redis, redis.port)
    : undefined;
  const proxy = await startTcpProxy(redis.port);
  const receiver = await startReceiver();
  const lines: string[] = [];
  const clockFile = (name: string): string => join(folder, `clock-${name}`);
  const keep = keeper(lines, clockFile, (name) => ({
    ...settingsOf(proxy, clockFile(name)),
    ...options.env,
  }));
  const ports = await freePorts(options.apis ?? 1);
  const [api, ...otherApis] = ports.map((port, i) =>
    keep(`api-${i + 1}`, 'src/server.js', { PORT: String(port) }),
  );
  const workers = Array.from({ length: options.workers }, (_, i) =>
    keep(`worker-${i + 1}`, 'workers/main.js', {}),
  );
  const all = [api, ...otherApis, ...workers];
  const target = { url: `http://127.0.0.1:${ports[0]}`, key: KEY };
  const system: System = {
    ...{ target, proxy, api, otherApis, workers, receiver, redis, replica, smallDisk, lines },
    setClock: (process, offsetMs) => {
      writeFileSync(clockFile(process.name), String(offsetMs));
      process.signal('SIGUSR2');
    },
    stop: async () => {
      const ends = await Promise.all(all.map((process) => process.stop()));
      await Promise.all([proxy.stop(), receiver.stop()]);
      for (const server of [system.redis, system.replica]) await server?.end('SIGTERM');
      if (smallDisk !== undefined) execFileSync('umount', ['-l', smallDisk]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return ends;
    },
  };
  await Promise.all(all.map((process) => process.ready()));
  return system;
}

/** Lines kept of what processes say. */
const MOST_LINES = 400;

function keeper(
  lines: string[],
  clockFile: (name: string) => string,
  settings: (name: string) => Readonly<Record<string, string>>,
): (name: string, script: string, env: Readonly<Record<string, string>>) => KeptProcess {
  const say = (line: string): void => {
    lines.push(line.slice(0, 1_000));
    if (lines.length > MOST_LINES) lines.shift();
  };
  return (name, script, env) => {
    writeFileSync(clockFile(name), '0');
    return new KeptProcess(name, script, () => ({ ...settings(name), ...env }), say);
  };
}

const settingsOf = (proxy: TcpProxy, clockFile: string): Record<string, string> => ({
  ...SETTINGS,
  REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
  CHAOS_CLOCK_FILE: clockFile,
  NODE_OPTIONS: `--require ${join(__dirname, 'clock-offset.cjs')} ${NODE_FLAGS}`,
});

async function startRedis(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  master?: number,
): Promise<RedisServer> {
  execFileSync('mkdir', ['-p', folder]);
  const searchPath = childEnvironment({})['PATH'] ?? '';
  const binary = loadConfig().redisServerBin ?? findProgram('redis-server', searchPath);
  if (binary === undefined) throw new Error('redis-server is not on PATH');
  const [port] = await freePorts(1);
  const server = new RedisServer(binary, folder, port, {
    ...{ appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' },
    // A replica is there at once, also after the master has been away for a while.
    ...{ 'repl-diskless-sync-delay': '0', 'repl-backlog-size': '8mb' },
    ...settings,
  });
  server.follows = master;
  await server.start();
  return server;
}

/** A file system of its own in memory; false where that is not allowed here. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
