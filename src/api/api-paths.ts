import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import {
  articleViewSchema,
  batchSchema,
  comparedSchema,
  explainSchema,
  matchSchema,
  postedSchema,
  problemSchema,
  withdrawnSchema,
} from './answer-schemas';
import { revisionsSchema } from './article-revisions';
import { articleSchema, probeSchema } from './article-schema';
import { CLOUDEVENTS_TYPE } from './event-formats';
import { eventsQuerySchema } from './events-query';
import { explainQuerySchema } from './explain-story';
import { storiesQuerySchema } from './list-stories';
import { NINJS_TYPE, ninjsSchema } from './ninjs';
import { compareSchema } from './post-compare';
import { batchQuery, collectionQuery, optionalCollectionQuery } from './query';
import { storyArticlesQuerySchema, storyQuerySchema, storyVersionsQuerySchema } from './story-handlers';
import {
  eventsSchema,
  storyArticlesSchema,
  storyListSchema,
  storySchema,
  storyVersionsSchema,
} from './story-schemas';

export const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const problem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: problemSchema } },
};
export const ok = (description: string, schema: z.ZodType) => ({ description, content: json(schema) });
const articleId = z.object({ id: z.string().describe('Id of the article, percent-encoded') });
const storyId = z.object({ id: z.string().describe('Id of the story') });
const merged = { description: 'Merged away: Location is the survivor' };

const onceHeader = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .describe(
      'Any text of yours: a repetition with the same key and body gets the first answer again, for a day',
    ),
});
const resumeHeader = z.object({
  'last-event-id': z.string().optional().describe('Resumes after this event; wins over after'),
});

/** An operation that answers problems besides what it says itself. */
export function operation(
  scope: string,
  summary: string,
  more: Omit<ZodOpenApiOperationObject, 'summary'>,
): ZodOpenApiOperationObject {
  const responses = { ...more.responses, '4XX': problem, '5XX': problem };
  return { summary, description: `Scope: ${scope}.`, ...more, responses };
}

const articlePaths: ZodOpenApiPathsObject = {
  '/v1/articles': {
    post: operation('ingest', 'Post one article', {
      tags: ['Articles'],
      requestParams: { query: optionalCollectionQuery, header: onceHeader },
      requestBody: { content: { ...json(articleSchema), [NINJS_TYPE]: { schema: ninjsSchema } } },
      responses: { '202': ok('Kept and waiting for a worker', postedSchema) },
    }),
  },
  '/v1/articles/batch': {
    post: operation('ingest', 'Post many articles as NDJSON or as an array', {
      tags: ['Articles'],
      requestParams: { query: batchQuery, header: onceHeader },
      requestBody: {
        content: { 'application/x-ndjson': { schema: articleSchema }, ...json(z.array(articleSchema)) },
      },
      responses: { '202': ok('What became of each line', batchSchema) },
    }),
  },
  '/v1/articles/{id}': {
    get: operation('read', 'An article, where it stands and why', {
      tags: ['Articles'],
      requestParams: { path: articleId, query: collectionQuery },
      responses: { '200': ok('The article', articleViewSchema) },
    }),
    delete: operation('ingest', 'Withdraw an article', {
      tags: ['Articles'],
      requestParams: { path: articleId, query: collectionQuery },
      responses: { '202': ok('Withdrawn; it leaves its story shortly', withdrawnSchema) },
    }),
  },
  '/v1/articles/{id}/revisions': {
    get: operation('read', 'The revisions of an article, newest first, with what each changed', {
      tags: ['Articles'],
      requestParams: { path: articleId, query: collectionQuery },
      responses: { '200': ok('The revisions kept', revisionsSchema) },
    }),
  },
  '/v1/match': {
    post: operation('read', 'The stories a text would join, and why; nothing is stored', {
      tags: ['Matching'],
      requestParams: { query: optionalCollectionQuery },
      requestBody: { content: json(probeSchema) },
      responses: { '200': ok('Stories, most probable first', matchSchema) },
    }),
  },
  '/v1/compare': {
    post: operation('read', 'How two texts relate; nothing is stored', {
      tags: ['Matching'],
      requestBody: { content: json(compareSchema) },
      responses: { '200': ok('Level, probability, evidence and shared passages', comparedSchema) },
    }),
  },
};

const storyPaths: ZodOpenApiPathsObject = {
  '/v1/stories': {
    get: operation('read', 'List stories', {
      tags: ['Stories'],
      requestParams: { query: storiesQuerySchema },
      responses: { '200': ok('A page of stories without their bodies', storyListSchema) },
    }),
  },
  '/v1/stories/{id}': {
    get: operation('read', 'A canonical story, now or as of a version', {
      tags: ['Stories'],
      requestParams: { path: storyId, query: storyQuerySchema },
      responses: {
        '200': {
          description: 'The story',
          content: {
            ...json(storySchema),
            'application/ld+json': { schema: z.looseObject({}) },
            [NINJS_TYPE]: { schema: z.looseObject({}) },
          },
        },
        '301': merged,
      },
    }),
  },
  '/v1/stories/{id}/articles': {
    get: operation('read', 'The articles of a story with their roles', {
      tags: ['Stories'],
      requestParams: { path: storyId, query: storyArticlesQuerySchema },
      responses: { '200': ok('A page of articles', storyArticlesSchema), '301': merged },
    }),
  },
  '/v1/stories/{id}/versions': {
    get: operation('read', 'What changed in a story and when', {
      tags: ['Stories'],
      requestParams: { path: storyId, query: storyVersionsQuerySchema },
      responses: { '200': ok('Versions, newest first', storyVersionsSchema) },
    }),
  },
  '/v1/stories/{id}/explain': {
    get: operation('read', 'Why each article is in a story', {
      tags: ['Stories'],
      requestParams: { path: storyId, query: explainQuerySchema },
      responses: { '200': ok('Evidence, path and margin of each article', explainSchema), '301': merged },
    }),
  },
};

const eventPaths: ZodOpenApiPathsObject = {
  '/v1/events': {
    get: operation('read', 'Events: a stream, or a page that can wait', {
      tags: ['Events'],
      requestParams: { query: eventsQuerySchema, header: resumeHeader },
      responses: {
        '200': {
          description:
            'text/event-stream by Accept; else a page. CloudEvents 1.0 by Accept, alone or with the stream',
          content: {
            ...json(eventsSchema),
            'text/event-stream': { schema: z.string() },
            [CLOUDEVENTS_TYPE]: { schema: z.array(z.looseObject({})) },
          },
        },
      },
    }),
  },
};

const health = (summary: string): ZodOpenApiOperationObject => ({
  summary,
  tags: ['Operation'],
  security: [],
  responses: { '200': { description: 'Well' }, '503': { description: 'Not well' } },
});

/** The paths of `/v1` and of operation, for the OpenAPI document. */
export const apiPaths: ZodOpenApiPathsObject = {
  ...articlePaths,
  ...storyPaths,
  ...eventPaths,
  '/livez': { get: health('Whether the process serves') },
  '/readyz': { get: health('Whether Redis and workers are there') },
  '/metrics': { get: health('Figures for Prometheus') },
};
