import { z } from 'zod';
import { clientId, freeText } from '../wire-text';

const storyId = z
  .string({ error: 'must be the id of a story' })
  .regex(/^[A-Za-z0-9_-]{1,100}$/, 'must be the id of a story');
const version = z
  .number({ error: 'must be the version of the story that you saw' })
  .int('must be a whole number')
  .min(1, 'must be at least 1');
const decisionName = z.string().regex(/^d[1-9]\d{0,14}$/, 'must be the id of a decision, such as d12');

/** A story as the reviewer saw it. */
export const storyRef = z.strictObject(
  { id: storyId, version },
  { error: 'must be an object {id, version}' },
);
const articles = (min: number, max: number) =>
  z
    .array(clientId, { error: 'must be a list of article ids' })
    .min(min, `must name at least ${min}`)
    .max(max, `must name at most ${max}`);

const shared = {
  reason: freeText(2_000).optional().describe('Why; kept in the audit'),
  replace: z
    .array(decisionName)
    .max(1_000)
    .optional()
    .describe('Decisions to overrule where they contradict'),
};

const stories = z
  .array(storyRef, { error: 'must be a list of {id, version}' })
  .min(1, 'must name one story or two')
  .max(2, 'must name one story or two');

const kinds = {
  merge: {
    into: storyRef,
    from: z.array(storyRef).min(1, 'must name a story').max(50, 'must name at most 50'),
  },
  split: { story: storyRef, articleIds: articles(1, 2_000) },
  move: { articleId: clientId, from: storyRef, to: storyRef },
  remove: { articleId: clientId, story: storyRef },
  confirm: { stories, articleIds: articles(1, 2_000).optional() },
  reject: { stories, articleIds: articles(2, 2).optional() },
  lock: { story: storyRef, locked: z.boolean({ error: 'must be true or false' }).default(true) },
  pin: { story: storyRef, title: clientId.nullish(), representative: clientId.nullish() },
  note: { story: storyRef, text: freeText(5_000).refine((text) => text.trim() !== '', 'must not be empty') },
} as const;

const variant = <Type extends keyof typeof kinds>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...kinds[type], ...shared });

/** A decision as a reviewer sends it. */
export const decisionSchema = z
  .discriminatedUnion(
    'type',
    [
      variant('merge'),
      variant('split'),
      variant('move'),
      variant('remove'),
      variant('confirm'),
      variant('reject'),
      variant('lock'),
      variant('pin'),
      variant('note'),
    ],
    { error: `"type" must be one of ${Object.keys(kinds).join(', ')}` },
  )
  .meta({ id: 'DecisionRequest' });

export type DecisionBody = z.output<typeof decisionSchema>;

/** Decisions carried out or previewed in one request. */
export const bulkSchema = z.strictObject(
  {
    decisions: z.array(decisionSchema, { error: 'must be a list of decisions' }).min(1).max(200),
    confirmation: z.string().max(200).optional().describe('From the preview, above a size'),
  },
  { error: 'must be an object {decisions}' },
);

export const undoSchema = z.strictObject({
  with: z.array(decisionName).max(1_000).optional().describe('Later decisions to take back together with it'),
  reason: freeText(2_000).optional(),
});
