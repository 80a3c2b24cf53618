import type { Browser, Page } from 'playwright-core';
import type { PostedArticle } from '../../src/store/articles';
import { openReviewer, type ReviewerOptions, type ReviewerPage, startBrowser } from './browser';
import { postBatch } from './post-reports';
import { type Service, startService } from './service';
import { until } from './until';

interface ListedStory {
  readonly id: string;
  readonly version: number;
  readonly title: { readonly text: string };
  readonly counts: { readonly articles: number };
}

/** A running service with a browser in which reviewers sit at its page. */
export interface ReviewSession {
  readonly service: Service;
  readonly browser: Browser;
  readonly open: (options: ReviewerOptions) => Promise<Page>;
  readonly stories: (collection: string) => Promise<readonly ListedStory[]>;
  /** The first story with these words in its title. */
  readonly find: (collection: string, words: string) => Promise<ListedStory>;
  /** Posts reports and waits until all of them are in stories. */
  readonly fill: (collection: string, reports: readonly PostedArticle[]) => Promise<void>;
  /** Asks the service as its administrator and fails unless it agrees. */
  readonly ask: <T = unknown>(
    method: string,
    path: string,
    collection?: string,
    body?: unknown,
  ) => Promise<T>;
  /** Closes all pages and answers what went wrong in them. */
  readonly leave: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

export async function startReviewSession(env: Readonly<Record<string, string>> = {}): Promise<ReviewSession> {
  const service = await startService({ env: { LOG_LEVEL: 'warn', PUBLISH_DEBOUNCE: '0ms', ...env } });
  const browser = await startBrowser();
  let opened: ReviewerPage[] = [];
  const ask: ReviewSession['ask'] = async (method, path, collection = 'default', body) => {
    const response = await service.request(
      `${path}${path.includes('?') ? '&' : '?'}collection=${collection}`,
      {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      },
    );
    const answer: unknown = response.status === 204 ? undefined : await response.json();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${JSON.stringify(answer)}`);
    return answer as never;
  };
  const stories: ReviewSession['stories'] = async (collection) =>
    (await ask<{ items: readonly ListedStory[] }>('GET', '/v1/stories?limit=200', collection)).items;
  return {
    ...{ service, browser, ask, stories },
    open: async (options) => {
      const one = await openReviewer(browser, service, options);
      opened.push(one);
      return one.page;
    },
    find: async (collection, words) => {
      const found = (await stories(collection)).find(({ title }) => title.text.includes(words));
      if (!found) throw new Error(`No story of ${collection} is called ${words}`);
      return found;
    },
    fill: async (collection, reports) => {
      await postBatch(service, collection, reports);
      await until(
        async () =>
          (await stories(collection)).reduce((sum, { counts }) => sum + counts.articles, 0) ===
          reports.length,
      );
    },
    leave: async () => {
      const problems = opened.flatMap((one) => one.problems);
      await Promise.all(opened.map(({ context }) => context.close()));
      opened = [];
      return problems;
    },
    stop: async () => {
      await browser.close();
      await service.stop();
    },
  };
}
