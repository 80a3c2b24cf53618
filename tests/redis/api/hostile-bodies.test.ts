import { Agent, request as httpRequest } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { ADMIN_KEY, type TestApi, withApi } from './harness';

const REQUESTS = 10_000;
const SEED = 20_240_305;
/** Requests in flight at once; enough to keep the service busy. */
const LANES = 16;

jest.setTimeout(360_000);

interface Hostile {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const GOOD = { id: 'good', title: 'Ferry aground', text: 'The ferry ran aground.', source: 'Coast Courier' };

const POST_PATHS = [
  ...Array.from({ length: 5 }, () => '/v1/articles'),
  '/v1/articles/batch',
  '/v1/articles/batch',
  '/v1/match',
  '/v1/compare',
  '/v1/articles?collection=%00',
  '/v1/stories',
];

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00\ud800',
    '\ufeff',
    '\u202e',
    '__proto__',
    '<script>',
    '{{',
    '\r\nX: y',
  ),
  fc.nat(11_000).map((length) => 'ж'.repeat(length)),
  fc.nat(2_000).map((length) => '<div>'.repeat(length)),
);

const oddDate = fc.oneof(
  fc.constantFrom(
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '1969-12-31',
    '2024-02-30',
    '2024-13-01',
    '+275760-09-13',
    '-000001-01-01',
    '2024-01-01T25:00Z',
    '1e400',
    'now',
    '',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const oddUrl = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://',
    'http://[::1',
    '//x',
    'http://a\u0000b',
  ),
  oddText,
);

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -0, 1e308, [], {}, [[]], { name: null }),
  fc.double(),
  oddText,
  fc.array(oddText, { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const anyOf = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: oddValue });

/** An article of fields that are each right, odd or of the wrong type. */
const oddArticle = fc.record(
  {
    id: anyOf(oddText),
    title: anyOf(oddText),
    text: anyOf(oddText),
    html: anyOf(oddText),
    source: anyOf(
      fc.oneof(
        fc.constant('Coast Courier'),
        fc.record({ name: oddText, id: oddText, group: oddText }, { requiredKeys: [] }),
      ),
    ),
    url: anyOf(oddUrl),
    canonicalUrl: anyOf(oddUrl),
    publishedAt: anyOf(oddDate),
    author: anyOf(oddText),
    language: anyOf(fc.constantFrom('en', 'zh-Hant', 'x', 'englisch', '../..')),
    collection: anyOf(fc.constantFrom('default', 'other', 'a:b', '{x}', '*')),
    tags: anyOf(fc.array(fc.string())),
    status: anyOf(fc.constantFrom('usable', 'withheld', 'canceled', 'dead')),
    uri: anyOf(oddUrl),
    headlines: oddValue,
    bodies: oddValue,
  },
  { requiredKeys: [] },
);

/** A good article with one field odd: what gets deepest into the service. */
const nearlyGood = fc
  .tuple(
    fc.constantFrom(
      'id',
      'title',
      'text',
      'html',
      'source',
      'url',
      'publishedAt',
      'tags',
      'language',
      '__proto__',
    ),
    fc.oneof(oddValue, oddDate, oddUrl),
  )
  .map(([field, value]) => ({
    ...GOOD,
    ...JSON.parse(`{${JSON.stringify(field)}:${JSON.stringify(value) ?? 'null'}}`),
  }));

const jsonBody = fc
  .oneof(
    { weight: 6, arbitrary: nearlyGood },
    { weight: 3, arbitrary: oddArticle },
    { weight: 2, arbitrary: oddValue },
    { weight: 1, arbitrary: fc.array(nearlyGood, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.record({ a: nearlyGood, b: oddArticle }) },
  )
  // `JSON.stringify` writes lone surrogates as escapes, which is how they come over the network.
  .map((value) => Buffer.from(JSON.stringify(value) ?? ''));

const deep = fc
  .tuple(fc.constantFrom('[', '{"a":', '[{"a":'), fc.integer({ min: 30, max: 100_000 }))
  .map(([open, times]) => Buffer.from(open.repeat(times)));

const broken = fc.tuple(jsonBody, fc.nat(), fc.nat(255)).map(([body, at, byte]) => {
  const copy = Buffer.concat([body, Buffer.from(' ')]);
  copy[at % copy.length] = byte;
  return copy;
});

const cut = fc.tuple(jsonBody, fc.nat()).map(([body, at]) => body.subarray(0, at % (body.length + 1)));

const utf16 = jsonBody.map((body) => Buffer.from(`\ufeff${body.toString()}`, 'utf16le'));

const lines = fc
  .array(fc.oneof(jsonBody, broken, cut), { maxLength: 6 })
  .map((all) => Buffer.concat(all.flatMap((one) => [one, Buffer.from('\n')])));

const plainBody = fc.oneof(
  { weight: 8, arbitrary: jsonBody },
  { weight: 3, arbitrary: lines },
  { weight: 2, arbitrary: broken },
  { weight: 2, arbitrary: cut },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: utf16 },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)) },
);

