import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { acceptArticles } from '../../src/store/articles';
import { parkArticle } from '../../src/store/failures';
import { openStoreAt } from '../support/pipeline';
import { REPORTS } from '../support/reports';
import { press, type ReviewSession, startReviewSession } from '../support/review-session';
import { until } from '../support/until';
import { WIRE_DAY } from '../support/wire-day';

jest.setTimeout(180_000);

let session: ReviewSession;

beforeAll(async () => {
  session = await startReviewSession({ SWEEP_INTERVAL: '500ms' });
});

afterEach(async () => {
  expect(await session.leave()).toEqual([]);
});

afterAll(() => session?.stop());

interface Decided {
  readonly decision: { readonly id: string };
}

/** Decides as the administrator, on the story with these words in its title. */
async function decide(collection: string, words: string, type: string, more: object = {}): Promise<string> {
  const { id, version } = await session.find(collection, words);
  const body = { version, ...more };
  const path = `/admin/api/stories/${id}/${type}`;
  return (await session.ask<Decided>('POST', path, collection, body)).decision.id;
}

test('the log shows who decided what, when and why, with before and after, and takes decisions back', async () => {
  await session.fill('log', REPORTS);
  await decide('log', 'Comet', 'lock', { reason: 'The desk holds it' });
  const split = await decide('log', 'strike', 'split', {
    articleIds: ['strike-daily'],
    reason: 'Not the same strike',
  });
  const page = await session.open({ collection: 'log' });
  await press(page, '4');
  await page.locator('.row .title', { hasText: 'Split 1 article off “Salvena dockworkers' }).waitFor();
  await page.getByLabel('Kind of decision').selectOption('lock');
  await until(async () => (await page.locator('.row').count()) === 1);
  await page.getByLabel('Kind of decision').selectOption('');
  await page.locator('.row', { hasText: 'split' }).getByRole('link').click();
  const sheet = page.getByRole('region', { name: 'Decision' });
  await sheet.getByText('Not the same strike').waitFor();
  const table = sheet.getByRole('table', { name: 'Articles before and after' });
  expect(await table.locator('del').allTextContents()).toEqual(['strike-daily']);
  expect(await table.locator('ins').allTextContents()).toEqual(['strike-daily']);
  expect(new URL(page.url()).pathname).toBe(`/admin/log/${split}`);
  await press(page, 'u');
  await page.getByText('Taken back.').waitFor();
  await sheet.getByText(/Taken back by/).waitFor();
  expect(await session.stories('log')).toHaveLength(3);
});

test('the log is exported as a file of one decision a line', async () => {
  await session.fill('export', REPORTS);
  for (const text of ['First', 'Second']) await decide('export', 'Comet', 'note', { text });
  const page = await session.open({ collection: 'export', at: 'log' });
  await page.locator('.row').nth(1).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'x')]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(['Second', 'First']);
});

test('an undo on which later decisions stand names them, and takes them back as well', async () => {
  await session.fill('stand', REPORTS);
  const { id, version } = await session.find('stand', 'Comet');
  const merge = await decide('stand', 'strike', 'merge', { from: [{ id, version }] });
  const after = await session.find('stand', 'strike');
  const move = { articleId: 'comet', story: { id: after.id, version: after.version }, replace: [merge] };
  await session.ask('POST', '/admin/api/decisions', 'stand', { type: 'remove', ...move });
  const page = await session.open({ collection: 'stand', at: `log/${merge}` });
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await press(page, 'u');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Later decisions stand on this one').waitFor();
  await dialog.getByText(/Removed comet from/).waitFor();
  await dialog.getByRole('button', { name: 'Take these back as well' }).waitFor();
  await press(page, 'Enter');
  await page.getByText('Taken back.').waitFor();
  expect(await session.stories('stand')).toHaveLength(3);
});

test('constraints are listed with what they bind, of all or of one article, and undone', async () => {
  await session.fill('bound', REPORTS);
  await decide('bound', 'strike', 'reject', { articleIds: ['strike-wire', 'strike-daily'] });
  await decide('bound', 'Harwick', 'confirm');
  const page = await session.open({ collection: 'bound', at: 'constraints' });
  await page.locator('.row', { hasText: 'apart' }).waitFor();
  const all = await page.locator('.row').count();
  expect(all).toBeGreaterThan(2);
  await page.goto(`${session.service.url}/admin/constraints/strike-wire?collection=bound`);
  await until(async () => (await page.locator('.row').count()) === 1);
  await page.locator('.row', { hasText: 'Coast Agency' }).waitFor();
  await press(page, 'j', 'x');
  await page.getByText('Taken back.').waitFor();
  await page.getByText('Nothing is bound').waitFor();
  await page.getByRole('link', { name: 'Show all' }).click();
  await until(async () => (await page.locator('.row').count()) === all - 1);
});

/** Sets one report aside, which a worker must not have got to before. */
async function park(collection: string, error: string): Promise<string> {
  const redis = new Redis({ path: session.service.redis.socket });
  const store = openStoreAt(redis);
  try {
    for (let attempt = 0; ; attempt++) {
      const report = { ...REPORTS.find(({ id }) => id === 'comet')!, id: `parked-${attempt}` };
      const [{ ordinal }] = await acceptArticles(store, collection, [report]);
      if (await parkArticle(store, collection, { ordinal, revision: 1, error })) return report.id;
    }
  } finally {
    redis.disconnect();
  }
}

