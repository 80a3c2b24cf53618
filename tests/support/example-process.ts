import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program of `examples/` that runs. */
export interface ExampleProcess {
  /** Lines of its standard output so far, parsed. */
  readonly lines: {
    readonly id: string;
    readonly type: string;
    readonly story?: string;
    readonly version?: number;
  }[];
  /** What it said to people so far. */
  readonly said: () => string;
  readonly kill: () => Promise<void>;
}

/** Starts an example with nothing of this process's environment but the path. */
export function startExample(
  name: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ExampleProcess {
  const child: ChildProcess = spawn(process.execPath, [join(__dirname, '../../examples', name), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: ExampleProcess['lines'] = [];
  const said: string[] = [];
  if (!child.stdout || !child.stderr) throw new Error('The example has no output');
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return {
    lines,
    said: () => said.join(''),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
