import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type RunningChild, startChild } from '../../src/cli/child-process';
import { startRedisServer, type TestRedisServer } from './redis-server';

const root = join(__dirname, '../..');

/** What to start; see `startService`. */
export interface ServiceOptions {
  /** Worker processes; 1 when left out. */
  readonly workers?: number;
  /** Settings of every process, such as `{ PUBLISH_DEBOUNCE: '0ms' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Directives of its Redis, such as `{ appendonly: 'yes' }`. */
  readonly redis?: Readonly<Record<string, string>>;
}

/** One process of the service under test. */
export interface ServiceProcess {
  readonly name: string;
  readonly pid: number;
  /** Settles with how it ended. */
  readonly ended: Promise<string>;
  /** Sends a signal (SIGKILL when left out) and waits for the end. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<string>;
}

/** The built service on its own Redis and a free port, each role a process that can be killed and started again. */
export interface Service {
  readonly url: string;
  readonly adminKey: string;
  readonly redis: TestRedisServer;
  api: ServiceProcess;
  /** Workers in the order they were started, also those that have ended since. */
  readonly workers: readonly ServiceProcess[];
  /** Starts another worker and waits until it is ready; `env` is for it alone, such as a fault to die of. */
  readonly startWorker: (env?: Readonly<Record<string, string>>) => Promise<ServiceProcess>;
  /** Starts the API again on the same port after it was killed. */
  readonly restartApi: (env?: Readonly<Record<string, string>>) => Promise<ServiceProcess>;
  /** `fetch` of a path with the admin key. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** All lines the processes wrote so far, each after its process's name. */
  readonly logs: () => string;
  /** Ends every process and removes the Redis; a process that does not stop by itself fails it. */
  readonly stop: () => Promise<void>;
}

/** Builds when the sources are newer, then starts a Redis, the API and the workers, and waits until all are ready. */
export async function startService({
  workers = 1,
  env = {},
  redis = {},
}: ServiceOptions = {}): Promise<Service> {
  buildService();
  const server = await startRedisServer(redis);
  const adminKey = 'sfk_only-for-this-test-run';
  const lines: string[] = [];
  const running: ServiceProcess[] = [];
  const settings = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    REDIS_URL: server.url,
    ADMIN_KEY: adminKey,
    ...env,
  };

  const start = async (name: string, script: string, extra: Readonly<Record<string, string>>) => {
    const onLine = (line: string): number => lines.push(`${name} ${line}`);
    let address = '';
    const child = startChild({
      script: join(root, 'dist', script),
      env: { ...settings, ...extra },
      onLine,
      onReady: (said) => (address = said ?? ''),
    });
    const early = await Promise.race([child.ready, child.ended]);
    if (early !== undefined)
      throw new Error(`${name} ended before it was ready (${early}):\n${lines.join('\n')}`);
    const process = serviceProcess(name, child);
    running.push(process);
    return { process, address };
  };

  const workerList: ServiceProcess[] = [];
  const startWorker: Service['startWorker'] = async (extra = {}) => {
    const { process } = await start(`worker-${workerList.length + 1}`, 'workers/main.js', extra);
    workerList.push(process);
    return process;
  };
  const stop = async (): Promise<void> => {
    const ends = await Promise.all(running.map((process) => process.kill('SIGTERM')));
    await server.stop();
    const bad = ends.flatMap((how, at) =>
      how === 'exit code 0' || how === 'SIGKILL' ? [] : [`${running[at]?.name}: ${how}`],
    );
    if (bad.length > 0)
      throw new Error(`Not stopped well: ${bad.join(', ')}\n${lines.slice(-40).join('\n')}`);
  };

  try {
    const [api] = await Promise.all([
      start('api', 'src/server.js', { PORT: '0' }),
      ...Array.from({ length: workers }, () => startWorker()),
    ]);
    const url = api.address;
    const service: Service = {
      url,
      adminKey,
      redis: server,
      api: api.process,
      workers: workerList,
      startWorker,
      restartApi: async (extra = {}) => {
        service.api = (await start('api', 'src/server.js', { PORT: new URL(url).port, ...extra })).process;
        return service.api;
      },
      request: (path, init = {}) => {
        const headers = new Headers(init.headers);
        if (!headers.has('authorization')) headers.set('authorization', `Bearer ${adminKey}`);
        return fetch(new URL(path, url), { ...init, headers });
      },
      logs: () => lines.join('\n'),
      stop,
    };
    return service;
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** Runs `use` with a started service and stops that afterwards. */
export async function withService<T>(
  options: ServiceOptions,
  use: (service: Service) => Promise<T>,
): Promise<T> {
  const service = await startService(options);
  try {
    return await use(service);
  } finally {
    await service.stop();
  }
}

/** Makes `dist` current; a fraction of a second when it is. */
export function buildService(): void {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function serviceProcess(name: string, { child, ended }: RunningChild): ServiceProcess {
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} has no process`);
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<string> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      // A hung process must fail its test, not hang it.
      const overdue = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await once(child, 'exit').finally(() => clearTimeout(overdue));
    }
    return ended;
  };
  return { name, pid, ended, kill };
}
