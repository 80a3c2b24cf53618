import type { Request, Response } from 'express';
import { type EventFilter, matchesFilter } from '../store/event-filter';
import { compareEventIds, FIRST_EVENT_ID } from '../store/event-id';
import type { Tail } from '../store/event-tail';
import type { StoredEvent } from '../store/events';
import type { ApiDeps } from './deps';
import { unavailable } from './error-handler';
import { CLOUDEVENT_TYPE, CLOUDEVENTS_TYPE, type EventFormat, toWire } from './event-formats';
import { findStart, readPage, type StartPoint } from './event-replay';
import { type EventsRequest, parseEventsRequest } from './events-query';
import { negotiate } from './negotiate';
import type { Handler } from './routes';
import { streamEvents } from './stream-events';

const STREAM_TYPE = 'text/event-stream';

/** Pages looked through for one answer: a rare filter must not make one request read the whole stream. */
const MAX_PAGES = 25;

/** `GET /v1/events`: a stream, or a page as JSON with long-poll; CloudEvents when the client prefers them. */
export function getEvents(deps: ApiDeps): Handler {
  return async (req, res) => {
    res.vary('Accept');
    const type = negotiate(req, ['application/json', STREAM_TYPE, CLOUDEVENTS_TYPE, CLOUDEVENT_TYPE]);
    const wantsCloudEvents = req.get('accept')?.includes('cloudevents') ?? false;
    const format: EventFormat = wantsCloudEvents ? 'cloudevents' : 'plain';
    if (type === STREAM_TYPE || req.get('accept')?.includes(STREAM_TYPE)) {
      await streamEvents(deps, req, res, format);
      return;
    }
    await answerPage(deps, req, res, format);
  };
}

async function answerPage(deps: ApiDeps, req: Request, res: Response, format: EventFormat): Promise<void> {
  const wanted = parseEventsRequest(req);
  const page = await readWanted(deps, wanted, res);
  const items = page.items.map((event) => toWire(event, format, deps.options.publicUrl));
  res.set('Cache-Control', 'no-store');
  if (format === 'plain') {
    res.json({ items, nextCursor: page.nextCursor, ...(page.reset && { reset: page.reset }) });
    return;
  }
  const next = new URL(req.originalUrl, 'http://localhost');
  next.searchParams.delete('cursor');
  next.searchParams.set('after', page.nextCursor);
  res
    .set('Link', `<${next.pathname}${next.search}>; rel="next"`)
    .type(CLOUDEVENTS_TYPE)
    .send(JSON.stringify(items));
}

interface EventsPage {
  readonly items: readonly StoredEvent[];
  /** To be given as `after` for what follows; always there, since a stream has no last page. */
  readonly nextCursor: string;
  readonly reset?: StartPoint['reset'];
}

async function readWanted(deps: ApiDeps, wanted: EventsRequest, res: Response): Promise<EventsPage> {
  const tail = await deps.events.open(wanted.collection);
  try {
    const { after, reset } = await startOf(deps, wanted, tail);
    const kept = await collectKept(deps, wanted, tail, after);
    if (kept.items.length > 0 || reset || wanted.waitMs === 0 || !kept.end) return { ...kept, reset };
    return await waitForEvents(deps, wanted, tail, kept.nextCursor, res);
  } finally {
    tail.close();
  }
}

async function startOf({ store }: ApiDeps, wanted: EventsRequest, tail: Tail): Promise<StartPoint> {
  if (wanted.after === 'latest') return { after: tail.position() };
  return findStart(store, wanted.collection, tail, wanted.after ?? FIRST_EVENT_ID);
}

async function collectKept(deps: ApiDeps, wanted: EventsRequest, tail: Tail, after: string) {
  const items: StoredEvent[] = [];
  let nextCursor = after;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await readPage(deps.store, wanted.collection, tail, nextCursor);
    for (const event of page.events) {
      if (!matchesFilter(event, wanted.filter)) continue;
      items.push(event);
      if (items.length === wanted.limit) return { items, nextCursor: event.id, end: false };
    }
    nextCursor = page.lastId;
    if (page.end) return { items, nextCursor, end: true };
  }
  return { items, nextCursor, end: false };
}

/** Waits for the first events that pass the filter. Called right after a read that ended at the tail's position. */
function waitForEvents(
  deps: ApiDeps,
  wanted: EventsRequest,
  tail: Tail,
  after: string,
  res: Response,
): Promise<EventsPage> {
  return new Promise((resolve, reject) => {
    let nextCursor = after;
    const finish = (items: readonly StoredEvent[]): void => {
      clearTimeout(timer);
      slot?.remove();
      resolve({ items, nextCursor });
    };
    const timer = setTimeout(() => finish([]), wanted.waitMs);
    const slot = deps.streams.add(() => finish([]));
    if (!slot) {
      clearTimeout(timer);
      reject(unavailable('Too many requests wait for events', 10));
      return;
    }
    res.once('close', () => finish([]));
    tail.listen((events) => {
      const fresh = events.map(({ event }) => event).filter(({ id }) => compareEventIds(id, nextCursor) > 0);
      const items = takeMatching(fresh, wanted.filter, wanted.limit);
      nextCursor = (items.length === wanted.limit ? items.at(-1)?.id : fresh.at(-1)?.id) ?? nextCursor;
      if (items.length > 0) finish(items);
    });
  });
}

const takeMatching = (
  events: readonly StoredEvent[],
  filter: EventFilter,
  limit: number,
): readonly StoredEvent[] => events.filter((event) => matchesFilter(event, filter)).slice(0, limit);
