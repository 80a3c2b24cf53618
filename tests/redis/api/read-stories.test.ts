import type { z } from 'zod';
import {
  articleViewSchema,
  batchSchema,
  comparedSchema,
  explainSchema,
  matchSchema,
  postedSchema,
  problemSchema,
  withdrawnSchema,
} from '../../../src/api/answer-schemas';
import {
  eventsSchema,
  storyArticlesSchema,
  storyListSchema,
  storySchema,
  storyVersionsSchema,
} from '../../../src/api/story-schemas';
import { FEATURES } from '../../../src/matching/features';
import { ledgerKeys } from '../../../src/store/keys';
import { REPORTS } from '../../support/reports';
import { type TestApi, withApi } from './harness';

const TEXT =
  'The night ferry to Lindholm ran aground on a sandbank early on Tuesday with 212 passengers aboard. ' +
  'Lifeboats from three harbours took everyone ashore within two hours, the coast guard said. ' +
  'Captain Ilse Brandt told reporters that the steering had failed in heavy swell near the Rosenau lighthouse.';

const posted = (
  id: string,
  name: string,
  hour: number,
  text = TEXT,
  title = 'Ferry runs aground off Lindholm',
) => ({
  id,
  title,
  text,
  source: { name },
  status: 'usable' as const,
  publishedAtMs: Date.UTC(2024, 2, 5, hour),
});

/** Two reprints of one report and a story of its own; all clustered and published. */
async function tellStories(api: TestApi): Promise<{ ferry: string; court: string }> {
  await api.post([posted('ferry-a', 'Coast Courier', 6)]);
  await api.publish();
  await api.post([
    posted('ferry-b', 'Harbour Post', 8, `${TEXT} The ferry is to be towed free at high tide.`),
  ]);
  await api.publish();
  const court =
    'A court in Bergheim fined the brewer Altmann 40,000 euros on Monday for selling mislabelled beer.';
  await api.post([posted('court-a', 'Bergheim Bote', 9, court, 'Brewer fined over labels')]);
  await api.publish();
  const [ferry, other] = await Promise.all(
    ['ferry-a', 'court-a'].map((id) => api.request('GET', `/v1/articles/${id}`)),
  );
  return { ferry: ferry.body.storyId, court: other.body.storyId };
}

