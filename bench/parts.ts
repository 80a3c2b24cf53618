import { generateArticles, MIXES, type Mix } from './articles';
import { cpuPerArticle, readCpu } from './cpu';
import { measureLatency } from './latency';
import { measureThroughput, type Way } from './load';
import { measureMemory } from './memory';
import { formatRows, formatTable, type Row, whole } from './report';
import { type BenchService, startBenchService } from './service';

/** How much is measured. */
export interface Extent {
  readonly rounds: number;
  readonly articles: number;
}

type Say = (text: string) => void;

const CASES: readonly { readonly way: Way; readonly mix: Mix }[] = [
  { way: 'singles', mix: MIXES.reprints },
  { way: 'bulk', mix: MIXES.fresh },
  { way: 'bulk', mix: MIXES.reprints },
];

/** Runs something with services that are stopped afterwards, whatever happens. */
async function withServices<T>(
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

const PROCESSES = [
  [1, 'One worker process'],
  [2, 'Two worker processes'],
  [4, 'Four worker processes'],
] as const;

/** Articles a second beside the no-op, with one, two and four worker processes. */
export async function reportThroughput(extent: Extent, say: Say): Promise<string> {
  const parts: string[] = [];
  for (const [workers, name] of PROCESSES) {
    const rows = await withServices(
      [startBenchService('real', workers), startBenchService('noop', workers)],
      (real, noop) => measureRows(real, noop, extent, say),
    );
    parts.push(`${name}:\n\n${formatRows(rows)}`);
  }
  return `## End to end

From the first HTTP post until the last story is published, append-only file on: one API process, worker processes, one
Redis, and the client, all on this machine. ${extent.articles} articles of about 420 words a round, ${extent.rounds} rounds, real and no-op in turn. The
no-op worker takes the same jobs and does nothing with them: what queue and HTTP can do at all. Bulk posts carry 500 articles.

${parts.join('\n\n')}
`;
}

/** Real and no-op in turn, so that both meet the machine as it is at the time; the first round warms up and is not counted. */
async function measureRows(
  real: BenchService,
  noop: BenchService,
  { rounds, articles }: Extent,
  say: Say,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { way, mix } of CASES) {
    const measured = { real: [] as number[], ceiling: [] as number[], cpu: [] as Row['cpu'][number][] };
    for (let round = 0; round <= rounds; round++) {
      const collection = `${way}-${mix.reprints > 0 ? 'reprints' : 'fresh'}-${round}`;
      const set = generateArticles(articles, mix, collection, round + 1);
      const ceiling = await measureThroughput(noop, way, set, collection);
      const before = await readCpu(real);
      const own = await measureThroughput(real, way, set, collection);
      const cpu = cpuPerArticle(before, await readCpu(real), set.length);
      say(`${way}, ${mix.name}, round ${round}: ${Math.round(own)}/s of ${Math.round(ceiling)}/s`);
      if (round === 0) continue;
      measured.real.push(own);
      measured.ceiling.push(ceiling);
      measured.cpu.push(cpu);
    }
    rows.push({ what: `${way}, ${mix.name}`, ...measured });
  }
  return rows;
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

/** Bytes of Redis an article. */
export function reportMemory({ articles }: Extent, say: Say): Promise<string> {
  return withServices([startBenchService('real')], async (service) => {
    say('Memory …');
    await measureThroughput(service, 'bulk', generateArticles(articles, MIXES.stream, 'm'), 'memory');
    const use = await measureMemory(service, articles);
    const rows = [...use].sort((a, b) => b[1] - a[1]).map(([kind, bytes]) => [kind, whole(bytes)]);
    return `## Memory

Bytes of Redis an article by \`MEMORY USAGE\`, with ${whole(articles)} articles of about 420 words: ${MIXES.stream.name}.

${formatTable(['what', 'bytes an article'], rows)}
`;
  });
}