/** What inflates to far more than is allowed; made once, since each costs a second to make. */
const BOMBS = {
  gzip: gzipSync(Buffer.alloc(100_000_000, 0x20)),
  deflate: deflateSync(Buffer.alloc(100_000_000, 0x5b)),
  br: brotliCompressSync(Buffer.alloc(100_000_000, 0x22)),
  twice: gzipSync(gzipSync(Buffer.alloc(100_000_000))),
};

const compressed = fc
  .tuple(plainBody, fc.constantFrom('gzip', 'deflate', 'br', 'compress', 'zstd', 'gzip, gzip', ''))
  .map(([body, encoding]) => {
    const pack =
      encoding === 'gzip' ? gzipSync : encoding === 'deflate' ? deflateSync : (bytes: Buffer) => bytes;
    return { body: pack(body), encoding };
  });

const bomb = fc.constantFrom(
  { body: BOMBS.gzip, encoding: 'gzip' },
  { body: BOMBS.deflate, encoding: 'deflate' },
  { body: BOMBS.br, encoding: 'br' },
  { body: BOMBS.twice, encoding: 'gzip' },
);

const content = fc.oneof(
  { weight: 300, arbitrary: plainBody.map((body) => ({ body, encoding: undefined })) },
  { weight: 40, arbitrary: compressed },
  { weight: 2, arbitrary: bomb },
);

const contentType = fc.constantFrom(
  ...Array.from({ length: 6 }, () => 'application/json'),
  'application/x-ndjson',
  'application/x-ndjson; charset=utf-8',
  'application/vnd.iptc.ninjs+json',
  'application/json; charset=utf-16',
  'application/json; charset="utf-8"',
  'text/plain',
  'multipart/form-data',
  ';;;',
);

const hostile: fc.Arbitrary<Hostile> = fc
  .record({
    path: fc.constantFrom(...POST_PATHS),
    type: contentType,
    content,
    once: fc.option(fc.constantFrom('k1', 'k2', 'k3', 'a b', 'x'.repeat(300)), { freq: 6 }),
    accept: fc.option(fc.constantFrom('application/json', 'text/html', 'application/pdf;q=0', ';q=2,,,'), {
      freq: 4,
    }),
  })
  .map(({ path, type, content: { body, encoding }, once, accept }) => ({
    method: 'POST',
    path,
    headers: {
      'content-type': type,
      ...(encoding !== undefined && { 'content-encoding': encoding }),
      ...(once !== null && { 'idempotency-key': once }),
      ...(accept !== null && { accept }),
    },
    body,
  }));

describe('hostile bodies', () => {
  test(`${REQUESTS.toLocaleString('en')} of them are answered 4xx or taken, and the service still works`, async () => {
    // Made beforehand: it takes seconds in one go, during which connections would time out.
    const requests = fc.sample(hostile, { seed: SEED, numRuns: REQUESTS });
    await withApi({ maxBodyBytes: 256 * 1024, maxBatchBodyBytes: 1024 * 1024 }, async (api) => {
      const agent = new Agent({ keepAlive: true, maxSockets: LANES });
      const statuses = new Map<number, number>();
      const wrong: string[] = [];
      let next = 0;
      const lane = async (): Promise<void> => {
        while (next < requests.length) {
          const index = next++;
          const answer = await send(api, agent, requests[index]);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const complaint = judge(answer);
          if (complaint) wrong.push(`request ${index} (${requests[index].path}): ${complaint}`);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      agent.destroy();
      expect(wrong.slice(0, 5)).toEqual([]);
      // Each kind of refusal, and acceptance, was really met.
      expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 202, 400, 405, 413, 415, 422]));

      const posted = await api.request('POST', '/v1/articles', {
        body: { ...GOOD, id: 'after', collection: 'calm' },
      });
      expect(posted.status).toBe(202);
      expect((await api.request('GET', '/v1/articles/after?collection=calm')).body).toMatchObject({
        title: GOOD.title,
      });
      expect((await api.request('GET', '/livez')).status).toBe(200);
    });
  });
});

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Refusals must be problems that can be read; everything else must be an acceptance. */
function judge({ status, type, text }: Answered): string | undefined {
  if (status === 200 || status === 202) return undefined;
  if (status < 400 || status > 499) return `answered ${status}: ${text.slice(0, 200)}`;
  if (type !== 'application/problem+json') return `${status} as ${type}`;
  const problem = JSON.parse(text) as { type?: string; status?: number; detail?: string };
  const isWhole =
    problem.status === status && problem.type?.startsWith('/problems/') && (problem.detail ?? '') !== '';
  return isWhole ? undefined : `an incomplete problem: ${text.slice(0, 200)}`;
}

function send({ url }: TestApi, agent: Agent, { method, path, headers, body }: Hostile): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, authorization: `Bearer ${ADMIN_KEY}`, 'content-length': String(body.length) };
    const req = httpRequest(`${url}${path}`, { method, agent, headers: all }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => {
        resolve({
          status: res.statusCode ?? 0,
          type: res.headers['content-type'] ?? '',
          text: Buffer.concat(parts).toString(),
        });
      });
      res.on('error', reject);
    });
    req.on('error', reject);
    req.end(body);
  });
}
