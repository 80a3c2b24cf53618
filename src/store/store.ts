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
  /** Collections there may be; any number when left out. */
  readonly maxCollections?: number;
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
  const knownCollections = new Set<string>();
  // Another connection may lead to a Redis that has lost its last seconds, the entry of a collection among them: what is not entered
  // there is swept by nobody.
  const forget = (): void => knownCollections.clear();
  for (const event of ['close', 'ready', 'refresh']) redis.on(event, forget);
  return { ...options, redis: registerScripts(redis), clock, knownCollections };
}
