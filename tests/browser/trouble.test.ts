import type { Browser } from 'playwright-core';
import { openReviewer, startBrowser } from '../support/browser';
import { postBatch } from '../support/post-reports';
import { REPORTS } from '../support/reports';
import { type Service, startService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(240_000);

let service: Service;
let browser: Browser;

beforeAll(async () => {
  service = await startService({ env: { LOG_LEVEL: 'warn', PUBLISH_DEBOUNCE: '0ms' } });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const countStories = async (collection: string): Promise<number> =>
  ((await (await service.request(`/v1/stories?collection=${collection}`)).json()) as { items: unknown[] })
    .items.length;

describe('a page whose service is in trouble', () => {
  it('says that the service cannot be reached, keeps what is shown, and reads again by itself', async () => {
    await postBatch(service, 'lost', REPORTS.slice(0, 1));
    await until(async () => (await countStories('lost')) === 1);
    const { page, context } = await openReviewer(browser, service, { collection: 'lost', at: 'stories' });
    await page.locator('.row').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.sentence').first().waitFor();
    await context.setOffline(true);
    await page.keyboard.press('l');
    await page.locator('.story .problem', { hasText: 'cannot be reached' }).waitFor();
    expect(await page.locator('.sentence').count()).toBeGreaterThan(0);
    await page.keyboard.press('1');
    await page.locator('.list .problem', { hasText: 'cannot be reached' }).waitFor();
    await context.setOffline(false);
    await page.getByText('Nothing is in doubt').waitFor();
    expect(await page.locator('.problem').count()).toBe(0);
    await context.close();
  });

  it('takes the event stream up again after it was refused, and shows what it missed', async () => {
    const { page, context } = await openReviewer(browser, service, { collection: 'refused', at: 'stories' });
    await page.getByText('No stories yet.').waitFor();
    const isStream = (url: URL): boolean => url.pathname === '/v1/events';
    await page.route(isStream, (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.reload();
    await page.locator('.live', { hasText: 'Reconnecting' }).waitFor();
    await page.getByText('No stories yet.').waitFor();
    await postBatch(service, 'refused', REPORTS.slice(0, 1));
    await until(async () => (await countStories('refused')) === 1);
    await page.unroute(isStream);
    await page.locator('.live', { hasText: 'Live' }).waitFor();
    await page.locator('.row').waitFor();
    await context.close();
  });

  it('asks for a key again, and says why, when its own was revoked', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'Rita', scopes: ['review'] });
    const made = await service.request('/admin/api/keys', { method: 'POST', headers, body });
    const { key, token } = (await made.json()) as { key: { id: string }; token: string };
    const { page, context } = await openReviewer(browser, service, { key: token });
    await page.getByText('Nothing is in doubt').waitFor();
    await service.request(`/admin/api/keys/${key.id}`, { method: 'DELETE' });
    await page.keyboard.press('4');
    await page.getByText('Your log-in has ended').waitFor();
    await page.keyboard.type(service.adminKey);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    await context.close();
  });
});
