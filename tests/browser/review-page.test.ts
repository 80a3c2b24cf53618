import type { Browser } from 'playwright-core';
import { openReviewer, type ReviewerPage, startBrowser } from '../support/browser';
import { postBatch } from '../support/post-reports';
import { REPORTS } from '../support/reports';
import { type Service, startService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(240_000);

const HOSTILE = {
  id: 'hostile',
  title: '<img src=x onerror="document.title=\'taken\'"> harvest',
  text: '<script>document.title = "taken"</script> Apple growers of Vellmar expect the smallest harvest in a decade, the farmers\' union said.',
  source: { name: '<b onclick=alert(1)>Orchard Post</b>' },
  url: 'https://orchard.example/1"onmouseover="alert(1)',
  publishedAtMs: Date.parse('2026-03-12T09:00:00Z'),
  status: 'usable',
} as const;

const ARABIC = {
  id: 'arabic',
  title: 'افتتاح مكتبة جديدة في مدينة ريفان بعد عامين من البناء',
  text: 'افتتحت مدينة ريفان يوم الخميس مكتبة جديدة تضم أربعين ألف كتاب. وقالت المديرة سلمى نادر إن البناء استغرق عامين.',
  source: { name: 'صحيفة ريفان' },
  publishedAtMs: Date.parse('2026-03-12T10:00:00Z'),
  status: 'usable',
} as const;

const VIETNAMESE = {
  id: 'vietnamese',
  title: 'Cầu Sông Lam mới được khánh thành sau ba năm xây dựng',
  text: 'Cây cầu mới bắc qua sông Lam đã được khánh thành sáng thứ Năm, rút ngắn đường đi mười hai cây số. Ông Trần Quốc Hải cho biết công trình dài 940 mét.',
  source: { name: 'Báo Miền Trung' },
  publishedAtMs: Date.parse('2026-03-12T11:00:00Z'),
  status: 'usable',
} as const;

/** One event in different words: nothing can be sure of it. */
const RETOLD = [
  {
    id: 'retold-1',
    title: 'Tug sinks in Pellam harbour, crew of five saved',
    text: 'The tug Ardent sank in Pellam harbour on Thursday after striking a submerged container, the coast guard said. Its five crew were picked up by a pilot boat.',
    source: { name: 'Quay News' },
    publishedAtMs: Date.parse('2026-03-12T09:00:00Z'),
    status: 'usable',
  },
  {
    id: 'retold-2',
    title: 'Five rescued as tug Ardent goes down',
    text: 'Five sailors were rescued from the water at Pellam when their tug, the Ardent, went down within minutes. A drifting container had torn its hull open, according to the coast guard.',
    source: { name: 'Harbour Echo' },
    publishedAtMs: Date.parse('2026-03-12T10:00:00Z'),
    status: 'usable',
  },
] as const;

const ALL = [...REPORTS, HOSTILE, ARABIC, VIETNAMESE];

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly title: { readonly text: string };
    readonly counts: { readonly articles: number };
  }[];
}

let service: Service;
let browser: Browser;
let open: ReviewerPage[] = [];

const readStories = async (collection: string): Promise<Listed['items']> =>
  ((await (await service.request(`/v1/stories?limit=100&collection=${collection}`)).json()) as Listed).items;

/** Posts the reports into a collection of its own and waits for their stories. */
async function fillCollection(collection: string): Promise<void> {
  await postBatch(service, collection, ALL);
  await until(async () => {
    const stories = await readStories(collection);
    return stories.reduce((sum, { counts }) => sum + counts.articles, 0) === ALL.length;
  });
}

async function reviewer(options: Parameters<typeof openReviewer>[2]): Promise<ReviewerPage['page']> {
  const opened = await openReviewer(browser, service, options);
  open.push(opened);
  return opened.page;
}

const idOf = async (collection: string, words: string): Promise<string> =>
  (await readStories(collection)).find(({ title }) => title.text.includes(words))?.id ?? '';

beforeAll(async () => {
  service = await startService({ env: { LOG_LEVEL: 'warn', PUBLISH_DEBOUNCE: '0ms' } });
  browser = await startBrowser();
});

