import { z } from 'zod';
import { decodeCursor, listStories } from '../store/story-list';
import type { ApiDeps } from './deps';
import { storyUrl } from './links';
import { negotiate } from './negotiate';
import { ProblemError } from './problems';
import { collectionQuery, parseQuery, wholeNumber } from './query';
import type { Handler } from './routes';
import { languageTag } from './wire-text';
import { filterTime } from './wire-time';

export const storiesQuerySchema = collectionQuery.extend({
  sort: z
    .enum(['updated', 'first', 'size'], { error: 'must be updated, first or size' })
    .default('updated')
    .describe('Newest update, newest first report, or most articles first'),
  since: filterTime.optional().describe('ISO 8601; compared with the time sorted by'),
  until: filterTime.optional(),
  source: z
    .string()
    .max(200, 'must be at most 200 characters')
    .optional()
    .describe('Name of an outlet in the story'),
  language: languageTag.optional(),
  minSources: wholeNumber(1, 100_000).optional(),
  q: z.string().max(300, 'must be at most 300 characters').optional().describe('Words that all occur in it'),
  limit: wholeNumber(1, 200).default(50),
  cursor: z.string().max(200, 'must be a nextCursor').optional(),
});

/** `GET /v1/stories`: a page of active stories without their bodies. */
export function getStories(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection, since, until, ...query } = parseQuery(storiesQuerySchema, req);
    if (query.cursor !== undefined && !decodeCursor(query.cursor)) {
      throw new ProblemError(
        'invalid-request',
        'The cursor is not one that this service gave out; start without it.',
        {
          errors: [{ path: 'cursor', message: 'must be a nextCursor of an earlier answer' }],
        },
      );
    }
    const { items, nextCursor = null } = await listStories(deps.store, collection, {
      ...query,
      ...(since !== undefined && { sinceMs: since }),
      ...(until !== undefined && { untilMs: until }),
    });
    const { publicUrl } = deps.options;
    res.json({
      items: items.map((item) => ({ ...item, url: storyUrl(item.id, collection, publicUrl) })),
      nextCursor,
    });
  };
}
