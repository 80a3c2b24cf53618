import { once } from 'node:events';
import { join } from 'node:path';
import { type RunningChild, startChild } from '../../src/cli/child-process';

const dist = join(__dirname, '../../dist');

/** Longest wait for a process to stop when asked to; longer than any shutdown should take. */
const STOP_TIMEOUT_MS = 30_000;

/** One process of the service under test. */
export interface ServiceProcess {
  readonly name: string;
  readonly pid: number;
  /** The address it serves at, when it has one. */
  readonly address: string | undefined;
  readonly isAlive: () => boolean;
  /** Settles with how it ended: `exit code 0`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** Sends a signal (SIGKILL when left out) and waits for the end. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<string>;
}

/** Starts built processes with common settings, and keeps what they print. */
export class ServiceProcesses {
  readonly lines: string[] = [];
  private readonly started: ServiceProcess[] = [];

  constructor(private readonly settings: Readonly<Record<string, string>>) {}

  /** Starts `script` of the build and waits until it is ready. */
  async start(name: string, script: string, env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    let address: string | undefined;
    const running = startChild({
      script: join(dist, script),
      env: { ...this.settings, ...env },
      onLine: (line) => this.lines.push(`${name} ${line}`),
      onReady: (said) => (address = said),
    });
    const end = await Promise.race([running.ready, running.ended]);
    if (end !== undefined)
      throw new Error(`${name} ended before it was ready: ${end}\n${this.lines.join('\n')}`);
    const process = describeProcess(name, address, running);
    this.started.push(process);
    return process;
  }

  /** Asks every process that still runs to stop; throws when one does not end well. */
  async stop(): Promise<void> {
    const alive = this.started.filter((process) => process.isAlive());
    const ends = await Promise.all(alive.map((process) => process.kill('SIGTERM')));
    const bad = alive.filter((_, at) => ends[at] !== 'exit code 0').map(({ name }) => name);
    if (bad.length > 0) {
      throw new Error(
        `Not stopped well: ${bad.join(', ')} (${ends.join(', ')})\n${this.lines.slice(-40).join('\n')}`,
      );
    }
  }
}

function describeProcess(
  name: string,
  address: string | undefined,
  { child, ended }: RunningChild,
): ServiceProcess {
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} has no process`);
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<string> => {
    if (isAlive()) {
      child.kill(signal);
      // A hung process must fail its test, not hang it.
      const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await once(child, 'exit').finally(() => clearTimeout(overdue));
    }
    return ended;
  };
  return { name, pid, address, isAlive, ended, kill };
}
