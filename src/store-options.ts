import type { Config } from './config';
import type { StoreOptions } from './store/store';

/** The store's part of the settings. */
export function storeOptions(config: Config): StoreOptions {
  return {
    lookbackMs: config.lookbackMs,
    retentionMs: config.retentionMs,
    debounceMs: config.publishDebounceMs,
    eventsMaxLength: config.eventsMaxLength,
    postingCap: config.postingCap,
    waitReplicas: config.waitReplicas,
    maxCollections: config.maxCollections,
  };
}
