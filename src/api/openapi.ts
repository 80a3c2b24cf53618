import { createDocument, type oas31, type ZodOpenApiPathsObject } from 'zod-openapi';
import { version } from '../../package.json';
import { problemSchema } from './answer-schemas';
import { apiPaths } from './api-paths';
import type { ApiDeps } from './deps';
import { feedPaths } from './feed-paths';
import type { Handler } from './routes';
import { webhookMessages, webhookPaths } from './webhook-paths';

const DESCRIPTION =
  'Storyfold folds the many reports of one story into one. Post articles, read stories, follow events. ' +
  'Errors are RFC 9457 problems; lists are paged by cursor; bulk posts go to /v1/articles/batch.';

/** The OpenAPI 3.1 document, made of the schemas that validate requests. `more` are paths of other routers. */
export function buildOpenApi(publicUrl?: string, more: ZodOpenApiPathsObject = {}): oas31.OpenAPIObject {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Storyfold',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl ?? '/' }],
    security: [{ key: [] }],
    paths: { ...apiPaths, ...webhookPaths, ...feedPaths, ...more },
    webhooks: webhookMessages,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key with the scope that the operation names' },
      },
    },
  });
}

/** `GET /openapi.json`. The document is made once, at the first call. */
export function getOpenApi({ options }: ApiDeps): Handler {
  let json: string | undefined;
  return (_req, res) => {
    json ??= JSON.stringify(buildOpenApi(options.publicUrl));
    res.type('json').set('Cache-Control', 'public, max-age=300').send(json);
  };
}
