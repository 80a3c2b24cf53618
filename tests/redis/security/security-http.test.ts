import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { createAdminPage } from '../../../src/api/admin-page';
import { createHttpServer } from '../../../src/api/http-server';
import { makeFolder, removeFolder } from '../../support/folders';
import { type TestApi, withApi } from '../api/harness';

// Many requests each, on a machine that may be busy.
jest.setTimeout(120_000);

/** Sends bytes as they are, and reads until the service ends the connection or `answers` answers have come. */
function exchange(
  { url }: TestApi,
  bytes: string,
  answers = 1,
): Promise<{ readonly text: string; readonly ended: boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let text = '';
    const finish = (ended: boolean): void => {
      socket.destroy();
      resolve({ text, ended });
    };
    socket.on('data', (part) => {
      text += part.toString('latin1');
      if (statusesOf(text).length >= answers && !/connection: close/i.test(text)) finish(false);
    });
    socket.on('end', () => finish(true)).on('error', reject);
  });
}

const statusesOf = (text: string): string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);

const GET = 'GET /livez HTTP/1.1\r\nHost: a\r\n\r\n';
const chunked = (...headers: string[]): string =>
  `POST /v1/articles HTTP/1.1\r\nHost: a\r\n${headers.join('\r\n')}\r\n\r\n0\r\n\r\n${GET}`;

describe('requests that two readers would take apart differently', () => {
  test.each([
    ['a length and chunks', chunked('Content-Length: 5', 'Transfer-Encoding: chunked')],
    ['chunks and a length', chunked('Transfer-Encoding: chunked', 'Content-Length: 5')],
    ['two lengths', chunked('Content-Length: 5', 'Content-Length: 60')],
    ['a length with a sign', chunked('Content-Length: +5')],
    ['a length in hexadecimal', chunked('Content-Length: 0x5')],
    ['lengths in one line', chunked('Content-Length: 5, 5')],
    ['an encoding that is none', chunked('Transfer-Encoding: xchunked')],
    ['chunked before another encoding', chunked('Transfer-Encoding: chunked, identity')],
    ['a space before the colon', chunked('Transfer-Encoding : chunked')],
    [
      'a header line that is continued',
      chunked('X: a', ' Transfer-Encoding: chunked', 'Content-Length: 5', ' 0'),
    ],
    ['a null character in a header', chunked('X: a\0b')],
    [
      'a chunk size that is none',
      'POST /v1/articles HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;\n\r\nhello0x1\r\n\r\n',
    ],
    ['no host', 'GET /livez HTTP/1.1\r\n\r\n'],
    ['a method that is none', 'SMUGGLE /livez HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a version that is none', 'GET /livez HTTP/9.9\r\nHost: a\r\n\r\n'],
  ])('%s: one answer at most, which is a refusal, and the connection ends', async (_, bytes) => {
    await withApi({}, async (api) => {
      const { text, ended } = await exchange(api, bytes, 2);
      const statuses = statusesOf(text);
      expect(ended).toBe(true);
      expect(statuses.filter((status) => status.startsWith('2'))).toEqual([]);
      expect(statuses.length).toBeLessThanOrEqual(1);
      expect((await api.request('GET', '/livez')).status).toBe(200);
    });
  });

  test('requests that are in order, one after the other on one connection, are all answered', async () => {
    await withApi({}, async (api) => {
      const { text } = await exchange(api, GET.repeat(3), 3);
      expect(statusesOf(text)).toEqual(['200', '200', '200']);
    });
  });
});