afterEach(async () => {
  const problems = open.flatMap((one) => one.problems);
  await Promise.all(open.map(({ context }) => context.close()));
  open = [];
  expect(problems).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('the review page', () => {
  it('is small, compressed, and kept by the browser', async () => {
    const page = await service.request('/admin/stories/st_any');
    expect(page.headers.get('content-security-policy')).toMatch(
      /script-src 'self';.*require-trusted-types-for/,
    );
    const names = [...(await page.text()).matchAll(/\/admin\/assets\/[^"]+/g)].map(([name]) => name);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const file = await service.request(name);
      expect(file.headers.get('content-encoding')).toBe('gzip');
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const opened = await reviewer({ at: 'stories' });
    const size = `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;
    expect(await opened.evaluate<number>(size)).toBeLessThan(60_000);
  });

  it('opens the board of queues behind the same log-in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${service.url}/admin/queues`);
    await page.getByLabel('Key with the scope review').waitFor();
    await context.close();
    const opened = await reviewer({ at: 'dashboard' });
    await opened.getByRole('link', { name: 'Board of queues' }).click();
    await opened.getByText('articles', { exact: true }).first().waitFor();
    expect(await opened.title()).toContain('Storyfold queues');
  });

  it('asks for a key, refuses a bad one, and ends the log-in when asked to', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${service.url}/admin/stories`);
    await page.getByLabel('Key with the scope review').fill('sfk_wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The key is unknown, revoked or expired.').waitFor();
    await page.getByLabel('Key with the scope review').fill(service.adminKey);
    await page.keyboard.press('Enter');
    await page.getByText('No stories yet.').waitFor();
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await page.evaluate('document.cookie + JSON.stringify(localStorage)')).toBe('{}');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Key with the scope review').waitFor();
    await page.reload();
    await page.getByLabel('Key with the scope review').waitFor();
    await context.close();
  });

  it('finds a story by its words and tells which outlets carry each sentence', async () => {
    await fillCollection('find');
    const page = await reviewer({ collection: 'find', at: 'stories' });
    await page.keyboard.press('/');
    await page.keyboard.type('harwick bridge');
    await until(async () => (await page.locator('.row').count()) === 1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.sentence', { hasText: 'Deputy transport minister' }).hover();
    const told = page.locator('#provenance');
    await told.getByText('Carried by 3 articles').waitFor();
    expect(await told.locator('li').allTextContents()).toEqual([
      expect.stringContaining('Northern Wire'),
      expect.stringContaining('Harwick Post'),
      expect.stringContaining('Morning Brief'),
    ]);
    await page.locator('.sentence', { hasText: 'Shopkeepers on Mill Street' }).focus();
    await told.getByText('Only in one article').waitFor();
    expect(await told.locator('li').allTextContents()).toEqual([expect.stringContaining('Harwick Post')]);
  });

  it('shows why an article is where it is, feature by feature', async () => {
    await fillCollection('why');
    const id = await idOf('why', 'Harwick');
    const page = await reviewer({ collection: 'why', at: `stories/${id}` });
    await page.locator('.member').nth(1).waitFor();
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.waterfall').first().waitFor();
    expect(await dialog.locator('.waterfall').first().getByRole('row').count()).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('rejects a pair by keyboard, sees the split and its event, and takes it back', async () => {
    await fillCollection('reject');
    const id = await idOf('reject', 'strike');
    const page = await reviewer({ collection: 'reject', at: `stories/${id}` });
    await page.locator('.member').nth(1).waitFor();
    for (const key of [']', ' ', ']', ' ', 'x']) await page.keyboard.press(key);
    await page.getByText('Kept two articles apart.').waitFor();
    await until(async () => (await page.locator('.member').count()) === 1);
    await until(
      async () =>
        (await readStories('reject')).filter(({ title }) => title.text.includes('strike')).length === 2,
    );
    const events = (await (
      await service.request('/v1/events?collection=reject&types=story.split&limit=10')
    ).json()) as Listed;
    expect(events.items).toHaveLength(1);
    await page.keyboard.press('u');
    await page.getByText('Taken back.').waitFor();
    await until(async () => (await page.locator('.member').count()) === 2);
    expect((await readStories('reject')).filter(({ title }) => title.text.includes('strike'))).toHaveLength(
      1,
    );
  });

  it('leads from the queue to a doubtful pair, shows it side by side, keeps it apart, and asks again after an undo', async () => {
    const thresholds = { merge: 0.999, review: 0.02 };
    await service.request('/admin/api/settings?collection=doubt', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision: 0, thresholds }),
    });
    await postBatch(service, 'doubt', RETOLD);
    const page = await reviewer({ collection: 'doubt' });
    await page.locator('.row').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.row .meta', { hasText: 'Same story?' }).waitFor();
    await page.locator('.case').waitFor();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.compare').waitFor();
    expect(await dialog.getByRole('columnheader').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('Quay News'), expect.stringContaining('Harbour Echo')]),
    );
    await dialog.getByText('before any evidence').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.getByText('Rejected.').waitFor();
    await page.getByText('Nothing is in doubt').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back.').waitFor();
    await page.locator('.row').waitFor();
  });

  it('merges two stories and splits one, by keyboard alone', async () => {
    await fillCollection('merge');
    const id = await idOf('merge', 'strike');
    const page = await reviewer({ collection: 'merge', at: `stories/${id}` });
    await page.locator('.member').nth(1).waitFor();
    await page.keyboard.press('m');
    await page.keyboard.type('comet');
    await page.getByRole('option', { name: /Comet Aldane-Ruiz/ }).waitFor();
    const options = page.getByRole('dialog').getByRole('option');
    await until(async () => (await options.count()) === 1);
    await page.keyboard.press('Enter');
    await page.getByText('Merged 2 stories.').waitFor();
    await until(async () => (await page.locator('.member').count()) === 3);
    const comet = page.locator('.member', { hasText: 'Science Ledger' });
    while ((await comet.getAttribute('class')) !== 'member current') await page.keyboard.press(']');
    await page.keyboard.press('s');
    // The merge stands against it, and says so.
    await page.getByRole('dialog').getByText('This contradicts earlier decisions').waitFor();
    await page
      .getByRole('dialog')
      .getByText(/Merged 1 story into/)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Split off 1 article.').waitFor();
    await until(async () => (await page.locator('.member').count()) === 2);
    expect(await readStories('merge')).toHaveLength(6);
  });

  it('tells a reviewer whose decision another has overtaken what happened', async () => {
    await fillCollection('collide');
    const id = await idOf('collide', 'Harwick');
    const [first, second] = [
      await reviewer({ collection: 'collide', at: `stories/${id}` }),
      await reviewer({ collection: 'collide', at: `stories/${id}` }),
    ];
    // The second reviewer looks at an old state: nothing new reaches that browser until it decides.
    await second.locator('.member').nth(2).waitFor();
    await second.evaluate('window.stop()');
    await second.route(/\/v1\/stories\//, (route) => route.abort());
    await first.locator('.member').nth(2).waitFor();
    for (const key of [']', ']', ']', 's']) await first.keyboard.press(key);
    await first.getByText('Split off 1 article.').waitFor();
    await second.unroute(/\/v1\/stories\//);
    for (const key of [']', ']', 's']) await second.keyboard.press(key);
    const dialog = second.getByRole('dialog');
    await dialog.getByText('Somebody else changed this story').waitFor();
    await dialog.getByText('Admin key').waitFor();
    await dialog.getByText(/Split 1 article off/).waitFor();
    await second.keyboard.press('Enter');
    await until(async () => (await second.locator('.member').count()) === 2);
    expect(await readStories('collide')).toHaveLength(7);
  });

  it('shows hostile titles, texts and names of outlets as text', async () => {
    await fillCollection('hostile');
    const id = await idOf('hostile', 'onerror');
    const page = await reviewer({ collection: 'hostile', at: `stories/${id}` });
    await page.locator('.sentence').first().waitFor();
    expect(await page.locator('h1').textContent()).toBe(HOSTILE.title);
    expect(await page.locator('.text').textContent()).toContain('<script>document.title = "taken"</script>');
    expect(await page.locator('.member strong').textContent()).toBe(HOSTILE.source.name);
    expect(await page.locator('#page img, #page script, #page b').count()).toBe(0);
    expect(await page.title()).toBe('Stories · Storyfold');
  });

  it('lays right-to-left and Vietnamese text out in its own direction', async () => {
    await fillCollection('directions');
    const page = await reviewer({ collection: 'directions', at: 'stories' });
    const title = page.locator('.row .title', { hasText: 'مكتبة' });
    await title.waitFor();
    const rightToLeft = `[...document.querySelectorAll('.row .title')].filter((title) => getComputedStyle(title).direction === 'rtl').map((title) => title.textContent)`;
    expect(await page.evaluate(rightToLeft)).toEqual([ARABIC.title]);
    await page.locator('.row .title', { hasText: 'Cầu Sông Lam' }).click();
    await page.locator('h1', { hasText: VIETNAMESE.title }).waitFor();
  });

  it('shows a new story by itself', async () => {
    const page = await reviewer({ collection: 'live', at: 'stories' });
    await page.getByText('No stories yet.').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await postBatch(service, 'live', [VIETNAMESE]);
    await page.locator('.row .title', { hasText: 'Cầu Sông Lam' }).waitFor();
  });
});
