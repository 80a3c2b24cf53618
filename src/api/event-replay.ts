import { compareEventIds, FIRST_EVENT_ID } from '../store/event-id';
import type { Tail } from '../store/event-tail';
import { newestEventId, oldestEventId, readEvents, type StoredEvent } from '../store/events';
import type { Store } from '../store/store';

/** Events read at a time: at some 5 kB each, about a megabyte. */
const PAGE = 200;

/** Where reading starts, and whether events between the wanted id and there are gone. */
export interface StartPoint {
  readonly after: string;
  /** Set when the wanted id is no longer kept: the oldest event that is. */
  readonly reset?: { readonly requested: string; readonly oldest: string | null };
}

/**
 * Where a subscriber that has seen everything up to `after` goes on.
 *
 * An id before the oldest kept event, or after the newest, was trimmed away or belongs to lost data: the subscriber has to
 * read stories anew, and is given all events that are kept.
 */
export async function findStart(
  store: Store,
  collection: string,
  tail: Tail,
  after: string,
): Promise<StartPoint> {
  if (after === FIRST_EVENT_ID) return { after };
  const oldest = await oldestEventId(store, collection);
  const isKept =
    oldest !== undefined &&
    compareEventIds(after, oldest) >= 0 &&
    (compareEventIds(after, tail.position()) <= 0 ||
      // The tail may be behind what the subscriber has read from the stream, or had from another process.
      compareEventIds(after, await newestEventId(store, collection)) <= 0);
  if (isKept) return { after };
  return { after: FIRST_EVENT_ID, reset: { requested: after, oldest: oldest ?? null } };
}

/** A page of kept events; `end` when the tail can take over: nothing between the page and the tail's position is missing. */
export interface ReplayPage {
  readonly events: readonly StoredEvent[];
  readonly lastId: string;
  readonly end: boolean;
}

/** Reads kept events after an id, page by page, until the tail's position is reached. */
export async function readPage(
  store: Store,
  collection: string,
  tail: Tail,
  after: string,
): Promise<ReplayPage> {
  // Taken before the read: everything up to here is in the stream by now.
  const reached = tail.position();
  const events = await readEvents(store, collection, after, PAGE);
  const lastRead = events.at(-1)?.id ?? after;
  if (events.length === PAGE) return { events, lastId: lastRead, end: false };
  const lastId = compareEventIds(lastRead, reached) < 0 ? reached : lastRead;
  return { events, lastId, end: compareEventIds(lastId, tail.position()) >= 0 };
}
