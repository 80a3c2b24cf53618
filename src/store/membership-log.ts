import type { LogEntry } from './commit';
import { ledgerKeys } from './keys';
import { execPipeline } from './pipeline';
import type { Store } from './store';

/** One change of a story's membership with the ledger version it made. */
export interface LoggedChange {
  readonly version: number;
  readonly entry: LogEntry;
}

/** A member as of some version: which revision, and how probable it was that it belongs. */
export interface PastMember {
  readonly ordinal: number;
  readonly revision: number;
  readonly probability: number;
  readonly joinedAtMs: number;
}

/** The changes after one ledger version, oldest first. Every change is one row, in order, so this reads only what it returns. */
export async function readLog(
  store: Store,
  collection: string,
  id: string,
  afterVersion: number,
): Promise<LoggedChange[]> {
  const [log] = await readLogs(store, collection, [{ id, afterVersion }]);
  return log;
}

/** The changes of each story after a ledger version, up to and including another or to the newest, in one round trip. */
export async function readLogs(
  store: Store,
  collection: string,
  stories: readonly {
    readonly id: string;
    readonly afterVersion: number;
    readonly throughVersion?: number;
  }[],
): Promise<LoggedChange[][]> {
  if (stories.length === 0) return [];
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const { id, afterVersion, throughVersion = 0 } of stories)
    pipeline.lrange(keys.log(id), afterVersion, throughVersion - 1);
  const logs = await execPipeline<string[]>(pipeline);
  return logs.map((rows) => rows.map(decodeChange));
}

function decodeChange(row: string): LoggedChange {
  const space = row.indexOf(' ');
  return { version: Number(row.slice(0, space)), entry: JSON.parse(row.slice(space + 1)) as LogEntry };
}

/** Replays a log up to and including a ledger version. */
export function membersAsOf(log: readonly LoggedChange[], version: number): PastMember[] {
  const members = new Map<number, PastMember>();
  for (const change of log) {
    if (change.version > version) break;
    for (const [ordinal] of change.entry.out ?? []) members.delete(ordinal);
    for (const [ordinal, revision, probability] of change.entry.in ?? []) {
      members.set(ordinal, { ordinal, revision, probability, joinedAtMs: change.entry.at });
    }
  }
  return [...members.values()];
}
