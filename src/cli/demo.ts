import { once } from 'node:events';
import { Command, Option } from 'commander';
import { loadConfig } from '../config';
import { runCommand } from './command';
import reports from './demo-reports.json';
import { runDemo } from './demo-run';
import { type DemoService, withDemoService } from './demo-service';
import { serviceAddress } from './service-key';

interface Options {
  readonly url?: string;
  readonly key?: string;
  readonly stay?: boolean;
}

const command = new Command('npm run demo --')
  .description(
    'Posts some invented reports of a few stories and shows the stories appear. Uses the service that runs here, or ' +
      'starts one of its own that ends with the demo.',
  )
  .addOption(
    new Option('--url <url>', 'another service to use').env('STORYFOLD_URL').argParser(serviceAddress),
  )
  .addOption(
    new Option(
      '--key <key>',
      'a key with the scopes ingest and read; otherwise, on this machine, the admin key',
    ).env('STORYFOLD_KEY'),
  )
  .option('--stay', 'keep a service of its own running at the end, to look around, until Ctrl-C');

/** `npm run demo`. */
async function main(signal: AbortSignal): Promise<number> {
  const { url, key, stay = false } = command.parse().opts<Options>();
  await withDemoService({ url, key, config: loadConfig(), signal }, (service) => show(service, stay));
  return 0;
}

async function show(service: DemoService, stay: boolean): Promise<void> {
  const { url, isOwn } = service;
  const nowMs = Date.now();
  const collection = `demo-${nowMs.toString(36)}`;
  print(
    `${isOwn ? 'Started a service for the demo at' : 'Using the service at'} ${url}, collection ${collection}`,
  );
  const stories = await runDemo({ service, collection, reports, nowMs, print });
  print(`\n${reports.length} reports became ${stories.length} stories.`);
  if (isOwn && !stay) {
    print('The service of this demo ends here. npm run demo -- --stay keeps it running to look around.');
    return;
  }
  const [largest] = stories.toSorted((a, b) => b.articles.length - a.articles.length);
  print(
    [
      'Look around:',
      `  stories      ${url}/v1/stories?collection=${collection}`,
      ...(largest ? [`  the largest  ${url}/v1/stories/${largest.id}?collection=${collection}`] : []),
      ...(largest ? [`  and why      ${url}/v1/stories/${largest.id}/explain?collection=${collection}`] : []),
      `  events       curl -N -H 'accept: text/event-stream' '${url}/v1/events?collection=${collection}&after=0'`,
      `  reference    ${url}/docs`,
    ].join('\n'),
  );
  if (!isOwn) return;
  print('Ctrl-C ends the service of this demo.');
  if (!service.signal.aborted) await once(service.signal, 'abort');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

runCommand(main);
