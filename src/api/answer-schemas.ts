import { z } from 'zod';
import { PROBLEM_KINDS } from './problems';

const time = z.string().meta({ format: 'date-time' });
const probability = z.number().min(0).max(1);
const articleIds = z.array(z.string());
const source = z.object({ name: z.string(), id: z.string().optional(), group: z.string().optional() });
const cursor = z.string().nullable().describe('Give as cursor for the next page; null on the last');

const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: cursor });

export const problemSchema = z
  .looseObject({
    type: z.string().describe(`/problems/… — one of ${Object.keys(PROBLEM_KINDS).join(', ')}`),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What was wrong with this request and what would be right'),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem' });

const links = z.object({ self: z.string(), story: z.string().optional() });
const postStatus = z
  .enum(['created', 'revised', 'unchanged'])
  .describe('unchanged: the newest revision has the same content, nothing was done');

export const postedSchema = z
  .object({ id: z.string(), status: postStatus, revision: z.number().int(), collection: z.string(), links })
  .meta({ id: 'PostedAnswer' });

export const batchSchema = z
  .object({
    accepted: z.number().int(),
    rejected: z.number().int(),
    items: z.array(
      z.union([
        z.object({ line: z.number().int(), id: z.string(), status: postStatus, revision: z.number().int() }),
        z.object({ line: z.number().int(), error: problemSchema }),
      ]),
    ),
  })
  .meta({ id: 'BatchAnswer' });

const evidence = z.object({
  feature: z.string(),
  value: z.number().optional(),
  weight: z.number(),
  contribution: z.number().describe('Log-odds added: positive speaks for one story'),
});
const level = z.enum(['copy', 'story', 'related', 'none']);
const match = z.object({ level, probability, evidence: z.array(evidence) });
const articleMatch = match
  .partial()
  .extend({ articleId: z.string(), title: z.string(), source, probability });

const role = z.enum(['origin', 'reprint', 'rewrite', 'extension', 'update']);

export const articleViewSchema = z
  .object({
    id: z.string(),
    collection: z.string(),
    revision: z.number().int(),
    status: z.enum(['queued', 'clustered', 'failed', 'withdrawn']),
    storyId: z.string().optional(),
    reprintGroup: z.string().optional(),
    role: role.optional(),
    probability: probability.optional(),
    why: z.array(articleMatch).optional(),
    failure: z.looseObject({}).optional(),
    title: z.string(),
    text: z.string().optional(),
    html: z.string().optional(),
    source,
    url: z.string().optional(),
    canonicalUrl: z.string().optional(),
    publishedAt: time.optional(),
    receivedAt: time,
    author: z.string().optional(),
    language: z.string().optional(),
    tags: z.array(z.string()).optional(),
    credit: z.string().optional(),
    publicationStatus: z.enum(['usable', 'withheld', 'canceled']),
    links,
  })
  .meta({ id: 'Article' });

export const withdrawnSchema = z
  .object({
    id: z.string(),
    status: z.literal('withdrawn'),
    result: postStatus,
    storyId: z.string().optional(),
    stillCarriedBy: z.array(
      z.object({
        articleId: z.string(),
        share: z.number(),
        sentences: z.array(z.string()),
        count: z.number().int(),
      }),
    ),
    links,
  })
  .meta({ id: 'WithdrawalAnswer' });

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
  z.object({ version: z.number().int(), at: time, change: z.looseObject({}) }),
);

export const explainSchema = page(
  z.object({
    articleId: z.string().optional(),
    role: role.optional(),
    reprintGroup: z.string().optional(),
    probability,
    joinedAt: time,
    path: z.array(z.string()).describe('From the first article of the story over the strongest matches'),
    evidence: z.array(articleMatch),
    nextStory: z.object({ storyId: z.string(), probability }).nullable(),
    margin: z.number().describe('Probability of belonging here less that of belonging to the next story'),
  }),
).extend({
  storyId: z.string(),
  thresholds: z.object({ merge: probability, review: probability }),
  paramsVersion: z.string(),
});

export const matchSchema = z
  .object({
    collection: z.string(),
    language: z.string(),
    stories: z.array(
      z.object({
        storyId: z.string(),
        title: z.string(),
        probability,
        verdict: z.enum(['join', 'review', 'apart']),
        matches: z.array(articleMatch),
        url: z.string(),
      }),
    ),
    thresholds: z.object({ merge: probability, review: probability }),
    paramsVersion: z.string(),
  })
  .meta({ id: 'MatchAnswer' });

export const comparedSchema = match
  .extend({
    passages: z.array(z.object({ a: z.string(), b: z.string(), same: z.boolean() })),
    languages: z.array(z.string()),
    paramsVersion: z.string(),
  })
  .meta({ id: 'CompareAnswer' });

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
