import { Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../config';
import { loadModel } from '../matching/model';
import { THRESHOLD_RANGE } from '../pipeline/change-settings';
import { readThresholds } from '../pipeline/create-context';
import { openQueue } from '../queue/queues';
import { formatNumber, runCommand, wholeNumber } from './command';
import { showProgress } from './progress';
import { type Reclustered, reclusterCollection } from './recluster-run';
import { withRunningStore } from './running-store';

interface Options {
  readonly collection: string;
  readonly merge?: number;
  readonly review?: number;
  readonly workers: number;
  readonly apply: boolean;
  readonly leastAgreement: number;
}

const numberWithin =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (value !== '' && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Must be a number from ${least} to ${most}.`);
  };

/** As the API takes thresholds. */
const threshold = numberWithin(THRESHOLD_RANGE.least, THRESHOLD_RANGE.most);

const command = new Command('npm run recluster --')
  .description(
    'Clusters the articles of a collection anew, beside the running service and on a Redis of its own, and shows how the stories would ' +
      'change. With --apply they do, by ordinary changes that subscribers hear of; what reviewers decided is kept.',
  )
  .option('--collection <name>', 'the collection', 'default')
  .option(
    '--merge <p>',
    'merge threshold, from then on that of the collection; otherwise the present one',
    threshold,
  )
  .option('--review <p>', 'review threshold, likewise', threshold)
  .option('--workers <count>', 'worker processes', wholeNumber(1, 64), 1)
  .option('--apply', 'carries it out', false)
  .option(
    '--least-agreement <ari>',
    'adjusted Rand index with the present stories below which nothing is carried out',
    numberWithin(0, 1),
    0.8,
  )
  .addHelpText(
    'after',
    '\nBroken off while it carries the outcome out, it is completed by running it again.',
  );

/** `npm run recluster`. */
async function main(signal: AbortSignal): Promise<number> {
  const { collection, merge, review, workers, apply, leastAgreement } = command.parse().opts<Options>();
  const progress = showProgress(process.stderr, () => performance.now());
  const config = loadConfig();
  const defaults = readThresholds(loadModel(), config);
  const result = await withRunningStore(async (store) => {
    const queue = openQueue('stories', store.redis, config);
    try {
      return await reclusterCollection(store, queue, collection, {
        thresholds: { ...(merge !== undefined && { merge }), ...(review !== undefined && { review }) },
        ...{ workers, apply, leastAgreement, defaults, signal },
        report: progress.note,
        onProgress: (done, total) =>
          progress.update(`${formatNumber(done)} of ${formatNumber(total)} articles`),
      });
    } finally {
      await queue.close();
    }
  }).finally(() => progress.end());
  process.stdout.write(describe(result));
  return 0;
}

function describe({ plan, applied }: Reclustered): string {
  const { articles, storiesBefore, storiesAfter, agreement, regroupings, left } = plan;
  const moved = regroupings.reduce((sum, { moves }) => sum + moves.length, 0);
  const lines = [
    `${formatNumber(articles)} articles: ${formatNumber(storiesBefore)} stories, clustered anew ${formatNumber(storiesAfter)}; agreement (ARI) ${agreement.toFixed(4)}`,
    `${formatNumber(regroupings.length)} groups of stories change, ${formatNumber(moved)} articles move`,
    `left as they are: ${left.locked} locked, ${left.changed} with newer articles, ${left.decided} where a reviewer decided otherwise`,
    applied
      ? `carried out: ${formatNumber(applied.committed)} groups, ${formatNumber(applied.movedArticles)} articles; refused ${formatNumber(applied.refused)}, which had changed meanwhile`
      : 'nothing was changed; --apply carries it out',
  ];
  return `${lines.join('\n')}\n`;
}

runCommand(main);
