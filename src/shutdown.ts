import type { Logger } from './logging';

/** How a process ends. */
export interface ShutdownOptions {
  readonly log: Logger;
  /** After this the process ends whatever is still in hand. */
  readonly timeoutMs: number;
}

/**
 * Runs `stop` once, on SIGTERM, SIGINT or when the supervising process is gone, then exits: 0, or 1 when it failed or took too long.
 */
export function onShutdown({ log, timeoutMs }: ShutdownOptions, stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (why: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => {
      log.error({ timeoutMs }, 'stopped before everything in hand was finished');
      process.exit(1);
    }, timeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  process.on('disconnect', () => begin('the supervising process is gone'));
}

/** Has the process stop as on SIGTERM once it finds that a later version has been at work on its data. */
export const refuseLaterData =
  (log: Logger) =>
  (err: Error): void => {
    log.fatal({ err }, 'the data are of a later version');
    process.kill(process.pid, 'SIGTERM');
  };
