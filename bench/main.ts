import { Command, Option } from 'commander';
import { generateArticles, MIXES } from './articles';
import { DETECTION_WARM_UP, measureDetection } from './detection';
import { type GrowthExtent, reportGrowth } from './growth-report';
import { type Extent, reportLatency, reportMemory } from './parts';
import { reportPeers } from './peers-report';
import { formatTable } from './report';
import { reportSoak } from './soak-report';
import { reportThroughput } from './throughput';
import { writeReport } from './write-report';

interface Options extends Extent, GrowthExtent {
  readonly only?: readonly PartName[];
  /** How long `soak` goes on. */
  readonly minutes: number;
  readonly write: boolean;
}

/** What can be measured, in the order of the report. */
const PARTS = {
  throughput: reportThroughput,
  latency: reportLatency,
  detection: reportDetection,
  peers: reportPeers,
  memory: reportMemory,
  growth: reportGrowth,
  soak: reportSoak,
} as const;

type PartName = keyof typeof PARTS;

const PART_NAMES = Object.keys(PARTS) as PartName[];
/** Parts that take from minutes to hours: they only run when they are named, and their sections stay until they run again. */
const LONG: readonly PartName[] = ['growth', 'soak'];
const USUAL: readonly PartName[] = PART_NAMES.filter((name) => !LONG.includes(name));

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(options: Options): Promise<void> {
  const chosen = options.only ?? USUAL;
  const sections: string[] = [];
  const parts = PART_NAMES.filter((part) => chosen.includes(part));
  for (const name of parts) {
    const section = await PARTS[name](options, say);
    process.stdout.write(`\n${section}`);
    sections.push(section);
  }
  if (!options.write) return;
  const pick = (long: boolean): string[] => sections.filter((_, i) => LONG.includes(parts[i]) === long);
  writeReport({ usual: pick(false), long: pick(true), args: process.argv.slice(2) });
}

async function reportDetection(_extent: Extent, report: (text: string) => void): Promise<string> {
  report('Detection, without Redis …');
  const cost = await measureDetection(generateArticles(2 * DETECTION_WARM_UP, MIXES.reprints, 'd'));
  const us = (value: number): string => `${Math.round(value)} µs`;
  const rows = [
    ['raw text → sketch: words, shingles, sketch, and nothing else', us(cost.sketch)],
    ['raw text → clean sentences, with their language', us(cost.clean)],
    [
      'clean sentences → fingerprint (sketch, weighed terms, names, numbers) and index keys',
      us(cost.fingerprint),
    ],
    ['comparing it with the most candidates an article may have', us(cost.compare)],
    ['size of a stored fingerprint', `${cost.fingerprintBytes} bytes`],
  ];
  return `## Detection

Median CPU time of one article of about 420 words, on one core, without Redis, after as many that are not counted.

${formatTable(['step', ''], rows)}
`;
}

const atLeast = (least: number) => (text: string) => Math.max(least, Number(text));
const sizes = (text: string) => text.split(',').map(Number);

const program = new Command('bench')
  .description('Measures speed end to end, beside what a worker that does nothing reaches in the same run.')
  .addOption(new Option('--only <parts...>', 'measure only these parts').choices(PART_NAMES))
  .option('--rounds <n>', 'rounds counted', atLeast(1), 5)
  .option('--articles <n>', 'articles a round in bulk, half as many one by one', atLeast(100), 3_000)
  // An engine reads and translates code while it runs: helping threads of a worker took 1.3 ms an article in its first 2,000 (fresh stories,
  // 27 November 2026, a busy machine), .6 in the next 4,000 and .4 in each 2,000 from then on.
  .option(
    '--warm-up <n>',
    'articles in bulk that each worker takes in before `throughput`',
    atLeast(3_000),
    12_000,
  )
  .option(
    '--sizes <list>',
    'articles known at the steps of `growth`',
    sizes,
    [10_000, 100_000, 300_000, 1_000_000],
  )
  .option('--members <list>', 'members of a story at the steps of `growth`', sizes, [50, 500, 5_000])
  .option('--minutes <n>', 'minutes under load of `soak`', atLeast(1), 30)
  .option('--write', 'write docs/performance.md', false)
  .parse();

main(program.opts<Options>()).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
