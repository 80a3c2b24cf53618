import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { formatNumber, runCommand } from './command';
import { showProgress } from './progress';
import { type Restored, restoreCollection } from './restore-collection';
import { withRunningStore } from './running-store';

const command = new Command('npm run restore --')
  .description('Brings a collection back from a file that `npm run backup` wrote, under the name it had.')
  .argument('<file>', 'the file')
  .option(
    '--replace',
    'first remove what the collection holds; every process of the service must be stopped',
    false,
  )
  .addHelpText(
    'after',
    '\nThe service may run, if nobody posts to the collection meanwhile; not with --replace. ' +
      'Webhooks come back paused, with new secrets, which are printed.',
  );

/** `npm run restore`. */
async function main(signal: AbortSignal): Promise<number> {
  command.parse();
  const [file = ''] = command.args;
  const { replace } = command.opts<{ replace: boolean }>();
  const progress = showProgress(process.stderr, () => performance.now());
  const read = () => createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  const restored = await withRunningStore((store) =>
    restoreCollection(store, read, {
      ...{ replace, signal },
      onProgress: (done) => progress.update(`${formatNumber(done)} lines`),
    }),
  ).finally(() => progress.end());
  process.stdout.write(describe(restored));
  return 0;
}

function describe({ collection, articles, webhooks }: Restored): string {
  const secrets = webhooks.map(({ id, secret }) => `${id} is paused; its new secret: ${secret}\n`);
  return `${collection}: ${formatNumber(articles)} articles\n${secrets.join('')}`;
}

runCommand(main);
