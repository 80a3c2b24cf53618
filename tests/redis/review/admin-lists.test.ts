import type { ReviewCase } from '../../../src/review/assess';
import { parkArticle, parkStory } from '../../../src/store/failures';
import { ledgerKeys } from '../../../src/store/keys';
import { readPlacements, readStoryHeads } from '../../../src/store/ledger';
import { recordReview } from '../../../src/store/reviews';
import { COLLECTION } from '../../support/pipeline';
import { REPORTS } from '../../support/reports';
import { WIRE_DAY } from '../../support/wire-day';
import { ADMIN_KEY, type Answer, type TestApi, withApi } from '../api/harness';

jest.setTimeout(120_000);

/** An API whose clock a test moves, with settings under which the strike's two reports stay apart. */
async function withDoubts(use: (api: TestApi, later: () => void) => Promise<void>): Promise<void> {
  let now = Date.UTC(2026, 4, 1);
  await withApi({ clock: () => now }, async (api) => {
    const body = { revision: 0, thresholds: { merge: 0.999, review: 0.1 } };
    expect((await api.request('PUT', '/admin/api/settings', { body })).status).toBe(200);
    now += 2_000;
    await api.post(REPORTS);
    await api.publish();
    await use(api, () => {
      now += 2_000;
    });
  });
}

const storyOf = async ({ request }: TestApi, id: string) =>
  (await request('GET', `/v1/articles/${id}`)).body.storyId as string;

test('settings of a collection steer its workers, are audited, and are not overwritten unseen', async () => {
  await withDoubts(async (api, later) => {
    expect(await storyOf(api, 'strike-wire')).not.toBe(await storyOf(api, 'strike-daily'));
    const { body: seen } = await api.request('GET', '/admin/api/settings');
    expect(seen).toMatchObject({ revision: 1, thresholds: { merge: 0.999, review: 0.1 } });
    const stale = await api.request('PUT', '/admin/api/settings', { body: { revision: 0, thresholds: {} } });
    expect([stale.status, stale.body.type, stale.body.settings]).toEqual([
      409,
      '/problems/stale-settings',
      seen,
    ]);
    const body = {
      revision: 1,
      thresholds: { merge: null, review: null },
      rules: { title: ['mostComplete'] },
    };
    const reset = await api.request('PUT', '/admin/api/settings', { body });
    expect(reset.body).toMatchObject({
      revision: 2,
      thresholds: seen.defaults,
      rules: { title: ['mostComplete'] },
    });
    later();
    const strike = REPORTS.find(({ id }) => id === 'strike-daily')!;
    await api.post([{ ...strike, text: `${strike.text}\n\nChecked again.` }]);
    expect(await storyOf(api, 'strike-wire')).toBe(await storyOf(api, 'strike-daily'));
    const { body: audit } = await api.request('GET', '/admin/api/audit?type=settings');
    expect(audit.items.map(({ id }: { id: string }) => id)).toEqual(['d2', 'd1']);
    expect(audit.items[0].settings.before.thresholds).toEqual({ merge: 0.999, review: 0.1 });
    const bad = await api.request('PUT', '/admin/api/settings', {
      body: { revision: 2, thresholds: { merge: 0.3, review: 0.5 } },
    });
    expect([bad.status, bad.body.errors[0].path]).toEqual([422, 'thresholds.review']);
  });
});

