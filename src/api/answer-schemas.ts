import { z } from 'zod';
import { page, probability, role, source, time } from './answer-parts';
import { PROBLEM_KINDS } from './problems';

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

const ignored = z
  .array(z.string())
  .optional()
  .describe('Fields that were sent and are not known: misspelled, or of no use here');
const accepted = { id: z.string(), status: postStatus, revision: z.number().int(), ignored };

export const postedSchema = z
  .object({ ...accepted, collection: z.string(), links })
  .meta({ id: 'PostedAnswer' });

export const batchSchema = z
  .object({
    accepted: z.number().int(),
    rejected: z.number().int(),
    items: z.array(
      z.union([
        z.object({ line: z.number().int(), ...accepted }),
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
  .extend({ articleId: z.string(), title: z.string(), source, probability, storyId: z.string().optional() });

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
    reason: z.string().optional().describe('Why it is there, in a sentence'),
    why: z.array(articleMatch).optional().describe('The strongest matches inside the story'),
    nearest: z.array(articleMatch).optional().describe('The strongest matches in other stories'),
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
