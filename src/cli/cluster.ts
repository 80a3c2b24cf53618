import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { clusterFile, describeFailures, describeRun } from './cluster-file';
import type { PlacedRow } from './cluster-places';
import { readClusterRows } from './cluster-rows';
import { runCommand, wholeNumber } from './command';

interface Options {
  readonly in: string;
  readonly out: string;
  readonly shuffle?: number;
  readonly workers: number;
}

const command = new Command('npm run cluster --')
  .description(
    'Runs a file of articles (one JSON object a line) through the real pipeline, on a Redis of its own that is removed ' +
      'afterwards, and writes the story of each: {"id", "cluster", "probability"}.',
  )
  .requiredOption(
    '--in <file>',
    'articles: fields as posted to the API, of which all but title, text or html may be absent',
  )
  .requiredOption('--out <file>', 'where the result goes: a line for every line of the input, in its order')
  .option(
    '--shuffle <seed>',
    'a random order drawn by this number, not that of publishedAt',
    wholeNumber(0, 2 ** 32 - 1),
  )
  .option(
    '--workers <count>',
    'worker processes; only with 1 is the order kept exactly',
    wholeNumber(1, 64),
    1,
  )
  .addHelpText(
    'after',
    '\nEnds with 1 when an article failed. Settings such as MERGE_THRESHOLD are honoured.',
  );

/** `npm run cluster`. */
async function main(signal: AbortSignal): Promise<number> {
  const options = command.parse().opts<Options>();
  accessSync(dirname(options.out), constants.W_OK);
  const { rows, remarks } = await readClusterRows(options.in);
  for (const remark of remarks) process.stderr.write(`${remark}\n`);
  const run = await clusterFile(rows, { ...options, signal, output: process.stderr });
  writeFileSync(options.out, run.placed.map(toLine).join(''));
  const failures = describeFailures(options.in, run.placed);
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  process.stdout.write(`${describeRun(run)}\n`);
  return failures.length === 0 ? 0 : 1;
}

function toLine({ row, cluster, probability }: PlacedRow): string {
  return `${JSON.stringify({ id: row.id, cluster, probability: Number(probability.toFixed(4)) })}\n`;
}

runCommand(main);
