import { existsSync } from 'node:fs';
import { type Config, loadConfig } from '../config';
import { connectRedis } from '../store/connect';
import { claimFormat } from '../store/data-format';
import { startRedisClock } from '../store/redis-clock';
import { openStore, type Store } from '../store/store';
import { storeOptions } from '../store-options';
import { isListening, openDataFolder, privateRedisSocket } from './data-folder';
import { startPrivateRedis } from './private-redis';

/** Where the data is, and how to let go of it. */
interface Source {
  readonly url: string;
  readonly release: () => Promise<void>;
}

/** Runs `use` on the Redis of `REDIS_URL`, else on the private one: that of an `npm start` that runs, or one started for this. */
export async function withRunningStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const source = await findSource(config);
  const redis = connectRedis(source.url, { name: 'command' });
  const clock = await startRedisClock(redis);
  try {
    await claimFormat(redis);
    return await use(openStore(redis, storeOptions(config), clock.now));
  } finally {
    clock.stop();
    redis.disconnect();
    await source.release();
  }
}

async function findSource(config: Config): Promise<Source> {
  const keep = async (): Promise<void> => undefined;
  if (config.redisUrl !== undefined) return { url: config.redisUrl, release: keep };
  const socket = privateRedisSocket(config.dataDir);
  if (await isListening(socket)) return { url: `unix://${socket}`, release: keep };
  if (existsSync(config.dataDir)) return startSource(config);
  throw new Error(
    `There is no data folder ${config.dataDir}: start Storyfold first, or set DATA_DIR or REDIS_URL to where the data is.`,
  );
}

/** Holds the data folder, so that no service starts on it meanwhile. */
async function startSource(config: Config): Promise<Source> {
  const folder = await openDataFolder(config.dataDir);
  const redis = await startPrivateRedis(config, folder, () => undefined);
  const release = async (): Promise<void> => {
    await redis.stop(Promise.resolve());
    await folder.release();
  };
  const failed = await Promise.race([redis.ready.then(() => undefined), redis.ended]);
  if (failed === undefined) return { url: `unix://${folder.redisSocket}`, release };
  await folder.release();
  throw new Error(`Redis could not be started on the data folder ${folder.path}: ${failed}`);
}
