import { Command } from 'commander';
import { agreementOf } from '../quality/ari-between';
import {
  articlesPerSecond,
  type ClusterFileOptions,
  clusterFile,
  describeFailures,
  describeRun,
} from './cluster-file';
import { type ClusterRow, readClusterRows } from './cluster-rows';
import type { ClusterRun } from './cluster-run';
import { runCommand, wholeNumber } from './command';
import { readGold, readPairs, readPrediction } from './eval-files';
import { type EvalReport, evaluate, formatReport, type Truth } from './eval-report';

interface Options {
  readonly gold: string;
  readonly pred?: string;
  readonly pairs?: string;
  readonly shuffle?: number;
  readonly orders?: number;
  readonly workers: number;
  readonly json?: boolean;
}

const seed = wholeNumber(0, 2 ** 32 - 1);

const command = new Command('npm run eval --')
  .description('Clusters a file whose true stories are known, or reads a result, and says how good it is.')
  .requiredOption('--gold <file>', 'articles, one JSON object a line, with their true story in "gold"')
  .option(
    '--pred <file>',
    'a result to score, lines of {"id", "cluster"}, instead of clustering the articles',
  )
  .option('--pairs <file>', 'labelled pairs {"a", "b", "label"} of these articles, to score too')
  .option('--shuffle <seed>', 'a random order drawn by this number, not that of publishedAt', seed)
  .option(
    '--orders <count>',
    'cluster in so many random orders and say how alike the results are',
    wholeNumber(2, 100),
  )
  .option(
    '--workers <count>',
    'worker processes; only with 1 is the order kept exactly',
    wholeNumber(1, 64),
    1,
  )
  .option('--json', 'print the figures as one JSON object')
  .addHelpText(
    'after',
    '\nClustering never sees "gold", "edit" or "base". Ends with 1 when an article failed.',
  );

/** `npm run eval`. */
async function main(signal: AbortSignal): Promise<number> {
  const options = command.parse().opts<Options>();
  if (options.pred !== undefined && options.orders !== undefined) {
    command.error('--orders clusters the articles itself: leave --pred out');
  }
  const truth: Truth = {
    articles: await readGold(options.gold),
    pairs: options.pairs === undefined ? undefined : await readPairs(options.pairs),
  };
  if (
    options.pairs === undefined &&
    options.orders === undefined &&
    truth.articles.every(({ gold }) => gold === undefined)
  ) {
    throw new Error(`${options.gold}: no line has "gold", so there is nothing to compare with`);
  }
  if (options.pred !== undefined) {
    print(options, evaluate(truth, await readPrediction(options.pred)), []);
    return 0;
  }
  return clusterAndScore(options, truth, signal);
}

async function clusterAndScore(options: Options, truth: Truth, signal: AbortSignal): Promise<number> {
  const { rows, remarks } = await readClusterRows(options.gold);
  for (const remark of remarks) process.stderr.write(`${remark}\n`);
  const how = { shuffle: options.shuffle, workers: options.workers, signal, output: process.stderr };
  if (options.orders !== undefined) return compareOrders(options, rows, truth, how);
  const run = await clusterFile(rows, how);
  const clusters = new Map(run.placed.map(({ row, cluster }) => [String(row.id), cluster]));
  print(options, { ...evaluate(truth, clusters), speed: describeSpeed(run) }, [describeRun(run)]);
  return reportFailures(options, run);
}

/** Clusters in several orders; prints each one's scores to standard error and how alike they are to standard output. */
async function compareOrders(
  options: Options,
  rows: readonly ClusterRow[],
  truth: Truth,
  how: ClusterFileOptions,
): Promise<number> {
  const groupings: string[][] = [];
  let code = 0;
  for (let at = 0; at < (options.orders ?? 0); at++) {
    const order = (options.shuffle ?? 1) + at;
    const run = await clusterFile(rows, { ...how, shuffle: order });
    groupings.push(run.placed.map(({ cluster }) => cluster));
    const { clustering } = evaluate(
      truth,
      new Map(run.placed.map(({ row, cluster }) => [String(row.id), cluster])),
    );
    const scores = clustering
      ? `B-Cubed F1 ${clustering.bCubed.f1.toFixed(4)}, pairwise F1 ${clustering.pairwise.f1.toFixed(4)}; `
      : '';
    process.stderr.write(`Order ${order}: ${scores}${describeRun(run)}\n`);
    code = Math.max(code, reportFailures(options, run));
  }
  const agreement = agreementOf(groupings);
  const line = `ARI between ${groupings.length} orders: mean ${agreement.mean.toFixed(4)}, least ${agreement.least.toFixed(4)}`;
  process.stdout.write(
    options.json ? `${JSON.stringify({ orders: groupings.length, ...agreement })}\n` : `${line}\n`,
  );
  return code;
}

interface Speed {
  readonly articlesPerSecond: number;
  readonly durationMs: number;
  readonly meanCompared: number;
}

const describeSpeed = ({ placed, durationMs, meanCompared }: ClusterRun): Speed => ({
  articlesPerSecond: articlesPerSecond(placed.length, durationMs),
  durationMs: Math.round(durationMs),
  meanCompared,
});

function reportFailures(options: Options, { placed }: ClusterRun): number {
  const failures = describeFailures(options.gold, placed);
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  return failures.length === 0 ? 0 : 1;
}

function print(
  options: Options,
  report: EvalReport & { readonly speed?: Speed },
  lines: readonly string[],
): void {
  const text = options.json ? JSON.stringify(report) : [...formatReport(report), ...lines].join('\n');
  process.stdout.write(`${text}\n`);
}

runCommand(main);
