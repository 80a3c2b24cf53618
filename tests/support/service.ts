import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startRedisServer, type TestRedisServer } from './redis-server';
import { type ServiceProcess, ServiceProcesses } from './service-processes';

type Environment = Readonly<Record<string, string>>;

/** What to start; see `startService`. */
export interface ServiceOptions {
  /** Worker processes; 1 when left out. */
  readonly workers?: number;
  /** Settings of every process, such as `{ PUBLISH_DEBOUNCE: '0ms' }`. */
  readonly env?: Environment;
  /** Directives of its Redis, such as `{ appendonly: 'yes' }`. */
  readonly redis?: Environment;
  /** A Redis that runs already, instead of one of its own; it is stopped with the service. */
  readonly server?: TestRedisServer;
}

/** The built service on its own Redis and a free port; each role is a process that can be killed and started again. */
export interface Service {
  readonly url: string;
  readonly adminKey: string;
  readonly redis: TestRedisServer;
  /** The API process that was started last. */
  api: ServiceProcess;
  /** Workers in the order they were started, also those that have ended since. */
  readonly workers: readonly ServiceProcess[];
  /** Starts another worker and waits until it is ready; `env` is for it alone, such as a fault to die of. */
  readonly startWorker: (env?: Environment) => Promise<ServiceProcess>;
  /** Starts the API again, on the same port, after it was killed. */
  readonly restartApi: (env?: Environment) => Promise<ServiceProcess>;
  /** `fetch` of a path, with the admin key unless `init` has its own `authorization`. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** All lines the processes wrote so far, each after its process's name. */
  readonly logs: () => string;
  /** Ends every process and removes the Redis; throws when a process does not end well. */
  readonly stop: () => Promise<void>;
}

/** Builds when the sources are newer, starts a Redis, the API and the workers, and waits until all are ready. */
export async function startService({
  workers = 1,
  env = {},
  redis = {},
  server: running,
}: ServiceOptions = {}): Promise<Service> {
  buildService();
  const server = running ?? (await startRedisServer(redis));
  const adminKey = 'sfk_only-for-this-test-run';
  const processes = new ServiceProcesses({
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    REDIS_URL: server.url,
    ADMIN_KEY: adminKey,
    ...env,
  });
  const stop = async (): Promise<void> => {
    try {
      await processes.stop();
    } finally {
      await server.stop();
    }
  };
  const started: ServiceProcess[] = [];
  const startWorker: Service['startWorker'] = async (extra = {}) => {
    const worker = await processes.start(`worker-${started.length + 1}`, 'workers/main.js', extra);
    started.push(worker);
    return worker;
  };
  const startApi = (port: string, extra: Environment = {}): Promise<ServiceProcess> =>
    processes.start('api', 'src/server.js', { PORT: port, ...extra });

  try {
    const api = await startApi('0');
    for (let count = 0; count < workers; count++) await startWorker();
    const url = api.address ?? '';
    const restartApi: Service['restartApi'] = async (extra) =>
      (service.api = await startApi(new URL(url).port, extra));
    const request: Service['request'] = (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${adminKey}`);
      return fetch(new URL(path, url), { ...init, headers });
    };
    const logs = (): string => processes.lines.join('\n');
    const service: Service = {
      ...{ url, adminKey, redis: server, api, workers: started },
      ...{ startWorker, restartApi, request, logs, stop },
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
  const script = join(__dirname, '../../scripts/build.mjs');
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] });
}
