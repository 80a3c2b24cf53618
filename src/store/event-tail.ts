import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster } from 'ioredis';
import type { RedisClient } from './connect';
import { compareEventIds } from './event-id';
import { decodeEvent, newestEventId, type StoredEvent } from './events';
import { ledgerKeys } from './keys';
import type { Store } from './store';

/** A new event, shared by all that listen. Listeners may keep what they made of it in `encoded`, to make it once. */
export interface TailedEvent {
  readonly event: StoredEvent;
  readonly encoded: Map<string, string>;
}

/** Called with new events in order, at once and synchronously; must not throw and must not wait. */
export type TailListener = (events: readonly TailedEvent[]) => void;

/** One user's view of the end of a collection's event stream. */
export interface Tail {
  /** Id of the newest event that listeners have been given, or that was there when the tail was opened. */
  position(): string;
  /** Gets every event after `position()`, from this call on. Returns the way to stop. */
  listen(listener: TailListener): () => void;
  close(): void;
}

/** The new events of all collections that someone listens to, over one blocking connection. */
export interface EventTail {
  open(collection: string): Promise<Tail>;
  /** Stops reading and closes the connection. */
  close(): Promise<void>;
}

interface Followed {
  users: number;
  position: string;
  readonly listeners: Set<TailListener>;
}

const READ_COUNT = 200;
/** A read ends by itself after this, so that a lost wake-up delays a newly followed collection by no more. */
const BLOCK_MS = 1_000;
/** Pause between reads on a cluster, where one command cannot wait on streams of several slots. */
const CLUSTER_POLL_MS = 50;
const AFTER_ERROR_MS = 250;

/** @param connect opens the blocking connection when it is first needed; the tail closes it. */
export function createEventTail(store: Store, connect: () => RedisClient): EventTail {
  const followed = new Map<string, Followed>();
  const reader = new StreamReader(store, followed, connect);
  return {
    async open(collection) {
      const entry = followed.get(collection) ?? (await follow(store, followed, collection));
      entry.users++;
      reader.wake();
      return openTail(followed, collection, entry);
    },
    close: () => reader.close(),
  };
}

async function follow(store: Store, followed: Map<string, Followed>, collection: string): Promise<Followed> {
  const position = await newestEventId(store, collection);
  // Another caller may have got here first while this one waited.
  const entry = followed.get(collection) ?? { users: 0, position, listeners: new Set() };
  followed.set(collection, entry);
  return entry;
}

function openTail(followed: Map<string, Followed>, collection: string, entry: Followed): Tail {
  let open = true;
  const own = new Set<TailListener>();
  return {
    position: () => entry.position,
    listen(listener) {
      own.add(listener);
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    close() {
      if (!open) return;
      open = false;
      for (const listener of own) entry.listeners.delete(listener);
      if (--entry.users === 0) followed.delete(collection);
    },
  };
}

/** The loop around XREAD. Runs while something is followed. */
class StreamReader {
  private connection: RedisClient | undefined;
  private clientId: number | undefined;
  private loop: Promise<void> | undefined;
  private closing = false;

  constructor(
    private readonly store: Store,
    private readonly followed: Map<string, Followed>,
    private readonly connect: () => RedisClient,
  ) {}

  /** Starts the loop, or ends the read it is waiting in so that the next one has the new collection too. */
  wake(): void {
    if (this.closing) return;
    if (!this.loop) this.loop = this.run();
    else if (this.clientId !== undefined && !(this.store.redis instanceof Cluster)) {
      this.store.redis.client('UNBLOCK', this.clientId).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    this.connection?.disconnect();
    await this.loop;
  }

  private async run(): Promise<void> {
    this.connection ??= this.connect();
    while (this.followed.size > 0 && !this.closing) {
      try {
        await this.readOnce(this.connection);
      } catch {
        // Redis is away: the connection comes back by itself. Positions hold, so nothing is missed.
        this.clientId = undefined;
        if (!this.closing) await sleep(AFTER_ERROR_MS);
      }
    }
    this.loop = undefined;
  }

  private async readOnce(connection: RedisClient): Promise<void> {
    const collections = [...this.followed.keys()];
    if (connection instanceof Cluster) {
      const counts = await Promise.all(collections.map((name) => this.read(connection, [name])));
      if (counts.every((count) => count === 0)) await sleep(CLUSTER_POLL_MS);
      return;
    }
    this.clientId ??= await connection.client('ID');
    await this.read(connection, collections, BLOCK_MS);
  }

  /** One XREAD over streams of one server; returns how many events came. */
  private async read(
    connection: RedisClient,
    collections: readonly string[],
    blockMs?: number,
  ): Promise<number> {
    const keys = collections.map((name) => ledgerKeys(name).events);
    const after = collections.map((name) => this.followed.get(name)?.position ?? '$');
    const reply =
      blockMs === undefined
        ? await connection.xreadBuffer('COUNT', READ_COUNT, 'STREAMS', ...keys, ...after)
        : await connection.xreadBuffer('COUNT', READ_COUNT, 'BLOCK', blockMs, 'STREAMS', ...keys, ...after);
    let count = 0;
    for (const [key, entries] of reply ?? []) {
      count += entries.length;
      this.deliver(collections[keys.findIndex((own) => own === key.toString())] ?? '', entries);
    }
    return count;
  }

  private deliver(collection: string, entries: readonly [Buffer, Buffer[]][]): void {
    const entry = this.followed.get(collection);
    if (!entry) return;
    const fresh = entries
      .map(([id, fields]) => ({
        event: decodeEvent(collection, id.toString(), fields),
        encoded: new Map<string, string>(),
      }))
      // A collection that was given up and opened again during the read has moved on.
      .filter(({ event }) => compareEventIds(event.id, entry.position) > 0);
    if (fresh.length === 0) return;
    entry.position = fresh.at(-1)!.event.id;
    for (const listener of [...entry.listeners]) listener(fresh);
  }
}
