import { type ClusteredChunk, clusterChunk } from '../../src/pipeline/cluster-chunk';
import type { PipelineContext } from '../../src/pipeline/context';
import { createPipelineContext, type PipelineOptions } from '../../src/pipeline/create-context';
import { publishDocument } from '../../src/pipeline/publish-document';
import { type Accepted, acceptArticles, type PostedArticle, readOrdinals } from '../../src/store/articles';
import { ledgerKeys } from '../../src/store/keys';
import { readPlacements } from '../../src/store/ledger';
import type { ScriptedRedis } from '../../src/store/scripts';
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
  /** Stores articles and marks them as waiting, as the API does. */
  readonly accept: (articles: readonly PostedArticle[]) => Promise<readonly Accepted[]>;
  /** Clusters articles in one chunk, as a job does. */
  readonly cluster: (ordinals: readonly number[]) => Promise<ClusteredChunk>;
  /** Accepts articles and clusters them in one chunk. */
  readonly post: (articles: readonly PostedArticle[]) => Promise<readonly Accepted[]>;
  /** Publishes every document that is due. */
  readonly publish: () => Promise<void>;
  /** Article ids by story, each sorted, in the order of the first id. */
  readonly stories: (ids: readonly string[]) => Promise<string[][]>;
  /** The same pipeline, with its caches, on another collection. */
  readonly on: (collection: string) => TestPipeline;
}

export const COLLECTION = 'default';

/** What may differ from the settings of tests. */
export type TestStoreOptions = Partial<StoreOptions> & { readonly clock?: () => number };

/** A store on a connection of its own. */
export function openTestStore(test: TestRedis, options: TestStoreOptions = {}): Store {
  return openStoreAt(test.connect(), options);
}

/** A store on a connection of the caller's. */
export function openStoreAt(redis: ScriptedRedis, options: TestStoreOptions = {}): Store {
  return openStore(redis, { ...OPTIONS, ...options }, options.clock);
}

export async function openPipeline(
  test: TestRedis,
  options: PipelineOptions & TestStoreOptions = {},
): Promise<TestPipeline> {
  const store = openTestStore(test, options);
  return describePipeline(store, await createPipelineContext(store, options), COLLECTION);
}

function describePipeline(store: Store, context: PipelineContext, collection: string): TestPipeline {
  const accept: TestPipeline['accept'] = (articles) => acceptArticles(store, collection, articles);
  const cluster: TestPipeline['cluster'] = (ordinals) => clusterChunk(context, collection, ordinals);
  return {
    ...{ store, context, accept, cluster },
    publish: async () => {
      for (const id of await store.redis.zrange(ledgerKeys(collection).dirty, '0', '-1')) {
        await publishDocument(context, collection, id);
      }
    },
    post: async (articles) => {
      const accepted = await accept(articles);
      await cluster(accepted.flatMap(({ queue, ordinal }) => (queue ? [ordinal] : [])));
      return accepted;
    },
    stories: (ids) => readGroups(store, ids, collection),
    on: (other) => describePipeline(store, context, other),
  };
}

/** Article ids by story, each sorted, in the order of the first id; an article in no story is left out. */
export async function readGroups(
  store: Store,
  ids: readonly string[],
  collection = COLLECTION,
): Promise<string[][]> {
  const ordinals = await readOrdinals(store, collection, ids);
  const placements = await readPlacements(
    store,
    collection,
    ordinals.map((ordinal) => ordinal ?? 0),
  );
  const groups = new Map<string, string[]>();
  ids.forEach((id, i) => {
    const { storyId } = placements[i];
    if (storyId !== undefined) groups.set(storyId, [...(groups.get(storyId) ?? []), id].sort());
  });
  return [...groups.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}
