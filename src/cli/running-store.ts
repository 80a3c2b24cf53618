import { loadConfig } from '../config';
import { connectRedis } from '../store/connect';
import { claimFormat } from '../store/data-format';
import { startRedisClock } from '../store/redis-clock';
import { openStore, type Store } from '../store/store';
import { storeOptions } from '../store-options';
import { isListening, privateRedisSocket } from './data-folder';

/** Runs `use` on the Redis of `REDIS_URL`, else on the private one of a running `npm start`. */
export async function withRunningStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const redis = connectRedis(config.redisUrl ?? (await privateRedisUrl(config.dataDir)), { name: 'command' });
  redis.on('error', () => undefined); // a command that fails says so
  const clock = await startRedisClock(redis);
  try {
    await claimFormat(redis);
    return await use(openStore(redis, storeOptions(config), clock.now));
  } finally {
    clock.stop();
    redis.disconnect();
  }
}

async function privateRedisUrl(dataDir: string): Promise<string> {
  const socket = privateRedisSocket(dataDir);
  if (await isListening(socket)) return `unix://${socket}`;
  throw new Error(
    `No Redis runs on the data folder ${dataDir}: start Storyfold first, or set DATA_DIR or REDIS_URL to where the data is.`,
  );
}
