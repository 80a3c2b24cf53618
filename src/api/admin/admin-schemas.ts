import { z } from 'zod';
import { page, probability, time } from '../answer-parts';

const actor = z.object({ id: z.string(), name: z.string() });
const ids = z.array(z.string());

export const constraintSchema = z
  .object({ kind: z.enum(['must', 'cannot']), articleIds: ids, decision: z.string() })
  .meta({ id: 'Constraint', description: 'must: they belong to one story; cannot: they never do' });

export const listedConstraintSchema = constraintSchema.extend({
  articles: z
    .array(
      z.object({
        title: z.string().nullable(),
        source: z.string().nullable(),
        storyId: z.string().nullable().describe('Where it is now'),
      }),
    )
    .describe('In the order of articleIds; null past retention'),
});

const side = z.object({
  stories: z.record(z.string(), ids),
  fields: z.array(z.object({ storyId: z.string(), field: z.enum(['lock', 'pin']), value: z.string() })),
});

export const decisionWireSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    at: time,
    actor,
    reason: z.string().nullable(),
    text: z.string().optional(),
    summary: z.string(),
    titles: z
      .record(z.string(), z.string())
      .optional()
      .describe('In lists: what the stories of the summary are called now'),
    stories: ids,
    articles: ids.describe('Those that changed story'),
    before: side,
    after: side,
    constraints: z.object({ added: z.array(constraintSchema), removed: z.array(constraintSchema) }),
    undoneBy: z.string().nullable(),
    undoes: ids,
    settings: z.looseObject({}).optional(),
    truncated: z.boolean().optional().describe('before and after do not show all articles'),
  })
  .meta({ id: 'Decision' });

export const storyStateSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    status: z.enum(['active', 'merged', 'retracted', 'unknown']),
    into: z.string().optional(),
    size: z.number().int(),
    title: z.string(),
    locked: z.boolean(),
    changedBy: decisionWireSchema.optional(),
  })
  .meta({ id: 'StoryState' });

export const decidedSchema = z
  .object({ decision: decisionWireSchema, stories: z.array(storyStateSchema) })
  .meta({ id: 'DecisionAnswer' });

const reviewCase = z.object({
  kind: z.enum(['between', 'weak', 'bridge']),
  probability,
  articleId: z.string(),
  articleTitle: z.string(),
  articleSource: z.string(),
  otherArticleId: z.string().optional(),
  otherTitle: z.string().optional(),
  otherSource: z.string().optional(),
  otherStoryId: z.string().optional(),
  otherStoryTitle: z.string().optional(),
  otherVersion: z.number().int().optional(),
  articleIds: ids.optional().describe('Of a bridge: the smaller side, ready for a split'),
});

export const reviewSchema = z
  .object({
    storyId: z.string(),
    version: z.number().int(),
    risk: probability,
    factors: z.record(z.string(), probability).describe('What the risk is made of'),
    conflicts: z.number().int(),
    title: z.string(),
    locked: z.boolean(),
    language: z.string().nullable(),
    sources: ids,
    counts: z.looseObject({}).nullable(),
    updatedAt: time.nullable(),
    firstSeenAt: time,
    cases: z.array(reviewCase),
  })
  .meta({ id: 'Review' });

const limitedTo = ids.nullable().describe('The collections that the key is for; null is all of them');

export const sessionSchema = z
  .object({
    actor,
    scopes: ids,
    collections: limitedTo,
    csrf: z.string().nullable().describe('To be sent in X-CSRF-Token with every change; null with a key'),
    expiresAt: time.nullable(),
  })
  .meta({ id: 'Session' });

const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: ids,
  collections: limitedTo,
  createdAt: time,
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
});

export const keysSchema = page(keySchema);
export const madeKeySchema = z.object({ key: keySchema, token: z.string().describe('Shown this once') });

export const settingsWireSchema = z
  .object({
    revision: z.number().int(),
    thresholds: z.object({ merge: probability, review: probability }),
    defaults: z.object({ merge: probability, review: probability }),
    rules: z.looseObject({}),
    set: z.object({ thresholds: ids, rules: ids }).describe('What is not as the service has it'),
    reassessing: z
      .object({ done: z.number().int(), stories: z.number().int() })
      .nullable()
      .describe('How far the review queue was brought in line with changed thresholds; null when it is'),
  })
  .meta({ id: 'Settings' });

export const failureSchema = z.object({
  kind: z.enum(['article', 'story']),
  articleId: z.string().nullable().describe('null for a story'),
  storyId: z.string().nullable().describe('null for an article'),
  revision: z.number().int().describe('Of a story: which state of its membership'),
  error: z.string(),
  at: time,
  title: z.string(),
  source: z.looseObject({}).nullable(),
});
