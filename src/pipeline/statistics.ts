import { LRUCache } from 'lru-cache';
import { type FrequencySnapshot, TermStatistics } from '../fingerprint/term-statistics';
import type { Store } from '../store/store';
import { addTermCounts, readTermCounts } from '../store/term-counts';

/**
 * Articles and time after which a worker shares what it counted and takes in what others did, whichever is first. Sharing costs an argument
 * of 4 a term, so the words that many of the articles have should be among them once.
 */
const SHARE_AFTER_ARTICLES = 2_000;
const SHARE_AFTER_MS = 10_000;

/** Collections whose counts a process holds at once, at 2 MB a language. */
const COLLECTIONS_HELD = 16;

interface Held {
  readonly statistics: TermStatistics;
  articles: number;
  sharedAtMs: number;
}

/** The term statistics of each collection, counted by all workers together and shared through Redis. */
export interface SharedStatistics {
  /** The statistics of a collection, loaded on first use. The object stays the same while the collection is in use. */
  readonly load: (collection: string) => Promise<TermStatistics>;
  /** Says that articles were counted; shares with the other workers when it is time to. */
  readonly counted: (collection: string, articles: number) => Promise<void>;
  /** Shares everything not shared yet. */
  readonly flush: () => Promise<void>;
}

export function createSharedStatistics(
  store: Store,
  background: ReadonlyMap<string, FrequencySnapshot>,
): SharedStatistics {
  const held = new LRUCache<string, Held>({ max: COLLECTIONS_HELD });
  const loading = new Map<string, Promise<Held>>();

  const share = async (collection: string, entry: Held): Promise<void> => {
    entry.articles = 0;
    entry.sharedAtMs = store.clock();
    await addTermCounts(store, collection, entry.statistics.drain());
    await refresh(store, collection, entry.statistics);
  };

  const open = async (collection: string): Promise<Held> => {
    const statistics = new TermStatistics(background);
    await refresh(store, collection, statistics);
    const entry = { statistics, articles: 0, sharedAtMs: store.clock() };
    held.set(collection, entry);
    loading.delete(collection);
    return entry;
  };

  return {
    load: async (collection) => {
      const known = held.get(collection);
      if (known) return known.statistics;
      const opening = loading.get(collection) ?? open(collection);
      loading.set(collection, opening);
      return (await opening).statistics;
    },
    counted: async (collection, articles) => {
      const entry = held.get(collection);
      if (!entry) return;
      entry.articles += articles;
      const due = store.clock() - entry.sharedAtMs >= SHARE_AFTER_MS;
      if (due || entry.articles >= SHARE_AFTER_ARTICLES) await share(collection, entry);
    },
    flush: async () => {
      for (const [collection, entry] of held.entries()) await share(collection, entry);
    },
  };
}

async function refresh(store: Store, collection: string, statistics: TermStatistics): Promise<void> {
  for (const [table, snapshot] of await readTermCounts(store, collection))
    statistics.refresh(table, snapshot);
}
