import { request as httpRequest } from 'node:http';
import { createApiKey, revokeApiKey } from '../../../src/store/api-keys';
import { API_KEYS_KEY } from '../../../src/store/service-keys';
import { ADMIN_KEY, serve, withApi } from '../api/harness';

// Hundreds of requests, on a machine that may be busy.
jest.setTimeout(120_000);

const NOW = Date.UTC(2030, 0, 1);
const LOG_IN = '/admin/api/session';

/** The status of a GET with headers that `fetch` would not send, such as another `Host`. */
function getWith(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('keys', () => {
  test('a key that is revoked ends at once, in every process, and its log-ins with it', async () => {
    await withApi({}, async (api) => {
      const other = await serve(api.deps);
      try {
        const made = await api.request('POST', '/admin/api/keys', {
          body: { name: 'Desk', scopes: ['review'] },
        });
        const { key, token } = made.body;
        const loggedIn = await api.request('POST', LOG_IN, { key: null, body: { key: token } });
        const cookie = (loggedIn.headers.get('set-cookie') ?? '').split(';', 1)[0];
        const looks = [
          () => api.request('GET', '/v1/stories', { key: token }),
          () => other.request('GET', '/v1/stories', { key: token }),
          () => other.request('GET', '/v1/stories', { key: null, headers: { cookie } }),
        ];
        for (const look of looks) expect((await look()).status).toBe(200);
        expect((await api.request('DELETE', `/admin/api/keys/${key.id}`)).status).toBe(204);
        for (const look of looks) expect((await look()).status).toBe(401);
        expect((await api.request('POST', LOG_IN, { key: null, body: { key: token } })).status).toBe(401);
      } finally {
        await other.close();
      }
    });
  });

  test('a key that expires ends at that moment', async () => {
    let nowMs = NOW;
    await withApi({ clock: () => nowMs }, async (api) => {
      const body = { name: 'Brief', scopes: ['read'], expiresAt: new Date(NOW + 1_000).toISOString() };
      const { token } = (await api.request('POST', '/admin/api/keys', { body })).body;
      nowMs = NOW + 999;
      expect((await api.request('GET', '/v1/stories', { key: token })).status).toBe(200);
      nowMs = NOW + 1_000;
      expect((await api.request('GET', '/v1/stories', { key: token })).status).toBe(401);
    });
  });

  test('nothing in Redis is a secret that could be used: keys and sessions are kept as hashes', async () => {
    await withApi({}, async (api) => {
      const { redis } = api.store;
      const { key, token } = await createApiKey(redis, { name: 'a', scopes: ['review'] }, Date.now());
      const answer = await api.request('POST', LOG_IN, { key: null, body: { key: token } });
      const session = /sf_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
      expect(session).toHaveLength(43);
      await api.request('POST', LOG_IN, { key: null, body: { key: ADMIN_KEY } });
      const record = await redis.hget(API_KEYS_KEY, key.id);
      const names = await redis.keys('*');
      const sessions = await Promise.all(
        names.filter((name) => name.startsWith('sf:session:')).map((name) => redis.get(name)),
      );
      expect(sessions).toHaveLength(2);
      for (const secret of [token.split('_')[2], session, ADMIN_KEY, answer.body.csrf]) {
        expect([...names, record, ...sessions].join('\n')).not.toContain(secret);
      }
    });
  });

  test('a revoked key cannot be brought back, and revoking it again keeps the first time', async () => {
    await withApi({}, async ({ store, request }) => {
      const { key } = await createApiKey(store.redis, { name: 'a', scopes: ['read'] }, NOW);
      await revokeApiKey(store.redis, key.id, NOW + 1);
      await revokeApiKey(store.redis, key.id, NOW + 2);
      const { items } = (await request('GET', '/admin/api/keys')).body;
      expect(items).toMatchObject([{ id: key.id, revokedAt: new Date(NOW + 1).toISOString() }]);
    });
  });
});

describe('guessing', () => {
  test('log-ins are counted by address, also with a good key, a session or another spelling of the path', async () => {
    await withApi({}, async (api) => {
      const reader = await createApiKey(api.store.redis, { name: 'a', scopes: ['read'] }, Date.now());
      const guess = (index: number) =>
        api.request('POST', index % 3 === 0 ? `${LOG_IN}/` : LOG_IN, {
          key: index % 2 === 0 ? reader.token : null,
          body: { key: `guess-number-${index}` },
        });
      const statuses = (await Promise.all(Array.from({ length: 320 }, (_, i) => guess(i)))).map(
        ({ status }) => status,
      );
      expect(statuses.filter((status) => status === 401)).toHaveLength(300);
      expect(statuses.filter((status) => status === 429)).toHaveLength(20);
      // The right key is not let in either until the minute is over: otherwise the limit would tell which guess is right.
      expect((await api.request('POST', LOG_IN, { key: null, body: { key: ADMIN_KEY } })).status).toBe(429);
      // Who has a key is not kept out by who guesses from the same address.
      expect((await api.request('GET', '/v1/stories', { key: reader.token })).status).toBe(200);
    });
  });

  test('the limit works although Redis refused scripts when the service started', async () => {
    await withApi({ rateLimitPerMinute: 3 }, async (api) => {
      const { redis } = api.test;
      await redis.acl('SETUSER', 'default', '-script', '-eval', '-evalsha');
      const late = await serve(api.deps);
      try {
        expect((await late.request('GET', '/v1/stories')).status).toBe(500);
        await redis.acl('SETUSER', 'default', '+@all');
        const statuses: number[] = [];
        for (let i = 0; i < 4; i++) statuses.push((await late.request('GET', '/v1/stories')).status);
        expect(statuses).toEqual([200, 200, 200, 429]);
      } finally {
        await redis.acl('SETUSER', 'default', '+@all');
        await late.close();
      }
    });
  });
});

describe('open reads', () => {
  test('are open under the names of this machine only, so that no other site can read them by its own name', async () => {
    const openReadHosts = ['localhost', '127.0.0.1', '::1', 'news.example'];
    await withApi({ openReads: true, openReadHosts }, async ({ url }) => {
      const status = (headers: Readonly<Record<string, string>>) => getWith(`${url}/v1/stories`, headers);
      for (const host of ['localhost:3000', '127.0.0.1', '[::1]:80', 'LOCALHOST', 'news.example'])
        expect([host, await status({ host })]).toEqual([host, 200]);
      for (const host of [
        'evil.example',
        'localhost.evil.example',
        '127.0.0.1.evil.example:3000',
        'a@localhost',
      ])
        expect([host, await status({ host })]).toEqual([host, 401]);
      // Behind a proxy the reader may be anywhere.
      for (const header of ['x-forwarded-for', 'x-real-ip', 'x-forwarded-host', 'via', 'forwarded'])
        expect(await status({ host: 'localhost', [header]: '203.0.113.9' })).toBe(401);
      expect(await status({ host: 'evil.example', authorization: `Bearer ${ADMIN_KEY}` })).toBe(200);
    });
  });
});
