import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from './until';

const START_SCRIPT = join(__dirname, '../../scripts/start.mjs');

/** What `npm start` runs, on a data folder. */
export interface StartedStoryfold {
  readonly child: ChildProcess;
  /** The address printed when everything was ready. */
  readonly url: string;
  readonly output: () => string;
  /** The processes of a role that have logged something, in the order they were first seen. */
  readonly pidsOf: (role: string) => number[];
  /** Sends a signal and waits for the end; answers the exit code, or the signal it died of. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>;
}

/** Settings of a start in a test: a free port, and log lines as JSON so that they can be read. */
function environment(dataDir: string, env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, REDIS_SERVER_BIN } = process.env;
  return { PATH, HOME, REDIS_SERVER_BIN, DATA_DIR: dataDir, PORT: '0', LOG_PRETTY: 'false', ...env };
}

/** Starts it and waits for nothing; for starts that are meant to fail. */
export function spawnStoryfold(dataDir: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [START_SCRIPT], {
    env: environment(dataDir, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts it through npm itself, which has a shell and passes signals on. */
export function spawnThroughNpm(dataDir: string): ChildProcess {
  return spawn('npm', ['start'], {
    cwd: join(__dirname, '../..'),
    env: environment(dataDir, {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Everything a process prints until it ends, and its exit code. */
export async function outcomeOf(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  const output = collectOutput(child);
  const ended = once(child, 'close');
  await ended;
  return { code: child.exitCode, output: output() };
}

/** Starts it and waits until it says that it is ready. */
export async function startStoryfold(
  dataDir: string,
  spawnIt: (dataDir: string) => ChildProcess = spawnStoryfold,
): Promise<StartedStoryfold> {
  const child = spawnIt(dataDir);
  const output = collectOutput(child);
  const url = await until(
    () => {
      if (child.exitCode !== null) return 'ended';
      return /^ +API +(http\S+)/m.exec(output())?.[1];
    },
    { timeoutMs: 30_000, what: 'npm start to be ready' },
  );
  if (url === 'ended') throw new Error(`npm start ended:\n${output()}`);
  const end = async (signal: NodeJS.Signals): Promise<number | string> => {
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
    return child.exitCode ?? child.signalCode ?? 'unknown';
  };
  const pidsOf = (role: string): number[] => [
    ...new Set(
      [...output().matchAll(new RegExp(`"role":"${role}","pid":(\\d+)`, 'g'))].map(([, pid]) => Number(pid)),
    ),
  ];
  return { child, url, output, pidsOf, end };
}

/** Whether a process of this number exists. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function collectOutput(child: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  }
  return () => parts.join('');
}
