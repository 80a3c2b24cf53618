import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { version } from '../../../package.json';
import { page } from '../answer-parts';
import { problemSchema } from '../answer-schemas';
import { json, ok, operation } from '../api-paths';
import type { ApiDeps } from '../deps';
import { collectionQuery } from '../query';
import type { Handler } from '../routes';
import {
  decidedSchema,
  decisionWireSchema,
  failureSchema,
  keysSchema,
  listedConstraintSchema,
  madeKeySchema,
  reviewSchema,
  sessionSchema,
  settingsWireSchema,
} from './admin-schemas';
import { auditQuerySchema } from './audit';
import { calibrationQuerySchema, calibrationSchema } from './calibration-schema';
import { compareQuerySchema } from './compare';
import { bulkSchema, decisionSchema, undoSchema } from './decision-schema';
import { retryQuerySchema } from './failures';
import { newKeySchema } from './keys';
import { constraintsQuerySchema, scanQuerySchema } from './lists';
import { reviewsQuerySchema } from './reviews';
import { logInSchema } from './session';
import { settingsSchema } from './settings';
import { simulateSchema } from './simulate';
import { storyViewQuerySchema } from './story-view';

type Params = NonNullable<ZodOpenApiOperationObject['requestParams']>;

const anything = z.looseObject({});
const byId = { path: z.object({ id: z.string() }), query: collectionQuery } satisfies Params;

const read = (summary: string, answer: z.ZodType, requestParams: Params = { query: collectionQuery }) =>
  operation('review', summary, { requestParams, responses: { '200': ok(summary, answer) } });

interface WriteOptions {
  readonly status?: `2${number}`;
  readonly requestParams?: Params;
  readonly scope?: string;
}

const write = (
  summary: string,
  body: z.ZodType,
  answer: z.ZodType,
  { status = '201', requestParams = { query: collectionQuery }, scope = 'review' }: WriteOptions = {},
) =>
  operation(scope, summary, {
    requestParams,
    requestBody: { content: json(body) },
    responses: { [status]: ok(summary, answer) },
  });

const short = (type: string, subject: string) => ({
  post: write(
    `Decide "${type}": the members of DecisionRequest less "type" and what the path says${subject}`,
    anything,
    decidedSchema,
    { requestParams: byId },
  ),
});

const decisionPaths: ZodOpenApiPathsObject = {
  '/admin/api/decisions': {
    get: read('Decisions, newest first', page(decisionWireSchema), { query: auditQuerySchema }),
    post: write('Carry out a decision', decisionSchema, decidedSchema),
  },
  '/admin/api/decisions/preview': {
    post: write('What decisions would change', bulkSchema, anything, { status: '200' }),
  },
  '/admin/api/decisions/bulk': {
    post: write('Carry out decisions, each by itself', bulkSchema, anything, { status: '200' }),
  },
  '/admin/api/decisions/{id}': { get: read('A decision', decisionWireSchema, byId) },
  '/admin/api/decisions/{id}/undo': {
    post: write('Take a decision back', undoSchema, decidedSchema, { requestParams: byId }),
  },
  ...Object.fromEntries(
    ['merge', 'split', 'confirm', 'reject', 'lock', 'pin', 'note'].map((type) => [
      `/admin/api/stories/{id}/${type}`,
      short(type, '; "version" is that of the story'),
    ]),
  ),
  ...Object.fromEntries(
    ['move', 'remove'].map((type) => [`/admin/api/articles/{id}/${type}`, short(type, '')]),
  ),
};

const readPaths: ZodOpenApiPathsObject = {
  '/admin/api/reviews': {
    get: read(
      'Doubtful stories, of the highest risk first',
      page(reviewSchema).extend({ total: z.number().int() }),
      {
        query: reviewsQuerySchema,
      },
    ),
  },
  '/admin/api/stories/{id}': {
    get: read('A story as reviewers see it', anything, { path: byId.path, query: storyViewQuerySchema }),
  },
  '/admin/api/stories/{id}/timeline': { get: read('What happened to a story', anything, byId) },
  '/admin/api/compare': { get: read('Two articles side by side', anything, { query: compareQuerySchema }) },
  '/admin/api/audit': {
    get: read('Who decided what, when and why; all as NDJSON by Accept', page(decisionWireSchema), {
      query: auditQuerySchema,
    }),
  },
  '/admin/api/constraints': {
    get: read('What belongs together or apart', page(listedConstraintSchema), {
      query: constraintsQuerySchema,
    }),
  },
  '/admin/api/failures': {
    get: read('Articles and stories set aside', page(failureSchema), { query: scanQuerySchema }),
  },
  '/admin/api/failures/{id}/retry': {
    post: write('Have what was set aside tried again', anything, anything, {
      status: '202',
      requestParams: { path: byId.path, query: retryQuerySchema },
    }),
  },
  '/admin/api/calibration': {
    get: read(
      'Thresholds that decisions speak for, and those that have a wanted precision',
      calibrationSchema,
      {
        query: calibrationQuerySchema,
      },
    ),
  },
  '/admin/api/simulate': {
    post: write('What another threshold would merge or split', simulateSchema, anything, { status: '200' }),
  },
  '/admin/api/stats': { get: read('How a collection stands', anything) },
  '/admin/api/openapi.json': { get: read('This description', anything, {}) },
};

const adminPaths: ZodOpenApiPathsObject = {
  ...decisionPaths,
  ...readPaths,
  '/admin/api/session': {
    get: read('Who is logged in', sessionSchema, {}),
    post: write('Log in with a key: sets a cookie', logInSchema, sessionSchema, { requestParams: {} }),
    delete: operation('review', 'Log out', { responses: { '204': { description: 'Logged out' } } }),
  },
  '/admin/api/settings': {
    get: read('What is set for a collection', settingsWireSchema),
    put: write('Set thresholds and rules', settingsSchema, settingsWireSchema, {
      status: '200',
      scope: 'admin',
    }),
  },
  '/admin/api/keys': {
    get: read('Keys', keysSchema, {}),
    post: write('Make a key', newKeySchema, madeKeySchema, { requestParams: {}, scope: 'admin' }),
  },
  '/admin/api/keys/{id}': {
    delete: operation('admin', 'Revoke a key', {
      requestParams: { path: byId.path },
      responses: { '204': { description: 'Revoked' } },
    }),
  },
};

/** The OpenAPI 3.1 document of the admin routes: apart from that of `/v1`, which is for clients. */
export function buildAdminOpenApi(publicUrl?: string) {
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Storyfold for reviewers and administrators', version },
    servers: [{ url: publicUrl ?? '/' }],
    security: [{ key: [] }, { session: [] }],
    paths: adminPaths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'sf_session', description: 'With X-CSRF-Token' },
      },
    },
  });
}

/** `GET /admin/api/openapi.json`. */
export function getAdminOpenApi({ options }: ApiDeps): Handler {
  let text: string | undefined;
  return (_req, res) => {
    text ??= JSON.stringify(buildAdminOpenApi(options.publicUrl));
    res.type('json').set('Cache-Control', 'private, max-age=300').send(text);
  };
}
