import { gzipSync } from 'node:zlib';
import { revisionsSchema } from '../../../src/api/article-revisions';
import { createApiKey } from '../../../src/store/api-keys';
import { withApi } from './harness';

const REPORT = {
  id: 'harbour-1',
  title: 'Ferry runs aground off Lindholm',
  text: 'The night ferry to Lindholm ran aground early on Tuesday. All 212 passengers were taken ashore by lifeboats.',
  source: 'Coast Courier',
  url: 'https://courier.example/ferry',
  publishedAt: '2024-03-05T06:10:00Z',
};

describe('POST /v1/articles', () => {
  test('keeps the article, puts it on the queue and says where it is', async () => {
    await withApi({}, async ({ request, queued }) => {
      const answer = await request('POST', '/v1/articles', { body: REPORT });
      expect(answer.status).toBe(202);
      expect(answer.body).toEqual({
        id: 'harbour-1',
        status: 'created',
        revision: 1,
        collection: 'default',
        links: { self: '/v1/articles/harbour-1' },
      });
      expect(queued).toEqual([['default', 1]]);
      const read = await request('GET', answer.headers.get('location')!);
      expect(read.body).toMatchObject({
        ...REPORT,
        source: { name: 'Coast Courier' },
        publishedAt: '2024-03-05T06:10:00.000Z',
        status: 'queued',
      });
    });
  });

  test('says of the same content again that nothing was done, and revises on other content', async () => {
    await withApi({}, async ({ request, post, queued }) => {
      await request('POST', '/v1/articles', { body: REPORT });
      await post([]);
      const again = await request('POST', '/v1/articles', { body: REPORT });
      expect(again.body).toMatchObject({ status: 'unchanged', revision: 1 });
      const edited = await request('POST', '/v1/articles', {
        body: { ...REPORT, title: 'Ferry aground: all safe' },
      });
      expect(edited.body).toMatchObject({ id: 'harbour-1', status: 'revised', revision: 2 });
      expect(new Set(queued.map(([, ordinal]) => ordinal))).toEqual(new Set([1]));
    });
  });

  test('shows what each revision changed', async () => {
    await withApi({}, async ({ request }) => {
      await request('POST', '/v1/articles', {
        body: { ...REPORT, text: 'The ferry ran aground. Nobody is hurt.' },
      });
      await request('POST', '/v1/articles', {
        body: { ...REPORT, text: 'The ferry ran aground. Two are hurt.' },
      });
      const { status, body } = await request('GET', `/v1/articles/${REPORT.id}/revisions`);
      expect(status).toBe(200);
      expect(revisionsSchema.parse(body)).toEqual(body);
      expect(body.items).toMatchObject([
        { revision: 2, changes: { added: ['Two are hurt.'], removed: ['Nobody is hurt.'], kept: 1 } },
        { revision: 1 },
      ]);
      const missing = await request('GET', '/v1/articles/none/revisions');
      expect([missing.status, missing.body.type]).toEqual([404, '/problems/article-not-found']);
    });
  });

  test('knows an article without id by its source and URL', async () => {
    await withApi({}, async ({ request }) => {
      const { id: _id, ...unnamed } = REPORT;
      const first = await request('POST', '/v1/articles', { body: unnamed });
      const second = await request('POST', '/v1/articles', { body: { ...unnamed, text: 'A new text.' } });
      expect(second.body).toMatchObject({ id: first.body.id, status: 'revised', revision: 2 });
    });
  });

  test('stores what arrives at the same time together and answers each', async () => {
    await withApi({}, async ({ request, queued }) => {
      const ids = Array.from({ length: 60 }, (_, index) => `twin-${index}`);
      const answers = await Promise.all(
        ids.map((id) => request('POST', '/v1/articles', { body: { ...REPORT, id, url: undefined } })),
      );
      expect(answers.map(({ body }) => body.id)).toEqual(ids);
      expect(answers.every(({ status, body }) => status === 202 && body.status === 'created')).toBe(true);
      expect(new Set(queued.map(([, ordinal]) => ordinal)).size).toBe(60);
    });
  });

  test('takes ninjs 3.1', async () => {
    await withApi({}, async ({ request }) => {
      const item = {
        uri: 'https://wire.example/items/42',
        type: 'text',
        firstCreated: '2024-03-05T06:00:00Z',
        language: 'en',
        headlines: [{ role: 'main', value: 'Ferry aground' }],
        bodies: [{ role: 'main', contentType: 'text/html', value: '<p>The ferry ran aground.</p>' }],
        infoSources: [
          { name: 'Wire Example', role: 'provider' },
          { name: 'Coast Guard', role: 'originator' },
        ],
        by: 'A. Reporter',
      };
      const headers = { 'content-type': 'application/vnd.iptc.ninjs+json; charset=utf-8' };
      const answer = await request('POST', '/v1/articles?collection=wire', { body: item, headers });
      expect(answer.status).toBe(202);
      const read = await request('GET', answer.body.links.self);
      expect(read.body).toMatchObject({
        id: item.uri,
        collection: 'wire',
        title: 'Ferry aground',
        html: '<p>The ferry ran aground.</p>',
        source: { name: 'Wire Example' },
        credit: 'Coast Guard',
        author: 'A. Reporter',
        url: item.uri,
        publishedAt: '2024-03-05T06:00:00.000Z',
      });
    });
  });

  test('takes compressed bodies, and cuts a compression bomb off', async () => {
    await withApi({}, async ({ request }) => {
      const headers = { 'content-encoding': 'gzip' };
      const good = await request('POST', '/v1/articles', { body: gzipSync(JSON.stringify(REPORT)), headers });
      expect(good.status).toBe(202);
      const bomb = await request('POST', '/v1/articles', {
        body: gzipSync(Buffer.alloc(200_000_000, 0x20)),
        headers,
      });
      expect(bomb.body).toMatchObject({ status: 413, type: '/problems/body-too-large' });
      const broken = await request('POST', '/v1/articles', { body: JSON.stringify(REPORT), headers });
      expect(broken.body).toMatchObject({ status: 400, type: '/problems/invalid-encoding' });
    });
  });

  test('a key that fills the queue, in whatever collections, is refused at half of it, and leaves room for another', async () => {
    const clock = { nowMs: Date.now() };
    await withApi({ maxQueueDepth: 10, clock: () => clock.nowMs }, async ({ request, store }) => {
      const keyOf = async (name: string): Promise<string> =>
        (await createApiKey(store.redis, { name, scopes: ['ingest'] }, clock.nowMs)).token;
      const [noisy, quiet] = [await keyOf('noisy'), await keyOf('quiet')];
      const post = async (key: string, id: string, collection = 'default') => {
        // What was counted a moment ago still holds.
        clock.nowMs += 501;
        return request('POST', '/v1/articles', {
          key,
          body: { ...REPORT, id, collection, url: `https://a.example/${id}` },
        });
      };
      expect((await post(quiet, 'q0')).status).toBe(202);
      for (let i = 0; i < 4; i++) expect((await post(noisy, `n${i}`, `c${i % 2}`)).status).toBe(202);
      const refused = await post(noisy, 'n4', 'c2');
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
      expect((await post(quiet, 'q1')).status).toBe(202);
    });
  });

  test('many who post at once are not all let in by the same count', async () => {
    await withApi({ maxQueueDepth: 10 }, async ({ request, store }) => {
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          request('POST', '/v1/articles', {
            body: { ...REPORT, id: `once-${i}`, url: `https://a.example/${i}` },
          }),
        ),
      );
      const accepted = answers.filter(({ status }) => status === 202).length;
      expect(answers.filter(({ status }) => status === 503)).toHaveLength(30 - accepted);
      expect(accepted).toBe(await store.redis.zcard('sf:{default}:pending'));
      expect(accepted).toBeLessThanOrEqual(10);
      expect(accepted).toBeGreaterThan(0);
    });
  });

  test('refuses to begin more collections than there may be, and takes articles for those there are', async () => {
    await withApi({}, async ({ request, store }) => {
      Object.assign(store, { maxCollections: 2 });
      const post = (collection: string) =>
        request('POST', '/v1/articles', {
          body: { ...REPORT, id: `in-${collection}`, url: `https://a.example/${collection}`, collection },
        });
      expect((await post('one')).status).toBe(202);
      expect((await post('two')).status).toBe(202);
      expect((await post('three')).body).toMatchObject({
        status: 403,
        type: '/problems/too-many-collections',
      });
      expect((await post('one')).status).toBe(202);
      expect((await store.redis.smembers('sf:collections')).sort()).toEqual(['one', 'two']);
    });
  });

  test('refuses while too many articles wait for workers', async () => {
    await withApi({ maxQueueDepth: 1 }, async ({ request, deps, metrics }) => {
      expect((await request('POST', '/v1/articles', { body: REPORT })).status).toBe(202);
      const later = await new Promise<typeof deps>((resolve) => setTimeout(() => resolve(deps), 600));
      expect(await later.queues.waiting()).toBe(1);
      const refused = await request('POST', '/v1/articles', { body: { ...REPORT, id: 'harbour-2' } });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('10');
      expect(await metrics.registry.getSingleMetricAsString('storyfold_articles_posted_total')).toContain(
        'result="created"} 1',
      );
    });
  });
});

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'order-66' };

  test('answers a repetition with the first answer and another body with 422', async () => {
    await withApi({}, async ({ request }) => {
      const first = await request('POST', '/v1/articles', { body: REPORT, headers });
      const again = await request('POST', '/v1/articles', { body: REPORT, headers });
      expect(again.body).toEqual(first.body);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const other = await request('POST', '/v1/articles', { body: { ...REPORT, title: 'Else' }, headers });
      expect(other.body).toMatchObject({ status: 422, type: '/problems/idempotency-key-reused' });
    });
  });

  test('lets only one of many at the same time through', async () => {
    await withApi({}, async ({ request }) => {
      const all = await Promise.all(
        Array.from({ length: 20 }, () => request('POST', '/v1/articles', { body: REPORT, headers })),
      );
      const done = all.filter(({ status }) => status === 202);
      const refused = all.filter(({ status }) => status === 409);
      expect(done.length + refused.length).toBe(20);
      expect(done.length).toBeGreaterThanOrEqual(1);
      expect(refused.every(({ body }) => body.type === '/problems/idempotency-in-flight')).toBe(true);
      expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    });
  });

  test('gives the key back when the request failed', async () => {
    await withApi({}, async ({ request }) => {
      expect((await request('POST', '/v1/articles', { body: { title: 'No source' }, headers })).status).toBe(
        422,
      );
      expect((await request('POST', '/v1/articles', { body: REPORT, headers })).status).toBe(202);
    });
  });

  test('keeps the keys of two callers apart', async () => {
    await withApi({}, async ({ request, store }) => {
      const { token } = await createApiKey(store.redis, { name: 'other', scopes: ['ingest'] }, Date.now());
      await request('POST', '/v1/articles', { body: REPORT, headers });
      const other = await request('POST', '/v1/articles', {
        body: { ...REPORT, id: 'b' },
        headers,
        key: token,
      });
      expect(other.status).toBe(202);
    });
  });
});

