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

/** Articles a second from the first post on. */
export interface Throughput {
  /** Until the last event is published. */
  readonly published: number;
  /** Until the last article has its place: what changes a story settles for a while before it is told of. */
  readonly placed: number;
}

/** Posts articles and waits until the last one is clustered and its story published. */
export async function measureThroughput(
  service: BenchService,
  way: Way,
  articles: readonly BenchArticle[],
  collection: string,
): Promise<Throughput> {
  const bodies = way === 'singles' ? toSingles(articles, collection) : toBatches(articles, collection);
  const start = performance.now();
  await (way === 'singles'
    ? postAll(service, bodies, '/v1/articles', 'application/json', IN_FLIGHT)
    : postAll(service, bodies, '/v1/articles/batch', 'application/x-ndjson', BATCHES_IN_FLIGHT));
  const placedAt = await untilDone(service, collection);
  const rate = (end: number): number => (articles.length * 1_000) / (end - start);
  return { published: rate(performance.now()), placed: rate(placedAt) };
}

const post = (service: BenchService, type: string) => ({
  method: 'POST' as const,
  headers: { authorization: `Bearer ${service.key}`, 'content-type': type },
});

const toSingles = (articles: readonly BenchArticle[], collection: string): string[] =>
  articles.map((article) => JSON.stringify({ ...article, collection }));

function toBatches(articles: readonly BenchArticle[], collection: string): string[] {
  const lines = toSingles(articles, collection);
  const bodies: string[] = [];
  for (let at = 0; at < lines.length; at += BATCH) bodies.push(lines.slice(at, at + BATCH).join('\n'));
  return bodies;
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

/** Done: nothing pending, no document due. Answers when the last article had its place. */
async function untilDone({ redis }: BenchService, collection: string): Promise<number> {
  const { pending, dirty } = ledgerKeys(collection);
  const deadline = performance.now() + TIMEOUT_MS;
  let placedAt: number | undefined;
  for (;;) {
    const [waiting, due] = await Promise.all([redis.zcard(pending), redis.zcard(dirty)]);
    if (waiting === 0) placedAt ??= performance.now();
    if (waiting + due === 0) return placedAt ?? performance.now();
    if (performance.now() > deadline)
      throw new Error(`${waiting} articles and ${due} documents left after 5 minutes`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
