import type { Request } from 'express';
import { z } from 'zod';
import { EVENT_TYPES } from '../event-types';
import { type EventFilter, parseSearchWords } from '../store/event-filter';
import { FIRST_EVENT_ID, parseEventId } from '../store/event-id';
import { collectionQuery, parseQuery, wholeNumber, wordList } from './query';

const MAX_WAIT_SECONDS = 60;

const eventId = z
  .string({ error: 'must be an event id' })
  .max(40, 'must be an event id, such as 1700000000000-0')
  .transform((value, context) => {
    if (value === 'latest' || value === '$') return 'latest' as const;
    const id = parseEventId(value);
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom', message: 'must be an event id such as 1700000000000-0, 0 or latest' });
    return z.NEVER;
  });

/** Filters of events, the same for streams, webhooks and feeds. */
export const eventFilterShape = {
  types: wordList
    .pipe(z.array(z.enum(EVENT_TYPES, { error: `must be one of ${EVENT_TYPES.join(', ')}` })))
    .optional()
    .describe('Only these types, separated by commas'),
  source: wordList.optional().describe('Only stories that one of these outlets (name or id) reports'),
  minSources: wholeNumber(1, 100_000).optional().describe('Only stories with at least this many outlets'),
  q: z
    .string()
    .max(300, 'must be at most 300 characters')
    .optional()
    .describe('Only stories with all these words'),
};

export const eventsQuerySchema = collectionQuery.extend({
  ...eventFilterShape,
  after: eventId
    .optional()
    .describe('Only events after this id; 0 is all that are kept, latest only new ones'),
  cursor: eventId.optional().describe('The same as after: the nextCursor of the page before'),
  limit: wholeNumber(1, 500).default(100),
  wait: z
    .string()
    .regex(/^\d{1,3}s?$/, `must be seconds from 0 to ${MAX_WAIT_SECONDS}`)
    .transform((value) => Math.min(Number.parseInt(value, 10), MAX_WAIT_SECONDS))
    .optional()
    .describe('Seconds to wait for an event when there is none yet, at most 60'),
});

/** What a subscriber asked for. */
export interface EventsRequest {
  readonly collection: string;
  readonly filter: EventFilter;
  /** An event id, or `latest`; undefined when the request names none. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly waitMs: number;
}

/** Reads the query and `Last-Event-ID`, which a reconnecting browser sends and which therefore wins over `after`. */
export function parseEventsRequest(req: Request): EventsRequest {
  const query = parseQuery(eventsQuerySchema, req);
  const lastId = req.get('last-event-id')?.trim();
  // An id that is none of ours cannot be resumed from: all that is kept comes, with a reset before it.
  const resumed = lastId ? (parseEventId(lastId.slice(0, 40)) ?? FIRST_EVENT_ID) : undefined;
  return {
    collection: query.collection,
    filter: toFilter(query),
    after: resumed ?? query.after ?? query.cursor,
    limit: query.limit,
    waitMs: (query.wait ?? 0) * 1_000,
  };
}

type FilterQuery = z.output<z.ZodObject<typeof eventFilterShape>>;

/** The parts of a query that choose events. */
export function toFilter({ types, source, minSources, q }: FilterQuery): EventFilter {
  return {
    ...(types && { types }),
    ...(source && { sources: source }),
    ...(minSources !== undefined && { minSources }),
    ...(q !== undefined && { words: parseSearchWords(q) }),
  };
}
