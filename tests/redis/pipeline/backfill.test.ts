import type { Job } from 'bullmq';
import pino from 'pino';
import { createArticleProducer } from '../../../src/queue/producer';
import type { ArticlesJob } from '../../../src/queue/queues';
import { readWaiting } from '../../../src/store/ledger';
import { runWorkers } from '../../../workers/run-workers';
import type { WebhookService } from '../../../workers/webhooks';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { until } from '../../support/until';
import { WIRE_DAY } from '../../support/wire-day';
import { withWorkerDeps } from '../../support/worker-deps';

/** Nobody is told anything by webhook here. */
const NO_WEBHOOKS = {
  close: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
} as Partial<WebhookService> as WebhookService;

test('live articles are clustered before a backfill that was there before them', async () => {
  await withRedis(async (redis) => {
    const started: number[] = [];
    const pipeline = await openPipeline(redis);
    await withWorkerDeps(redis, pipeline, async (deps) => {
      const accepted = await pipeline.accept(WIRE_DAY.slice(0, 12));
      const ordinals = accepted.map(({ ordinal }) => ordinal);
      const log = pino({ level: 'silent' });
      const producer = createArticleProducer(deps.articles, { chunkSize: 2, coalesceMs: 60_000 }, log);
      producer.enqueue(COLLECTION, ordinals.slice(0, 10), [], 0, true);
      await producer.flush();
      producer.enqueue(COLLECTION, ordinals.slice(10));
      await producer.flush();
      const running = runWorkers(deps, {
        connect: () => redis.connect('blocking'),
        concurrency: 1,
        webhooks: NO_WEBHOOKS,
      });
      running.workers
        .find(({ name }) => name === 'articles')
        ?.on('active', ({ data }: Job<ArticlesJob>) => started.push(...data.ordinals));
      await until(async () => !(await readWaiting(pipeline.store, COLLECTION, ordinals)).includes(true), {
        what: 'all to be clustered',
      });
      await running.close();
      expect(started).toEqual([...ordinals.slice(10), ...ordinals.slice(0, 10)]);
    });
  });
});
