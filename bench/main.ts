import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { generateArticles, MIXES, type Mix } from './articles';
import { type DetectionCost, measureDetection } from './detection';
import { measureThroughput, type Way } from './load';
import { describeMachine, formatRows, type Row } from './report';
import { type BenchService, startBenchService } from './service';

interface Options {
  readonly rounds: number;
  readonly articles: number;
  readonly write: boolean;
}

const CASES: readonly { readonly way: Way; readonly mix: Mix }[] = [
  { way: 'singles', mix: MIXES.reprints },
  { way: 'bulk', mix: MIXES.fresh },
  { way: 'bulk', mix: MIXES.reprints },
];

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(options: Options): Promise<void> {
  say('Detection, without Redis …');
  const cost = measureDetection(generateArticles(1_500, MIXES.reprints, 'd'));
  say('Starting two services: one real, one with a worker that does nothing …');
  const real = await startBenchService('real');
  const noop = await startBenchService('noop');
  try {
    const rows = await measureRows(real, noop, options);
    const report = formatReport(cost, rows, options);
    process.stdout.write(`\n${report}`);
    if (options.write) writeFileSync(join(__dirname, '../docs/performance.md'), report);
  } finally {
    await Promise.all([real.stop(), noop.stop()]);
  }
}

/** Real and no-op in turn, so that both meet the machine as it is at the time; the first round warms up and is not counted. */
async function measureRows(
  real: BenchService,
  noop: BenchService,
  { rounds, articles }: Options,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { way, mix } of CASES) {
    const measured = { real: [] as number[], ceiling: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const collection = `${way}-${mix.reprints > 0 ? 'reprints' : 'fresh'}-${round}`;
      const set = generateArticles(
        round === 0 ? Math.ceil(articles / 4) : articles,
        mix,
        collection,
        round + 1,
      );
      const ceiling = await measureThroughput(noop, way, set, collection);
      const own = await measureThroughput(real, way, set, collection);
      say(`${way}, ${mix.name}, round ${round}: ${Math.round(own)}/s of ${Math.round(ceiling)}/s`);
      if (round === 0) continue;
      measured.real.push(own);
      measured.ceiling.push(ceiling);
    }
    rows.push({ what: `${way}, ${mix.name}`, ...measured });
  }
  return rows;
}

function formatReport(cost: DetectionCost, rows: readonly Row[], { rounds, articles }: Options): string {
  const us = (value: number): string => `${Math.round(value)} µs`;
  return `# Performance

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}, ${redisVersion()}.
Absolute figures move with the machine; compare within one run.

## End to end

From the first HTTP post until the last story is published, append-only file on: one API process, one worker process, one
Redis, and the client, all on this machine. ${articles} articles of about 420 words a round, ${rounds} rounds, real and no-op in turn. The
no-op worker takes the same jobs and does nothing with them: what queue and HTTP can do at all. Bulk posts carry 500 articles.

${formatRows(rows)}

## Detection

Median CPU time of one article of about 420 words, on one core, without Redis.

| step | |
|---|---|
| raw text → clean sentences | ${us(cost.clean)} |
| clean sentences → fingerprint and index keys | ${us(cost.fingerprint)} |
| comparing it with the most candidates an article may have | ${us(cost.compare)} |
| size of a stored fingerprint | ${cost.fingerprintBytes} bytes |
`;
}

function redisVersion(): string {
  const text = execFileSync('redis-server', ['--version'], { encoding: 'utf8' });
  return `Redis ${/v=(\S+)/.exec(text)?.[1] ?? 'of unknown version'}`;
}

const program = new Command('bench')
  .description('Measures speed end to end, beside what a worker that does nothing reaches in the same run.')
  .option('--rounds <n>', 'rounds counted', (text) => Math.max(1, Number(text)), 5)
  .option('--articles <n>', 'articles a round', (text) => Math.max(100, Number(text)), 4_000)
  .option('--write', 'write docs/performance.md', false)
  .parse();

main(program.opts<Options>()).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
