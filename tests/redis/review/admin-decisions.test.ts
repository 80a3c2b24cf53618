import { createApiKey, revokeApiKey, type Scope } from '../../../src/store/api-keys';
import { REPORTS } from '../../support/reports';
import { ADMIN_KEY, type TestApi, withApi } from '../api/harness';

jest.setTimeout(120_000);

interface Stories {
  readonly bridge: string;
  readonly strike: string;
  readonly comet: string;
}

/** An API over the three stories of `REPORTS`. */
async function withStories(use: (api: TestApi, stories: Stories) => Promise<void>): Promise<void> {
  await withApi({}, async (api) => {
    await api.post(REPORTS);
    await api.publish();
    const storyOf = async (id: string) =>
      (await api.request('GET', `/v1/articles/${id}`)).body.storyId as string;
    const [bridge, strike, comet] = [
      await storyOf('bridge-wire'),
      await storyOf('strike-wire'),
      await storyOf('comet'),
    ];
    await use(api, { bridge, strike, comet });
  });
}

const newKey = async ({ store }: TestApi, ...scopes: Scope[]) =>
  createApiKey(store.redis, { name: `${scopes.join(' and ')} key`, scopes }, Date.now());

test('a merge answers the new state, shows in /v1, and is taken back', async () => {
  await withStories(async ({ request }, { bridge, strike }) => {
    const merged = await request('POST', `/admin/api/stories/${bridge}/merge`, {
      body: { version: 1, from: [{ id: strike, version: 1 }], reason: 'same event' },
    });
    expect(merged.status).toBe(201);
    expect(merged.body.decision).toMatchObject({
      id: 'd1',
      type: 'merge',
      reason: 'same event',
      undoneBy: null,
    });
    expect(merged.body.decision.actor).toEqual({ id: 'admin-key', name: 'Admin key' });
    expect(merged.body.stories).toMatchObject([
      { id: bridge, version: 2, status: 'active', size: 5 },
      { id: strike, status: 'merged', into: bridge },
    ]);
    const gone = await request('GET', `/v1/stories/${strike}`);
    expect([gone.status, gone.headers.get('location')]).toEqual([301, `/v1/stories/${bridge}`]);

    const undone = await request('POST', '/admin/api/decisions/d1/undo');
    expect(undone.status).toBe(201);
    expect(undone.body.decision).toMatchObject({ id: 'd2', type: 'undo', undoes: ['d1'] });
    expect((await request('GET', `/v1/stories/${strike}`)).body.articles).toHaveLength(2);
    expect((await request('GET', '/admin/api/decisions/d1')).body.undoneBy).toBe('d2');
    const again = await request('POST', '/admin/api/decisions/d1/undo');
    expect([again.status, again.body.type]).toEqual([409, '/problems/already-undone']);
  });
});

test('two reviewers who collide: one decides, the other gets the fresh state and who changed it', async () => {
  await withStories(async (api, { bridge }) => {
    const [first, second] = [await newKey(api, 'review'), await newKey(api, 'review')];
    const split = (key: string, article: string) =>
      api.request('POST', `/admin/api/stories/${bridge}/split`, {
        key,
        body: { version: 1, articleIds: [article] },
      });
    const answers = await Promise.all([
      split(first.token, 'bridge-brief'),
      split(second.token, 'bridge-post'),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(lost.body.type).toBe('/problems/stale-story');
    expect(lost.body.stories).toMatchObject([
      { id: bridge, version: 2, size: 2, changedBy: { id: 'd1', actor: won.body.decision.actor } },
    ]);
    const key = lost === answers[0] ? first.token : second.token;
    const article = lost === answers[0] ? 'bridge-brief' : 'bridge-post';
    const retried = await api.request('POST', `/admin/api/stories/${bridge}/split`, {
      key,
      body: { version: lost.body.stories[0].version, articleIds: [article] },
    });
    expect(retried.status).toBe(201);
  });
});

test('a contradiction names the decisions and how to overrule them', async () => {
  await withStories(async ({ request }, { bridge, comet }) => {
    const move = await request('POST', '/admin/api/articles/comet/move', {
      body: { from: { id: comet, version: 1 }, to: { id: bridge, version: 1 } },
    });
    expect(move.status).toBe(201);
    const body = { version: 2, articleIds: ['comet', 'bridge-wire'] };
    const refused = await request('POST', `/admin/api/stories/${bridge}/reject`, { body });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      type: '/problems/contradiction',
      decisions: [{ id: 'd1', type: 'move' }],
      retry: { replace: ['d1'] },
    });
    const overruled = await request('POST', `/admin/api/stories/${bridge}/reject`, {
      body: { ...body, ...refused.body.retry },
    });
    expect(overruled.status).toBe(201);
    const blocked = await request('POST', '/admin/api/decisions/d1/undo');
    expect([blocked.status, blocked.body.type]).toEqual([409, '/problems/undo-blocked']);
    const both = await request('POST', '/admin/api/decisions/d1/undo', { body: blocked.body.retry });
    expect(both.body.decision.undoes).toEqual(['d1', 'd2']);
    expect((await request('GET', `/v1/stories/${comet}`)).status).toBe(200);
  });
});

