import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Command } from 'commander';
import type { Store } from '../store/store';
import { readCollections } from '../store/sweep';
import { backupCollection } from './backup-collection';
import { formatNumber, runCommand, wholeNumber } from './command';
import { showProgress } from './progress';
import { withRunningStore } from './running-store';

interface Options {
  readonly collection: string;
  readonly wait: number;
}

const command = new Command('npm run backup --')
  .description(
    'Writes a collection into a file, one JSON object a line: all there is but signing secrets and waiting deliveries.',
  )
  .argument('<file>', 'the file; it appears when it is whole')
  .option('--collection <name>', 'the collection', 'default')
  .option('--wait <seconds>', 'how long the collection may take to be at rest', wholeNumber(0, 86_400), 60)
  .addHelpText(
    'after',
    '\nNothing may be posted meanwhile: a backup of a collection that changes is refused.',
  );

/** `npm run backup`. */
async function main(signal: AbortSignal): Promise<number> {
  command.parse();
  const [file = ''] = command.args;
  const { collection, wait } = command.opts<Options>();
  const progress = showProgress(process.stderr, () => performance.now());
  const lines = await withRunningStore(async (store) => {
    await assertKnown(store, collection);
    const onProgress = (done: number): void => progress.update(`${formatNumber(done)} lines`);
    const written = backupCollection(store, collection, { waitMs: wait * 1_000, onProgress, signal });
    return writeLines(file, written);
  }).finally(() => progress.end());
  process.stdout.write(`${file}: ${formatNumber(lines)} lines\n`);
  return 0;
}

async function assertKnown(store: Store, collection: string): Promise<void> {
  const known = await readCollections(store);
  if (known.includes(collection)) return;
  throw new Error(`There is no collection ${collection}; there are: ${known.sort().join(', ') || 'none'}`);
}

/** Writes to a name of its own first: a file that has the name asked for is whole. */
async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  const unfinished = `${file}.part`;
  const out = createWriteStream(unfinished, { mode: 0o600 });
  let count = 0;
  try {
    await once(out, 'open');
    for await (const line of lines) {
      count++;
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
  } catch (error) {
    out.destroy();
    rmSync(unfinished, { force: true });
    throw error;
  }
  renameSync(unfinished, file);
  return count;
}

runCommand(main);
