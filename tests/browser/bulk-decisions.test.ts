import { REPORTS } from '../support/reports';
import { press, type ReviewSession, startReviewSession } from '../support/review-session';
import { until } from '../support/until';
import { WIRE_DAY, WIRE_STORIES } from '../support/wire-day';

jest.setTimeout(180_000);

let session: ReviewSession;

beforeAll(async () => {
  session = await startReviewSession();
});

afterEach(async () => {
  expect(await session.leave()).toEqual([]);
});

afterAll(() => session?.stop());

interface Decisions {
  readonly items: readonly { readonly type: string; readonly reason: string | null }[];
}

const decided = (collection: string): Promise<Decisions> =>
  session.ask<Decisions>('GET', '/admin/api/audit', collection);

test('selected stories are merged after a look at what that changes, with a reason, and undone', async () => {
  await session.fill('bulk-merge', REPORTS);
  const page = await session.open({ collection: 'bulk-merge', at: 'stories' });
  await page.locator('.row').nth(2).waitFor();
  await press(page, 'j', ' ', 'j', ' ', 'm');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/of 2 stories will change place/).waitFor();
  expect(await session.stories('bulk-merge')).toHaveLength(3);
  await page.keyboard.type('One statement, two headlines');
  await press(page, 'Enter');
  await page.getByText('Merged 2 stories.').waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(await session.stories('bulk-merge')).toHaveLength(2);
  expect((await decided('bulk-merge')).items).toMatchObject([
    { type: 'merge', reason: 'One statement, two headlines' },
  ]);
  await press(page, 'u');
  await page.getByText('Taken back.').waitFor();
  expect(await session.stories('bulk-merge')).toHaveLength(3);
});

test('what concerns many is asked about a second time, and is undone as one', async () => {
  await session.fill('bulk-many', WIRE_DAY);
  const page = await session.open({ collection: 'bulk-many', at: 'stories' });
  await page.locator('.row').nth(2).waitFor();
  await press(page, '*', 'l');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('No article moves').waitFor();
  await press(page, 'Enter');
  const stories = await session.stories('bulk-many');
  expect(stories.length).toBeGreaterThanOrEqual(WIRE_STORIES.length);
  await dialog.getByText(`in ${stories.length} decisions`).waitFor();
  expect((await decided('bulk-many')).items).toEqual([]);
  await press(page, 'Enter');
  await page.getByText(`Locked ${stories.length} stories.`).waitFor();
  expect((await decided('bulk-many')).items.map(({ type }) => type)).toEqual(stories.map(() => 'lock'));
  await press(page, 'u');
  await until(async () => {
    const { items } = await decided('bulk-many');
    return items.filter(({ type }) => type === 'undo').length === stories.length;
  });
});

test('decisions on stories that another has changed meanwhile are refused, with who did what', async () => {
  await session.fill('bulk-stale', REPORTS);
  const page = await session.open({ collection: 'bulk-stale', at: 'stories' });
  await page.locator('.row').nth(2).waitFor();
  // The list stays as it is: nothing new reaches this browser.
  await page.route(/\/v1\/stories/, (route) => route.abort());
  const [into, from] = [
    await session.find('bulk-stale', 'strike'),
    await session.find('bulk-stale', 'Comet'),
  ];
  const ref = ({ id, version }: typeof into) => ({ id, version });
  await session.ask('POST', '/admin/api/decisions', 'bulk-stale', {
    ...{ type: 'merge', into: ref(into), from: [ref(from)] },
  });
  await press(page, '*', 'c');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/cannot be carried out/).waitFor();
  await dialog
    .getByText(/Admin key: Merged 1 story into/)
    .first()
    .waitFor();
  await page.unroute(/\/v1\/stories/);
  await press(page, 'Enter');
  await page.getByText(/^Confirmed \d+ stor(y|ies)\.$/).waitFor();
  const { items } = await decided('bulk-stale');
  expect(items.filter(({ type }) => type === 'confirm').length).toBeGreaterThan(0);
});

test('cases of the queue are answered together', async () => {
  const thresholds = { merge: 0.99, review: 0.02 };
  await session.ask('PUT', '/admin/api/settings', 'bulk-queue', { revision: 0, thresholds });
  await session.fill('bulk-queue', WIRE_DAY);
  const reviews = (): Promise<{ total: number }> => session.ask('GET', '/admin/api/reviews', 'bulk-queue');
  await until(async () => (await reviews()).total > 1);
  const page = await session.open({ collection: 'bulk-queue' });
  await page.locator('.row').nth(1).waitFor();
  const { total } = await reviews();
  await press(page, 'j', ' ', 'j', ' ', 'x');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(/Same as another story\?|Does a member belong\?|Two stories in one\?/)
    .first()
    .waitFor();
  await press(page, 'Enter');
  await page.getByText('Rejected 2 cases.').waitFor();
  await until(async () => (await reviews()).total < total);
  await press(page, 'u');
  await until(async () => (await reviews()).total === total);
});
