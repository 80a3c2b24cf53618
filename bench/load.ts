import { Pool } from 'undici';
import { ledgerKeys } from '../src/store/keys';
import type { BenchArticle } from './articles';
import type { BenchService } from './service';

/** Requests in flight when articles are posted one by one. */
const IN_FLIGHT = 50;
/** Articles a batch. */
export const BATCH = 500;
const BATCHES_IN_FLIGHT = 2;
const LOOK_EVERY_MS = 10;
const TIMEOUT_MS = 300_000;

/** How articles are posted. */
export type Way = 'singles' | 'bulk';

/**
 * Posts articles and waits until the last one is clustered and its story published.
 *
 * @returns articles a second, from the first post to the last event.
 */
export async function measureThroughput(
  service: BenchService,
  way: Way,
  articles: readonly BenchArticle[],
  collection: string,
): Promise<number> {
  const start = performance.now();
  if (way === 'singles') await postSingles(service, articles, collection);
  else await postBulk(service, articles, collection);
  await untilDone(service, collection);
  return (articles.length * 1_000) / (performance.now() - start);
}

const post = (service: BenchService, type: string) => ({
  method: 'POST' as const,
  headers: { authorization: `Bearer ${service.key}`, 'content-type': type },
});

async function postSingles(
  service: BenchService,
  articles: readonly BenchArticle[],
  collection: string,
): Promise<void> {
  const bodies = articles.map((article) => JSON.stringify({ ...article, collection }));
  await postAll(service, bodies, '/v1/articles', 'application/json', IN_FLIGHT);
}

async function postBulk(
  service: BenchService,
  articles: readonly BenchArticle[],
  collection: string,
): Promise<void> {
  const bodies: string[] = [];
  for (let at = 0; at < articles.length; at += BATCH) {
    const lines = articles.slice(at, at + BATCH).map((article) => JSON.stringify({ ...article, collection }));
    bodies.push(lines.join('\n'));
  }
  await postAll(service, bodies, '/v1/articles/batch', 'application/x-ndjson', BATCHES_IN_FLIGHT);
}

async function postAll(
  service: BenchService,
  bodies: readonly string[],
  path: string,
  type: string,
  inFlight: number,
): Promise<void> {
  const pool = new Pool(service.url, {
    connections: inFlight,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  let next = 0;
  const run = async (): Promise<void> => {
    for (let i = next++; i < bodies.length; i = next++) {
      const { statusCode, body } = await pool.request({ ...post(service, type), path, body: bodies[i] });
      const text = await body.text();
      if (statusCode !== 202) throw new Error(`${path} answered ${statusCode}: ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, run));
  await pool.close();
}

/** Done: nothing pending, no document due. */
async function untilDone({ redis }: BenchService, collection: string): Promise<void> {
  const { pending, dirty } = ledgerKeys(collection);
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const [waiting, due] = await Promise.all([redis.zcard(pending), redis.zcard(dirty)]);
    if (waiting + due === 0) return;
    if (performance.now() > deadline)
      throw new Error(`${waiting} articles and ${due} documents left after 5 minutes`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
