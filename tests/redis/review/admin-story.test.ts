import { calibrationSchema } from '../../../src/api/admin/calibration-schema';
import { REPORTS } from '../../support/reports';
import { type TestApi, withApi } from '../api/harness';

jest.setTimeout(120_000);

const storyOf = async ({ request }: TestApi, id: string) =>
  (await request('GET', `/v1/articles/${id}`)).body.storyId as string;

async function withStories(use: (api: TestApi) => Promise<void>): Promise<void> {
  await withApi({}, async (api) => {
    await api.post(REPORTS);
    await api.publish();
    await use(api);
  });
}

test('the story view has members, links, constraints, pins and decisions', async () => {
  await withStories(async (api) => {
    const bridge = await storyOf(api, 'bridge-wire');
    const pin = { version: 1, title: 'bridge-post' };
    expect((await api.request('POST', `/admin/api/stories/${bridge}/pin`, { body: pin })).status).toBe(201);
    const confirm = { version: 2, articleIds: ['bridge-wire', 'bridge-brief'] };
    const confirmed = await api.request('POST', `/admin/api/stories/${bridge}/confirm`, { body: confirm });
    expect(confirmed.status).toBe(201);
    const { status, body } = await api.request('GET', `/admin/api/stories/${bridge}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ version: 2, status: 'active', locked: false, review: null },
      pins: { title: 'bridge-post', representative: null },
      story: { id: bridge, title: { articleId: 'bridge-post', rule: 'pinned' } },
      constraints: [{ kind: 'must', articleIds: ['bridge-wire', 'bridge-brief'], decision: 'd2' }],
    });
    expect(body.members.map(({ articleId }: { articleId: string }) => articleId).sort()).toEqual([
      'bridge-brief',
      'bridge-post',
      'bridge-wire',
    ]);
    expect(body.links[0]).toMatchObject({ probability: expect.any(Number) });
    expect(body.decisions.map(({ id }: { id: string }) => id)).toEqual(['d2', 'd1']);
  });
});

test('the view and the timeline of a merged story lead to its survivor', async () => {
  await withStories(async (api) => {
    const [bridge, comet] = [await storyOf(api, 'bridge-wire'), await storyOf(api, 'comet')];
    const merge = { version: 1, from: [{ id: comet, version: 1 }] };
    await api.request('POST', `/admin/api/stories/${bridge}/merge`, { body: merge });
    const view = await api.request('GET', `/admin/api/stories/${comet}`);
    expect([view.status, view.headers.get('location')]).toEqual([302, `/admin/api/stories/${bridge}`]);
    const { body } = await api.request('GET', `/admin/api/stories/${bridge}/timeline`);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['published', 'copied', 'joined', 'merged', 'decided']));
    const times = body.items.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted((a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)));
    expect((await api.request('GET', '/admin/api/stories/st_nobody')).status).toBe(404);
  });
});

test('two articles are shown side by side, with what differs word by word', async () => {
  await withApi({}, async (api) => {
    const [wire] = REPORTS;
    const text = wire.text!.replace('40 centimetres', '55 centimetres').split('\n\n');
    await api.post([
      wire,
      {
        ...wire,
        id: 'edited',
        text: [text[0], 'A sentence of its own stands here now.', ...text.slice(1, 3)].join('\n\n'),
        source: { name: 'Edited' },
      },
    ]);
    const { status, body } = await api.request('GET', '/admin/api/compare?a=bridge-wire&b=edited');
    expect(status).toBe(200);
    expect(body).toMatchObject({ a: { id: 'bridge-wire' }, b: { id: 'edited', source: { name: 'Edited' } } });
    expect(body.probability).toBeGreaterThan(0.5);
    expect(body.evidence.length).toBeGreaterThan(0);
    const changed = body.rows.find(({ words }: { words: unknown[] }) => words.length > 0);
    expect(changed.words.filter(({ op }: { op: string }) => op !== 'same')).toEqual([
      { op: 'a', text: '40' },
      { op: 'b', text: '55' },
    ]);
    const rows = body.rows.map(({ a, b }: { a: string | null; b: string | null }) => [
      a !== null,
      b !== null,
    ]);
    expect(rows).toContainEqual([false, true]);
    expect(rows).toContainEqual([true, false]);
    expect((await api.request('GET', '/admin/api/compare?a=bridge-wire&b=nobody')).status).toBe(404);
  });
});

test('a pair that the pipeline compared shows what was recorded; another is labelled as compared now', async () => {
  await withStories(async (api) => {
    const compare = async (a: string, b: string) =>
      (await api.request('GET', `/admin/api/compare?a=${a}&b=${b}`)).body;
    const bridge = await storyOf(api, 'bridge-wire');
    const { links } = (await api.request('GET', `/admin/api/stories/${bridge}`)).body;
    const [link] = links;
    const [found, turned] = [await compare(link.a, link.b), await compare(link.b, link.a)];
    expect(found.recorded.probability).toBeCloseTo(link.probability, 3);
    expect(turned.recorded).toEqual(found.recorded);
    expect(found.recorded.among).toBeGreaterThan(0);
    expect((await compare('bridge-wire', 'comet')).recorded).toBeNull();
  });
});

test('the view in brief leaves out what the page reads elsewhere', async () => {
  await withStories(async (api) => {
    const bridge = await storyOf(api, 'bridge-wire');
    const { body } = await api.request('GET', `/admin/api/stories/${bridge}?brief=1`);
    expect(body).toMatchObject({ version: 1, status: 'active' });
    expect(['story', 'members', 'links'].filter((name) => name in body)).toEqual([]);
  });
});

test('bulk decisions are previewed, carried out one by one, and confirmed above a size', async () => {
  await withStories(async (api) => {
    const [bridge, strike, comet] = await Promise.all(
      ['bridge-wire', 'strike-wire', 'comet'].map((id) => storyOf(api, id)),
    );
    const ref = (id: string, version = 1) => ({ id, version });
    const decisions = [
      { type: 'merge', into: ref(bridge), from: [ref(strike)] },
      { type: 'merge', into: ref(bridge), from: [ref(comet)] },
      { type: 'split', story: ref(comet, 9), articleIds: ['comet'] },
    ];
    const preview = await api.request('POST', '/admin/api/decisions/preview', { body: { decisions } });
    expect(preview.body).toMatchObject({
      ...{ articles: 3, stories: 3, confirmation: null },
      items: [
        { ok: true, articles: 2 },
        { ok: true, articles: 1 },
        { ok: false, problem: { status: 409 } },
      ],
    });
    expect((await api.request('GET', `/v1/stories/${strike}`)).status).toBe(200);
    const done = await api.request('POST', '/admin/api/decisions/bulk', { body: { decisions } });
    expect(done.body.items).toMatchObject([
      { index: 0, decision: { id: 'd1' } },
      { index: 1, decision: { id: 'd2' } },
      { index: 2, problem: { type: '/problems/stale-story' } },
    ]);
    const notes = Array.from({ length: 11 }, (_, i) => ({
      type: 'note',
      story: ref(bridge, 3),
      text: `Note ${i}`,
    }));
    const asked = await api.request('POST', '/admin/api/decisions/bulk', { body: { decisions: notes } });
    expect([asked.status, asked.body.type]).toEqual([409, '/problems/confirmation-needed']);
    const body = { decisions: notes, confirmation: asked.body.confirmation };
    const confirmed = await api.request('POST', '/admin/api/decisions/bulk', { body });
    expect(confirmed.body.items.every(({ decision }: { decision?: unknown }) => decision)).toBe(true);
    const others = { ...body, decisions: notes.slice(1).concat(notes[1]) };
    expect((await api.request('POST', '/admin/api/decisions/bulk', { body: others })).status).toBe(409);
  });
});

test('a simulation says what another threshold would merge or split', async () => {
  await withStories(async (api) => {
    const strict = await api.request('POST', '/admin/api/simulate', { body: { merge: 0.999 } });
    expect(strict.body).toMatchObject({ stories: 3, articles: 6, truncated: false });
    expect(strict.body.split.map(({ storyId }: { storyId: string }) => storyId)).toContain(
      await storyOf(api, 'strike-wire'),
    );
    const same = await api.request('POST', '/admin/api/simulate', { body: { merge: strict.body.present } });
    expect(same.body.counts).toEqual({ merged: 0, split: 0, unchanged: 3 });
    expect((await api.request('POST', '/admin/api/simulate', { body: { merge: 2 } })).status).toBe(422);
  });
});

test('calibration counts reviewed pairs, and says how many it lacks', async () => {
  await withStories(async (api) => {
    const bridge = await storyOf(api, 'bridge-wire');
    await api.request('POST', `/admin/api/stories/${bridge}/confirm`, { body: { version: 1 } });
    const { body } = await api.request('GET', '/admin/api/calibration');
    expect(body).toMatchObject({ negatives: 0, suggestion: null });
    expect(body.positives).toBeGreaterThan(0);
    expect(body.bins.reduce((sum: number, { same }: { same: number }) => sum + same, 0)).toBe(body.positives);
    await api.request('POST', '/admin/api/decisions/d1/undo');
    expect((await api.request('GET', '/admin/api/calibration')).body.pairs).toBe(0);
    expect((await api.request('GET', '/admin/api/stats')).body).toMatchObject({
      articles: 6,
      stories: 3,
      decisions: 2,
    });
  });
});

test('calibration has thresholds for a wanted precision, from the model where nobody has decided', async () => {
  await withStories(async (api) => {
    const ask = (precision: string) => api.request('GET', `/admin/api/calibration?precision=${precision}`);
    const { status, body } = await ask('.95');
    expect(status).toBe(200);
    expect(calibrationSchema.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({ pairs: 0, suggestion: null });
    expect(body.wanted).toMatchObject({ precision: 0.95, basis: 'model', thresholds: { merge: 0.86 } });
    expect(body.wanted.thresholds.precision).toBeGreaterThanOrEqual(0.95);
    const { merge, review } = body.wanted.thresholds;
    const settings = { revision: 0, thresholds: { merge, review } };
    expect((await api.request('PUT', '/admin/api/settings', { body: settings })).status).toBe(200);
    expect((await ask('1')).body.wanted).toMatchObject({ precision: 1, thresholds: null });
    expect((await api.request('GET', '/admin/api/calibration')).body).not.toHaveProperty('wanted');
    for (const bad of ['0', '1.01', '95', '-.5', 'high', '.9&precision=.8']) {
      const refused = await ask(bad);
      expect([bad, refused.status]).toEqual([bad, 400]);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(refused.body.errors).toEqual([
        { path: 'precision', message: 'must be a number above 0, at most 1' },
      ]);
    }
  });
});
