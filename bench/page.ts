import { Command } from 'commander';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findProgram } from '../src/cli/find-program';
import { seededRandom } from '../src/cli/seeded-random';
import { loadConfig } from '../src/config';
import { commitChanges, type LedgerChange } from '../src/store/commit';
import { COLLECTIONS_KEY, ledgerKeys } from '../src/store/keys';
import { publishStories } from '../src/store/publish';
import { openStore } from '../src/store/store';
import { storeOptions } from '../src/store-options';
import type { CanonicalStory } from '../src/story/canonical-story';
import type { StoryChange } from '../src/story/diff-stories';
import { drawSentences } from './articles';
import { measureThroughput } from './load';
import { type BenchService, startBenchService } from './service';

interface Options {
  readonly stories: number;
  readonly members: number;
}

const COLLECTION = 'default';

/** Stories stored at a time. */
const AT_ONCE = 500;

const NO_CHANGE: StoryChange = {
  articles: { added: [], removed: [], revised: [] },
  ...{ newSentences: [], newSentenceCount: 0, conflicts: [], settledConflicts: [], fields: [] },
};

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Stories of one article, stored as they are in the end: it is the page that is measured, not detection. */
async function fillStories({ redis }: BenchService, count: number): Promise<void> {
  const store = openStore(redis, storeOptions(loadConfig()));
  const random = seededRandom(7);
  const last = await redis.incrby(ledgerKeys(COLLECTION).sequence, count);
  await redis.sadd(COLLECTIONS_KEY, COLLECTION);
  for (let at = 0; at < count; at += AT_ONCE) {
    const part = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, i) => writeStory(at + i, random));
    const outcomes = await commitChanges(
      store,
      COLLECTION,
      part.map(({ id }, i) => firstChange(id, last - count + at + i + 1)),
    );
    const published = await publishStories(
      store,
      COLLECTION,
      part.map((story) => ({
        ...{ story, ledgerVersion: 1, previousLedgerVersion: 0, change: NO_CHANGE },
        ...{ events: [], absorbed: [], unrelated: [] },
      })),
    );
    if (
      [...outcomes, ...published.map(({ kind }) => kind)].some((one) => !/^(committed|published)$/.test(one))
    )
      throw new Error(
        `A story was not taken: ${[...new Set([...outcomes, ...published.map(({ kind }) => kind)])].join()}`,
      );
  }
}

/** An article enters a story of its own. */
function firstChange(storyId: string, ordinal: number): LedgerChange {
  const member = { ordinal, revision: 1, probability: 1, joinedAtMs: Date.now(), edges: [] };
  return {
    ...{
      reads: [],
      versions: [{ storyId, version: 0 }],
      puts: [{ storyId, member }],
      drops: [],
      retired: [],
    },
    touched: [{ storyId, dueAtMs: Date.now(), entry: { at: Date.now(), in: [[ordinal, 1, 1]] } }],
  };
}

function writeStory(index: number, random: () => number): CanonicalStory {
  const [title, text] = drawSentences(2, random);
  const articleId = `s-${index}`;
  const at = new Date(Date.now() - index * 1_000).toISOString();
  const source = { name: `Outlet ${index % 200}` };
  return {
    ...{ id: `st_bench${index}`, collection: COLLECTION, version: 1, status: 'active', language: 'en' },
    title: { text: title.slice(0, 90), articleId, rule: 'earliest' },
    lead: { text, articleId, articleIds: [articleId], rule: 'earliest' },
    ...{
      bodyBase: { articleId, rule: 'earliest' },
      body: [],
      omittedSentences: 0,
      conflicts: [],
      copies: [],
    },
    articles: [
      {
        ...{ id: articleId, revision: 1, source, url: null, title, publishedAt: at, role: 'origin' },
        ...{ reprintGroup: articleId, probability: 1, newSentences: 1, newFigures: [] },
      },
    ],
    counts: { articles: 1, sources: 1, independentSources: 1, reprints: 0 },
    origin: { articleId, credit: null, rule: 'onlyArticle', why: 'The only article.' },
    ...{ related: [], firstPublishedAt: at, updatedAt: at },
  };
}

/** Posts one story of many articles: half of them copies, half with a sentence of their own. */
async function postLarge(service: BenchService, members: number): Promise<void> {
  const random = seededRandom(11);
  const shared = drawSentences(12, random);
  const articles = Array.from({ length: members }, (_, i) => {
    const sentences = i % 2 === 0 ? shared : [...shared, ...drawSentences(1, random)];
    return {
      ...{ id: `m-${i}`, source: `Outlet of the large story ${i}`, title: shared[0].slice(0, 70) },
      ...{
        text: sentences.join('\n'),
        publishedAt: new Date(Date.now() - (members - i) * 1_000).toISOString(),
      },
    };
  });
  await measureThroughput(service, 'bulk', articles, COLLECTION);
}

/** Has the page note for each key how long after it was pressed the next frame was painted. */
const WATCH_KEYS = `
  window.painted = [];
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.painted.push(performance.now() - timeStamp);
    port2.postMessage(0);
  }), true);`;

/** Waits for a condition; over the debugging protocol, since the content policy of the page lets it evaluate no text. */
const reach = (page: Page, condition: string): Promise<unknown> =>
  page.evaluate(
    `new Promise((resolve) => { const look = () => (${condition}) ? resolve() : requestAnimationFrame(look); look(); })`,
  );

