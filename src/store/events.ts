import { FIRST_EVENT_ID } from './event-id';
import { ledgerKeys } from './keys';
import type { Store } from './store';
import { decodeEventData } from './story-codec';

/** One published change, as subscribers get it. */
export interface StoredEvent {
  /** The Redis stream id `<ms>-<seq>`: order within the collection, and where to resume. */
  readonly id: string;
  readonly type: string;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly collection: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type StreamEntry = [id: Buffer, fields: Buffer[]];

/** Reads one entry of the event stream. Throws CorruptRecord. */
export function decodeEvent(collection: string, id: string, fields: readonly Buffer[]): StoredEvent {
  const byName = new Map<string, Buffer>();
  for (let i = 0; i + 1 < fields.length; i += 2) byName.set(fields[i].toString(), fields[i + 1]);
  const key = ledgerKeys(collection).events;
  const { timestamp, ...data } = decodeEventData(key, id, byName.get('d') ?? Buffer.alloc(0));
  return { id, type: byName.get('t')?.toString() ?? '', timestamp, collection, data };
}

/** Events after an id, oldest first, at most `limit`. */
export async function readEvents(
  store: Store,
  collection: string,
  afterId: string,
  limit: number,
): Promise<StoredEvent[]> {
  const key = ledgerKeys(collection).events;
  const entries = (await store.redis.xrangeBuffer(key, `(${afterId}`, '+', 'COUNT', limit)) as StreamEntry[];
  return entries.map(([id, fields]) => decodeEvent(collection, id.toString(), fields));
}

/** The oldest event still kept; undefined when there is none. */
export async function oldestEventId(store: Store, collection: string): Promise<string | undefined> {
  const [first] = await store.redis.xrange(ledgerKeys(collection).events, '-', '+', 'COUNT', 1);
  return first?.[0];
}

/** The newest event; the id before all when there is none. */
export async function newestEventId(store: Store, collection: string): Promise<string> {
  const [last] = await store.redis.xrevrange(ledgerKeys(collection).events, '+', '-', 'COUNT', 1);
  return last?.[0] ?? FIRST_EVENT_ID;
}