test('the queue shows what is doubtful, with all that is needed to answer it', async () => {
  await withDoubts(async (api) => {
    const [wire, daily] = [await storyOf(api, 'strike-wire'), await storyOf(api, 'strike-daily')];
    const { body } = await api.request('GET', '/admin/api/reviews');
    const risks = body.items.map(({ risk }: { risk: number }) => risk);
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
    const item = body.items.find(({ storyId }: { storyId: string }) => storyId === daily);
    expect(item).toMatchObject({
      version: 1,
      title: 'Salvena dockworkers vote for 48-hour strike over night pay',
      sources: ['Salvena Daily'],
      cases: [
        {
          kind: 'between',
          articleId: 'strike-daily',
          otherArticleId: 'strike-wire',
          otherStoryId: wire,
          otherVersion: 1,
        },
      ],
    });
    const [doubt] = item.cases;
    const answered = await api.request('POST', '/admin/api/decisions', {
      body: {
        type: 'reject',
        stories: [
          { id: daily, version: item.version },
          { id: doubt.otherStoryId, version: doubt.otherVersion },
        ],
        articleIds: [doubt.articleId, doubt.otherArticleId],
      },
    });
    expect(answered.status).toBe(201);
    const after = await api.request('GET', '/admin/api/reviews');
    expect(after.body.items.map(({ storyId }: { storyId: string }) => storyId)).not.toContain(daily);
    expect(after.body.total).toBe(body.total - 1);
    const { body: constraints } = await api.request('GET', '/admin/api/constraints?article=strike-wire');
    expect(constraints.items).toMatchObject([
      {
        ...{ kind: 'cannot', articleIds: ['strike-wire', 'strike-daily'], decision: 'd2' },
        articles: [{ storyId: wire }, { title: item.title, source: 'Salvena Daily', storyId: daily }],
      },
    ]);
    expect((await api.request('GET', '/admin/api/constraints')).body.items).toEqual(constraints.items);
  });
});

test('pages of one kind of case are full, however rare it is', async () => {
  await withApi({}, async (api) => {
    const entryOf = (kind: 'between' | 'weak', article: number): ReviewCase =>
      kind === 'weak'
        ? { kind, probability: 0.5, article }
        : { kind, probability: 0.5, article, other: article, otherStory: 'none' };
    const accepted = await api.post(WIRE_DAY);
    await api.publish();
    const placements = await readPlacements(
      api.store,
      COLLECTION,
      accepted.map(({ ordinal }) => ordinal),
    );
    const ids = [...new Set(placements.flatMap(({ storyId }) => storyId ?? []))];
    const heads = await readStoryHeads(api.store, COLLECTION, ids);
    for (const [i, storyId] of ids.entries()) {
      const factors = { nearness: 0, weakness: 0, size: 0, conflicts: 0, reach: 0 };
      const cases = [entryOf(i % 5 === 0 ? 'weak' : 'between', 1)];
      const entry = { storyId, since: 0, risk: 1 - i / 100, cases, factors, conflicts: 0 };
      await recordReview(
        api.store,
        COLLECTION,
        { id: storyId, version: heads[i]!.version },
        entry,
        undefined,
      );
    }
    const weak = ids.filter((_, i) => i % 5 === 0);
    const found: string[] = [];
    for (let cursor: string | null = '0'; cursor !== null; ) {
      const page = `/admin/api/reviews?kind=weak&limit=1&cursor=${cursor}`;
      const { body }: Answer = await api.request('GET', page);
      if (body.nextCursor !== null) expect(body.items).toHaveLength(1);
      found.push(...body.items.map(({ storyId }: { storyId: string }) => storyId));
      cursor = body.nextCursor;
    }
    expect(found).toEqual(weak);
  });
});

