import { z } from 'zod';
import { EVENT_TYPES } from '../event-types';
import { time } from './answer-parts';
import { collectionName, lineText, requiredLine, webUrl } from './wire-text';

const url = webUrl.refine((value) => {
  const { username, password, hash } = new URL(value);
  return username === '' && password === '' && hash === '';
}, 'must have no user name, password or #fragment: whoever can see the address could use them');

const settings = {
  url: url.describe('Where events are POSTed to'),
  description: lineText(200).describe('For people'),
  types: z
    .array(z.enum(EVENT_TYPES, { error: `must be one of ${EVENT_TYPES.join(', ')}` }))
    .min(1, 'must name at least one; leave it out for all')
    .max(50)
    .describe('Only these types of event'),
  source: z
    .array(requiredLine(200), { error: 'must be an array of names or ids of outlets' })
    .max(50, 'must have at most 50 entries')
    .describe('Only stories that one of these outlets reports'),
  minSources: z
    .int('must be a whole number')
    .min(1)
    .max(100_000)
    .describe('Only stories with at least this many outlets'),
  q: lineText(300).describe('Only stories with all these words'),
  format: z.enum(['plain', 'cloudevents'], { error: 'must be plain or cloudevents' }),
};

const { description, types, source, minSources, q, format } = settings;
const filters = { description, types, source, minSources, q };
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().optional();

/** A new webhook. Unknown fields are refused: a misspelled filter would send everything. */
export const newWebhookSchema = z
  .strictObject({
    url: settings.url,
    collection: collectionName.default('default'),
    ...z.object(filters).partial().shape,
    format: format.default('plain'),
  })
  .meta({ id: 'NewWebhook' });

/** A change of a webhook: what is left out stays, null takes a filter away. */
export const webhookChangeSchema = z
  .strictObject({
    url: settings.url.optional(),
    description: orNull(description),
    types: orNull(types),
    source: orNull(source),
    minSources: orNull(minSources),
    q: orNull(q),
    format: format.optional(),
    status: z
      .enum(['active', 'paused'], { error: 'must be active or paused' })
      .optional()
      .describe('active goes on from where it stopped, as far as the events are still kept'),
  })
  .meta({ id: 'WebhookChange' });

export const rotationSchema = z
  .strictObject({
    graceSeconds: z
      .int('must be a whole number')
      .min(0)
      .max(7 * 86_400, 'must be at most 7 days')
      .default(86_400)
      .describe('How long the secret before it signs too'),
  })
  .meta({ id: 'SecretRotation' });

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    collection: z.string(),
    ...z.object(filters).partial().shape,
    format,
    status: z.enum(['active', 'paused', 'disabled']).describe('disabled: its receiver answered 410'),
    reason: z.string().optional().describe('Why it is not active'),
    statusSince: time,
    createdAt: time,
    position: z.string().describe('Event up to which events were taken up for it'),
    pending: z.number().int().describe('Messages waiting to be delivered or tried again'),
    delivered: z.number().int(),
    failed: z.number().int().describe('Given up after the last attempt'),
    failingSince: time.optional().describe('First failure since the last success'),
    holdUntil: time.optional().describe('The receiver asked for no attempt before'),
    secrets: z.array(z.object({ createdAt: time, expiresAt: time.optional() })),
    links: z.object({ self: z.string(), deliveries: z.string() }),
  })
  .meta({ id: 'Webhook' });

const secret = z.string().describe('whsec_…: shown this once');

export const createdWebhookSchema = webhookSchema.extend({ secret }).meta({ id: 'CreatedWebhook' });
export const rotatedSecretSchema = z.object({
  secret,
  previousExpiresAt: time.describe('Until then messages carry both signatures'),
});

export const webhookListSchema = z.object({ items: z.array(webhookSchema), nextCursor: z.null() });

export const deliverySchema = z
  .object({
    id: z.string().describe('The webhook-id header'),
    type: z.string(),
    storyId: z.string().optional(),
    status: z.enum(['waiting', 'delivered', 'failed']),
    createdAt: time,
    attemptCount: z.number().int(),
    nextAttemptAt: time.optional(),
    attempts: z
      .array(
        z.object({
          at: time,
          durationMs: z.number(),
          status: z.number().int().optional(),
          error: z.string().optional(),
          response: z
            .string()
            .optional()
            .describe('Beginning of the answer, unprintable characters spelled out'),
        }),
      )
      .describe('The newest three'),
  })
  .meta({ id: 'Delivery' });

export const deliveryListSchema = z.object({
  items: z.array(deliverySchema),
  nextCursor: z.string().nullable(),
});

export const queuedDeliverySchema = z.object({
  deliveryId: z.string(),
  links: z.object({ delivery: z.string() }),
});

export const recoverySchema = z.object({
  since: z.string().describe('Events after this id are sent, those had before again'),
  oldestKept: z.string().nullable(),
  complete: z.boolean().describe('false: events after since are no longer kept; read the stories anew'),
});
