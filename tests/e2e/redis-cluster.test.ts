import { commitChanges, type LedgerChange } from '../../src/store/commit';
import { connectRedis } from '../../src/store/connect';
import { bodyKey, ledgerKeys, postingPrefix, SHARD_TAGS } from '../../src/store/keys';
import type { Store } from '../../src/store/store';
import { newStoryId } from '../../src/store/story-id';
import { checkCollection } from '../support/check-collection';
import { openStoreAt } from '../support/pipeline';
import { postBatch } from '../support/post-reports';
import { type ClusterNode, startRedisCluster, type TestRedisCluster } from '../support/redis-cluster';
import { type Service, withService } from '../support/service';
import { until } from '../support/until';
import { WIRE_DAY, WIRE_STORIES } from '../support/wire-day';

jest.setTimeout(480_000);

const SETTINGS = {
  ...{ CHUNK_SIZE: '5', SWEEP_INTERVAL: '200ms', PUBLISH_DEBOUNCE: '0ms', LOG_LEVEL: 'error' },
} as const;

/** Runs `use` on the service over three masters and three replicas. */
async function withCluster(
  use: (service: Service, store: Store, cluster: TestRedisCluster) => Promise<void>,
): Promise<void> {
  const server = await startRedisCluster();
  await withService({ workers: 2, env: SETTINGS, server }, async (service) => {
    const redis = connectRedis(server.url, { name: 'test', kind: 'blocking' });
    try {
      await use(service, openStoreAt(redis), server);
    } finally {
      redis.disconnect();
    }
  });
}

/** An article that begins a story. */
function newStory({ clock }: Store): LedgerChange {
  const [storyId, at] = [newStoryId(), Math.floor(clock())];
  const member = { ordinal: 1, revision: 1, probability: 1, joinedAtMs: at, edges: [] };
  return {
    puts: [{ storyId, member }],
    touched: [{ storyId, entry: { at, in: [[1, 1, 1]] }, dueAtMs: at }],
    ...{ reads: [], versions: [], drops: [], retired: [] },
  };
}

async function atRest({ redis }: Store, collection: string): Promise<boolean> {
  const { pending, dirty } = ledgerKeys(collection);
  return (await redis.zcard(pending)) === 0 && (await redis.zcard(dirty)) === 0;
}

async function settled(service: Service, store: Store, collection: string) {
  await until(() => atRest(store, collection), {
    timeoutMs: 120_000,
    what: `${collection} to be published`,
  }).catch((error: unknown) => {
    throw new Error(service.logs().slice(-3_000), { cause: error });
  });
  return checkCollection(store, collection);
}

test('a cluster gives the same stories as one server, and a master killed at work is replaced with nothing lost', async () => {
  await withCluster(async (service, store, cluster) => {
    await postBatch(service, 'day', WIRE_DAY);
    const { stories, articles } = await settled(service, store, 'day');
    expect({ stories, articles }).toEqual({ stories: WIRE_STORIES, articles: WIRE_DAY.length });

    // Accepted and on the replica as well; the workers have just begun when its ledger's master goes.
    const ledger = ledgerKeys('failover');
    const master = await cluster.masterOf(ledger.pending);
    await postBatch(service, 'failover', WIRE_DAY.slice(0, 30));
    await Promise.all(cluster.masters.map(({ redis }) => redis.wait(1, 5_000)));
    await cluster.failOver(master);
    await until(
      async () => {
        await postBatch(service, 'failover', WIRE_DAY.slice(30));
        return true;
      },
      { timeoutMs: 60_000, what: 'posts to be accepted again' },
    );
    const after = await settled(service, store, 'failover');
    expect({ stories: after.stories, articles: after.articles }).toEqual({
      stories: WIRE_STORIES,
      articles: WIRE_DAY.length,
    });
  });
});

test('collections share no node for their ledgers: one commits while that of another is held', async () => {
  const cluster = await startRedisCluster();
  const redis = connectRedis(cluster.url, { name: 'test', kind: 'blocking' });
  try {
    const store = openStoreAt(redis);
    const holders = new Map<ClusterNode, string>();
    for (let i = 0; holders.size < 2; i++) {
      const node = await cluster.masterOf(ledgerKeys(`c${i}`).state);
      if (!holders.has(node)) holders.set(node, `c${i}`);
    }
    const [[held, first], [, second]] = [...holders];
    const order: string[] = [];
    const commit = async (collection: string): Promise<void> => {
      const outcome = await commitChanges(store, collection, [newStory(store)]);
      expect(outcome).toEqual(['committed']);
      order.push(collection);
    };
    // Once before, so that every node knows the script.
    await Promise.all([commit(first), commit(second)]);
    await held.redis.client('PAUSE', 60_000, 'WRITE');
    const waiting = commit(first);
    await commit(second);
    await held.redis.client('UNPAUSE');
    await waiting;
    expect(order.slice(2)).toEqual([second, first]);
  } finally {
    redis.disconnect();
    await cluster.stop();
  }
});

test('index and bodies spread evenly over three masters', async () => {
  const cluster = await startRedisCluster();
  try {
    const share = async (keys: readonly string[]): Promise<number[]> => {
      const counts = cluster.masters.map(() => 0);
      for (const key of keys) counts[cluster.masters.indexOf(await cluster.masterOf(key))]++;
      return counts.map((count) => count / keys.length);
    };
    const bodies = Array.from({ length: 3_000 }, (_, i) => bodyKey('day', i + 1));
    for (const part of await share(bodies)) expect(Math.abs(part * 3 - 1)).toBeLessThan(0.1);
    expect(await share(SHARD_TAGS.map((_, shard) => postingPrefix('day', shard)))).toEqual([
      ...[1 / 3, 1 / 3, 1 / 3],
    ]);
  } finally {
    await cluster.stop();
  }
});