test('the audit is paged, filtered and exported', async () => {
  await withDoubts(async (api) => {
    const comet = await storyOf(api, 'comet');
    for (let note = 0; note < 5; note++) {
      const body = { version: 1, text: `Note ${note}` };
      expect((await api.request('POST', `/admin/api/stories/${comet}/note`, { body })).status).toBe(201);
    }
    const first = await api.request('GET', `/admin/api/audit?limit=2&story=${comet}`);
    expect(first.body.items.map(({ text }: { text: string }) => text)).toEqual(['Note 4', 'Note 3']);
    const second = await api.request(
      'GET',
      `/admin/api/audit?limit=2&story=${comet}&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items.map(({ text }: { text: string }) => text)).toEqual(['Note 2', 'Note 1']);
    const exported = await fetch(`${api.url}/admin/api/audit`, {
      headers: { accept: 'application/x-ndjson', authorization: `Bearer ${ADMIN_KEY}` },
    });
    const lines = (await exported.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; actor: unknown });
    expect(lines.map(({ id }) => id)).toEqual(['d6', 'd5', 'd4', 'd3', 'd2', 'd1']);
    expect(lines[0].actor).toEqual({ id: 'admin-key', name: 'Admin key' });
    // Two million looks for decisions that nobody made, before.
    const beyond = await fetch(`${api.url}/admin/api/audit?format=ndjson&cursor=544055054`, {
      headers: { authorization: `Bearer ${ADMIN_KEY}` },
      signal: AbortSignal.timeout(20_000),
    });
    expect((await beyond.text()).trim().split('\n')).toHaveLength(6);
    const linked = await fetch(`${api.url}/admin/api/audit?format=ndjson&story=${comet}`, {
      headers: { accept: 'text/html', authorization: `Bearer ${ADMIN_KEY}` },
    });
    expect(linked.headers.get('content-disposition')).toBe('attachment; filename="audit-default.ndjson"');
    expect((await linked.text()).trim().split('\n')).toHaveLength(5);
    expect(first.body.items[0].titles).toEqual({ [comet]: expect.stringContaining('omet') as string });
    const none = await api.request('GET', '/admin/api/audit?actor=nobody');
    expect(none.body).toEqual({ items: [], nextCursor: null });
  });
});

test('the making and revoking of keys is in the audit, between decisions, for those who look after keys', async () => {
  const clock = { nowMs: Date.UTC(2026, 4, 1) };
  await withApi({ clock: () => (clock.nowMs += 1_000) }, async (api) => {
    await api.post([REPORTS[0]]);
    await api.publish();
    const [story] = (await api.request('GET', '/v1/stories')).body.items as { id: string }[];
    const note = (text: string) =>
      api.request('POST', `/admin/api/stories/${story.id}/note`, { body: { version: 1, text } });
    const make = async (body: object, key?: string) =>
      (await api.request('POST', '/admin/api/keys', { body, ...(key !== undefined && { key }) })).body;
    const boss = await make({ name: 'Boss', scopes: ['admin'] });
    expect((await note('one')).status).toBe(201);
    const desk = await make({ name: 'Desk', scopes: ['review'], collections: ['default'] }, boss.token);
    expect((await note('two')).status).toBe(201);
    await api.request('DELETE', `/admin/api/keys/${desk.key.id}`);
    const summaries = async (query = '', key?: string): Promise<string[]> => {
      const answer = await api.request('GET', `/admin/api/audit${query}`, key === undefined ? {} : { key });
      return answer.body.items.map(({ summary }: { summary: string }) => summary);
    };
    const notes = [`Note on ${story.id}: two`, `Note on ${story.id}: one`];
    const keys = [
      'Revoked the key “Desk”',
      'Made the key “Desk” (review, for default only)',
      'Made the key “Boss” (admin)',
    ];
    expect(await summaries()).toEqual([keys[0], notes[0], keys[1], notes[1], keys[2]]);
    expect(await summaries('?type=key')).toEqual(keys);
    expect(await summaries('?type=key&actor=Boss')).toEqual([keys[1]]);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: Answer = await api.request('GET', `/admin/api/audit?limit=1&cursor=${cursor}`);
      paged.push(...body.items.map(({ summary }: { summary: string }) => summary));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(await summaries());
    const exported = await fetch(`${api.url}/admin/api/audit?format=ndjson`, {
      headers: { authorization: `Bearer ${ADMIN_KEY}` },
    });
    const lines = (await exported.text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { summary: string }).summary)).toEqual(paged);
    const one = await api.request('GET', `/admin/api/decisions/key-${desk.key.id}-made`);
    expect(one.body).toMatchObject({ type: 'key', actor: { id: boss.key.id, name: 'Boss' } });
    expect((await api.request('POST', `/admin/api/decisions/${one.body.id}/undo`)).status).toBe(404);
    // Reviewers, and whoever is for some collections only, hear nothing of keys.
    for (const limits of [{ scopes: ['review'] }, { scopes: ['admin'], collections: ['default'] }]) {
      const other = await make({ name: 'Other', ...limits });
      expect(await summaries('', other.token)).toEqual(notes);
      expect(
        (await api.request('GET', `/admin/api/decisions/${one.body.id}`, { key: other.token })).status,
      ).toBe(404);
    }
  });
});

test('articles set aside are listed with their error, and retried', async () => {
  await withApi({}, async (api) => {
    const [accepted] = await api.accept([REPORTS[0]]);
    const { ordinal } = accepted;
    await parkArticle(api.store, COLLECTION, { ordinal, revision: 1, error: 'it would not fold' });
    const { body } = await api.request('GET', '/admin/api/failures');
    expect(body.items).toMatchObject([{ articleId: 'bridge-wire', revision: 1, error: 'it would not fold' }]);
    expect((await api.request('POST', '/admin/api/failures/bridge-wire/retry')).status).toBe(202);
    expect(api.queued).toEqual([[COLLECTION, ordinal]]);
    await api.cluster([ordinal]);
    expect((await api.request('GET', '/admin/api/failures')).body.items).toEqual([]);
    expect((await api.request('POST', '/admin/api/failures/bridge-wire/retry')).status).toBe(404);
    expect(await api.store.redis.hlen(ledgerKeys(COLLECTION).failures)).toBe(0);
  });
});

test('stories set aside are listed beside articles, and retried', async () => {
  await withApi({}, async (api) => {
    const [{ ordinal }] = await api.accept([REPORTS[0]]);
    const { due } = await api.cluster([ordinal]);
    const [{ storyId }] = due;
    await api.publish();
    const { dirty, failures } = ledgerKeys(COLLECTION);
    await api.store.redis.zadd(dirty, 1, storyId);
    expect(await parkStory(api.store, COLLECTION, { storyId, version: 9, error: 'not this one' })).toBe(
      false,
    );
    expect(await parkStory(api.store, COLLECTION, { storyId, version: 1, error: 'no text' })).toBe(true);
    const { body } = await api.request('GET', '/admin/api/failures');
    const title = REPORTS[0].title;
    expect(body.items).toMatchObject([{ kind: 'story', articleId: null, storyId, error: 'no text', title }]);
    const retry = (query: string) => api.request('POST', `/admin/api/failures/${storyId}/retry${query}`);
    expect((await retry('')).status).toBe(404);
    expect((await retry('?kind=novel')).status).toBe(400);
    expect((await retry('?kind=story')).body).toEqual({ storyId, status: 'queued' });
    expect(await api.store.redis.zrange(dirty, '0', '-1')).toEqual([storyId]);
    await api.publish();
    expect(await api.store.redis.exists(failures)).toBe(0);
    expect((await retry('?kind=story')).status).toBe(404);
  });
});

test('keys are made, scoped, expired and revoked', async () => {
  let now = Date.UTC(2026, 4, 1);
  await withApi({ clock: () => now }, async (api) => {
    const make = (body: unknown) => api.request('POST', '/admin/api/keys', { body });
    const made = await make({ name: 'desk', scopes: ['review'], expiresAt: '2026-05-01T01:00:00Z' });
    expect(made.status).toBe(201);
    const { token, key } = made.body;
    const look = (path: string) => api.request('GET', path, { key: token });
    expect((await look('/admin/api/reviews')).status).toBe(200);
    expect((await look('/admin/api/keys')).status).toBe(403);
    const { body: list } = await api.request('GET', '/admin/api/keys');
    expect(list.items).toMatchObject([{ id: key.id, name: 'desk', scopes: ['review'], revokedAt: null }]);
    expect(JSON.stringify(list)).not.toContain(token);
    now += 3_600_000;
    expect((await look('/admin/api/reviews')).status).toBe(401);
    const other = (await make({ name: 'other', scopes: ['admin'] })).body;
    expect((await api.request('GET', '/admin/api/keys', { key: other.token })).status).toBe(200);
    expect((await api.request('DELETE', `/admin/api/keys/${other.key.id}`)).status).toBe(204);
    now += 1_000;
    expect((await api.request('GET', '/admin/api/keys', { key: other.token })).status).toBe(401);
    expect((await make({ name: 'late', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' })).status).toBe(
      422,
    );
    expect(
      (await make({ name: '', scopes: ['everything'] })).body.errors.map(
        ({ path }: { path: string }) => path,
      ),
    ).toEqual(['name', 'scopes[0]']);
  });
});