describe('what is too large', () => {
  test.each([
    ['one header', `GET /livez HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['many headers', `GET /livez HTTP/1.1\r\nHost: a\r\n${'X-A: b\r\n'.repeat(6_000)}\r\n`],
    ['a cookie', `GET /v1/stories HTTP/1.1\r\nHost: a\r\nCookie: sf_session=${'x'.repeat(20_000)}\r\n\r\n`],
    ['an address', `GET /livez?${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ])('%s is answered 431 and read no further', async (_, bytes) => {
    await withApi({}, async (api) => {
      const { text, ended } = await exchange(api, bytes);
      expect([statusesOf(text), ended]).toEqual([['431'], true]);
    });
  });
});

describe('bodies made to be misread', () => {
  const REPORT = { id: 'one', title: 'Ferry aground', source: 'Courier' };
  const post = (api: TestApi, body: string) => api.request('POST', '/v1/articles', { body });

  test('nobody is given another prototype', async () => {
    await withApi({}, async (api) => {
      for (const name of ['__proto__', 'constructor', 'prototype'])
        for (const where of [
          `"${name}":{"admin":true,"status":"canceled","collection":"other"}`,
          `"source":{"name":"Courier","${name}":{"group":"taken"}}`,
          `"tags":[{"${name}":{"0":"taken"}}]`,
        ])
          await post(api, `${JSON.stringify({ ...REPORT, id: `x-${name}` }).slice(0, -1)},${where}}`);
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      const kept = (await api.request('GET', '/v1/articles/x-__proto__')).body;
      expect([kept.collection, kept.status]).toEqual(['default', 'queued']);
      expect(kept.source).not.toHaveProperty('group');
      for (const id of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
        expect((await api.request('GET', `/v1/articles/${id}`)).status).toBe(404);
        expect((await post(api, JSON.stringify({ ...REPORT, id }))).body).toMatchObject({
          id,
          status: 'created',
        });
        expect((await api.request('GET', `/v1/articles/${id}`)).body).toMatchObject({
          id,
          title: REPORT.title,
        });
      }
      const odd = await api.request('GET', '/v1/stories?__proto__=1&constructor=2');
      expect([odd.status, odd.headers.get('ignored-parameters')]).toEqual([200, '__proto__, constructor']);
    });
  });

  test('of a field given twice the last one counts, for the checks and for what is kept', async () => {
    await withApi({}, async (api) => {
      const twice =
        '{"id":"twice","source":"A","title":"First","title":"Last","collection":"x","collection":"y"}';
      expect((await post(api, twice)).body).toMatchObject({ collection: 'y' });
      expect((await api.request('GET', '/v1/articles/twice?collection=y')).body).toMatchObject({
        title: 'Last',
      });
      expect((await api.request('GET', '/v1/articles/twice?collection=x')).status).toBe(404);
    });
  });

  test.each([
    ['numbers beyond all measure', `{"title":${'9'.repeat(100_000)},"source":"A"}`, 422],
    ['exponents beyond all measure', '{"title":"a","source":"A","publishedAt":1e999999999}', 422],
    ['arrays in arrays', `{"title":"a","source":"A","x":${'['.repeat(500_000)}`, 400],
    ['objects in objects', '{"a":'.repeat(200_000), 400],
    ['a million fields', `{"source":"A","title":"a"${',"":1'.repeat(300_000)}}`, 202],
    ['a million tags', `{"source":"A","title":"a","tags":[${'"",'.repeat(500_000)}""]}`, 422],
  ])('%s are read or refused', async (_, body, status) => {
    await withApi({}, async (api) => {
      expect((await post(api, body)).status).toBe(status);
      expect((await api.request('GET', '/livez')).status).toBe(200);
    });
  });
});

describe('names that become part of Redis keys', () => {
  test('an id is a name and never a pattern, a key or a piece of script', async () => {
    await withApi({}, async (api) => {
      const ids = [
        '*',
        '[a-z]*',
        'a:b:c',
        '{other}',
        'sf:{default}:seq',
        "'] redis.call('FLUSHALL') --",
        '"; return 1 --',
        'a b',
        '1',
        '-1',
        '+inf',
        '$',
      ];
      for (const id of ids)
        expect(
          (await api.request('POST', '/v1/articles', { body: { id, source: 'A', title: `Of ${id}` } }))
            .status,
        ).toBe(202);
      for (const id of ids) {
        const path = `/v1/articles/${encodeURIComponent(id)}`;
        expect((await api.request('GET', path)).body).toMatchObject({ id, title: `Of ${id}` });
        for (const other of [
          `/v1/stories/${encodeURIComponent(id)}`,
          `/v1/webhooks/${encodeURIComponent(id)}`,
        ])
          expect([other, (await api.request('GET', other)).status]).toEqual([other, 404]);
        expect(
          (
            await api.request(
              'GET',
              `/v1/stories?source=${encodeURIComponent(id)}&q=${encodeURIComponent(id)}`,
            )
          ).status,
        ).toBe(200);
      }
      const other = (await api.test.redis.keys('*')).filter(
        (key) => !/^sf:(?:\{default\}:|default:|collections$)/.test(key),
      );
      expect(other).toEqual([]);
    });
  });

  test('a collection is a short plain name wherever it is given', async () => {
    await withApi({}, async (api) => {
      const bad = ['*', 'a:b', '{a}', 'a b', '..', 'A', '-a', 'a\n', '\0', 'x'.repeat(64), "a'", 'é'];
      for (const collection of bad) {
        const query = `collection=${encodeURIComponent(collection)}`;
        for (const path of [
          '/v1/stories',
          '/v1/events',
          '/v1/articles/x',
          '/feeds/stories.rss',
          '/admin/api/reviews',
          '/admin/api/settings',
        ])
          expect([path, (await api.request('GET', `${path}?${query}`)).status]).toEqual([path, 400]);
        const body = { source: 'A', title: 'a', collection };
        expect((await api.request('POST', '/v1/articles', { body })).status).toBe(422);
        expect((await api.request('POST', `/v1/match?${query}`, { body: { title: 'a' } })).status).toBe(400);
      }
      expect(await api.test.redis.keys('sf:*')).toEqual([]);
    });
  });
});

describe('what may be loaded, and from where', () => {
  test.each([
    ['/v1/stories', "default-src 'none'"],
    ['/docs', "default-src 'none'"],
    ['/feeds/stories.rss', "default-src 'none'"],
    ['/v1/none', "frame-ancestors 'none'"],
  ])('%s has the policy %s', async (path, policy) => {
    await withApi({}, async ({ request }) => {
      const { headers } = await request('GET', path);
      const sent = headers.get('content-security-policy') ?? '';
      expect(sent).toContain(policy);
      expect(sent).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  test('the review page may load its own files only, and make no markup of text', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    const server = createHttpServer(express().use('/admin', createAdminPage(folder)));
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      for (const path of ['', '/stories/x', '/assets%2f..%2f..%2findex.html']) {
        const answer = await fetch(`http://127.0.0.1:${port}/admin${path}`);
        expect([path, answer.status]).toEqual([path, 200]);
        const policy = answer.headers.get('content-security-policy') ?? '';
        for (const part of [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
          "frame-ancestors 'none'",
        ])
          expect(policy.split('; ')).toContain(part);
        expect(policy).not.toMatch(/https?:|\*|unsafe/);
        expect(await answer.text()).toBe('<!doctype html>');
      }
      const name = encodeURIComponent('../index.html');
      expect((await fetch(`http://127.0.0.1:${port}/admin/assets/${name}`)).ok).toBe(false);
    } finally {
      server.close();
      server.closeAllConnections();
      removeFolder(folder);
    }
  });

  test('a log-in of another site changes nothing: the cookie is strict, and a change needs the token', async () => {
    await withApi({}, async (api) => {
      const answer = await api.request('POST', '/admin/api/session', {
        key: null,
        body: { key: 'an-admin-key-for-tests' },
      });
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
      const headers = { cookie: cookie.split(';', 1)[0] };
      const change = (token?: string) =>
        api.request('POST', '/admin/api/keys', {
          key: null,
          headers: { ...headers, ...(token !== undefined && { 'x-csrf-token': token }) },
          body: { name: 'a', scopes: ['admin'] },
        });
      for (const token of [undefined, '', 'wrong', `${answer.body.csrf}x`])
        expect((await change(token)).body).toMatchObject({ type: '/problems/csrf' });
      expect((await change(answer.body.csrf)).status).toBe(201);
      await api.request('DELETE', '/admin/api/session', {
        key: null,
        headers: { ...headers, 'x-csrf-token': answer.body.csrf },
      });
      expect((await change(answer.body.csrf)).status).toBe(401);
    });
  });
});
