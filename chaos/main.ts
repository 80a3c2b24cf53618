import { Command } from 'commander';
import { runCommand, wholeNumber } from '../src/cli/command';
import { DURABILITY_CASES, runDurability } from './durability';
import { FAULTS, type FaultName } from './faults';
import { runOverload } from './overload';
import { type RunResult, runChaos } from './run';
import type { Poison } from './workload';

interface Options {
  readonly seeds: number;
  readonly first: number;
  readonly faults: number;
  readonly kinds?: string;
  readonly verbose: boolean;
  readonly durability: boolean;
  readonly overload?: number;
  readonly seconds: number;
  readonly queueDepth: number;
}

/** Every seed has poison of one kind. */
const POISONS: readonly Poison[] = ['throws', 'loops', 'exhausts'];

async function main(signal: AbortSignal): Promise<number> {
  const command = new Command('npm run chaos --')
    .description(
      'Hurts a service of real processes while a client posts, and checks from outside that nothing is lost.',
    )
    .option('--seeds <n>', 'runs, each of another seed', wholeNumber(1, 1_000), 20)
    .option('--first <n>', 'seed of the first run', wholeNumber(1, 1_000_000), 1)
    .option('--faults <n>', 'faults a run', wholeNumber(0, 1_000), 26)
    .option('--kinds <names>', `only these, separated by commas: ${Object.keys(FAULTS).join(', ')}`)
    .option('--durability', 'instead: what each setting of Redis keeps when its machine is lost', false)
    .option('--overload <articles/s>', 'instead: five minutes of so much', wholeNumber(1, 1_000_000))
    .option('--seconds <n>', 'how long the overload lasts', wholeNumber(1, 86_400), 300)
    .option('--queue-depth <n>', 'articles that may wait meanwhile', wholeNumber(1, 1_000_000), 4_000)
    .option('--verbose', 'prints every fault', false)
    .parse();
  const { seeds, first, faults, kinds, verbose, durability, overload, ...load } = command.opts<Options>();
  if (overload !== undefined) {
    const problems = await runOverload({ ...load, rate: overload, print });
    for (const problem of problems) print(`  ${problem}`);
    return problems.length === 0 ? 0 : 1;
  }
  if (durability) return showDurability(signal);
  const chosen = kinds?.split(',').map((name) => name.trim() as FaultName);
  const startedAt = Date.now();
  const onFault = (name: string): void => {
    if (verbose) print(`  ${((Date.now() - startedAt) / 1_000).toFixed(1)} s  ${name}`);
  };
  const common = {
    onFault,
    collections: 3,
    replica: true,
    smallDisk: true,
    ...(chosen && { kinds: chosen }),
  };
  const calm = await runChaos({ ...common, seed: 0, faults: 0, poisons: [] });
  say(calm, calm);
  const results: RunResult[] = [];
  for (let seed = first; seed < first + seeds && !signal.aborted; seed++) {
    const result = await runChaos({ ...common, seed, faults, poisons: [POISONS[seed % POISONS.length]] });
    results.push(result);
    say(result, calm);
  }
  summarise(results, calm);
  return [calm, ...results].some((result) => problemsOf(result, calm).length > 0) ? 1 : 0;
}

async function showDurability(signal: AbortSignal): Promise<number> {
  let failures = 0;
  for (const one of DURABILITY_CASES) {
    if (signal.aborted) break;
    const { accepted, lost, problems } = await runDurability(one);
    print(`${one.name}: ${accepted} accepted, ${lost} lost${one.mayLose ? ' (may be)' : ''}`);
    for (const problem of problems.slice(0, 10)) print(`  ${problem}`);
    if (problems.length > 0 || (lost > 0 && !one.mayLose)) failures++;
  }
  return failures === 0 ? 0 : 1;
}

/** Also what differs from the run in which nothing was hurt. */
function problemsOf(result: RunResult, calm: RunResult): string[] {
  const expected = calm.stories[0].join('\n');
  const other = result.stories.flatMap((stories, i) =>
    stories.join('\n') === expected ? [] : [`c${i + 1}: other stories than those of the undisturbed run`],
  );
  return [...result.problems, ...other];
}

function say(result: RunResult, calm: RunResult): void {
  const { seed, accepted, repeats, events, deliveries, lost, doubled, deaths, seconds, restSeconds } = result;
  const count = Object.values(result.faults).reduce((sum, n) => sum + n, 0);
  print(
    `seed ${seed}: ${count} faults, ${deaths} processes ended, ${accepted} articles (${repeats} posts repeated), ` +
      `${events} events, ${deliveries} deliveries, lost ${lost}, doubled ${doubled}; ` +
      `${seconds.toFixed(0)} s, at rest after ${restSeconds.toFixed(0)} s`,
  );
  for (const problem of problemsOf(result, calm).slice(0, 20)) print(`  ${problem}`);
}

function summarise(results: readonly RunResult[], calm: RunResult): void {
  const total = (of: (result: RunResult) => number): number =>
    results.reduce((sum, result) => sum + of(result), 0);
  const kinds = new Map<string, number>();
  for (const { faults } of results)
    for (const [name, n] of Object.entries(faults)) kinds.set(name, (kinds.get(name) ?? 0) + n);
  print(`\n${[...kinds].map(([name, n]) => `${String(n).padStart(4)}  ${name}`).join('\n')}`);
  print(
    `\n${[...kinds.values()].reduce((sum, n) => sum + n, 0)} faults, ${results.length} seeds, ` +
      `${total(({ accepted }) => accepted)} articles, ${total(({ events }) => events)} events, ` +
      `${total(({ deliveries }) => deliveries)} deliveries: lost ${total(({ lost }) => lost)}, ` +
      `doubled ${total(({ doubled }) => doubled)}, problems ${total((result) => problemsOf(result, calm).length)}`,
  );
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

runCommand(main);
