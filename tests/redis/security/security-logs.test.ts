import { Writable } from 'node:stream';
import { createLogger } from '../../../src/logging';
import { createApiKey } from '../../../src/store/api-keys';
import { ADMIN_KEY, serve, withApi } from '../api/harness';

/** A logger of an API process at the lowest level, and all that it has written so far. */
function captureLog() {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { log: createLogger({ role: 'api', level: 'trace', destination }), written: () => text };
}

test('what is posted and asked for makes no lines of its own in the log', async () => {
  await withApi({}, async (api) => {
    const { log, written } = captureLog();
    const logged = await serve({ ...api.deps, log });
    const forged = '\n{"level":"error","msg":"forged"}\r\n\u2028\u001b[2Jforged';
    try {
      for (const path of [`/v1/articles/${encodeURIComponent(forged)}`, `/v1/${encodeURIComponent(forged)}`])
        expect((await logged.request('GET', path)).status).toBeGreaterThanOrEqual(400);
      const headers = { 'x-request-id': 'forged id', 'user-agent': 'forged' };
      await logged.request('GET', `/v1/stories?collection=${encodeURIComponent(forged)}`, { headers });
      const body = { id: forged, title: forged, text: forged, source: forged, url: 'https://a.example' };
      await logged.request('POST', '/v1/articles', { body });
      await api.test.redis.set('sf:{default}:by:updated', forged);
      expect((await logged.request('GET', '/v1/stories')).status).toBe(500);
    } finally {
      await logged.close();
    }
    const lines = written().split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ role: 'api' });
    // Nothing that a terminal obeys, either.
    expect(written()).not.toMatch(/[^\P{Cc}\n]/u);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).not.toContain('forged');
  });
});

test('no key, cookie, token, secret or searched text comes into the log, at any level', async () => {
  await withApi({}, async (api) => {
    const { log, written } = captureLog();
    const logged = await serve({ ...api.deps, log });
    try {
      const { token } = await createApiKey(api.store.redis, { name: 'a', scopes: ['admin'] }, Date.now());
      const session = await logged.request('POST', '/admin/api/session', { key: null, body: { key: token } });
      const cookie = (session.headers.get('set-cookie') ?? '').split(';', 1)[0];
      const headers = { cookie, 'x-csrf-token': session.body.csrf, 'idempotency-key': 'once-secret' };
      const webhook = await logged.request('POST', '/v1/webhooks', {
        key: null,
        headers,
        body: { url: 'https://user:hook-password@receiver.example/hook?token=hook-token' },
      });
      await logged.request('GET', '/v1/stories?q=searched-words&key=key-in-query', { key: token });
      await logged.request('GET', '/v1/none', { key: 'sfk_mistyped-key' });
      await logged.request('POST', '/v1/articles', { body: '{"title": "text-of-a-report' });
      await api.test.redis.set('sf:{default}:by:updated', 'not a list');
      expect((await logged.request('GET', '/v1/stories?q=searched-words')).status).toBe(500);
      expect(written()).toContain('WRONGTYPE');
      expect(written()).toContain('/admin/api/session');
      const secrets = [
        ...[token, token.split('_')[2], ADMIN_KEY, cookie.split('=')[1], session.body.csrf, 'once-secret'],
        ...[webhook.body.secret ?? 'whsec_', 'hook-password', 'hook-token', 'searched-words', 'key-in-query'],
        ...['sfk_mistyped-key', 'text-of-a-report'],
      ];
      expect(secrets.filter((secret) => written().includes(secret))).toEqual([]);
    } finally {
      await logged.close();
    }
  });
});