const BAD: readonly [name: string, path: string, body: unknown, status: number, at: string][] = [
  ['no version', 'stories/S/split', { articleIds: ['bridge-wire'] }, 422, 'version'],
  ['an unknown article', 'stories/S/split', { version: 1, articleIds: ['nobody'] }, 404, 'articleIds'],
  [
    'an article of another story',
    'stories/S/split',
    { version: 1, articleIds: ['comet'] },
    422,
    'articleIds',
  ],
  [
    'all articles',
    'stories/S/split',
    { version: 1, articleIds: ['bridge-wire', 'bridge-post', 'bridge-brief'] },
    422,
    'articleIds',
  ],
  ['a merge with itself', 'stories/S/merge', { version: 1, from: [{ id: 'S', version: 1 }] }, 422, 'from'],
  ['a type that there is not', 'decisions', { type: 'burn' }, 422, 'type'],
];

test.each(BAD)('refuses %s', async (_name, path, body, status, at) => {
  await withStories(async ({ request }, { bridge }) => {
    const filled = JSON.parse(JSON.stringify(body).replace('"S"', `"${bridge}"`)) as unknown;
    const answer = await request('POST', `/admin/api/${path.replace('S', bridge)}`, { body: filled });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(at);
  });
});

test('needs the scope review, and knows no story or decision that there is not', async () => {
  await withStories(async (api, { bridge }) => {
    const { token } = await newKey(api, 'read', 'ingest');
    const body = { version: 1, articleIds: ['bridge-brief'] };
    const path = `/admin/api/stories/${bridge}/split`;
    expect((await api.request('POST', path, { body, key: token })).status).toBe(403);
    expect((await api.request('POST', path, { body, key: null })).status).toBe(401);
    const unknown = await api.request('POST', '/admin/api/stories/st_nobody/split', { body });
    expect([unknown.status, unknown.body.type]).toEqual([404, '/problems/story-not-found']);
    expect((await api.request('POST', '/admin/api/decisions/d9/undo')).status).toBe(404);
    expect((await api.request('GET', '/admin/api/decisions/x')).status).toBe(404);
  });
});

/** Logs in and answers the cookie as a browser would send it. */
async function logIn(api: TestApi, key: string) {
  const answer = await api.request('POST', '/admin/api/session', { body: { key }, key: null });
  const set = answer.headers.get('set-cookie') ?? '';
  return { answer, set, cookie: set.split(';')[0], csrf: answer.body?.csrf as string };
}

test('a log-in gives a cookie that needs the CSRF header for changes', async () => {
  await withStories(async (api, { bridge }) => {
    const { token } = await newKey(api, 'review');
    const { answer, set, cookie, csrf } = await logIn(api, token);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ actor: { name: 'review key' }, scopes: ['review'] });
    expect(set).toMatch(/^sf_session=[\w-]{43}; .*HttpOnly/);
    expect(set).toMatch(/SameSite=Strict/);
    const as = (headers: Record<string, string>) => ({ key: null, headers: { cookie, ...headers } });
    expect((await api.request('GET', '/admin/api/session', as({}))).body.csrf).toBe(csrf);
    const lock = `/admin/api/stories/${bridge}/lock`;
    const body = { version: 1, locked: true };
    const forged = await api.request('POST', lock, { ...as({}), body });
    expect([forged.status, forged.body.type]).toEqual([403, '/problems/csrf']);
    expect((await api.request('POST', lock, { ...as({ 'x-csrf-token': 'guess' }), body })).status).toBe(403);
    const real = await api.request('POST', lock, { ...as({ 'x-csrf-token': csrf }), body });
    expect([real.status, real.body.stories[0].locked]).toEqual([201, true]);
    expect((await api.request('DELETE', '/admin/api/session', as({ 'x-csrf-token': csrf }))).status).toBe(
      204,
    );
    expect((await api.request('GET', '/admin/api/session', as({}))).status).toBe(401);
  });
});

test('nobody logs in with a bad key or one that may not review, and a revoked key ends its log-ins', async () => {
  await withStories(async (api) => {
    expect((await logIn(api, 'sfk_nonsense')).answer.status).toBe(401);
    expect((await logIn(api, (await newKey(api, 'read')).token)).answer.status).toBe(403);
    expect((await logIn(api, ADMIN_KEY)).answer.body.scopes).toEqual(['admin']);
    const { key, token } = await newKey(api, 'review');
    const { cookie } = await logIn(api, token);
    const look = () => api.request('GET', '/admin/api/session', { key: null, headers: { cookie } });
    expect((await look()).status).toBe(200);
    await revokeApiKey(api.store.redis, key.id, Date.now());
    expect((await look()).status).toBe(401);
  });
});
