import { setTimeout as delay } from 'node:timers/promises';
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

/** How long a last thing to be said to Redis may take; as long as a failover of it is no reason to end badly. */
const LAST_WORD_MS = 2_000;

/**
 * Says last things to Redis, one after the other, such as what would be counted again without them. Where one fails or is not answered,
 * as it may be while Redis is away, that is logged and the rest tried: nothing that was accepted depends on them.
 */
export async function sayLast(
  log: Pick<Logger, 'warn'>,
  words: readonly (() => Promise<unknown>)[],
  eachMs = LAST_WORD_MS,
): Promise<void> {
  for (const say of words) {
    const said = new AbortController();
    const overdue = delay(eachMs, undefined, { signal: said.signal }).then(() => {
      throw new Error(`not answered within ${eachMs} ms`);
    });
    await Promise.race([say(), overdue]).catch((err: unknown) =>
      log.warn({ err }, 'not said before stopping'),
    );
  }
}

/** Has the process stop as on SIGTERM once it finds that a later version has been at work on its data. */
export const refuseLaterData =
  (log: Logger) =>
  (err: Error): void => {
    log.fatal({ err }, 'the data are of a later version');
    process.kill(process.pid, 'SIGTERM');
  };
