import { Worker } from 'bullmq';
import { type ArticlesJob, QUEUE_PREFIX } from '../src/queue/queues';
import { connectRedis } from '../src/store/connect';
import { ledgerKeys } from '../src/store/keys';

/** The ceiling: takes the same jobs as a real worker and only takes their articles off the pending list. */
const [, , redisUrl, concurrency] = process.argv;
const redis = connectRedis(redisUrl, { name: 'noop', kind: 'blocking' });
const worker = new Worker<ArticlesJob>(
  'articles',
  async ({ data }) => {
    await redis.zrem(ledgerKeys(data.collection).pending, ...data.ordinals.map(String));
  },
  {
    connection: connectRedis(redisUrl, { name: 'noop-blocking', kind: 'blocking' }),
    prefix: QUEUE_PREFIX,
    concurrency: Number(concurrency),
    skipVersionCheck: true,
  },
);
worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
worker.waitUntilReady().then(
  () => process.send?.({ type: 'ready' }),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(0));
