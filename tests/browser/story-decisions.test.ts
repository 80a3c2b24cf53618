import type { Page, Route } from 'playwright-core';
import { REPORTS } from '../support/reports';
import { press, type ReviewSession, startReviewSession } from '../support/review-session';
import { until } from '../support/until';

jest.setTimeout(180_000);

let session: ReviewSession;

beforeAll(async () => {
  session = await startReviewSession();
});

afterEach(async () => {
  expect(await session.leave()).toEqual([]);
});

afterAll(() => session?.stop());

/** Opens a story of a collection of its own, with all that belongs to it. */
async function openStory(collection: string, words: string): Promise<Page> {
  await session.fill(collection, REPORTS);
  const { id } = await session.find(collection, words);
  const page = await session.open({ collection, at: `stories/${id}` });
  await page.locator('.member').first().waitFor();
  await page.locator('.timeline li').first().waitFor();
  return page;
}

/** Moves the keys to the article of an outlet; answers its title. */
async function pointAt(page: Page, outlet: string): Promise<string> {
  const member = page.locator('.member', { hasText: outlet });
  while (!(await member.getAttribute('class'))?.includes('current')) await press(page, ']');
  return (await member.locator('.title').textContent())!;
}

/** Keeps the answers to decisions back until they are let go. */
async function holdDecisions(page: Page): Promise<(answer?: object) => Promise<void>> {
  let held: (route: Route) => void;
  const route = new Promise<Route>((resolve) => (held = resolve));
  await page.route(/\/admin\/api\/decisions/, (one) => held(one));
  return async (answer) => {
    const one = await route;
    if (answer) await one.fulfill({ status: 409, contentType: 'application/json', json: answer });
    else await one.continue();
    await page.unroute(/\/admin\/api\/decisions/);
  };
}

test('a decision shows before the service has answered, and stays', async () => {
  const page = await openStory('at-once', 'Harwick');
  const letGo = await holdDecisions(page);
  await press(page, ']', ']', 's');
  await until(async () => (await page.locator('.member').count()) === 2);
  expect(await session.stories('at-once')).toHaveLength(3);
  await letGo();
  await page.getByText('Split off 1 article.').waitFor();
  expect(await page.locator('.member').count()).toBe(2);
  expect(await session.stories('at-once')).toHaveLength(4);
});

test('a decision that the service refuses goes back where it was, and says why', async () => {
  const page = await openStory('refused', 'Harwick');
  const letGo = await holdDecisions(page);
  await press(page, 'l');
  const locked = page.locator('.head .tag', { hasText: 'locked' });
  await locked.waitFor();
  await letGo({ type: '/problems/stale-story', title: 'Stale', status: 409, detail: 'Changed since.' });
  await page.getByRole('dialog').getByText('Changed since.').waitFor();
  await locked.waitFor({ state: 'detached' });
});

test('with Shift a decision asks why; y has every decision ask', async () => {
  const page = await openStory('why', 'Comet');
  await press(page, 'Shift+L');
  await page.getByRole('dialog').getByLabel('Locked: why?').waitFor();
  await page.keyboard.type('Waiting for the agency');
  await press(page, 'Enter');
  await page.getByText('Locked.').waitFor();
  await page.locator('.decisions q', { hasText: 'Waiting for the agency' }).waitFor();
  await press(page, 'y', 'l');
  await page.getByRole('dialog').getByLabel('Unlocked: why?').waitFor();
  await press(page, 'Enter');
  await page.getByText('Unlocked.').waitFor();
  await press(page, 'y', 'l');
  await page.getByText('Locked.', { exact: true }).last().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the title and the text of an article are pinned and unpinned', async () => {
  const page = await openStory('pins', 'Harwick');
  const before = await page.locator('h1').textContent();
  const post = page.locator('.member', { hasText: 'Harwick Post' });
  const own = await pointAt(page, 'Harwick Post');
  expect(own).not.toBe(before);
  await press(page, 'p');
  await page.getByText('Pinned the title.').waitFor();
  await page.locator('h1', { hasText: own }).waitFor();
  await press(page, 'e');
  await page.getByText('Pinned the text.').waitFor();
  await until(async () => (await post.locator('.tag').allTextContents()).join() === 'title,text');
  const { id } = await session.find('pins', own);
  const view = await session.ask<{ pins: object }>('GET', `/admin/api/stories/${id}`, 'pins');
  expect(view.pins).toEqual({ title: 'bridge-post', representative: 'bridge-post' });
  await press(page, 'p');
  await page.getByText('Unpinned the title.').waitFor();
  await page.locator('h1', { hasText: before! }).waitFor();
});

