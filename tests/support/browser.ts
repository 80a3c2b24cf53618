import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Service } from './service';

/** Nothing of the browser's own goes over the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Starts the Chromium that `npm test` found. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_BIN'] ?? PLACES.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium found: run npm test, or set CHROMIUM_BIN');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** A reviewer at the page, logged in, with everything that went wrong there. */
export interface ReviewerPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, refusals of the content policy and requests to elsewhere. */
  readonly problems: readonly string[];
}

export interface ReviewerOptions {
  readonly key?: string;
  readonly collection?: string;
  /** Path below `/admin`, such as `stories`. */
  readonly at?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens the page in a profile of its own and logs in through its form. */
export async function openReviewer(
  browser: Browser,
  service: Service,
  options: ReviewerOptions = {},
): Promise<ReviewerPage> {
  const { width = 1280, height = 900, colorScheme = 'light' } = options;
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (/Content.Security|Trusted/i.test(message.text())) problems.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== service.url) problems.push(`asked for ${request.url()}`);
  });
  const query = options.collection === undefined ? '' : `?collection=${options.collection}`;
  await page.goto(`${service.url}/admin/${options.at ?? 'queue'}${query}`);
  await page.getByLabel('Key with the scope review').fill(options.key ?? service.adminKey);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  return { page, context, problems };
}
