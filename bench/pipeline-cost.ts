import type { PipelineContext } from '../src/pipeline/context';
import type { PostedArticle } from '../src/store/articles';
import type { BenchArticle } from './articles';
import { requireBuilt } from './built';
import { readRedisCpu } from './cpu';

const { clusterChunk }: typeof import('../src/pipeline/cluster-chunk') =
  requireBuilt('./pipeline/cluster-chunk');
const { acceptArticles }: typeof import('../src/store/articles') = requireBuilt('./store/articles');

/** CPU milliseconds an article. */
export interface Cost {
  readonly node: number;
  readonly redis: number;
}

/** Articles that a job of the queue carries. */
const CHUNK = 25;

/** Articles that have found their places. */
interface Clustered {
  readonly cost: Cost;
  readonly ordinals: readonly number[];
  /** Mean number of articles that one was compared with. */
  readonly compared: number;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Posts articles and clusters them in chunks, as a worker does; only the latter is measured. */
export async function clusterStream(
  context: PipelineContext,
  articles: readonly BenchArticle[],
  collection: string,
  chunkOf = CHUNK,
): Promise<Clustered> {
  const ordinals: number[] = [];
  for (let at = 0; at < articles.length; at += 100) {
    const posted = articles.slice(at, at + 100).map(toPosted);
    ordinals.push(...(await acceptArticles(context.store, collection, posted)).map(({ ordinal }) => ordinal));
  }
  const compared: number[] = [];
  const cost = await measure(context, articles.length, async () => {
    for (let at = 0; at < ordinals.length; at += chunkOf) {
      const chunk = await clusterChunk(context, collection, ordinals.slice(at, at + chunkOf));
      for (const { error } of chunk.failed) throw error;
      compared.push(...chunk.matched.map((one) => one.compared));
    }
  });
  return { cost, ordinals, compared: mean(compared) };
}

const toPosted = ({ source, publishedAt, ...article }: BenchArticle): PostedArticle => ({
  ...article,
  ...{ source: { name: source }, publishedAtMs: Date.parse(publishedAt), status: 'usable' },
});

/** CPU time of this process and of Redis: unlike time by the clock, the same on a busy machine, but for its caches. */
export async function measure(
  { store }: PipelineContext,
  articles: number,
  run: () => Promise<void>,
): Promise<Cost> {
  const [redisBefore, before] = [await readRedisCpu(store.redis), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return {
    node: (user + system) / 1_000 / articles,
    redis: (1_000 * ((await readRedisCpu(store.redis)) - redisBefore)) / articles,
  };
}
