import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { childEnvironment } from '../config';
import type { Running } from './keep-running';

/**
 * How the service's processes are run; `package.json` and `docker-compose.yml` say the same. Two jobs in hand hold 4 to 8 MB: young memory
 * of 16 MB, which is what Node takes by itself, is collected so often that much of it is copied and then kept for nothing. With 32 an
 * article costs a worker a fifth less CPU time (3.56 ms before, 2.80 after); 64 gain no more.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=32'];

/** One Node process of the service: the API or a worker. */
export interface ChildOptions {
  readonly script: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called with every line the child writes. */
  readonly onLine: (line: string) => void;
  /** Called with the address the child says it serves at, when it has one. */
  readonly onReady?: (address: string | undefined) => void;
}

/** A started process that can be looked at and signalled. */
export interface RunningChild extends Running {
  readonly child: ChildProcess;
}

/**
 * Starts a process, which says `{type: 'ready'}` when it is. It ends by itself when this process is gone, since it
 * watches the channel between them.
 */
export function startChild({ script, env, onLine, onReady }: ChildOptions): RunningChild {
  // Detached: a Ctrl-C in the terminal goes to this process alone, which then ends its children in order.
  const child = fork(script, [], {
    detached: true,
    env: childEnvironment(env),
    execArgv: [...process.execArgv, ...NODE_FLAGS],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', onLine);
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const ready = waitForReady(child, onReady);
  return { child, ready, ended, stop: (deadline) => stopChild(child, ended, deadline) };
}

function waitForReady(child: ChildProcess, onReady: ChildOptions['onReady']): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('type' in message)) return;
      if (message.type !== 'ready') return;
      onReady?.('address' in message && typeof message.address === 'string' ? message.address : undefined);
      resolve();
    });
  });
}

async function stopChild(
  child: ChildProcess,
  ended: Promise<string>,
  deadline: Promise<unknown>,
): Promise<void> {
  child.kill('SIGTERM');
  const late = Symbol('late');
  if ((await Promise.race([ended, deadline.then(() => late)])) === late) child.kill('SIGKILL');
  await ended;
}