test('articles set aside are shown with their error, and tried again', async () => {
  const id = await park('failed', 'it would <b>not</b> fold');
  const page = await session.open({ collection: 'failed' });
  await press(page, '6');
  await page.locator('.row', { hasText: 'it would <b>not</b> fold' }).waitFor();
  await press(page, 'j', 't');
  await page.getByText('1 article is on the queue again.').waitFor();
  await page.getByText('Nothing is set aside.').waitFor();
  await until(async () => {
    const article = await session.ask<{ status: string }>('GET', `/v1/articles/${id}`, 'failed');
    return article.status === 'clustered';
  });
  const { items } = await session.ask<{ items: unknown[] }>('GET', '/admin/api/failures', 'failed');
  expect(items).toEqual([]);
});

test('a threshold is tried out before it is saved, and the queue is looked at again by it', async () => {
  await session.fill('thresholds', WIRE_DAY);
  const reviews = async (): Promise<number> =>
    (await session.ask<{ total: number }>('GET', '/admin/api/reviews', 'thresholds')).total;
  const before = await reviews();
  const page = await session.open({ collection: 'thresholds', at: 'settings' });
  const save = page.getByRole('region', { name: 'Thresholds' }).getByRole('button', { name: 'Save' });
  const merge = page.getByLabel('Merge from', { exact: true });
  await merge.fill('0.999');
  await merge.blur();
  await page.getByLabel('Ask from', { exact: true }).fill('0.02');
  await page.getByLabel('Ask from', { exact: true }).blur();
  await page.getByText('Try it out first').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await page.locator('h1').click();
  await press(page, 't');
  const report = page.getByRole('region', { name: 'What it would have done' });
  await report.getByText('Would fall apart').waitFor();
  await report.getByText('would be split').waitFor();
  await page.getByLabel('Why?').fill('To be on the safe side');
  await save.click();
  await page.getByText('Saved.').waitFor();
  // No story has changed since.
  await until(async () => (await reviews()) > before);
  await until(async () => !(await page.getByText('being looked at again').isVisible()));
  await press(page, '4');
  await page.locator('.row', { hasText: 'To be on the safe side' }).waitFor();
});

test('calibration shows the decisions it rests on', async () => {
  await session.fill('calibrated', REPORTS);
  await decide('calibrated', 'strike', 'reject', { articleIds: ['strike-wire', 'strike-daily'] });
  const page = await session.open({ collection: 'calibrated', at: 'settings' });
  const part = page.getByRole('region', { name: 'Calibration' });
  await part.getByText(/Suggestions need 10 reviewed pairs/).waitFor();
  await part.locator('svg rect.apart').first().waitFor();
  await part.getByText('The figures').click();
  expect(await part.locator('tbody tr').count()).toBe(1);
});

test('a wanted precision is answered with thresholds, by keyboard and without any decision', async () => {
  const page = await session.open({ collection: 'precise', at: 'settings' });
  const part = page.getByRole('region', { name: 'Wanted precision' });
  const wanted = part.getByLabel('Wanted precision', { exact: true });
  await wanted.fill('90');
  await press(page, 'Enter');
  const status = part.getByRole('status');
  await status
    .getByText(/There are 0 reviewed pairs .* of their pairs at or above 0\.61 are of one story/)
    .waitFor();
  expect(await status.locator('dd').allTextContents()).toEqual(['0.61', '0.2', '90.2%', '76.4%']);
  await press(page, 'Tab', 'Tab', 'Enter');
  const fields = page.getByRole('region', { name: 'Thresholds', exact: true });
  expect(await fields.getByLabel('Merge from', { exact: true }).inputValue()).toBe('0.61');
  expect(await fields.getByLabel('Ask from', { exact: true }).inputValue()).toBe('0.2');
  await wanted.fill('100');
  await press(page, 'Enter');
  await status.getByText(/no threshold has 100\.0 % there/).waitFor();
  expect(await part.getByRole('button', { name: /into the fields/ }).count()).toBe(0);
});

test('a key is made, shown once, works within its scopes, and is revoked', async () => {
  const page = await session.open({});
  await press(page, '8');
  await page.getByRole('button', { name: 'New key' }).waitFor();
  await press(page, 'n');
  await page.keyboard.type('Night desk');
  await page.getByRole('checkbox', { name: /^review/ }).check();
  await page.getByLabel('It expires after').selectOption('30');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const secret = await page.locator('.secret').textContent();
  await page.getByRole('button', { name: 'I have it' }).click();
  const row = page.locator('.keyring li', { hasText: 'Night desk' });
  await row.getByText(/expires/).waitFor();
  expect(await page.content()).not.toContain(secret);
  const other = await session.open({ key: secret!, at: 'keys' });
  await other.getByText('Looking after keys needs a key with the scope admin.').waitFor();
  await press(other, '7');
  await other.getByText('Changing settings needs a key with the scope admin.').waitFor();
  expect(await other.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await press(other, 't');
  await other.getByRole('region', { name: 'What it would have done' }).waitFor();
  await row.getByRole('button', { name: /Revoke/ }).click();
  await press(page, 'Enter');
  await row.getByText(/revoked/).waitFor();
  await until(async () => {
    await press(other, '1');
    await press(other, '2');
    return other.getByLabel('Key with the scope review').isVisible();
  });
});

test('every view lists its keys', async () => {
  const page = await session.open({});
  for (const [key, does] of [
    ['4', 'Export what is listed'],
    ['5', 'Undo the decision that binds the pair'],
    ['6', 'Try it again'],
    ['7', 'Try the merge threshold out'],
    ['8', 'Make a key'],
  ] as const) {
    await press(page, key);
    await until(async () => {
      await press(page, '?');
      await page.getByRole('dialog').waitFor();
      const isThere = await page.getByRole('dialog').getByText(does).isVisible();
      await press(page, 'Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return isThere;
    });
  }
});
