import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openReviewer, startBrowser } from '../support/browser';
import { postBatch } from '../support/post-reports';
import { REPORTS } from '../support/reports';
import { type Service, startService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(240_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is, by rule and element. */
async function findFaults(page: Page): Promise<readonly string[]> {
  // A dialog that is still appearing is pale, and so are its words.
  await page.evaluate(
    'Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))',
  );
  // Over the debugging protocol, which the content policy of the page does not concern.
  await page.evaluate(AXE);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const found = await page.evaluate<{ violations: { id: string; nodes: { target: string[] }[] }[] }>(
    `axe.run(document, ${options})`,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

/** One event, told twice: alike enough to be asked about once the threshold is high. */
const ARABIC = [
  {
    id: 'library-1',
    title: 'افتتاح مكتبة جديدة في مدينة ريفان بعد عامين من البناء',
    text: 'افتتحت مدينة ريفان يوم الخميس مكتبة جديدة تضم أربعين ألف كتاب. وقالت المديرة سلمى نادر إن البناء استغرق عامين.',
    source: { name: 'صحيفة ريفان' },
    publishedAtMs: Date.parse('2026-03-12T10:00:00Z'),
    status: 'usable',
  },
  {
    id: 'library-2',
    title: 'ريفان تفتح مكتبة تضم خمسين ألف كتاب',
    text: 'افتتحت مدينة ريفان يوم الخميس مكتبة جديدة تضم خمسين ألف كتاب. وقالت المديرة سلمى نادر إن البناء استغرق عامين. وحضر الافتتاح مئات من سكان المدينة.',
    source: { name: 'أخبار الساحل' },
    publishedAtMs: Date.parse('2026-03-12T11:00:00Z'),
    status: 'usable',
  },
] as const;

let service: Service;
let browser: Browser;

beforeAll(async () => {
  service = await startService({ env: { LOG_LEVEL: 'warn', PUBLISH_DEBOUNCE: '0ms' } });
  browser = await startBrowser();
  await postBatch(service, 'default', REPORTS);
  await until(async () => {
    const { items } = (await (await service.request('/v1/stories')).json()) as {
      items: { counts: { articles: number } }[];
    };
    return items.reduce((sum, { counts }) => sum + counts.articles, 0) === REPORTS.length;
  });
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await service.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was answered ${await answer.text()}`);
  };
  await post('/admin/api/keys', { name: 'Desk', scopes: ['read'] });
  const { storyId } = (await (await service.request('/v1/articles/strike-wire')).json()) as {
    storyId: string;
  };
  await service.request('/admin/api/settings?collection=arabic', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision: 0, thresholds: { merge: 0.999, review: 0.02 } }),
  });
  await postBatch(service, 'arabic', ARABIC);
  await post(`/admin/api/stories/${storyId}/reject`, {
    ...{ version: 1, articleIds: ['strike-wire', 'strike-daily'], reason: 'Two strikes' },
  });
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe.each([
  ['wide, light', 1280, 'light'],
  ['narrow, dark', 360, 'dark'],
] as const)('%s', (_name, width, colorScheme) => {
  it('has no faults that axe finds, and nothing wider than the window', async () => {
    const { page, context } = await openReviewer(browser, service, { at: 'stories', width, colorScheme });
    const faults: string[] = [];
    const look = async (where: string): Promise<void> => {
      faults.push(...(await findFaults(page)).map((fault) => `${where}: ${fault}`));
      const isWider = await page.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      if (isWider) faults.push(`${where}: wider than the window`);
    };
    await page.locator('.row').nth(2).waitFor();
    await look('stories');
    await page.locator('.row .title', { hasText: 'Harwick' }).click();
    await page.locator('.sentence').first().click();
    await page.locator('.versions li').first().waitFor();
    await look('story');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look('keys');
    await page.keyboard.press('Escape');
    await page.locator('.why').nth(1).click();
    await page.locator('.waterfall').first().waitFor();
    await look('evidence');
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'To review' }).waitFor();
    await look('queue');
    await page.keyboard.press('3');
    await page.locator('.figures').waitFor();
    await look('dashboard');
    for (const [key, ready] of [
      ['4', '.row'],
      ['5', '.row'],
      ['6', '.empty'],
      ['7', '.calibration svg'],
      ['8', '.keyring li'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(ready).first().waitFor();
      await look(`view ${key}`);
    }
    await page.keyboard.press('n');
    await page.getByLabel('It expires after').waitFor();
    await look('new key');
    await page.keyboard.press('Escape');
    await page.keyboard.press('7');
    await page.locator('.calibration svg').waitFor();
    await page.keyboard.press('t');
    await page.locator('.report').waitFor();
    await look('threshold tried out');
    await page.getByRole('button', { name: 'Derive thresholds' }).click();
    await page.getByRole('button', { name: 'Put the derived ones' }).waitFor();
    await look('wanted precision');
    await page.keyboard.press('4');
    await page.locator('.row a').first().click();
    await page.locator('.sides').first().waitFor();
    await look('decision');
    await page.keyboard.press('2');
    await page.locator('.row').nth(1).waitFor();
    for (const pressed of ['j', ' ', 'j', ' ', 'x']) await page.keyboard.press(pressed);
    await page.locator('.previewed li').first().waitFor();
    await look('bulk');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Key with the scope review').waitFor();
    await look('log-in');
    await context.close();
    expect(faults).toEqual([]);
  });

  it('has none in a story from right to left, in its question and in the comparison', async () => {
    const { page, context } = await openReviewer(browser, service, {
      ...{ collection: 'arabic', width, colorScheme },
    });
    await page.locator('.row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.case .pair').nth(1).waitFor();
    await page.locator('.versions li').first().waitFor();
    const story = await findFaults(page);
    await page.keyboard.press('d');
    await page.locator('.compare [role="cell"]').first().waitFor();
    expect([...story, ...(await findFaults(page))]).toEqual([]);
    for (const part of ['.case .pair', '.compare [role="cell"]'])
      await page.locator(`${part}:dir(rtl)`).first().waitFor();
    await context.close();
  });
});
