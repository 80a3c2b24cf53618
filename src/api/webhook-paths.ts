import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, ok, operation } from './api-paths';
import { CLOUDEVENT_TYPE } from './event-formats';
import { cloudEventSchema, EVENT_MESSAGES, webhookHeaders } from './event-messages';
import { deliveriesQuerySchema, recoverQuerySchema } from './webhook-deliveries';
import {
  createdWebhookSchema,
  deliveryListSchema,
  deliverySchema,
  newWebhookSchema,
  queuedDeliverySchema,
  recoverySchema,
  rotatedSecretSchema,
  rotationSchema,
  webhookChangeSchema,
  webhookListSchema,
  webhookSchema,
} from './webhook-schemas';

const tags = ['Webhooks'];
const webhookId = z.object({ id: z.string().describe('Id of the webhook') });
const deliveryId = webhookId.extend({
  deliveryId: z.string().describe('The webhook-id header of the message'),
});
const body = (schema: z.ZodType) => ({ content: json(schema) });

/** The paths of `/v1/webhooks`, for the OpenAPI document. */
export const webhookPaths: ZodOpenApiPathsObject = {
  '/v1/webhooks': {
    get: operation('admin', 'List webhooks', {
      tags,
      responses: { '200': ok('All of them', webhookListSchema) },
    }),
    post: operation('admin', 'Make a webhook that gets the events from now on', {
      tags,
      requestBody: body(newWebhookSchema),
      responses: { '201': ok('With its secret, which is shown this once', createdWebhookSchema) },
    }),
  },
  '/v1/webhooks/{id}': {
    get: operation('admin', 'A webhook and how it stands', {
      tags,
      requestParams: { path: webhookId },
      responses: { '200': ok('The webhook', webhookSchema) },
    }),
    patch: operation('admin', 'Change, pause or resume a webhook', {
      tags,
      requestParams: { path: webhookId },
      requestBody: body(webhookChangeSchema),
      responses: { '200': ok('As it is now', webhookSchema) },
    }),
    delete: operation('admin', 'End a webhook, with what waits for it', {
      tags,
      requestParams: { path: webhookId },
      responses: { '204': { description: 'Gone' } },
    }),
  },
  '/v1/webhooks/{id}/rotate-secret': {
    post: operation('admin', 'Replace the secret; both sign for a time', {
      tags,
      requestParams: { path: webhookId },
      requestBody: { ...body(rotationSchema), required: false },
      responses: { '200': ok('The new secret, shown this once', rotatedSecretSchema) },
    }),
  },
  '/v1/webhooks/{id}/test': {
    post: operation('admin', 'Send a test message', {
      tags,
      requestParams: { path: webhookId },
      responses: { '202': ok('On its way', queuedDeliverySchema) },
    }),
  },
  '/v1/webhooks/{id}/recover': {
    post: operation('admin', 'Send everything since a time or an event again', {
      tags,
      requestParams: { path: webhookId, query: recoverQuerySchema },
      responses: { '202': ok('On its way', recoverySchema) },
    }),
  },
  '/v1/webhooks/{id}/deliveries': {
    get: operation('admin', 'What was delivered of late, and what was not', {
      tags,
      requestParams: { path: webhookId, query: deliveriesQuerySchema },
      responses: { '200': ok('Newest first; 500 are kept, for 7 days', deliveryListSchema) },
    }),
  },
  '/v1/webhooks/{id}/deliveries/{deliveryId}': {
    get: operation('admin', 'One delivery with its last attempts', {
      tags,
      requestParams: { path: deliveryId },
      responses: { '200': ok('The delivery', deliverySchema) },
    }),
  },
  '/v1/webhooks/{id}/deliveries/{deliveryId}/resend': {
    post: operation('admin', 'Send an event again', {
      tags,
      requestParams: { path: deliveryId },
      responses: { '202': ok('On its way', queuedDeliverySchema) },
    }),
  },
};

/** The requests that webhooks get, for the `webhooks` of the OpenAPI document. */
export const webhookMessages: ZodOpenApiPathsObject = Object.fromEntries(
  Object.entries(EVENT_MESSAGES).map(([type, { description, schema }]) => [
    type,
    {
      post: {
        summary: description,
        tags: ['Events'],
        requestParams: { header: webhookHeaders },
        requestBody: {
          content: { ...json(schema), [CLOUDEVENT_TYPE]: { schema: cloudEventSchema } },
        },
        responses: {
          '2XX': { description: 'Taken' },
          '410': { description: 'Never again: the webhook is disabled' },
          default: { description: 'Tried again later, not before Retry-After with 429 and 5xx' },
        },
      },
    },
  ]),
);
