import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../scripts/command.mjs');

/** How a command ended. */
export interface CommandEnd {
  /** 130 where it was interrupted. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<CommandEnd>;
}

/** Starts `npm run <name> -- <args>` as npm does, without npm; `env` comes on top of this process's. */
export function startCommand(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  const child = spawn(process.execPath, [SCRIPT, name, ...args], {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stdout: string[] = [];
  const stderr: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
  const ended = once(child, 'close').then(() => ({
    code: child.exitCode,
    stdout: stdout.join(''),
    stderr: stderr.join(''),
  }));
  return { child, stdout: () => stdout.join(''), stderr: () => stderr.join(''), ended };
}

/** Runs a command to its end, with `input` as its standard input. */
export function runCommand(
  name: string,
  args: readonly string[],
  { env, input = '' }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<CommandEnd> {
  const running = startCommand(name, args, env);
  running.child.stdin?.end(input);
  return running.ended;
}
