import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { FEED_TYPES, type FeedFormat } from '../feeds/write-feed';
import { operation } from './api-paths';
import { feedQuerySchema } from './feed-handlers';

const names: Readonly<Record<FeedFormat, string>> = { json: 'JSON Feed 1.1', rss: 'RSS 2.0', atom: 'Atom' };

const feed = (format: FeedFormat) => ({
  get: operation('read', `Stories as ${names[format]}`, {
    tags: ['Feeds'],
    requestParams: { query: feedQuerySchema },
    responses: {
      '200': {
        description: 'Stories with their text',
        content: { [FEED_TYPES[format]]: { schema: format === 'json' ? z.looseObject({}) : z.string() } },
      },
      '304': { description: 'Unchanged since the answer whose ETag or Last-Modified was given' },
    },
  }),
});

/** The paths of `/feeds`, for the OpenAPI document. */
export const feedPaths: ZodOpenApiPathsObject = {
  '/feeds/stories.json': feed('json'),
  '/feeds/stories.rss': feed('rss'),
  '/feeds/stories.atom': feed('atom'),
};
