import { buildOpenApi } from '../../../src/api/openapi';
import { PROBLEM_KINDS } from '../../../src/api/problems';
import { storySchema } from '../../../src/api/story-schemas';

const ROUTES = [
  'POST /v1/articles',
  'POST /v1/articles/batch',
  'GET /v1/articles/{id}',
  'GET /v1/articles/{id}/revisions',
  'DELETE /v1/articles/{id}',
  'GET /v1/stories',
  'GET /v1/stories/{id}',
  'GET /v1/stories/{id}/articles',
  'GET /v1/stories/{id}/versions',
  'GET /v1/stories/{id}/explain',
  'POST /v1/match',
  'POST /v1/compare',
  'GET /v1/events',
  'GET /v1/webhooks',
  'POST /v1/webhooks',
  'GET /v1/webhooks/{id}',
  'PATCH /v1/webhooks/{id}',
  'DELETE /v1/webhooks/{id}',
  'POST /v1/webhooks/{id}/rotate-secret',
  'POST /v1/webhooks/{id}/test',
  'POST /v1/webhooks/{id}/recover',
  'GET /v1/webhooks/{id}/deliveries',
  'GET /v1/webhooks/{id}/deliveries/{deliveryId}',
  'POST /v1/webhooks/{id}/deliveries/{deliveryId}/resend',
  'GET /feeds/stories.json',
  'GET /feeds/stories.rss',
  'GET /feeds/stories.atom',
  'GET /livez',
  'GET /readyz',
  'GET /metrics',
];

describe('the OpenAPI document', () => {
  const document = buildOpenApi();

  test('has every route', () => {
    const found = Object.entries(document.paths!).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(found.toSorted()).toEqual(ROUTES.toSorted());
  });

  test('refers only to what it has', () => {
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ].map((match) => match[1]);
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(document.components?.schemas).toHaveProperty([name]);
  });

  test('tells of the fields and limits that are checked', () => {
    const article = document.components!.schemas!.PostedArticle as {
      properties: Record<string, { maxLength?: number }>;
      required: string[];
    };
    expect(article.required).toEqual(['source']);
    expect(article.properties.title.maxLength).toBe(1_000);
    expect(Object.keys(article.properties)).toEqual(
      expect.arrayContaining(['id', 'text', 'html', 'url', 'publishedAt', 'status', 'tags']),
    );
  });

  test('describes all that a story of the contract has', () => {
    const parts = [
      'id',
      'collection',
      'version',
      'status',
      'language',
      'title',
      'lead',
      'body',
      'conflicts',
      'articles',
      'counts',
      'origin',
      'related',
      'firstPublishedAt',
      'updatedAt',
    ];
    expect(Object.keys(storySchema.shape)).toEqual(expect.arrayContaining(parts));
  });

  test('names of problems can be parts of a URI, and each says what to do', () => {
    for (const [name, { status, help }] of Object.entries(PROBLEM_KINDS)) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(help.length).toBeGreaterThan(30);
    }
  });
});
