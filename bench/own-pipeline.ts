import type { PipelineContext } from '../src/pipeline/context';
import { requireBuilt } from './built';

const { loadConfig }: typeof import('../src/config') = requireBuilt('./config');
const { startThrowAwayRedis }: typeof import('../src/cli/throw-away-redis') =
  requireBuilt('./cli/throw-away-redis');
const { createPipelineContext }: typeof import('../src/pipeline/create-context') =
  requireBuilt('./pipeline/create-context');
const { connectRedis }: typeof import('../src/store/connect') = requireBuilt('./store/connect');
const { openStore }: typeof import('../src/store/store') = requireBuilt('./store/store');
const { storeOptions }: typeof import('../src/store-options') = requireBuilt('./store-options');

/** Runs something on the pipeline of a worker, in this process, with a Redis of its own that is gone afterwards. */
export async function withPipeline<T>(use: (context: PipelineContext) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const server = startThrowAwayRedis(config, () => undefined);
  const redis = connectRedis(server.url, { name: 'bench', kind: 'blocking' });
  redis.on('error', () => undefined); // not yet listening
  try {
    await redis.ping();
    return await use(await createPipelineContext(openStore(redis, storeOptions(config)), config));
  } finally {
    redis.disconnect();
    await server.stop();
  }
}
