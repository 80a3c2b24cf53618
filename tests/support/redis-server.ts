import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findProgram } from '../../src/cli/find-program';
import { type RedisProcess, spawnRedis } from '../../src/cli/redis-process';
import { makeFolder, removeFolder } from './folders';
import { until } from './until';

/** A private Redis for tests: on a unix socket in a temporary folder, nothing kept on disk unless asked. */
export interface TestRedisServer {
  readonly url: string;
  readonly socket: string;
  readonly process: RedisProcess;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** @param settings directives over the defaults of tests, such as `{ appendonly: 'yes' }`. */
export async function startRedisServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestRedisServer> {
  const folder = makeFolder();
  const server = spawnRedis(redisServerBinary(), join(folder, 'redis.sock'), {
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
    ...settings,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    removeFolder(folder);
  };
  let ended = false;
  void server.ended.then(() => (ended = true));
  const probe = new Redis({ path: server.socket, lazyConnect: true, retryStrategy: () => null });
  probe.on('error', () => undefined);
  try {
    await until(async () => ended || (await connectAndPing(probe)), { everyMs: 5, what: 'Redis to answer' });
  } finally {
    probe.disconnect();
  }
  if (ended) throw new Error(`redis-server ended at once: ${(await server.ended).output}`);
  return { url: server.url, socket: server.socket, process: server, stop };
}

async function connectAndPing(redis: Redis): Promise<boolean> {
  await redis.connect();
  return (await redis.ping()) === 'PONG';
}

/** The `redis-server` to test with; `npm test` installs it where it is missing. */
export function redisServerBinary(): string {
  const binary = process.env['REDIS_SERVER_BIN'] ?? findProgram('redis-server', process.env['PATH'] ?? '');
  if (binary === undefined) throw new Error('No redis-server on PATH: run `npm test`, which installs it');
  return binary;
}
