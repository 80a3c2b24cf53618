import { createApiKey, listApiKeys, revokeApiKey, type Scope } from '../../../src/store/api-keys';
import { reportProcess } from '../../../src/store/process-reports';
import { API_KEYS_KEY } from '../../../src/store/service-keys';
import { type TestApi, withApi } from './harness';

const ARTICLE = { source: 'A', title: 'Anything' };

async function statusOf(
  { request }: TestApi,
  method: string,
  path: string,
  key: string | null,
): Promise<number> {
  const body = method === 'POST' ? ARTICLE : undefined;
  return (await request(method, path, { key, ...(body && { body }) })).status;
}

describe('keys', () => {
  test('each scope opens its routes and no others', async () => {
    await withApi({}, async (api) => {
      const rows: readonly [Scope[], number, number][] = [
        [['ingest'], 202, 403],
        [['read'], 403, 200],
        [['review'], 403, 200],
        [['admin'], 202, 200],
        [[], 403, 403],
        [['ingest', 'read'], 202, 200],
      ];
      for (const [scopes, post, read] of rows) {
        const { token } = await createApiKey(api.store.redis, { name: scopes.join(), scopes }, Date.now());
        expect([scopes, await statusOf(api, 'POST', '/v1/articles', token)]).toEqual([scopes, post]);
        expect([scopes, await statusOf(api, 'GET', '/v1/stories', token)]).toEqual([scopes, read]);
      }
      expect(await statusOf(api, 'POST', '/v1/articles', null)).toBe(401);
      expect(await statusOf(api, 'GET', '/v1/stories', null)).toBe(401);
    });
  });

  test('open reads open reading only, and a bad key stays bad', async () => {
    await withApi({ openReads: true }, async (api) => {
      expect(await statusOf(api, 'GET', '/v1/stories', null)).toBe(200);
      expect(await statusOf(api, 'POST', '/v1/match', null)).toBe(200);
      expect(await statusOf(api, 'POST', '/v1/articles', null)).toBe(401);
      expect(await statusOf(api, 'GET', '/v1/stories', 'wrong')).toBe(401);
    });
  });

  test('a revoked or expired key, a wrong secret and other schemes are refused', async () => {
    let nowMs = Date.UTC(2030, 0, 1);
    await withApi({ clock: () => nowMs }, async (api) => {
      const { redis } = api.store;
      const { key, token } = await createApiKey(redis, { name: 'a', scopes: ['read'] }, nowMs);
      const brief = await createApiKey(
        redis,
        { name: 'b', scopes: ['read'], expiresAtMs: nowMs + 60_000 },
        nowMs,
      );
      expect(await statusOf(api, 'GET', '/v1/stories', token)).toBe(200);
      expect(await statusOf(api, 'GET', '/v1/stories', brief.token)).toBe(200);
      expect(
        await statusOf(api, 'GET', '/v1/stories', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
      ).toBe(401);
      expect(await revokeApiKey(redis, key.id, nowMs)).toBe(true);
      nowMs += 2_000;
      expect(await statusOf(api, 'GET', '/v1/stories', token)).toBe(401);
      nowMs += 60_000;
      expect(await statusOf(api, 'GET', '/v1/stories', brief.token)).toBe(401);
      const basic = await api.request('GET', '/v1/stories', {
        key: null,
        headers: { authorization: 'Basic YTpi' },
      });
      expect(basic.body).toMatchObject({ status: 401, type: '/problems/unauthorized' });
      expect(basic.headers.get('www-authenticate')).toContain('Bearer');
      expect(await revokeApiKey(redis, 'none', nowMs)).toBe(false);
    });
  });

  test('the secret is not kept, and a list does not show the hash', async () => {
    await withApi({}, async ({ store }) => {
      const { key, token } = await createApiKey(store.redis, { name: 'a', scopes: ['ingest'] }, 5);
      const stored = await store.redis.hget(API_KEYS_KEY, key.id);
      expect(stored).not.toContain(token.slice(-43));
      expect(await listApiKeys(store.redis)).toEqual([
        { id: key.id, name: 'a', scopes: ['ingest'], createdAtMs: 5 },
      ]);
    });
  });

  test('requests beyond the limit are told when to come back, each key on its own', async () => {
    await withApi({ rateLimitPerMinute: 5 }, async (api) => {
      const other = await createApiKey(api.store.redis, { name: 'b', scopes: ['read'] }, Date.now());
      const answers = await Promise.all(Array.from({ length: 8 }, () => api.request('GET', '/v1/stories')));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.body).toMatchObject({ type: '/problems/rate-limited' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.headers.get('ratelimit')).toContain('r=0');
      expect(refused.headers.get('ratelimit-policy')).toContain('q=5');
      expect(await statusOf(api, 'GET', '/v1/stories', other.token)).toBe(200);
      expect((await api.request('GET', '/livez')).status).toBe(200);
    });
  });

  test('guessing keys is limited by address', async () => {
    await withApi({}, async (api) => {
      const statuses = await Promise.all(
        Array.from({ length: 310 }, (_, index) => statusOf(api, 'GET', '/v1/stories', `guess-${index}`)),
      );
      expect(statuses.filter((status) => status === 401)).toHaveLength(300);
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
      expect(await statusOf(api, 'GET', '/v1/stories', undefined as unknown as string)).toBe(200);
    });
  });
});

describe('every address', () => {
  test('answers other methods with 405 and Allow, OPTIONS with 204, unknown paths with 404', async () => {
    await withApi({}, async ({ request }) => {
      const put = await request('PUT', '/v1/articles', { body: {} });
      expect([put.status, put.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
      const get = await request('PATCH', '/v1/stories/x', { body: {} });
      expect([get.status, get.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect((await request('OPTIONS', '/v1/events')).status).toBe(204);
      expect((await request('GET', '/v2/articles')).body).toMatchObject({
        status: 404,
        type: '/problems/not-found',
      });
      expect((await request('HEAD', '/v1/stories')).status).toBe(200);
      expect((await request('HEAD', '/v1/events', { headers: { accept: 'text/event-stream' } })).status).toBe(
        200,
      );
    });
  });

  test('echoes a sane request id, names its own otherwise, and loads nothing from elsewhere', async () => {
    await withApi({}, async ({ request }) => {
      const sane = await request('GET', '/v1/none', { headers: { 'x-request-id': 'abc-1' } });
      expect(sane.headers.get('x-request-id')).toBe('abc-1');
      expect(sane.body.requestId).toBe('abc-1');
      const odd = await request('GET', '/livez', { headers: { 'x-request-id': 'a b"<c>' } });
      expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      const docs = await request('GET', '/docs');
      expect(docs.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(docs.text).not.toContain('<script');
      expect(docs.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await request('GET', '/problems/invalid-article')).text).toContain('invalid fields');
      expect((await request('GET', '/problems/constructor')).status).toBe(404);
    });
  });

  test('tells of its health and figures', async () => {
    await withApi({}, async ({ request, store, metrics }) => {
      expect((await request('GET', '/readyz')).body).toMatchObject({
        checks: { redis: 'ok', workerCount: 0 },
      });
      metrics.candidates.observe(3);
      await reportProcess(store.redis, 'worker-test-1', metrics.registry, Date.now());
      expect((await request('GET', '/readyz')).status).toBe(200);
      const figures = await request('GET', '/metrics');
      expect(figures.headers.get('content-type')).toContain('text/plain');
      expect(figures.text).toContain('storyfold_candidates_per_article_count 2');
      expect(figures.text).toContain('route="/readyz",status="503"');
    });
  });
});
