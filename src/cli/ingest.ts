import { createReadStream, statSync } from 'node:fs';
import { Command, Option } from 'commander';
import { loadConfig } from '../config';
import { formatNumber, runCommand, wholeNumber } from './command';
import { type IngestOptions, IngestStopped, ingest } from './ingest-run';
import { type IngestState, openIngestState } from './ingest-state';
import { showProgress } from './progress';
import { findServiceKey, localUrl, serviceAddress } from './service-key';

interface Options {
  readonly url?: string;
  readonly key?: string;
  readonly fromLine?: number;
  readonly live: boolean;
}

const command = new Command('npm run ingest --')
  .description('Posts a file of articles, one JSON object a line, to a running service.')
  .argument('<file>', 'the file; - reads standard input')
  .addOption(
    new Option('--url <url>', 'the service; otherwise HOST and PORT, as npm start has them')
      .env('STORYFOLD_URL')
      .argParser(serviceAddress),
  )
  .addOption(
    new Option('--key <key>', 'a key with the scope ingest; otherwise, on this machine, the admin key').env(
      'STORYFOLD_KEY',
    ),
  )
  .option('--live', 'do not let what others post meanwhile go first', false)
  .option('--from-line <number>', 'post only from this line on', wholeNumber(1, Number.MAX_SAFE_INTEGER))
  .addHelpText(
    'after',
    '\nWhat others post meanwhile goes first, and half of the queue is theirs; --live posts as they do.' +
      '\nHow far it is stands in FILE.progress; after an interruption the same command goes on from there.' +
      '\nEnds with 1 when a line was rejected. Posting a file twice does no harm.',
  );

/** `npm run ingest`. */
async function main(signal: AbortSignal): Promise<number> {
  command.parse();
  const [file = '-'] = command.args;
  const options = command.opts<Options>();
  const config = loadConfig();
  const url = options.url || localUrl(config);
  const isStream = file === '-';
  const progress = showProgress(process.stderr, () => performance.now());
  const state = isStream ? undefined : openIngestState(file, url, progress.note);
  try {
    const { accepted, rejected, durationMs } = await ingest({
      ...{ url, key: findServiceKey(options.key, url, config), signal, state, backfill: !options.live },
      ...source(file),
      fromLine: firstLine(options, state, file, progress.note),
      report: progress.note,
      onProgress: progress.update,
    });
    progress.end();
    const rate = formatNumber(Math.round(accepted / Math.max(0.001, durationMs / 1000)));
    process.stdout.write(
      `${formatNumber(accepted)} accepted, ${formatNumber(rejected)} rejected, ${(durationMs / 1000).toFixed(1)} s, ${rate} articles/s\n`,
    );
    return rejected === 0 ? 0 : 1;
  } catch (error) {
    progress.end();
    if (!(error instanceof IngestStopped)) throw error;
    process.stderr.write(`${explainStop(error, isStream, signal)}\n`);
    return 1;
  }
}

function source(file: string): Pick<IngestOptions, 'chunks' | 'name' | 'totalBytes'> {
  if (file === '-') return { chunks: process.stdin, name: 'stdin' };
  return { chunks: createReadStream(file), name: file, totalBytes: statSync(file).size };
}

function firstLine(
  { fromLine }: Options,
  state: IngestState | undefined,
  file: string,
  say: (line: string) => void,
): number {
  if (fromLine !== undefined) return fromLine;
  const done = state?.line ?? 0;
  if (done > 0)
    say(`Going on after line ${formatNumber(done)}; --from-line 1 or removing ${file}.progress starts over.`);
  return done + 1;
}

function explainStop(error: IngestStopped, isStream: boolean, signal: AbortSignal): string {
  const why = signal.aborted ? 'Interrupted' : error.message;
  const wayOn = isStream
    ? 'Post it again from the line after it: what the service has does it no harm.'
    : 'The same command goes on from there.';
  return `${why}\nEverything up to line ${formatNumber(error.lastLine)} is posted. ${wayOn}`;
}

runCommand(main);
