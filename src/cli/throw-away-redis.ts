import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config';
import { findRedisServer } from './private-redis';
import { spawnRedis } from './redis-process';

/** A Redis for one run: on a unix socket in a temporary folder, nothing kept on disk. */
export interface ThrowAwayRedis {
  readonly url: string;
  /** Ends it and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** Starts it without waiting until it answers; `onEnd` is told should it end, also when it is stopped. */
export function startThrowAwayRedis(config: Config, onEnd: (reason: string) => void): ThrowAwayRedis {
  const binary = findRedisServer(config);
  const folder = mkdtempSync(join(tmpdir(), 'storyfold-'));
  const server = spawnRedis(binary, join(folder, 'redis.sock'), {
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  });
  void server.ended.then(({ code, output }) => onEnd(`Redis ended (exit code ${code}):\n${output}`));
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { url: server.url, stop };
}