describe('reading', () => {
  test('an article says where it is and why', async () => {
    await withApi({}, async (api) => {
      const { ferry } = await tellStories(api);
      const { body } = await api.request('GET', '/v1/articles/ferry-b');
      expect(body).toMatchObject({
        status: 'clustered',
        storyId: ferry,
        reprintGroup: 'ferry-a',
        publicationStatus: 'usable',
      });
      expect(body.links.story).toBe(`/v1/stories/${ferry}`);
      expect(body.why).toMatchObject([
        { articleId: 'ferry-a', level: 'copy', source: { name: 'Coast Courier' } },
      ]);
      expect(body.why[0].probability).toBeGreaterThan(0.5);
      const evidence: { feature: string; contribution: number }[] = body.why[0].evidence;
      expect(FEATURES).toEqual(expect.arrayContaining(evidence.map(({ feature }) => feature)));
      expect(evidence.some(({ contribution }) => contribution > 0)).toBe(true);
      // The first one was alone when it came; what came later speaks for it too.
      expect((await api.request('GET', '/v1/articles/ferry-a')).body.why).toMatchObject([
        { articleId: 'ferry-b' },
      ]);
    });
  });

  test('an article is found by any id that can be posted', async () => {
    await withApi({}, async ({ request, post }) => {
      const ids = ['a/b', 'ä ö?&#%', 'https://x.example/a?b=c', '100%', '新聞-1', 'a+b', 'quo\'te"', '..%2f'];
      await post(ids.map((id) => posted(id, 'Any', 1, `Text of its own for ${id}`, '')));
      for (const id of ids) {
        expect((await request('GET', `/v1/articles/${encodeURIComponent(id)}`)).body).toMatchObject({ id });
      }
      expect((await request('GET', '/v1/articles/none')).body).toMatchObject({
        status: 404,
        type: '/problems/article-not-found',
      });
      expect((await request('GET', '/v1/articles/%E0%A4%A')).body).toMatchObject({ status: 400 });
      expect((await request('GET', '/v1/articles/a%00b')).body).toMatchObject({ status: 400 });
    });
  });

  test('a story now, as it was, its articles, versions and reasons', async () => {
    await withApi({}, async ({ request, ...api }) => {
      const { ferry } = await tellStories({ request, ...api });
      const now = await request('GET', `/v1/stories/${ferry}`);
      expect(now.body).toMatchObject({
        id: ferry,
        version: 2,
        status: 'active',
        counts: { articles: 2, sources: 2 },
      });
      const before = await request('GET', `/v1/stories/${ferry}?version=1`);
      expect(before.body).toMatchObject({ version: 1, counts: { articles: 1 } });
      expect((await request('GET', `/v1/stories/${ferry}?version=3`)).status).toBe(404);
      expect((await request('GET', `/v1/stories/${ferry}?version=x`)).body.errors).toMatchObject([
        { path: 'version' },
      ]);

      const first = await request('GET', `/v1/stories/${ferry}/articles?limit=1`);
      expect(first.body).toMatchObject({ items: [{ id: 'ferry-a', role: 'origin' }], nextCursor: '1' });
      const second = await request('GET', `/v1/stories/${ferry}/articles?limit=1&cursor=1`);
      expect(second.body).toMatchObject({ items: [{ id: 'ferry-b' }], nextCursor: null });

      const versions = await request('GET', `/v1/stories/${ferry}/versions`);
      expect(versions.body.items.map((item: { version: number }) => item.version)).toEqual([2, 1]);
      expect(versions.body.items[0].change.articles.added).toMatchObject([{ id: 'ferry-b' }]);

      const why = await request('GET', `/v1/stories/${ferry}/explain`);
      expect(why.body.items).toMatchObject([
        { articleId: 'ferry-a', path: ['ferry-a'], evidence: [{ articleId: 'ferry-b' }] },
        { articleId: 'ferry-b', path: ['ferry-a', 'ferry-b'], nextStory: null },
      ]);
      expect(why.body.items[1].margin).toBe(why.body.items[1].probability);
    });
  });

  test('why an article is in a story of its own, told from both sides', async () => {
    await withApi({}, async ({ request, ...api }) => {
      await api.post(REPORTS.slice(3, 5));
      await api.publish();
      const { storyId } = (await request('GET', '/v1/articles/strike-wire')).body;
      await request('POST', `/admin/api/stories/${storyId}/split`, {
        body: { version: 1, articleIds: ['strike-daily'] },
      });
      await api.publish();
      const [{ body: wire }, { body: daily }] = await Promise.all(
        ['strike-wire', 'strike-daily'].map((id) => request('GET', `/v1/articles/${id}`)),
      );
      expect(wire.storyId).not.toBe(daily.storyId);
      for (const [own, other] of [
        [wire, daily],
        [daily, wire],
      ]) {
        expect(own).toMatchObject({ why: [], nearest: [{ articleId: other.id, storyId: other.storyId }] });
        expect(own.reason).toContain(`In a story of its own: the likest other article, "${other.id}"`);
        expect(articleViewSchema.safeParse(own).error).toBeUndefined();
        const explained = await request('GET', `/v1/stories/${own.storyId}/explain`);
        const nextStory = { storyId: other.storyId, probability: own.nearest[0].probability };
        expect(explained.body.items).toMatchObject([{ articleId: own.id, nextStory }]);
      }
    });
  });

  test('a story as JSON-LD and as ninjs; 406 for anything else', async () => {
    await withApi({}, async ({ request, ...api }) => {
      const { ferry } = await tellStories({ request, ...api });
      const asJsonLd = await request('GET', `/v1/stories/${ferry}`, {
        headers: { accept: 'application/ld+json' },
      });
      expect(asJsonLd.headers.get('content-type')).toContain('application/ld+json');
      expect(asJsonLd.body).toMatchObject({ '@type': 'NewsArticle' });
      const asNinjs = await request('GET', `/v1/stories/${ferry}`, {
        headers: { accept: 'application/vnd.iptc.ninjs+json' },
      });
      expect(asNinjs.body).toMatchObject({ type: 'text', pubStatus: 'usable' });
      const asPdf = await request('GET', `/v1/stories/${ferry}`, { headers: { accept: 'application/pdf' } });
      expect(asPdf.body).toMatchObject({ status: 406, type: '/problems/not-acceptable' });
    });
  });

  test('a story that was merged away leads to its survivor', async () => {
    await withApi({}, async ({ request, store, ...api }) => {
      const { ferry, court } = await tellStories({ request, store, ...api });
      const keys = ledgerKeys('default');
      await store.redis.hset(keys.document(court), { st: 'm', into: ferry });
      await store.redis.hset(keys.story(court), { st: 'm', into: ferry });
      const moved = await request('GET', `/v1/stories/${court}/articles?limit=1`);
      expect(moved.status).toBe(301);
      expect(moved.headers.get('location')).toBe(`/v1/stories/${ferry}/articles?limit=1`);
      expect(moved.body).toMatchObject({ status: 'merged', into: ferry });
      expect((await request('GET', `/v1/stories/${court}/versions`)).body.items).toHaveLength(1);
      expect((await request('GET', '/v1/stories/st_none')).body).toMatchObject({
        status: 404,
        type: '/problems/story-not-found',
      });
    });
  });

  test('stories are listed with filters and by page', async () => {
    await withApi({}, async ({ request, ...api }) => {
      const { ferry, court } = await tellStories({ request, ...api });
      const ids = async (query: string) =>
        (await request('GET', `/v1/stories?${query}`)).body.items.map((item: { id: string }) => item.id);
      expect(await ids('')).toEqual([court, ferry]);
      expect(await ids('sort=size')).toEqual([ferry, court]);
      expect(await ids('minSources=2')).toEqual([ferry]);
      expect(await ids('source=bergheim%20bote')).toEqual([court]);
      expect(await ids('q=lindholm')).toEqual([ferry]);
      expect(await ids('sort=first&since=2024-03-05T07:00:00Z')).toEqual([court]);
      expect(await ids('sort=first&until=2024-03-05T07:00:00Z')).toEqual([ferry]);
      expect(await ids('collection=other')).toEqual([]);
      const page = await request('GET', '/v1/stories?limit=1');
      expect(await ids(`limit=1&cursor=${page.body.nextCursor}`)).toEqual([ferry]);
      for (const bad of [
        'limit=0',
        'limit=a',
        'since=yesterday',
        'sort=best',
        'cursor=%00',
        'collection=A:B',
        'minSources=-1',
      ]) {
        const answer = await request('GET', `/v1/stories?${bad}`);
        expect([bad, answer.status, answer.body.errors?.[0]?.path]).toEqual([bad, 400, bad.split('=')[0]]);
      }
    });
  });

  test('a withdrawn article leaves its story, and its reprints are named', async () => {
    await withApi({}, async ({ request, ...api }) => {
      const { ferry } = await tellStories({ request, ...api });
      const answer = await request('DELETE', '/v1/articles/ferry-a');
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ id: 'ferry-a', status: 'withdrawn', storyId: ferry });
      expect(answer.body.stillCarriedBy).toMatchObject([{ articleId: 'ferry-b', share: 1, count: 3 }]);
      expect((await request('DELETE', '/v1/articles/none')).status).toBe(404);
      const again = await request('DELETE', '/v1/articles/ferry-a');
      expect(again.body).toMatchObject({ status: 'withdrawn', result: 'unchanged' });
    });
  });
});

