import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { until } from '../../support/until';
import { ADMIN_KEY, type TestApi, withApi } from './harness';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const article = (id: string, more: object = {}) => ({
  id,
  source: 'Coast Courier',
  title: `Report ${id}`,
  ...more,
});
const lines = (articles: readonly object[]): string => articles.map((one) => JSON.stringify(one)).join('\n');

describe('POST /v1/articles/batch', () => {
  test('takes NDJSON; a bad line rejects only itself', async () => {
    await withApi({}, async ({ request, queued }) => {
      const body = `${lines([article('a'), article('b')])}\n\nnot json\n{"id":"c"}\r\n${lines([article('d')])}`;
      const answer = await request('POST', '/v1/articles/batch', { body, headers: NDJSON });
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ accepted: 3, rejected: 2 });
      expect(answer.body.items).toMatchObject([
        { line: 1, id: 'a', status: 'created' },
        { line: 2, id: 'b', status: 'created' },
        {
          line: 4,
          error: {
            type: '/problems/invalid-json',
            status: 400,
            detail: 'Unexpected "n" at line 4, column 1.',
          },
        },
        {
          line: 5,
          error: { type: '/problems/invalid-article', errors: [{ path: 'source' }, { path: 'text' }] },
        },
        { line: 6, id: 'd', status: 'created' },
      ]);
      expect(queued).toHaveLength(3);
    });
  });

  test('takes an array, articles of several collections, and repetitions in order', async () => {
    await withApi({}, async ({ request }) => {
      const body = [
        article('a'),
        article('a', { title: 'Edited' }),
        article('b', { collection: 'sport' }),
        7,
        article('a', { title: 'Edited' }),
      ];
      const answer = await request('POST', '/v1/articles/batch', { body });
      expect(answer.body).toMatchObject({ accepted: 4, rejected: 1 });
      expect(answer.body.items).toMatchObject([
        { line: 1, status: 'created', revision: 1 },
        { line: 2, status: 'revised', revision: 2 },
        { line: 3, id: 'b', status: 'created' },
        { line: 4, error: { status: 422 } },
        { line: 5, status: 'unchanged', revision: 2 },
      ]);
      expect((await request('GET', '/v1/articles/b?collection=sport')).status).toBe(200);
      expect((await request('GET', '/v1/articles/b')).status).toBe(404);
    });
  });

  test('a backfill may fill half of the queue, and the rest is for what comes live', async () => {
    await withApi({ maxQueueDepth: 10 }, async ({ request }) => {
      const post = (from: number, count: number, priority: string) => {
        const articles = Array.from({ length: count }, (_, i) => article(`p${from + i}`));
        return request('POST', `/v1/articles/batch?priority=${priority}`, { body: articles });
      };
      expect((await post(0, 5, 'backfill')).body).toMatchObject({ accepted: 5 });
      const refused = await post(5, 1, 'backfill');
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
      expect((await post(5, 1, 'live')).status).toBe(202);
      expect((await post(6, 1, 'urgent')).status).toBe(400);
    });
  });

  test('stores lines in groups and keeps their order', async () => {
    await withApi({ chunkSize: 10 }, async ({ request, queued }) => {
      const articles = Array.from({ length: 137 }, (_, index) => article(`n${index}`));
      const headers = { ...NDJSON, 'content-encoding': 'gzip' };
      const answer = await request('POST', '/v1/articles/batch', {
        body: gzipSync(lines(articles)),
        headers,
      });
      expect(answer.body.items.map((item: { id: string }) => item.id)).toEqual(articles.map(({ id }) => id));
      expect(queued).toHaveLength(137);
    });
  });

  test('rejects a line that is too long and goes on with the next', async () => {
    await withApi({ maxBodyBytes: 1_024 }, async ({ request }) => {
      const body = lines([article('a'), article('b', { text: 'x'.repeat(100_000) }), article('c')]);
      const answer = await request('POST', '/v1/articles/batch', { body, headers: NDJSON });
      expect(answer.body.items).toMatchObject([
        { id: 'a' },
        { line: 2, error: { status: 413 } },
        { id: 'c' },
      ]);
    });
  });

  test('reads characters that the network cut in two', async () => {
    await withApi({}, async (api) => {
      const bytes = Buffer.from(`${lines([article('a', { title: 'Ўзбекистон 🚢 тўғрисида' })])}\n`);
      const answer = await sendInPieces(api, bytes, 1);
      expect(JSON.parse(answer)).toMatchObject({ accepted: 1 });
      expect((await api.request('GET', '/v1/articles/a')).body.title).toBe('Ўзбекистон 🚢 тўғрисида');
    });
  });

  test('honours an Idempotency-Key', async () => {
    await withApi({}, async ({ request }) => {
      const headers = { ...NDJSON, 'idempotency-key': 'monday' };
      const first = await request('POST', '/v1/articles/batch', { body: lines([article('a')]), headers });
      const again = await request('POST', '/v1/articles/batch', { body: lines([article('a')]), headers });
      expect(again.body).toEqual(first.body);
      const other = await request('POST', '/v1/articles/batch', { body: lines([article('b')]), headers });
      expect(other.status).toBe(422);
    });
  });

  test('refuses what is neither NDJSON nor an array', async () => {
    await withApi({ maxBatchBodyBytes: 5_000 }, async ({ request }) => {
      expect((await request('POST', '/v1/articles/batch', { body: article('a') })).body).toMatchObject({
        status: 422,
      });
      expect(
        (
          await request('POST', '/v1/articles/batch', {
            body: 'a,b',
            headers: { 'content-type': 'text/csv' },
          })
        ).status,
      ).toBe(415);
      const long = lines(Array.from({ length: 500 }, (_, index) => article(`n${index}`)));
      expect((await request('POST', '/v1/articles/batch', { body: long, headers: NDJSON })).status).toBe(413);
    });
  });

  test('says what was kept when a batch breaks off', async () => {
    await withApi({ chunkSize: 5, maxBatchBodyBytes: 2_000 }, async (api) => {
      // Hardly more than may come: of a client that is still writing the answer could be lost with the connection.
      const all = lines(Array.from({ length: 100 }, (_, index) => article(`n${index}`)));
      const long = Buffer.from(all).subarray(0, 2_500);
      // What comes at once is read at once: the rest only follows when something is kept.
      const isKept = () => until(() => Promise.resolve(api.queued.length > 0), { what: 'a first group' });
      const answer = JSON.parse(await sendInPieces(api, long, 1_000, isKept));
      expect(answer).toMatchObject({ status: 413, type: '/problems/body-too-large' });
      expect(answer.accepted).toBeGreaterThan(0);
      expect(answer.items.at(-1).id).toBe(`n${answer.accepted - 1}`);
    });
  });
});

/** Sends a body without a length, in pieces of so many bytes, each in a write of its own; the second waits until it may be sent. */
function sendInPieces(
  { url }: TestApi,
  body: Buffer,
  size: number,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...NDJSON, authorization: `Bearer ${ADMIN_KEY}`, 'transfer-encoding': 'chunked' };
    const req = httpRequest(`${url}/v1/articles/batch`, { method: 'POST', headers }, (res) => {
      let text = '';
      res
        .setEncoding('utf8')
        .on('data', (part: string) => (text += part))
        .on('end', () => resolve(text));
    });
    req.on('error', reject);
    const sendFrom = (at: number): void => {
      if (at >= body.length) req.end();
      else req.write(body.subarray(at, at + size), () => setImmediate(sendFrom, at + size));
    };
    req.write(body.subarray(0, size), () => void before().then(() => sendFrom(size), reject));
  });
}
