import { generateArticles, MIXES } from './articles';
import { measureLatency } from './latency';
import { measureThroughput } from './load';
import { measureMemory } from './memory';
import { formatTable, whole } from './report';
import { type BenchService, startBenchService } from './service';

/** How much is measured. */
export interface Extent {
  readonly rounds: number;
  /** A round, posted in bulk; half as many one by one. */
  readonly articles: number;
  /** In bulk, for each worker process, before a round is counted. */
  readonly warmUp: number;
}

export type Say = (text: string) => void;

/** Runs something with services that are stopped afterwards, whatever happens. */
export async function withServices<T>(
  starting: readonly Promise<BenchService>[],
  use: (...services: BenchService[]) => Promise<T>,
): Promise<T> {
  const services = await Promise.all(starting);
  try {
    return await use(...services);
  } finally {
    await Promise.all(services.map((service) => service.stop()));
  }
}

const LATENCY_RATE = 50;
const LATENCY_SECONDS = 10;

/** How long a story takes to be told of at a steady rate, and the bytes it then takes up. */
export function reportLatency(_extent: Extent, say: Say): Promise<string> {
  return withServices([startBenchService('real')], async (service) => {
    const measure = (seconds: number, prefix: string) =>
      measureLatency(
        service,
        generateArticles(seconds * LATENCY_RATE, MIXES.fresh, prefix, seconds),
        LATENCY_RATE,
      );
    say(`Latency at ${LATENCY_RATE} articles/s …`);
    await measure(5, 'warm');
    const { p50, p90, p99, articles } = await measure(LATENCY_SECONDS, 'l');
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    return `## Latency

From the post of an article to \`story.created\` on the event stream, ${articles} fresh stories at ${LATENCY_RATE} a second.

${formatTable(['p50', 'p90', 'p99'], [[ms(p50), ms(p90), ms(p99)]])}
`;
  });
}

/** Enough for the counts of words to be shared, which is after 2,000. */
const MEMORY_ARTICLES = 2_500;

/** Bytes of Redis an article. */
export function reportMemory(_extent: Extent, say: Say): Promise<string> {
  return withServices([startBenchService('real')], async (service) => {
    say('Memory …');
    await measureThroughput(service, 'bulk', generateArticles(MEMORY_ARTICLES, MIXES.stream, 'm'), 'memory');
    const use = await measureMemory(service, MEMORY_ARTICLES);
    const rows = [...use].sort((a, b) => b[1] - a[1]).map(([kind, bytes]) => [kind, whole(bytes)]);
    return `## Memory

Bytes of Redis an article by \`MEMORY USAGE\`, with ${whole(MEMORY_ARTICLES)} articles of about 420 words: ${MIXES.stream.name}.

${formatTable(['what', 'bytes an article'], rows)}
`;
  });
}
