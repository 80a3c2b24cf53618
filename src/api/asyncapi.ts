import { z } from 'zod';
import { version } from '../../package.json';
import type { ApiDeps } from './deps';
import { CLOUDEVENT_TYPE } from './event-formats';
import { cloudEventSchema, EVENT_MESSAGES, webhookHeaders } from './event-messages';
import type { Handler } from './routes';

const DESCRIPTION =
  'The events of Storyfold: as an event stream to be read, and as webhooks that are sent. Delivered at least once and in ' +
  'order per story; whoever drops ids it has had sees each event once.';

type Types = readonly (keyof typeof EVENT_MESSAGES)[];
const ALL = Object.keys(EVENT_MESSAGES) as unknown as Types;
const STREAMED: Types = ALL.filter((type) => type !== 'webhook.test');

/** The AsyncAPI 3.0 document of the event side, made of the schemas of the events. */
export function buildAsyncApi(publicUrl = 'http://127.0.0.1:3000') {
  const { host, protocol, pathname } = new URL(publicUrl);
  const schemas: Record<string, unknown> = {};
  const messages = ALL.map((type) => [messageName(type), describeMessage(type, schemas)] as const);
  refer(cloudEventSchema, schemas);
  return {
    asyncapi: '3.0.0',
    info: { title: 'Storyfold events', version, description: DESCRIPTION, license: { name: 'MIT' } },
    defaultContentType: 'application/json',
    servers: {
      api: {
        host,
        ...(pathname !== '/' && { pathname }),
        protocol: protocol.slice(0, -1),
        description: 'GET with Accept: text/event-stream',
        security: [{ $ref: '#/components/securitySchemes/key' }],
      },
    },
    channels: {
      events: {
        address: '/v1/events',
        title: 'Event stream',
        description:
          'Server-sent events; resumes after Last-Event-ID. Filters as query parameters: see the OpenAPI document.',
        servers: [{ $ref: '#/servers/api' }],
        messages: refs(STREAMED, '#/components/messages/'),
        bindings: { http: {} },
      },
      webhooks: {
        address: null,
        title: 'Webhooks',
        description: 'POSTed to the address of each webhook that was made with POST /v1/webhooks.',
        messages: refs(ALL, '#/components/messages/'),
        bindings: { http: {} },
      },
    },
    operations: {
      streamEvents: {
        action: 'send',
        channel: { $ref: '#/channels/events' },
        summary: 'Events to whoever keeps the stream open',
        messages: Object.values(refs(STREAMED, '#/channels/events/messages/')),
        bindings: { http: { method: 'GET' } },
      },
      sendWebhook: {
        action: 'send',
        channel: { $ref: '#/channels/webhooks' },
        summary: 'Events to a receiver, signed as Standard Webhooks say',
        messages: Object.values(refs(ALL, '#/channels/webhooks/messages/')),
        bindings: { http: { method: 'POST' } },
      },
    },
    components: {
      messages: Object.fromEntries(messages),
      schemas,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key with the scope read' } },
    },
  };
}

/** `GET /asyncapi.json`. The document is made once, at the first call. */
export function getAsyncApi({ options }: ApiDeps): Handler {
  let json: string | undefined;
  return (_req, res) => {
    json ??= JSON.stringify(buildAsyncApi(options.publicUrl));
    res.type('json').set('Cache-Control', 'public, max-age=300').send(json);
  };
}

function describeMessage(type: keyof typeof EVENT_MESSAGES, schemas: Record<string, unknown>) {
  const { description, schema } = EVENT_MESSAGES[type];
  return {
    name: type,
    title: type,
    summary: description,
    description: `As ${CLOUDEVENT_TYPE} (see the schema CloudEvent) where the Accept header or the webhook asks for it.`,
    contentType: 'application/json',
    headers: refer(webhookHeaders, schemas),
    payload: refer(schema, schemas),
  };
}

/** References to messages by name. */
const refs = (types: Types, prefix: string): Record<string, { $ref: string }> =>
  Object.fromEntries(types.map((type) => [messageName(type), { $ref: `${prefix}${messageName(type)}` }]));

/** Keys of maps must not have a full stop in every reader of such documents. */
const messageName = (type: string): string => type.replace('.', '_');

/** A schema as JSON Schema; those with names of their own are entered into `schemas`, and referred to there. */
function refer(schema: z.ZodType, schemas: Record<string, unknown>): Record<string, unknown> {
  const json = JSON.stringify(z.toJSONSchema(schema, { target: 'draft-07' }));
  const {
    $schema: _dialect,
    definitions,
    ...rest
  } = JSON.parse(json.replaceAll('"#/definitions/', '"#/components/schemas/')) as Record<string, unknown>;
  Object.assign(schemas, definitions);
  return rest;
}
