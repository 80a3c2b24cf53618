import { type BenchArticle, MIXES, streamArticles } from './articles';
import { type CpuTime, cpuPerArticle, readCpu } from './cpu';
import { BATCH, measureThroughput } from './load';
import type { BenchService } from './service';

/** What an article costs when so many are known already. */
export interface GrowthStep {
  readonly known: number;
  readonly cpu: CpuTime;
  /** Articles of the largest story. */
  readonly largest: number;
}

/** Articles that a step is measured over. */
const MEASURED = 2_000;
const COLLECTION = 'growth';

/** Fills one collection with a stream of articles, and measures the last of them before each size. */
export async function measureGrowth(
  service: BenchService,
  sizes: readonly number[],
  say: (text: string) => void,
): Promise<GrowthStep[]> {
  const stream = streamArticles(Math.max(...sizes), MIXES.stream, 'g', 7);
  const steps: GrowthStep[] = [];
  let known = 0;
  const post = async (count: number): Promise<void> => {
    const articles = takeFrom(stream, count);
    await measureThroughput(service, 'bulk', articles, COLLECTION);
    known += articles.length;
  };
  for (const size of [...sizes].sort((a, b) => a - b)) {
    for (let left = size - MEASURED - known; left > 0; left = size - MEASURED - known) {
      await post(Math.min(20 * BATCH, left));
      say(`${known} articles known`);
    }
    const [before, from] = [await readCpu(service), known];
    await post(size - known);
    steps.push({
      known: size,
      cpu: cpuPerArticle(before, await readCpu(service), known - from),
      largest: await largestStory(service),
    });
  }
  return steps;
}

function takeFrom(stream: Generator<BenchArticle>, count: number): BenchArticle[] {
  const taken: BenchArticle[] = [];
  while (taken.length < count) {
    const next = stream.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function largestStory({ url, key }: BenchService): Promise<number> {
  const answer = await fetch(`${url}/v1/stories?collection=${COLLECTION}&sort=size&limit=1`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { items } = (await answer.json()) as { items: { counts: { articles: number } }[] };
  return items[0]?.counts.articles ?? 0;
}