describe('what is refused', () => {
  const CASES: readonly [string, unknown, Record<string, string>, number, string, string?][] = [
    ['broken JSON', '{"title": "a",\n "text" "b"}', {}, 400, 'invalid-json'],
    ['nothing', '', {}, 400, 'invalid-json'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), {}, 400, 'invalid-encoding'],
    ['deep nesting', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, {}, 400, 'invalid-json'],
    [
      'another media type',
      'title=a',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    [
      'another character set',
      '{}',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'unsupported-media-type',
    ],
    ['another compression', '{}', { 'content-encoding': 'compress' }, 415, 'unsupported-media-type'],
    ['an array', [REPORT], {}, 422, 'invalid-article', ''],
    ['no source', { ...REPORT, source: undefined }, {}, 422, 'invalid-article', 'source'],
    ['a source without name', { ...REPORT, source: { id: 'x' } }, {}, 422, 'invalid-article', 'source.name'],
    ['no content', { source: 'A', title: ' \n', text: '', html: null }, {}, 422, 'invalid-article', 'text'],
    ['year 1', { ...REPORT, publishedAt: '0001-01-01T00:00:00Z' }, {}, 422, 'invalid-article', 'publishedAt'],
    [
      'year 9999',
      { ...REPORT, publishedAt: '9999-12-31T23:59:59Z' },
      {},
      422,
      'invalid-article',
      'publishedAt',
    ],
    ['30 February', { ...REPORT, publishedAt: '2024-02-30' }, {}, 422, 'invalid-article', 'publishedAt'],
    ['an id with a null byte', { ...REPORT, id: 'a\u0000b' }, {}, 422, 'invalid-article', 'id'],
    ['an id with a lone surrogate', { ...REPORT, id: 'a\ud800' }, {}, 422, 'invalid-article', 'id'],
    ['an id too long', { ...REPORT, id: 'x'.repeat(201) }, {}, 422, 'invalid-article', 'id'],
    ['a script URL', { ...REPORT, url: 'javascript:alert(1)' }, {}, 422, 'invalid-article', 'url'],
    ['a title too long', { ...REPORT, title: 'x'.repeat(1_001) }, {}, 422, 'invalid-article', 'title'],
    ['a language that is none', { ...REPORT, language: 'englisch!' }, {}, 422, 'invalid-article', 'language'],
    ['a tag that is a number', { ...REPORT, tags: ['a', 3] }, {}, 422, 'invalid-article', 'tags[1]'],
    ['a collection with a colon', { ...REPORT, collection: 'a:b' }, {}, 422, 'invalid-article', 'collection'],
    ['an unknown status', { ...REPORT, status: 'gone' }, {}, 422, 'invalid-article', 'status'],
    ['too many bytes', { ...REPORT, text: 'x'.repeat(3_000_000) }, {}, 413, 'body-too-large'],
  ];

  test('names the problem and the field', async () => {
    await withApi({}, async ({ request, queued }) => {
      for (const [name, body, headers, status, type, path] of CASES) {
        const answer = await request('POST', '/v1/articles', { body, headers });
        expect([name, answer.status, answer.body.type, answer.body.errors?.[0]?.path]).toEqual([
          name,
          status,
          `/problems/${type}`,
          path,
        ]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.body.detail.length).toBeGreaterThan(20);
      }
      expect(queued).toEqual([]);
    });
  });

  test('says at which line and column JSON breaks off', async () => {
    await withApi({}, async ({ request }) => {
      const answer = await request('POST', '/v1/articles', { body: '{"title": "a",\n "text" "b"}' });
      expect(answer.body.detail).toBe('Unexpected "\\"" at line 2, column 9.');
    });
  });

  test('mends text: null bytes go, lone surrogates become U+FFFD', async () => {
    await withApi({}, async ({ request }) => {
      const body = { ...REPORT, text: 'one\u0000 two\ud800 three\r\nfour' };
      expect((await request('POST', '/v1/articles', { body })).status).toBe(202);
      const read = await request('GET', '/v1/articles/harbour-1');
      expect(read.body.text).toBe('one two\ufffd three\r\nfour');
    });
  });
});