/** Presses a key some times and answers from press to paint: the median and the longest, in milliseconds. */
async function measureKey(page: Page, what: string, key: string, times: number): Promise<string> {
  await page.evaluate('window.painted = []');
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key);
    await reach(page, `window.painted.length > ${i}`);
  }
  const painted = await page.evaluate<number[]>('window.painted.toSorted((a, b) => a - b)');
  const show = (ms: number): string => ms.toFixed(0);
  return `| ${what} | ${times} | ${show(painted[Math.floor(painted.length / 2)])} ms | ${show(painted.at(-1)!)} ms |`;
}

/** From a key until something is there, network and all. */
async function measureUntil(page: Page, what: string, key: string, condition: string): Promise<string> {
  await page.evaluate(
    `window.reached = undefined; addEventListener('keydown', ({ timeStamp }) => {
      const look = () => (${condition}) ? window.reached = performance.now() - timeStamp : requestAnimationFrame(look);
      requestAnimationFrame(look);
    }, { capture: true, once: true })`,
  );
  await page.keyboard.press(key);
  await reach(page, 'window.reached !== undefined');
  const ms = await page.evaluate<number>('window.reached');
  return `| ${what} | 1 | ${ms.toFixed(0)} ms | |`;
}

const ROWS = `document.querySelectorAll('.row, .member, .timeline li').length`;
const NODES = `document.querySelectorAll('*').length`;

async function logIn(browser: Browser, service: BenchService): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${service.url}/admin/stories`);
  await page.getByLabel('Key with the scope review').fill(service.key);
  await page.keyboard.press('Enter');
  await page.locator('.row').nth(5).waitFor();
  await page.evaluate(WATCH_KEYS);
  return page;
}

const READ = `Number(document.querySelector('.row').getAttribute('aria-setsize'))`;

/** Reads on until so many rows were read, as somebody does who keeps the End key down. */
async function scrollDown(page: Page, rows: number): Promise<void> {
  for (let read = 0; read < rows; read = await page.evaluate<number>(READ)) {
    await page.evaluate(`document.querySelector('.list').scrollTo(0, 1e9)`);
    await reach(page, `${READ} > ${read}`);
  }
}

async function measurePage(page: Page, { stories }: Options): Promise<readonly string[]> {
  const lines = [await measureKey(page, 'list: next row', 'j', 30)];
  await scrollDown(page, Math.min(5_000, stories));
  const read = await page.evaluate<number>(READ);
  lines.push(await measureKey(page, `list of ${read} read: next row`, 'j', 30));
  lines.push(await measureKey(page, 'list: select a row', ' ', 10));
  lines.push(
    `| rows and elements in the document | | ${await page.evaluate<number>(ROWS)} | ${await page.evaluate<number>(NODES)} |`,
  );
  await page.keyboard.press('Escape');
  await page.getByLabel('Order').selectOption('size');
  await reach(page, `/\\d{3} articles/.test(document.querySelector('.row')?.textContent ?? '')`);
  await page.evaluate('document.activeElement.blur()');
  const isOpen = `document.querySelectorAll('.member').length > 5 && document.querySelector('.timeline li')`;
  const first = page.locator('.row a').first();
  await first.focus();
  lines.push(await measureUntil(page, 'large story: open it, all parts shown', 'Enter', isOpen));
  await page.evaluate('document.activeElement.blur()');
  lines.push(await measureKey(page, 'large story: next article', ']', 50));
  lines.push(await measureKey(page, 'large story: select it', ' ', 10));
  lines.push(
    await measureUntil(
      page,
      'large story: to the last article',
      '}',
      `document.querySelector('.member.current')?.getAttribute('aria-posinset') === document.querySelector('.member').getAttribute('aria-setsize')`,
    ),
  );
  lines.push(
    `| rows and elements in the document | | ${await page.evaluate<number>(ROWS)} | ${await page.evaluate<number>(NODES)} |`,
  );
  lines.push(
    await measureUntil(page, 'large story: compare, dialog shown', 'd', `document.querySelector('dialog')`),
  );
  lines.push(
    await measureUntil(page, 'large story: comparison closed', 'Escape', `!document.querySelector('dialog')`),
  );
  lines.push(
    await measureUntil(
      page,
      'large story: lock, shown',
      'l',
      `/locked/.test(document.querySelector('.head').textContent)`,
    ),
  );
  await page.getByText('Locked.').waitFor();
  lines.push(await measureUntil(page, 'large story: keys', '?', `document.querySelector('dialog')`));
  return lines;
}

async function main(options: Options): Promise<void> {
  const executablePath =
    findProgram('chromium-headless-shell', process.env.PATH ?? '') ??
    findProgram('chromium', process.env.PATH ?? '');
  if (executablePath === undefined)
    throw new Error('Chromium is not on PATH: run `npm test` once, which installs it');
  const service = await startBenchService('real');
  try {
    const start = performance.now();
    await postLarge(service, options.members);
    await fillStories(service, options.stories);
    say(`Filled in ${Math.round((performance.now() - start) / 1_000)} s`);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const lines = await measurePage(await logIn(browser, service), options);
      process.stdout.write(`| | times | median | longest |\n|---|---|---|---|\n${lines.join('\n')}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    await service.stop();
  }
}

const whole = (text: string): number => Math.max(100, Number(text));
const program = new Command('bench-page')
  .description('Measures the review page in Chromium over many stories and a story of many articles.')
  .option('--stories <n>', 'stories of one article', whole, 100_000)
  .option('--members <n>', 'articles of the large story', whole, 1_000)
  .parse();

main(program.opts<Options>()).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
