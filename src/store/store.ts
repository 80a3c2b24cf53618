import { registerScripts, type ScriptedRedis } from './scripts';

/** How long things are kept and how much is read; all times in milliseconds. */
export interface StoreOptions {
  /** How long an article can be found by later ones. */
  readonly lookbackMs: number;
  /** How long articles and stories are kept. */
  readonly retentionMs: number;
  /** How long a changing story is let settle before its next document. */
  readonly debounceMs: number;
  /** Entries the event stream of a collection is trimmed to, about. */
  readonly eventsMaxLength: number;
  /** Entries a posting list is read and kept to: the newest ones. */
  readonly postingCap: number;
  /** Replicas that must have an article before it counts as kept; 0 for none. */
  readonly waitReplicas?: number;
}

/** What every function of this folder takes first. The connection belongs to the composition root, which closes it. */
export interface Store extends StoreOptions {
  readonly redis: ScriptedRedis;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Collections this process has already entered into the registry. */
  readonly knownCollections: Set<string>;
}

/** Makes a store of a connection. */
export function openStore(
  redis: ScriptedRedis,
  options: StoreOptions,
  clock: () => number = Date.now,
): Store {
  return { ...options, redis: registerScripts(redis), clock, knownCollections: new Set() };
}
