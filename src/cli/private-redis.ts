import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { type Config, childEnvironment } from '../config';
import { type DataFolder, isListening } from './data-folder';
import { findProgram } from './find-program';
import type { Running } from './keep-running';
import { type RedisProcess, spawnRedis } from './redis-process';

/** A Redis that has to load more than this long is said to be loading. */
const LOADING_AFTER_MS = 2_000;

/**
 * Path of the `redis-server` to run.
 *
 * @throws Error with the ways out when there is none.
 */
export function findRedisServer(config: Config): string {
  const searchPath = childEnvironment({})['PATH'] ?? '';
  const found =
    config.redisServerBin ??
    findProgram('redis-server', searchPath) ??
    findProgram('valkey-server', searchPath);
  if (found !== undefined) return found;
  throw new Error(
    'No redis-server on PATH. Install it, set REDIS_SERVER_BIN to where it is, set REDIS_URL to a Redis that runs ' +
      'already, or run everything in containers with `docker compose up`.',
  );
}

/** Starts the private Redis on the data folder. It is ready when it has loaded its data and answers. */
export async function startPrivateRedis(
  config: Config,
  folder: DataFolder,
  report: (line: string) => void,
): Promise<Running> {
  await endLeftover(folder.redisSocket);
  const server = spawnRedis(findRedisServer(config), folder.redisSocket, {
    dir: folder.path,
    appendonly: 'yes',
    appendfsync: config.appendFsync,
    // The append-only file is the copy on disk; snapshots beside it would only double the writing.
    save: '',
    // Evicting a key would break what was accepted: when memory is full, writes must fail.
    'maxmemory-policy': 'noeviction',
  });
  const ended = server.ended.then(({ code, output }) => `exit code ${code}${lastLines(output)}`);
  return { ready: waitForAnswer(server, report), ended, stop: server.stop };
}

/** Resolves when the server answers PING, which it refuses while it loads; stays open when it ends before. */
async function waitForAnswer(server: RedisProcess, report: (line: string) => void): Promise<void> {
  const redis = new Redis({ path: server.socket, retryStrategy: () => 10, maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // not yet listening
  const loading = setTimeout(() => report('Redis is loading its data'), LOADING_AFTER_MS);
  void server.ended.then(() => redis.disconnect());
  const answer = await redis.ping().catch(() => undefined);
  clearTimeout(loading);
  redis.disconnect();
  if (answer === undefined) await new Promise(() => undefined);
}

/** Ends a Redis left by a Storyfold that was killed: it is on its way out already, and two must not share a file. */
async function endLeftover(socket: string): Promise<void> {
  if (!(await isListening(socket))) return;
  const redis = new Redis({ path: socket, retryStrategy: () => null });
  redis.on('error', () => undefined);
  await redis.shutdown().catch(() => undefined);
  redis.disconnect();
  for (let look = 0; look < 500; look++) {
    if (!(await isListening(socket))) return;
    await pause(20);
  }
  throw new Error(`A Redis left by an earlier start still answers on ${socket}; stop it, then start again.`);
}

function lastLines(output: string): string {
  const lines = output.trim().split('\n').slice(-3).join('\n');
  return lines === '' ? '' : `:\n${lines}`;
}
