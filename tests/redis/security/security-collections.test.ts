import { buildAdminOpenApi } from '../../../src/api/admin/admin-paths';
import { buildOpenApi } from '../../../src/api/openapi';
import { createApiKey } from '../../../src/store/api-keys';
import { type RequestOptions, type TestApi, withApi } from '../api/harness';

// Many requests each, on a machine that may be busy.
jest.setTimeout(120_000);

const REPORT = {
  id: 'one',
  source: 'Skarn Courier',
  title: 'Ferry runs aground off Skarn',
  text: 'The ferry ran aground.',
};

/** What names no collection, or none of another: everyone with the scope may do it. */
const WITHOUT_COLLECTION = new Set([
  'get /v1/webhooks',
  'get /admin/api/session',
  'post /admin/api/session',
  'delete /admin/api/session',
  'get /admin/api/openapi.json',
]);

/** A body that passes the checks before the collection is looked at, where the usual one would not. */
const BODIES: Readonly<Record<string, unknown>> = {
  'post /v1/articles': { ...REPORT, collection: 'theirs' },
  'post /v1/articles/batch': [{ ...REPORT, collection: 'theirs' }],
  'post /v1/match': { ...REPORT, collection: 'theirs' },
  'post /v1/compare': { a: REPORT, b: REPORT, collection: 'theirs' },
  'post /v1/webhooks': { url: 'https://receiver.example/hook', collection: 'theirs' },
  'post /admin/api/simulate': { merge: 0.5 },
  'post /admin/api/keys': { name: 'More', scopes: ['admin'] },
};

const QUERIES: Readonly<Record<string, string>> = {
  '/admin/api/compare': 'a=one&b=two',
  '/v1/webhooks/{id}/recover': 'since=0',
};

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

/** Every operation that asks for a key. */
function listOperations(): Operation[] {
  return [buildOpenApi(), buildAdminOpenApi()].flatMap(({ paths = {} }) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods ?? {}).flatMap(([method, operation]) => {
        const isPublic = (operation as { security?: unknown[] }).security?.length === 0;
        return isPublic ? [] : [{ name: `${method} ${path}`, method: method.toUpperCase(), path }];
      }),
    ),
  );
}

async function makeKey({ store }: TestApi, collections?: readonly string[]): Promise<string> {
  const wanted = { name: 'Limited', scopes: ['admin'] as const, ...(collections && { collections }) };
  return (await createApiKey(store.redis, wanted, Date.now())).token;
}

