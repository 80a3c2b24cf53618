import { z } from 'zod';
import { time } from './answer-parts';
import { eventSchema, storySchema } from './story-schemas';

const storyId = z.string();

const change = z
  .looseObject({
    articles: z.looseObject({}).optional().describe('Articles added, removed and revised'),
    newSentences: z.array(z.looseObject({})).optional(),
    newSentenceCount: z.number().int(),
    conflicts: z.array(z.looseObject({})).optional().describe('New and changed ones'),
    settledConflicts: z.array(z.string()).optional(),
    fields: z.array(z.string()).describe('Fields of the story that differ'),
  })
  .meta({ id: 'StoryChange', description: 'What is new in this version' });

const shortened = {
  truncated: z
    .literal(true)
    .optional()
    .describe('Webhooks only: the story was too large and is its summary; read it at links.story'),
  links: z.object({ story: z.string() }).optional(),
};

const storyData = z.looseObject({ story: storySchema.partial(), change, ...shortened });

const message = (type: string, description: string, data: z.ZodType) => ({
  description,
  schema: eventSchema
    .extend({ type: z.literal(type), data })
    .meta({ id: `Event_${type.replace('.', '_')}`, description }),
});

/** Every type of message that subscribers get, with its schema. The stream has no `webhook.test`. */
export const EVENT_MESSAGES = {
  'story.created': message('story.created', 'A new story; its articles were in no published one', storyData),
  'story.updated': message('story.updated', 'A story has changed', storyData),
  'story.merged': message(
    'story.merged',
    'Stories were merged into this one; their addresses lead to it from now on',
    storyData.extend({ change: change.extend({ from: z.array(storyId), into: storyId }) }),
  ),
  'story.split': message(
    'story.split',
    'Articles of this story are now stories of their own',
    storyData.extend({
      change: change.extend({
        from: storyId,
        into: z.array(storyId),
        articleStories: z.record(z.string(), storyId).describe('Article → the story it is in now'),
      }),
    }),
  ),
  'story.retracted': message('story.retracted', 'All articles of a story were withdrawn', storyData),
  'review.needed': message('review.needed', 'A person is asked to decide', z.looseObject({})),
  'review.decided': message('review.decided', 'A person has decided', z.looseObject({})),
  'webhook.paused': message(
    'webhook.paused',
    'A webhook was paused after days of failure, or disabled because its receiver answered 410',
    z.object({
      webhook: z.object({
        id: z.string(),
        origin: z.string().describe('Scheme, host and port of its address'),
        description: z.string().optional(),
        status: z.enum(['paused', 'disabled']),
      }),
      reason: z.enum(['failing', 'gone']),
      detail: z.string(),
    }),
  ),
  'stream.reset': message(
    'stream.reset',
    'Events between the position asked for and the oldest one kept are gone: read the stories anew',
    z.object({ requested: z.string(), oldest: z.string().nullable() }),
  ),
  'webhook.test': message(
    'webhook.test',
    'Sent on request; webhooks only',
    z.object({ webhook: z.object({ id: z.string() }), message: z.string() }),
  ),
} as const;

/** An event as CloudEvents 1.0 in structured JSON. */
export const cloudEventSchema = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string(),
    type: z.string(),
    source: z.string(),
    subject: z.string().optional().describe('Id of the story'),
    time,
    datacontenttype: z.literal('application/json'),
    data: z.looseObject({}),
  })
  .meta({ id: 'CloudEvent' });

/** Headers of every webhook request. An event stream has none of its own for a message. */
export const webhookHeaders = z.object({
  'webhook-id': z
    .string()
    .describe('The same for every attempt and for a message sent again: drop what you have had'),
  'webhook-timestamp': z
    .string()
    .describe('Seconds since 1970 at the attempt: refuse what is more than 5 minutes off'),
  'webhook-signature': z
    .string()
    .describe('v1,<base64 HMAC-SHA256 of id.timestamp.body>; several, by spaces'),
});