describe('the OpenAPI document', () => {
  test('tells the truth about every answer', async () => {
    await withApi({ publicUrl: 'https://stories.example' }, async ({ request, ...api }) => {
      const { ferry } = await tellStories({ request, ...api });
      const rows: readonly [z.ZodType, string, string, unknown?][] = [
        [articleViewSchema, 'GET', '/v1/articles/ferry-b'],
        [storySchema, 'GET', `/v1/stories/${ferry}`],
        [storySchema, 'GET', `/v1/stories/${ferry}?version=1`],
        [storyListSchema, 'GET', '/v1/stories'],
        [storyArticlesSchema, 'GET', `/v1/stories/${ferry}/articles`],
        [storyVersionsSchema, 'GET', `/v1/stories/${ferry}/versions`],
        [explainSchema, 'GET', `/v1/stories/${ferry}/explain`],
        [eventsSchema, 'GET', '/v1/events'],
        [matchSchema, 'POST', '/v1/match', { text: TEXT }],
        [comparedSchema, 'POST', '/v1/compare', { a: { text: TEXT }, b: { text: TEXT } }],
        [postedSchema, 'POST', '/v1/articles', { source: 'A', title: 'B' }],
        [batchSchema, 'POST', '/v1/articles/batch', [{ source: 'A', title: 'B' }, {}]],
        [withdrawnSchema, 'DELETE', '/v1/articles/ferry-a'],
        [problemSchema, 'GET', '/v1/stories/none'],
      ];
      for (const [schema, method, path, body] of rows) {
        const answer = await request(method, path, { body });
        // Fields that the document does not name would be dropped here.
        expect([path, schema.parse(answer.body)]).toEqual([path, answer.body]);
      }
      const { body } = await request('GET', '/openapi.json');
      expect(body.servers).toEqual([{ url: 'https://stories.example' }]);
    });
  });
});

describe('looking without storing', () => {
  test('POST /v1/match names the story a text would join', async () => {
    await withApi({}, async ({ request, store, ...api }) => {
      const { ferry } = await tellStories({ request, store, ...api });
      const before = await store.redis.dbsize();
      const answer = await request('POST', '/v1/match', { body: { title: 'Ferry aground', text: TEXT } });
      expect(answer.body.stories[0]).toMatchObject({
        storyId: ferry,
        verdict: 'join',
        url: `/v1/stories/${ferry}`,
      });
      expect(answer.body.stories[0].matches[0].evidence.length).toBeGreaterThan(2);
      const unlike = await request('POST', '/v1/match', {
        body: { text: 'Bananas ripen faster in a paper bag.' },
      });
      expect(unlike.body.stories.filter((story: { verdict: string }) => story.verdict === 'join')).toEqual(
        [],
      );
      expect(await store.redis.dbsize()).toBe(before);
    });
  });

  test('POST /v1/compare says how two texts relate and what they share', async () => {
    await withApi({}, async ({ request }) => {
      const copy = await request('POST', '/v1/compare', {
        body: { a: { text: TEXT }, b: { text: `Update. ${TEXT}` } },
      });
      expect(copy.body).toMatchObject({ level: 'copy', languages: ['en', 'en'] });
      expect(copy.body.passages).toHaveLength(3);
      expect(copy.body.passages.every(({ same }: { same: boolean }) => same)).toBe(true);
      const wrong = await request('POST', '/v1/compare', { body: { a: { text: TEXT }, b: { text: ' ' } } });
      expect(wrong.body).toMatchObject({
        status: 422,
        type: '/problems/invalid-body',
        errors: [{ path: 'b.text' }],
      });
    });
  });
});