describe('a key for one collection', () => {
  test('opens no operation of the interface for another one', async () => {
    await withApi({}, async (api) => {
      const limited = await makeKey(api, ['ours']);
      const webhook = await api.request('POST', '/v1/webhooks', { body: BODIES['post /v1/webhooks'] });
      const ask = ({ name, method, path }: Operation, options: RequestOptions) => {
        const id = path.startsWith('/v1/webhooks') ? webhook.body.id : 'one';
        const filled = path.replace('{id}', id).replace('{deliveryId}', 'msg_theirs_1-0');
        const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[name] ?? {});
        return api.request(method, `${filled}?collection=theirs&${QUERIES[path] ?? ''}`, {
          ...options,
          ...(body !== undefined && { body }),
        });
      };
      const operations = listOperations().filter(({ name }) => !WITHOUT_COLLECTION.has(name));
      expect(operations.length).toBeGreaterThan(50);
      const open: string[] = [];
      for (const operation of operations) {
        const { status } = await ask(operation, { key: limited });
        if (status !== 403) open.push(`${operation.name}: ${status}`);
      }
      expect(open).toEqual([]);
      // It is the limit that refused, and nothing was changed: a key without one is let in everywhere, the deletions last.
      const closed: string[] = [];
      const ordered = operations.toSorted(
        (a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'),
      );
      for (const operation of ordered) {
        const { status } = await ask(operation, {});
        if (status === 403 || status === 401) closed.push(operation.name);
      }
      expect(closed).toEqual([]);
    });
  });

  test('opens its own, and sees no webhook, event or story of another', async () => {
    await withApi({}, async (api) => {
      const limited = await makeKey(api, ['ours', 'shared']);
      for (const collection of ['ours', 'theirs'])
        await api.request('POST', '/v1/articles', { body: { ...REPORT, collection } });
      for (const [collection, ordinal] of api.queued) await api.on(collection).cluster([ordinal]);
      await api.on('ours').publish();
      await api.on('theirs').publish();
      const get = (path: string) => api.request('GET', path, { key: limited });
      expect((await get('/v1/stories?collection=ours')).body.items).toHaveLength(1);
      expect((await get('/v1/stories?collection=shared')).body.items).toHaveLength(0);
      expect((await get('/v1/stories?collection=theirs')).status).toBe(403);
      expect((await get('/v1/stories')).body).toMatchObject({
        type: '/problems/forbidden',
        detail: expect.stringContaining('"ours", "shared"'),
      });
      for (const path of ['/v1/articles', '/v1/match', '/v1/compare'])
        expect([
          path,
          (await api.request('POST', path, { key: limited, body: BODIES[`post ${path}`] })).status,
        ]).toEqual([path, 403]);
      await api.request('POST', '/v1/webhooks', { body: BODIES['post /v1/webhooks'] });
      const own = { url: 'https://receiver.example/ours', collection: 'ours' };
      expect((await api.request('POST', '/v1/webhooks', { key: limited, body: own })).status).toBe(201);
      const listed = (await get('/v1/webhooks')).body.items;
      expect(listed.map(({ url }: { url: string }) => url)).toEqual([own.url]);
      const lines = ['ours', 'theirs', 'shared'].map((collection) =>
        JSON.stringify({ ...REPORT, id: 'line', collection }),
      );
      const batch = await api.request('POST', '/v1/articles/batch', {
        key: limited,
        body: lines.join('\n'),
        headers: { 'content-type': 'application/x-ndjson' },
      });
      expect(batch.body).toMatchObject({
        accepted: 2,
        rejected: 1,
        items: [{}, { error: { status: 403 } }, {}],
      });
      expect((await api.request('GET', '/v1/articles/line?collection=theirs')).status).toBe(404);
    });
  });

  test('stays limited in a log-in, and in what it can make', async () => {
    await withApi({}, async (api) => {
      const limited = await makeKey(api, ['ours']);
      const answer = await api.request('POST', '/admin/api/session', { key: null, body: { key: limited } });
      expect(answer.body).toMatchObject({ collections: ['ours'] });
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';', 1)[0];
      const headers = { cookie, 'x-csrf-token': answer.body.csrf };
      const ask = (path: string, method = 'GET', body?: unknown) =>
        api.request(method, path, { key: null, headers, ...(body !== undefined && { body }) });
      expect((await ask('/admin/api/reviews?collection=ours')).status).toBe(200);
      expect((await ask('/admin/api/reviews?collection=theirs')).status).toBe(403);
      expect((await ask('/admin/api/keys')).status).toBe(403);
      expect((await ask('/admin/api/keys', 'POST', BODIES['post /admin/api/keys'])).status).toBe(403);
      expect((await ask('/admin/queues/')).status).toBe(403);
    });
  });

  test('is made with a list of collections, which is shown and cannot be empty', async () => {
    await withApi({}, async ({ request }) => {
      const make = (collections: unknown) =>
        request('POST', '/admin/api/keys', { body: { name: 'Desk', scopes: ['read'], collections } });
      expect((await make(['ours', 'ours'])).body.key).toMatchObject({ collections: ['ours'] });
      expect((await make(undefined)).body.key).toMatchObject({ collections: null });
      for (const bad of [[], ['{x}'], ['a:b'], ['*'], 'ours', [null]])
        expect((await make(bad)).status).toBe(422);
    });
  });
});

describe('collections', () => {
  test('the same ids, addresses and texts in two collections are two articles, and only one is withdrawn', async () => {
    await withApi({}, async (api) => {
      const body = { ...REPORT, url: 'https://courier.example/ferry' };
      for (const collection of ['ours', 'theirs'])
        expect(
          (await api.request('POST', `/v1/articles?collection=${collection}`, { body })).body,
        ).toMatchObject({
          status: 'created',
          collection,
        });
      for (const [collection, ordinal] of api.queued) await api.on(collection).cluster([ordinal]);
      const matched = await api.request('POST', '/v1/match?collection=empty', { body: REPORT });
      expect(matched.body.stories).toEqual([]);
      await api.request('DELETE', '/v1/articles/one?collection=ours');
      for (const [collection, ordinal] of api.queued) await api.on(collection).cluster([ordinal]);
      const states = await Promise.all(
        ['ours', 'theirs'].map((name) => api.request('GET', `/v1/articles/one?collection=${name}`)),
      );
      expect(states.map(({ body: { status } }) => status)).toEqual(['withdrawn', 'clustered']);
    });
  });
});