test('decisions made faster than the service answers are carried out one after another', async () => {
  const page = await openStory('in-a-row', 'Harwick');
  await page.route(/\/v1\/stories\/st_/, () => undefined);
  const letGo = await holdDecisions(page);
  await press(page, ']', 'p', 'e', 'l');
  await page.locator('.head .tag', { hasText: 'locked' }).waitFor();
  await until(async () => (await page.locator('.member .tag').allTextContents()).join() === 'title,text');
  await letGo();
  for (const done of ['Pinned the title.', 'Pinned the text.', 'Locked.'])
    await page.getByText(done).waitFor();
  await press(page, 'u');
  await page.getByText('Taken back.').waitFor();
  const { id } = await session.find('in-a-row', 'Harwick');
  const view = await session.ask<{ pins: object; locked: boolean }>(
    'GET',
    `/admin/api/stories/${id}`,
    'in-a-row',
  );
  expect(view.locked).toBe(false);
  expect(Object.values(view.pins)).not.toContain(null);
});

test('a decision of somebody else in between is not passed over', async () => {
  const page = await openStory('in-between', 'Harwick');
  await page.route(/\/v1\/stories\/st_/, () => undefined);
  const title = await pointAt(page, 'Harwick Post');
  await press(page, 'p');
  await page.getByText('Pinned the title.').waitFor();
  await until(async () => (await session.stories('in-between')).some((story) => story.title.text === title));
  const { id, version } = await session.find('in-between', title);
  const pin = { type: 'pin', story: { id, version }, title: null };
  await session.ask('POST', '/admin/api/decisions', 'in-between', pin);
  await press(page, 'e');
  await page.getByRole('dialog').getByText('Somebody else changed this story').waitFor();
});

test('two articles are compared, as recorded or afresh, and the timeline tells who copied whom', async () => {
  const page = await openStory('compare', 'Harwick');
  await page
    .locator('.timeline li', { hasText: /copied from Northern Wire/ })
    .first()
    .waitFor();
  await press(page, ']', ']', 'd');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('recorded when it came in').waitFor();
  await dialog.locator('.waterfall').waitFor();
});

/** Story number `i` of a list without an end, as the service would answer. */
const listed = (i: number) => ({
  ...{ id: `st_${i}`, version: 1, status: 'active', language: 'en', sources: ['Outlet'] },
  ...{ title: { text: `Story ${i}` }, lead: { text: '' }, firstPublishedAt: null, updatedAt: null },
  counts: { articles: 1, sources: 1, independentSources: 1, reprints: 0 },
});

test('of a long list only what is near to being seen is in the document', async () => {
  const page = await session.open({ collection: 'long' });
  await page.route(/\/v1\/stories\?/, (route) => {
    const { searchParams } = new URL(route.request().url());
    const [at, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit'))];
    const items = Array.from({ length: limit }, (_, i) => listed(at + i));
    return route.fulfill({ json: { items, nextCursor: String(at + limit) } });
  });
  await press(page, '2');
  const rows = page.locator('.row');
  await rows.first().waitFor();
  await until(async () => {
    await page.evaluate(`document.querySelector('.list').scrollTo(0, 1e9)`);
    return Number(await rows.first().getAttribute('aria-setsize')) >= 1_000;
  });
  expect(await rows.count()).toBeLessThan(60);
  await press(page, 'j');
  await page.locator('.row.current', { hasText: 'Story 0' }).waitFor();
  expect(await rows.count()).toBeLessThan(60);
});

test('a story of a thousand articles keeps some dozens of them in the document', async () => {
  const page = await openStory('large', 'Harwick');
  const { id } = await session.find('large', 'Harwick');
  const story = await session.ask<{ articles: readonly object[] }>('GET', `/v1/stories/${id}`, 'large');
  const articles = Array.from({ length: 1_000 }, (_, i) => ({
    ...story.articles[0],
    ...{ id: `a-${i}`, source: { name: `Outlet ${i}` } },
  }));
  await page.route(/\/v1\/stories\/st_[^/]*\?/, (route) => route.fulfill({ json: { ...story, articles } }));
  await page.reload();
  const members = page.locator('.member');
  await members.first().waitFor();
  await press(page, '}');
  await page.locator('.member.current', { hasText: 'Outlet 999' }).waitFor();
  expect(await page.locator('.member.current').getAttribute('aria-posinset')).toBe('1000');
  expect(await members.count()).toBeLessThan(60);
  await press(page, '{');
  await page.locator('.member.current', { hasText: 'Outlet 0' }).waitFor();
});
