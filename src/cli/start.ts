import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Config, loadConfig } from '../config';
import { type AdminKey, ensureAdminKey } from './admin-key';
import { startChild } from './child-process';
import { type DataFolder, openDataFolder } from './data-folder';
import { type KeptRunning, keepRunning, type Running } from './keep-running';
import { formatLogLine } from './log-lines';
import { startPrivateRedis } from './private-redis';

const API_SCRIPT = join(__dirname, '../server.js');
const WORKER_SCRIPT = join(__dirname, '../../workers/main.js');

/** npm passes a Ctrl-C on to a process that had it from the terminal already: within this time they are one. */
const SAME_SIGNAL_MS = 700;

/** What runs, in the order it is stopped: those that take work in before those that finish it, Redis last. */
interface Started {
  readonly groups: KeptRunning[][];
  readonly folder: DataFolder;
  address: string | undefined;
}

/** `npm start`: Redis, the API and the workers as children of this process, until a signal or until one cannot be kept up. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  const config = loadConfig();
  const started: Started = { groups: [], folder: await openDataFolder(config.dataDir), address: undefined };
  await assertPortIsFree(config);
  const stop = onceStopped(config, started);
  process.on('SIGINT', () => stop('stopping', 0));
  process.on('SIGTERM', () => stop('stopping', 0));
  process.on('SIGHUP', () => stop('stopping', 0));

  const adminKey = ensureAdminKey(config);
  const giveUp = (reason: string): void => stop(`giving up: ${reason}`, 1);
  const redisUrl = config.redisUrl ?? (await startRedis(config, started, giveUp));
  const env = { REDIS_URL: redisUrl, ADMIN_KEY: adminKey.key, DATA_DIR: started.folder.path };
  const api = keepChild('api', config, { script: API_SCRIPT, env }, giveUp, (address) => {
    started.address = address;
  });
  const workers = Array.from({ length: config.workerProcesses }, (_, index) => {
    const port = config.workerPort === 0 ? '0' : String(config.workerPort + index);
    return keepChild(
      `worker-${index + 1}`,
      config,
      { script: WORKER_SCRIPT, env: { ...env, WORKER_PORT: port } },
      giveUp,
    );
  });
  started.groups.unshift([api], workers);
  await Promise.all([api, ...workers].map((child) => child.ready));
  greet(config, started, adminKey, performance.now() - startedAt);
}

async function startRedis(
  config: Config,
  started: Started,
  giveUp: (reason: string) => void,
): Promise<string> {
  const redis = keepRunning({
    name: 'redis',
    start: () => startPrivateRedis(config, started.folder, print),
    report: print,
    giveUp,
  });
  started.groups.push([redis]);
  await redis.ready;
  return `unix://${started.folder.redisSocket}`;
}

function keepChild(
  name: string,
  config: Config,
  child: { readonly script: string; readonly env: Readonly<Record<string, string>> },
  giveUp: (reason: string) => void,
  onReady?: (address: string | undefined) => void,
): KeptRunning {
  const isPretty = config.logPretty === 'auto' ? process.stdout.isTTY : config.logPretty === 'true';
  const onLine = (line: string): void => print(isPretty ? formatLogLine(name, line) : line);
  const start = (): Running =>
    startChild({ ...child, onLine, ...(onReady === undefined ? {} : { onReady }) });
  return keepRunning({ name, start, report: print, giveUp });
}

/** Stops everything in order, once. A second signal does not wait for what is in hand. */
function onceStopped(config: Config, started: Started): (why: string, exitCode: number) => void {
  let firstAt: number | undefined;
  let force = (): void => undefined;
  return (why, exitCode) => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_SIGNAL_MS) force();
      return;
    }
    firstAt = performance.now();
    print(`Storyfold is ${why}`);
    const forced = new Promise<void>((resolve) => (force = resolve));
    const deadline = Promise.race([forced, pause(config.shutdownTimeoutMs, undefined, { ref: false })]);
    void stopInOrder(started, deadline).then(
      () => process.exit(exitCode),
      (error: unknown) => {
        print(`Stopping failed: ${String(error)}`);
        process.exit(1);
      },
    );
  };
}

async function stopInOrder({ groups, folder }: Started, deadline: Promise<unknown>): Promise<void> {
  for (const group of groups) await Promise.all(group.map((kept) => kept.stop(deadline)));
  await folder.release();
  print('Storyfold has stopped');
}

async function assertPortIsFree({ host, port }: Config): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new Error(
          `The API cannot listen on ${host}:${port} (${error.message}). Set PORT or HOST to another.`,
        ),
      );
    });
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
}

function greet(config: Config, { address, folder }: Started, adminKey: AdminKey, tookMs: number): void {
  const url = address ?? `http://${config.host}:${config.port}`;
  const shown = relative(process.cwd(), folder.path) || '.';
  const keyFile = adminKey.file === undefined ? 'as set in ADMIN_KEY' : `in ${shown}/admin-key`;
  print(
    [
      `Storyfold is ready (${(tookMs / 1000).toFixed(1)} s)`,
      `  API        ${url}   (reference: ${url}/docs)`,
      `  Review     ${url}/admin`,
      `  Data       ${config.redisUrl === undefined ? `private Redis in ${shown}` : 'Redis of REDIS_URL'}`,
      `  Admin key  ${adminKey.isNew ? `${adminKey.key}   (kept ${keyFile})` : keyFile}`,
      '  Ctrl-C stops everything and keeps the data.',
    ].join('\n'),
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

// A closed terminal must not turn the stop it causes into a crash.
process.stdout.on('error', () => undefined);

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
