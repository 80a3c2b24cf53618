import { InvalidArgumentError } from 'commander';

/** Exit code of a program that was ended by Ctrl-C, as shells have it. */
const INTERRUPTED = 130;

/**
 * Runs a command to its end and exits with the code it answers. Errors are printed as a sentence, with code 1.
 *
 * The first Ctrl-C or SIGTERM aborts the signal and lets the command clean up; a second one ends it at once.
 */
export function runCommand(main: (signal: AbortSignal) => Promise<number>): void {
  const interrupted = new AbortController();
  const stop = (): void => {
    if (interrupted.signal.aborted) process.exit(INTERRUPTED);
    interrupted.abort(new Error('interrupted'));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  main(interrupted.signal).then(
    (code) => process.exit(interrupted.signal.aborted ? INTERRUPTED : code),
    (error: unknown) => {
      if (!interrupted.signal.aborted) process.stderr.write(`${describeError(error)}\n`);
      process.exit(interrupted.signal.aborted ? INTERRUPTED : 1);
    },
  );
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && !message.includes(cause.message)
    ? `${message}: ${cause.message}`
    : message;
}

/** An option's value as a whole number between two bounds; an error of commander's otherwise. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Must be a whole number from ${least} to ${most}.`);
  };
}

/** `12,345`; rates below 10 keep a digit after the point. */
export function formatNumber(value: number): string {
  const digits = Number.isInteger(value) || value >= 10 ? 0 : 1;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
