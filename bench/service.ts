import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE_FLAGS } from '../src/cli/child-process';
import { findProgram } from '../src/cli/find-program';
import { type RedisProcess, spawnRedis } from '../src/cli/redis-process';
import { childEnvironment, loadConfig } from '../src/config';
import { connectRedis, type RedisClient } from '../src/store/connect';

const ROOT = join(__dirname, '..');
const CONCURRENCY = '2';

/** A service under measurement: its own Redis with the append-only file on, one API process, one worker process. */
export interface BenchService {
  readonly url: string;
  readonly key: string;
  readonly redis: RedisClient;
  readonly pids: { readonly api: number; readonly workers: readonly number[] };
  readonly stop: () => Promise<void>;
}

/**
 * @param worker `noop` takes jobs and does nothing with them: what queue and HTTP can do at all.
 * @param workers processes of it.
 * @param settings beside those of the benchmark.
 */
export async function startBenchService(
  worker: 'real' | 'noop',
  workers = 1,
  settings: NodeJS.ProcessEnv = {},
): Promise<BenchService> {
  const folder = mkdtempSync(join(tmpdir(), 'sf-bench-'));
  const socket = join(folder, 'redis.sock');
  const program = loadConfig().redisServerBin ?? findProgram('redis-server', process.env.PATH ?? '');
  if (program === undefined)
    throw new Error('redis-server is not on PATH: run `npm start` once, which installs it');
  const server: RedisProcess = spawnRedis(program, socket, { dir: folder, save: '', appendonly: 'yes' });
  const redisUrl = `unix://${socket}`;
  // Waits for the server: a blocking connection keeps trying, and says so each time.
  const redis = connectRedis(redisUrl, { name: 'bench', kind: 'blocking' });
  redis.on('error', () => undefined);
  await redis.ping();
  const key = 'sfk_only-for-this-benchmark';
  // Second looks come when nothing else is to be done, not in the middle of a round.
  const env = childEnvironment({
    LOOK_AGAIN_AFTER: '0ms',
    ...{ REDIS_URL: redisUrl, ADMIN_KEY: key, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
    ...{ RATE_LIMIT: '0', WORKER_CONCURRENCY: CONCURRENCY, MAX_QUEUE_DEPTH: '1000000', ...settings },
  });
  const api = await startProcess('dist/src/server.js', [], env);
  const startWorker = () =>
    worker === 'real'
      ? startProcess('dist/workers/main.js', [], env)
      : startProcess('bench/noop-worker.ts', [redisUrl, CONCURRENCY], env);
  const own = await Promise.all(Array.from({ length: workers }, startWorker));
  return {
    url: api.address,
    key,
    redis,
    pids: { api: api.child.pid!, workers: own.map(({ child }) => child.pid!) },
    stop: async () => {
      redis.disconnect();
      for (const { child } of [api, ...own]) await endProcess(child);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startProcess(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; address: string }> {
  const execArgv = [...NODE_FLAGS, ...(script.endsWith('.ts') ? ['--import', 'tsx'] : [])];
  const child = fork(join(ROOT, script), [...args], {
    env,
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message: { address?: string }) =>
      resolve({ child, address: message.address ?? '' }),
    );
    child.once('exit', (code, signal) => {
      const end = new Error(`${script} ended with ${signal ?? `exit code ${code}`}`);
      reject(end);
      // After it has started nobody waits for this: a service that ends by itself spoils what is measured.
      if (!child.killed) process.stderr.write(`${end.message}\n`);
    });
  });
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
