import { request as requestHttp } from 'node:http';
import { createApiKey } from '../../../src/store/api-keys';
import { REPORTS } from '../../support/reports';
import { checkAtom, checkJsonFeed, checkRss } from '../../unit/feeds/feed-rules';
import { type TestApi, withApi } from '../api/harness';

const FEEDS = [
  ['json', 'application/feed+json', checkJsonFeed],
  ['rss', 'application/rss+xml', checkRss],
  ['atom', 'application/atom+xml', checkAtom],
] as const;

/** An API with the stories of the reports; the clock stands still unless moved. */
function withStories(use: (api: TestApi, clock: { now: number }) => Promise<void>): Promise<void> {
  const clock = { now: Date.now() };
  return withApi({ clock: () => clock.now }, async (api) => {
    await api.post(REPORTS);
    await api.publish();
    await use(api, clock);
  });
}

test.each(FEEDS)('stories.%s is valid and has every story', async (format, type, check) => {
  await withStories(async ({ request, url }) => {
    const { status, headers, text } = await request('GET', `/feeds/stories.${format}`);
    expect([status, headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(check(text)).toEqual([]);
    for (const words of ['Harwick', 'Salvena', 'Aldane-Ruiz']) expect(text).toContain(words);
    expect(text).toContain(`${url}/feeds/stories.${format}`);
  });
});

test('the filters of /v1/stories choose', async () => {
  await withStories(async ({ request }) => {
    const titles = async (query: string): Promise<string[]> => {
      const { body } = await request('GET', `/feeds/stories.json?${query}`);
      return body.items.map(({ title }: { title: string }) => title.split(' ')[0]);
    };
    expect(await titles('q=bridge')).toEqual(['Harwick']);
    expect(await titles('minSources=2')).toHaveLength(2);
    expect(await titles('source=Science+Ledger')).toEqual(['Comet']);
    expect(await titles('limit=1')).toHaveLength(1);
    expect(await titles('sort=size&limit=1')).toEqual(['Harwick']);
    expect(await titles('collection=other')).toEqual([]);
    expect(await titles('until=2000-01-01T00:00:00Z')).toEqual([]);
    const bad = await request('GET', '/feeds/stories.rss?minSources=many');
    expect(bad.body).toMatchObject({ type: '/problems/invalid-request', errors: [{ path: 'minSources' }] });
  });
});

test.each(FEEDS)('stories.%s is not sent again until it has changed', async (format) => {
  await withStories(async ({ request, post, publish }, clock) => {
    const path = `/feeds/stories.${format}`;
    const fresh = await request('GET', path);
    // Within the second of the change there is no date that could tell the next change apart.
    expect(fresh.headers.get('last-modified')).toBeNull();
    // Events are dated by Redis, whose clock goes on.
    clock.now = Date.now() + 2_000;
    const first = await request('GET', path);
    const tag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    const byTag = await request('GET', path, { headers: { 'if-none-match': tag } });
    expect([byTag.status, byTag.text, byTag.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await request('GET', path, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    const older = new Date(Date.parse(modified) - 1_000).toUTCString();
    expect((await request('GET', path, { headers: { 'if-modified-since': older } })).status).toBe(200);

    await post([
      {
        ...REPORTS[5],
        id: 'late',
        title: 'Ferry to Skarn runs aground',
        text: 'The ferry ran aground at dawn near Skarn.',
      },
    ]);
    await publish();
    const headers = { 'if-none-match': tag, 'if-modified-since': modified };
    const changed = await request('GET', path, { headers });
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('Ferry to Skarn');
    expect(changed.headers.get('etag')).not.toBe(tag);
  });
});

test('a feed reader may send its key as a password, to feeds only', async () => {
  await withApi({}, async ({ request, store }) => {
    const { token } = await createApiKey(store.redis, { name: 'reader', scopes: ['read'] }, Date.now());
    const basic = (password: string): string =>
      `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}`;
    const statusOf = async (path: string, authorization: string): Promise<number> =>
      (await request('GET', path, { key: null, headers: { authorization } })).status;
    expect(await statusOf('/feeds/stories.rss', basic(token))).toBe(200);
    expect(await statusOf('/feeds/stories.rss', basic('wrong'))).toBe(401);
    expect(await statusOf('/feeds/stories.rss', 'Basic !')).toBe(401);
    expect(await statusOf('/v1/stories', basic(token))).toBe(401);
    const asked = async (path: string): Promise<string | null> =>
      (await request('GET', path, { key: null })).headers.get('www-authenticate');
    expect(await asked('/feeds/stories.rss')).toContain('Basic realm=');
    expect(await asked('/v1/stories')).not.toContain('Basic');
  });
});

test('a feed needs the read scope unless reads are open', async () => {
  await withApi({}, async ({ request }) => {
    expect((await request('GET', '/feeds/stories.rss', { key: null })).status).toBe(401);
  });
  await withApi({ openReads: true }, async ({ request }) => {
    expect((await request('GET', '/feeds/stories.rss', { key: null })).status).toBe(200);
  });
});

test('addresses are absolute, by the public URL where it is set', async () => {
  await withApi({ publicUrl: 'https://folds.example/news' }, async (api) => {
    await api.post(REPORTS.slice(0, 1));
    await api.publish();
    const { body } = await api.request('GET', '/feeds/stories.json?limit=3');
    expect(body.feed_url).toBe('https://folds.example/news/feeds/stories.json?limit=3');
    expect(body.items[0].url).toMatch(/^https:\/\/folds\.example\/news\/v1\/stories\//);
  });
});

test('an impossible Host leads to no impossible address', async () => {
  await withStories(async ({ url }) => {
    const text = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'evil"><script>', authorization: 'Bearer an-admin-key-for-tests' };
      const sent = requestHttp(`${url}/feeds/stories.rss`, { headers }, (res) => {
        const parts: string[] = [];
        res.setEncoding('utf8').on('data', (part: string) => parts.push(part));
        res.on('end', () => resolve(parts.join('')));
      });
      sent.on('error', reject).end();
    });
    expect(checkRss(text)).toEqual([]);
    expect(text).not.toContain('evil');
  });
});
