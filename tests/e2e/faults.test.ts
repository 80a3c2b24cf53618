import { Redis } from 'ioredis';
import { shuffle } from '../../src/cli/cluster-order';
import { PIPELINE_STEPS } from '../../src/pipeline/context';
import type { PostedArticle } from '../../src/store/articles';
import { ledgerKeys } from '../../src/store/keys';
import type { Store } from '../../src/store/store';
import { type CheckedCollection, checkCollection } from '../support/check-collection';
import { openStoreAt } from '../support/pipeline';
import { postAtOnce, postBatch } from '../support/post-reports';
import { type Service, type ServiceOptions, withService } from '../support/service';
import { until } from '../support/until';
import { WIRE_DAY, WIRE_STORIES } from '../support/wire-day';

jest.setTimeout(360_000);

/** Jobs of few articles, so that one that dies leaves others; lost ones are looked for at once. */
const SETTINGS = {
  ...{ CHUNK_SIZE: '10', SWEEP_INTERVAL: '100ms', PUBLISH_DEBOUNCE: '0ms', LOG_LEVEL: 'error' },
} as const;

/** Every step, and some of them only when a worker has already been there. */
const FAULTS = [...PIPELINE_STEPS, 'articles:indexed@3', 'articles:committed@2', 'stories:published@6'];

async function withFaultyService(
  options: ServiceOptions,
  use: (service: Service, store: Store) => Promise<void>,
): Promise<void> {
  await withService({ ...options, env: { ...SETTINGS, ...options.env } }, async (service) => {
    const redis = new Redis({ path: service.redis.socket });
    try {
      await use(service, openStoreAt(redis));
    } finally {
      redis.disconnect();
    }
  });
}

/** Waits until nothing of a collection waits any more, and checks it from outside. */
async function settled(service: Service, store: Store, collection: string): Promise<CheckedCollection> {
  const { pending, dirty } = ledgerKeys(collection);
  const isAtRest = async (): Promise<boolean> => {
    const replies = (await store.redis.multi().zcard(pending).zcard(dirty).exec()) ?? [];
    return replies.every(([, count]) => count === 0);
  };
  await until(isAtRest, { timeoutMs: 30_000, what: `${collection} to be published` }).catch(
    (error: unknown) => {
      throw new Error(service.logs().slice(-3_000), { cause: error });
    },
  );
  return checkCollection(store, collection);
}

test('workers killed at every step, one after the other, lose nothing and double nothing', async () => {
  await withFaultyService({ workers: 0 }, async (service, store) => {
    const collections = FAULTS.map((fault) => fault.replace(/[:@]/g, '-'));
    for (const [i, fault] of FAULTS.entries()) {
      // Each also takes up what the ones before it left, and may die of that.
      const faulty = await service.startWorker({ STORYFOLD_FAULT: fault });
      await postBatch(service, collections[i], WIRE_DAY);
      await until(() => !faulty.isAlive(), { timeoutMs: 30_000, what: `the worker to die at ${fault}` });
      expect(await faulty.ended).toBe('SIGKILL');
    }
    await service.startWorker();
    for (const collection of collections) {
      const { stories, articles } = await settled(service, store, collection);
      expect({ collection, stories }).toEqual({ collection, stories: WIRE_STORIES });
      expect(articles).toBe(WIRE_DAY.length);
    }
  });
});

test('the API killed right after it has accepted loses nothing', async () => {
  // Single posts are gathered for a second before they become a job: these few are killed before that, on a slow machine too.
  const env = { COALESCE_WINDOW: '1s', CHUNK_SIZE: '500' };
  await withFaultyService({ workers: 1, env }, async (service, store) => {
    await postAtOnce(service, 'killed', WIRE_DAY.slice(0, 8));
    const waiting = await store.redis.zcard(ledgerKeys('killed').pending);
    expect(await service.api.kill()).toBe('SIGKILL');
    expect(waiting).toBeGreaterThan(0);
    expect((await settled(service, store, 'killed')).articles).toBe(8);
    await service.restartApi();
    await postAtOnce(service, 'killed', WIRE_DAY.slice(8));
    const { stories } = await settled(service, store, 'killed');
    expect(stories).toEqual(WIRE_STORIES);
    const response = await service.request(`/v1/articles/${WIRE_DAY[0].id}?collection=killed`);
    expect(await response.json()).toMatchObject({ status: 'clustered' });
  });
});

test('four worker processes make the same of it: a day in any order, and twins posted at the same instant', async () => {
  await withFaultyService({ workers: 4 }, async (service, store) => {
    for (let seed = 0; seed < 2; seed++) {
      await postBatch(service, `day-${seed}`, shuffle(WIRE_DAY, seed));
      const { stories } = await settled(service, store, `day-${seed}`);
      expect({ seed, stories }).toEqual({ seed, stories: WIRE_STORIES });
    }
    for (let round = 0; round < 15; round++) {
      const twins: PostedArticle[] = Array.from({ length: 4 }, (_, i) => ({
        ...WIRE_DAY[round],
        id: `twin-${i}`,
        source: { name: `Outlet ${i}` },
        url: `https://outlet-${i}.example`,
      }));
      await postAtOnce(service, `twins-${round}`, twins);
      const { stories } = await settled(service, store, `twins-${round}`);
      expect({ round, stories }).toEqual({ round, stories: [twins.map(({ id }) => id)] });
    }
  });
});
