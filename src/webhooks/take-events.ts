import { type EventFilter, matchesFilter, parseSearchWords } from '../store/event-filter';
import { compareEventIds, FIRST_EVENT_ID } from '../store/event-id';
import { oldestEventId, readEvents, type StoredEvent } from '../store/events';
import { ledgerKeys } from '../store/keys';
import type { Store } from '../store/store';
import type { Webhook, WebhookConfig } from '../store/webhook-codec';
import { MAX_PENDING, pushMessages, type QueuedMessage } from '../store/webhook-lanes';

/** Events read at a time: at some 5 kB each, half a megabyte. */
const PAGE = 100;

/** The filter of a webhook. */
export function filterOf({ types, source, minSources, q }: WebhookConfig): EventFilter {
  return {
    ...(types && { types }),
    ...(source && { sources: source }),
    ...(minSources !== undefined && { minSources }),
    ...(q !== undefined && { words: parseSearchWords(q) }),
  };
}

/**
 * Moves a page of events from the stream into a webhook's lanes: those of one story into one lane, in their order, and a merge behind the
 * lanes of the stories it ends. Answers whether
 * there may be more to move now. A full webhook reads no further; the stream keeps the rest, as long as it does.
 */
export async function takeEvents(store: Store, webhook: Webhook): Promise<boolean> {
  const { collection, position, pending, config } = webhook;
  if (webhook.status !== 'active' || pending + PAGE > MAX_PENDING) return false;
  const events = await readEvents(store, collection, position, PAGE);
  const last = events.at(-1);
  if (!last) return false;
  if (await isPositionLost(store, collection, position)) return tellOfLoss(store, webhook);
  const filter = filterOf(config);
  const wanted = events.filter((event) => matchesFilter(event, filter));
  const messages = wanted.map((event): QueuedMessage => {
    const lane = laneOf(event);
    return { lane, id: event.id, behind: endedBy(event).filter((other) => other !== lane) };
  });
  await pushMessages(store, webhook, messages, { from: position, to: last.id });
  return events.length === PAGE;
}

/** Events of a story share a lane; others wait for nothing. */
function laneOf(event: StoredEvent): string {
  const story = (event.data as { story?: { id?: string } }).story;
  return story?.id ?? event.id;
}

/** The stories that end with an event: nothing older of theirs may come after it. */
function endedBy({ data }: StoredEvent): string[] {
  const { from } = (data as { change?: { from?: string | readonly string[] } }).change ?? {};
  return [from ?? []].flat();
}

/** Whether events after a position have been trimmed away before they were read. */
export async function isPositionLost(store: Store, collection: string, position: string): Promise<boolean> {
  if (position === FIRST_EVENT_ID) return false;
  const oldest = await oldestEventId(store, collection);
  if (oldest === undefined || compareEventIds(oldest, position) <= 0) return false;
  return hasTrimmed(store, collection);
}

/** Whether the stream has had more events than it holds; without that count, going back before the first would look like a loss. */
async function hasTrimmed(store: Store, collection: string): Promise<boolean> {
  const flat = (await store.redis.xinfo('STREAM', ledgerKeys(collection).events)) as unknown[];
  const count = (name: string): number => Number(flat[flat.indexOf(name) + 1]);
  return count('entries-added') > count('length');
}

/** Says that events are missing, as an event stream would, and goes on with the oldest that is kept. */
async function tellOfLoss(store: Store, webhook: Webhook): Promise<boolean> {
  const { collection, position } = webhook;
  const oldest = (await oldestEventId(store, collection)) ?? null;
  const id = `reset-${oldest ?? position}`;
  const event: StoredEvent = {
    ...{ id, collection, type: 'stream.reset', timestamp: new Date(store.clock()).toISOString() },
    data: { requested: position, oldest },
  };
  const advance = { from: position, to: FIRST_EVENT_ID };
  return (await pushMessages(store, webhook, [{ lane: `!${id}`, id, event }], advance)) === 'ok';
}
