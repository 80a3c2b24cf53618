import { randomUUID } from 'node:crypto';
import { Pool, request } from 'undici';
import type { BenchArticle } from './articles';
import type { BenchService } from './service';

/** Milliseconds from the post of an article until its story is told of, at some shares of all articles. */
export interface Latency {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly articles: number;
}

const TIMEOUT_MS = 60_000;

/** Posts articles at an even rate and waits for the `story.created` of each on the event stream. All are to be stories of their own. */
export async function measureLatency(
  service: BenchService,
  articles: readonly BenchArticle[],
  perSecond: number,
): Promise<Latency> {
  const collection = `latency-${randomUUID()}`;
  const sentAt = new Map<string, number>();
  const taken = new Map<string, number>();
  const stop = new AbortController();
  const { body } = await request(`${service.url}/v1/events?collection=${collection}&types=story.created`, {
    headers: { authorization: `Bearer ${service.key}`, accept: 'text/event-stream' },
    signal: stop.signal,
    bodyTimeout: 0,
  });
  const listening = listen(body, (articleId) => {
    const at = sentAt.get(articleId);
    if (at !== undefined && !taken.has(articleId)) taken.set(articleId, performance.now() - at);
  });
  await postEvenly(service, articles, { collection, perSecond, sentAt });
  const deadline = performance.now() + TIMEOUT_MS;
  while (taken.size < articles.length && performance.now() < deadline) await pause(20);
  stop.abort();
  await listening;
  if (taken.size < articles.length)
    throw new Error(`${articles.length - taken.size} of ${articles.length} stories were not told of`);
  const sorted = [...taken.values()].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), articles: articles.length };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads the stream until it is broken off; calls back for each article of a story that is told of. */
async function listen(body: AsyncIterable<Buffer>, onArticle: (id: string) => void): Promise<void> {
  let rest = '';
  try {
    for await (const chunk of body) {
      rest += chunk.toString('utf8');
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: ?(.*)$/m.exec(event)?.[1];
        if (data === undefined) continue;
        const { story } =
          (JSON.parse(data) as { data?: { story?: { articles?: { id: string }[] } } }).data ?? {};
        for (const { id } of story?.articles ?? []) onArticle(id);
      }
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}

async function postEvenly(
  service: BenchService,
  articles: readonly BenchArticle[],
  how: { readonly collection: string; readonly perSecond: number; readonly sentAt: Map<string, number> },
): Promise<void> {
  const pool = new Pool(service.url, { connections: 20 });
  const start = performance.now();
  const posts = articles.map(async (article, i) => {
    await pause((i * 1_000) / how.perSecond - (performance.now() - start));
    how.sentAt.set(article.id, performance.now());
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/v1/articles',
      headers: { authorization: `Bearer ${service.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...article, collection: how.collection }),
    });
    await body.dump();
    if (statusCode !== 202) throw new Error(`a post was answered ${statusCode}`);
  });
  await Promise.all(posts);
  await pool.close();
}
