import { generateArticles, MIXES, type Mix } from './articles';
import { type CpuTime, cpuPerArticle, readCpu } from './cpu';
import { measureThroughput, type Throughput, type Way } from './load';
import { type Extent, type Say, withServices } from './parts';
import { describeCpu, formatRows, type Row, whole } from './report';
import { type BenchService, startBenchService } from './service';

const CASES: readonly { readonly way: Way; readonly mix: Mix }[] = [
  { way: 'singles', mix: MIXES.reprints },
  { way: 'bulk', mix: MIXES.fresh },
  { way: 'bulk', mix: MIXES.reprints },
];

const PROCESSES = [
  [1, 'One worker process'],
  [2, 'Two worker processes'],
  [4, 'Four worker processes'],
] as const;

/** The first articles of each worker process, whose cost is given by itself. */
const FIRST = 3_000;
/** Articles one by one before the first round, for the sake of the API. */
const WARM_UP_SINGLES = 3_000;
/** Of the texts of the warm-up: no round has the same. */
const SEED = 1_000;

/** Articles a second beside the no-op, with one, two and four worker processes. */
export async function reportThroughput(extent: Extent, say: Say): Promise<string> {
  const parts: string[] = [];
  for (const [workers, name] of PROCESSES) {
    const { started, rows } = await withServices(
      [startBenchService('real', workers), startBenchService('noop', workers)],
      async (real, noop) => {
        say(`${name}: warming up …`);
        const cost = await warmUp(real, workers, extent);
        await warmUp(noop, 1, extent);
        return { started: cost, rows: await measureRows(real, noop, extent, say) };
      },
    );
    parts.push(`${name}:\n\n${formatRows(rows)}\n\n${describeFirst(started)}`);
  }
  return `## End to end

From the first HTTP post until the last story is published, append-only file on: one API process, worker processes, one
Redis, and the client, all on this machine. ${extent.rounds} rounds, real and no-op in turn, each in a collection of its own: ${extent.articles} articles of about
420 words in bulk (posts of 500, two at a time), or ${singles(extent)} one by one (50 at a time). The no-op worker takes the same jobs and does nothing with
them: what queue and HTTP can do at all. What is measured is a service that has run for a while: all processes run throughout, and before the first
round each worker has taken in ${whole(extent.warmUp)} articles in bulk, and the API ${whole(WARM_UP_SINGLES)} one by one. What a process costs that has just been started, which still has
its code translated, stands below each table. A round ends with its last event; how fast it was until the last article had its place is given beside it, since a story that
changes settles before it is told of again. CPU is that of whole rounds, of all worker processes together. Second looks are off: they cost a worker about as much again, when
nothing else is to be done.

${parts.join('\n\n')}
`;
}

const describeFirst = ({ cpu, published }: FirstCost): string =>
  `The first ${whole(FIRST)} articles of each worker, just started, in bulk, only fresh stories: ${whole(published)} articles/s; ` +
  `CPU ms an article ${describeCpu(cpu)} (worker, Redis, API).`;

const singles = ({ articles }: Extent): number => Math.ceil(articles / 2);

/** What an article costs at the very start. */
interface FirstCost {
  readonly cpu: CpuTime;
  readonly published: number;
}

async function warmUp(service: BenchService, workers: number, extent: Extent): Promise<FirstCost> {
  const piece = FIRST * workers;
  const take = (way: Way, mix: Mix, count: number, seed: number): Promise<Throughput> => {
    const collection = `warm-${seed}`;
    return measureThroughput(service, way, generateArticles(count, mix, collection, seed), collection);
  };
  const before = await readCpu(service);
  const { published } = await take('bulk', MIXES.fresh, piece, SEED);
  const cpu = cpuPerArticle(before, await readCpu(service), piece);
  for (let i = 1; i < extent.warmUp / FIRST; i++)
    await take('bulk', i % 2 === 0 ? MIXES.fresh : MIXES.reprints, piece, SEED + i);
  await take('singles', MIXES.reprints, WARM_UP_SINGLES, SEED - 1);
  return { cpu, published };
}

async function measureRows(real: BenchService, noop: BenchService, extent: Extent, say: Say): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of CASES) {
    const { way, mix } = one;
    const measured: { own: Throughput; ceiling: Throughput; cpu: CpuTime }[] = [];
    for (let round = 1; round <= extent.rounds; round++) {
      const articles = way === 'bulk' ? extent.articles : singles(extent);
      const { own, ceiling, cpu } = await measureRound(real, noop, one, articles, round);
      const [rate, most] = [own, ceiling].map(({ published }) => Math.round(published));
      say(`${way}, ${mix.name}, round ${round}: ${rate}/s of ${most}/s`);
      measured.push({ own, ceiling, cpu });
    }
    rows.push({
      what: `${way}, ${mix.name}`,
      real: measured.map(({ own }) => own.published),
      placed: measured.map(({ own }) => own.placed),
      ceiling: measured.map(({ ceiling }) => ceiling.published),
      cpu: measured.map(({ cpu }) => cpu),
    });
  }
  return rows;
}

/** Real and no-op one after the other, so that both meet the machine as it is at the time. */
async function measureRound(
  real: BenchService,
  noop: BenchService,
  { way, mix }: (typeof CASES)[number],
  articles: number,
  round: number,
): Promise<{ own: Throughput; ceiling: Throughput; cpu: CpuTime }> {
  const collection = `${way}-${mix.reprints > 0 ? 'reprints' : 'fresh'}-${round}`;
  const set = generateArticles(articles, mix, collection, round);
  const ceiling = await measureThroughput(noop, way, set, collection);
  const before = await readCpu(real);
  const own = await measureThroughput(real, way, set, collection);
  return { own, ceiling, cpu: cpuPerArticle(before, await readCpu(real), set.length) };
}
