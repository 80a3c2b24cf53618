import { clusterChunk } from '../../src/pipeline/cluster-chunk';
import type { PipelineContext } from '../../src/pipeline/context';
import { createPipelineContext, type PipelineOptions } from '../../src/pipeline/create-context';
import { publishDocument } from '../../src/pipeline/publish-document';
import { type Accepted, acceptArticles, type PostedArticle } from '../../src/store/articles';
import { ledgerKeys } from '../../src/store/keys';
import { readPlacements } from '../../src/store/ledger';
import { openStore, type Store, type StoreOptions } from '../../src/store/store';
import type { TestRedis } from './redis';

const DAY_MS = 24 * 3600 * 1000;

const OPTIONS: StoreOptions = {
  lookbackMs: 7 * DAY_MS,
  retentionMs: 30 * DAY_MS,
  debounceMs: 0,
  eventsMaxLength: 10_000,
  postingCap: 256,
};

/** The pipeline without its queue: a test calls each step when it wants it. */
export interface TestPipeline {
  readonly store: Store;
  readonly context: PipelineContext;
  /** Posts articles and clusters them in one chunk. */
  readonly post: (articles: readonly PostedArticle[]) => Promise<readonly Accepted[]>;
  /** Publishes every document that is due. */
  readonly publish: () => Promise<void>;
  /** Article ids by story, each sorted, in the order of the first id. */
  readonly stories: (ids: readonly string[]) => Promise<string[][]>;
}

export const COLLECTION = 'default';

export async function openPipeline(
  test: TestRedis,
  options: PipelineOptions & Partial<StoreOptions> & { readonly clock?: () => number } = {},
): Promise<TestPipeline> {
  const store = openStore(test.connect(), { ...OPTIONS, ...options }, options.clock);
  const context = await createPipelineContext(store, options);
  const publish = async () => {
    for (const id of await store.redis.zrange(ledgerKeys(COLLECTION).dirty, '0', '-1')) {
      await publishDocument(context, COLLECTION, id);
    }
  };
  return {
    store,
    context,
    publish,
    post: async (articles) => {
      const accepted = await acceptArticles(store, COLLECTION, articles);
      await clusterChunk(
        context,
        COLLECTION,
        accepted.filter(({ queue }) => queue).map(({ ordinal }) => ordinal),
      );
      return accepted;
    },
    stories: (ids) => readGroups(store, ids),
  };
}

/** Article ids by story, each sorted, in the order of the first id; an article in no story is left out. */
export async function readGroups(store: Store, ids: readonly string[]): Promise<string[][]> {
  const ordinals = await store.redis.hmget(ledgerKeys(COLLECTION).ids, ...ids);
  const placements = await readPlacements(store, COLLECTION, ordinals.map(Number));
  const groups = new Map<string, string[]>();
  ids.forEach((id, i) => {
    const { storyId } = placements[i];
    if (storyId !== undefined) groups.set(storyId, [...(groups.get(storyId) ?? []), id].sort());
  });
  return [...groups.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}
