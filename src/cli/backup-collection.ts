import { setTimeout as pause } from 'node:timers/promises';
import { dumpCollection } from '../store/collection-dump';
import { newestEventId } from '../store/events';
import { ledgerKeys } from '../store/keys';
import type { Store } from '../store/store';
import { DUE_SOON_MS } from '../store/sweep';
import { BACKUP_FORMAT, type BackupHeader } from './backup-format';

export interface BackupOptions {
  /** How long to wait for the collection to be at rest. */
  readonly waitMs: number;
  readonly onProgress: (lines: number) => void;
  readonly signal: AbortSignal;
}

/**
 * The lines of a backup, without line ends.
 *
 * The collection must be at rest for as long as that takes, so that what is read at different moments belongs together.
 *
 * @throws Error when it is not, before the first line or in place of the last.
 */
export async function* backupCollection(
  store: Store,
  collection: string,
  { waitMs, onProgress, signal }: BackupOptions,
): AsyncGenerator<string> {
  await untilAtRest(store, collection, waitMs, signal);
  const before = await readMarks(store, collection);
  const header: BackupHeader = {
    ...{ storyfold: 'backup', format: BACKUP_FORMAT, collection, at: store.clock() },
  };
  yield JSON.stringify(header);
  let lines = 1;
  for await (const part of dumpCollection(store.redis, collection)) {
    signal.throwIfAborted();
    yield JSON.stringify(part);
    onProgress(++lines);
  }
  if ((await readMarks(store, collection)) !== before)
    throw new Error(
      `${collection} has changed while it was read, so this backup does not hold together. Stop posting for that long, or take it from a replica that has stopped following`,
    );
  yield JSON.stringify({ end: true, lines });
}

async function untilAtRest(
  { redis, clock }: Store,
  collection: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { pending, dirty } = ledgerKeys(collection);
  const deadline = performance.now() + waitMs;
  for (;;) {
    const dueSoon = await redis.zcount(dirty, '-inf', clock() + DUE_SOON_MS);
    const waiting = (await redis.zcard(pending)) + dueSoon;
    if (waiting === 0) return;
    if (performance.now() > deadline)
      throw new Error(
        `${waiting} articles and stories of ${collection} still wait; stop posting and try again`,
      );
    await pause(50, undefined, { signal });
  }
}

/** What changes with every article, decision and publication, and with all that upkeep removes. */
async function readMarks(store: Store, collection: string): Promise<string> {
  const { sequence, decisionCount, pending, dirty, arrivals, ended, state } = ledgerKeys(collection);
  const { redis } = store;
  const marks = await Promise.all([
    ...[sequence, decisionCount].map((key) => redis.get(key)),
    ...[pending, dirty, arrivals, ended].map((key) => redis.zcard(key)),
    redis.hlen(state),
    newestEventId(store, collection),
  ]);
  return marks.join(' ');
}
