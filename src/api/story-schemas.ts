import { z } from 'zod';
import { articleIds, page, probability, role, source, time } from './answer-parts';

const field = z.object({ text: z.string(), articleId: z.string().nullable(), rule: z.string() });
const storyStatus = z.enum(['active', 'retracted', 'merged']);
const counts = z.object({
  articles: z.number().int(),
  sources: z.number().int(),
  independentSources: z.number().int(),
  reprints: z.number().int(),
});
const origin = z
  .object({ articleId: z.string(), credit: z.string().nullable(), rule: z.string(), why: z.string() })
  .nullable();

const storyArticle = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    source,
    url: z.string().nullable(),
    title: z.string(),
    publishedAt: time.nullable(),
    role,
    reprintGroup: z.string(),
    probability,
    newSentences: z.number().int(),
    newFigures: z.array(z.string()),
  })
  .meta({ id: 'StoryArticle' });

const sentence = z.object({
  text: z.string(),
  articleId: z.string(),
  support: articleIds,
  supportCount: z.number().int(),
  supportGroups: z.number().int(),
  firstSeen: time,
  kind: z.enum(['shared', 'unique']),
  paragraph: z.number().int(),
  variants: z.array(z.object({ text: z.string(), articleIds })).optional(),
});

export const storySchema = z
  .object({
    id: z.string(),
    collection: z.string(),
    version: z.number().int(),
    status: storyStatus,
    language: z.string(),
    title: field,
    lead: field.extend({ articleIds }),
    bodyBase: z.object({ articleId: z.string().nullable(), rule: z.string() }),
    body: z.array(sentence),
    omittedSentences: z.number().int(),
    conflicts: z.array(
      z.object({
        kind: z.enum(['figure', 'date', 'place', 'name']),
        about: z.string(),
        values: z.array(z.object({ value: z.string(), articleIds })),
      }),
    ),
    articles: z.array(storyArticle),
    copies: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        shareOfTo: z.number(),
        shareOfFrom: z.number(),
        laterMs: z.number(),
      }),
    ),
    counts,
    origin,
    related: z.array(z.object({ storyId: z.string(), probability })),
    firstPublishedAt: time.nullable(),
    updatedAt: time.nullable(),
  })
  .meta({
    id: 'Story',
    description: 'The canonical story: one report made of all its reports, every part with its source',
  });

const summary = storySchema
  .pick({
    id: true,
    collection: true,
    version: true,
    status: true,
    language: true,
    title: true,
    lead: true,
    counts: true,
    origin: true,
    firstPublishedAt: true,
    updatedAt: true,
  })
  .extend({ sources: z.array(z.string()), url: z.string() })
  .meta({ id: 'StorySummary' });

export const storyListSchema = page(summary);
export const storyArticlesSchema = page(storyArticle);
export const storyVersionsSchema = page(
  z.object({
    version: z.number().int(),
    at: time,
    change: z.looseObject({}),
    events: z.array(
      z.looseObject({
        type: z.string(),
        from: z.union([z.string(), z.array(z.string())]).optional(),
        into: z.union([z.string(), z.array(z.string())]).optional(),
        articleStories: z
          .record(z.string(), z.string())
          .optional()
          .describe('Of a split: article → the story it went to'),
      }),
    ),
  }),
);

export const eventSchema = z
  .object({
    id: z.string().describe('Order and resume point'),
    type: z.string(),
    timestamp: time,
    collection: z.string(),
    data: z.looseObject({ story: storySchema.optional(), change: z.looseObject({}).optional() }),
  })
  .meta({ id: 'Event' });

export const eventsSchema = z.object({
  items: z.array(eventSchema),
  nextCursor: z.string().describe('Give as after for what follows; also there when nothing has come'),
  reset: z
    .object({ requested: z.string(), oldest: z.string().nullable() })
    .optional()
    .describe('The wanted position is no longer kept: read stories anew'),
});
