import { endianness } from 'node:os';
import {
  type FrequencyDelta,
  type FrequencySnapshot,
  STATISTICS_SLOTS,
} from '../fingerprint/term-statistics';
import { termCountsKey, termTablesKey } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import type { Store } from './store';

/** The slot after the counts holds the number of documents. */
const DOCUMENTS_SLOT = STATISTICS_SLOTS;

/** Increments in one command: keeps a command near 100 kB and Redis free for others. */
const INCREMENTS_A_COMMAND = 4096;

/**
 * Adds document counts to the shared tables. One BITFIELD of many increments costs a tenth of a command for each.
 *
 * Counts are statistics: a worker that dies before this loses some, a job that runs twice adds some twice.
 */
export async function addTermCounts(
  store: Store,
  collection: string,
  deltas: readonly FrequencyDelta[],
): Promise<void> {
  if (deltas.length === 0) return;
  const pipeline = openSpreadPipeline(store.redis);
  pipeline.sadd(termTablesKey(collection), ...deltas.map(({ table }) => table));
  for (const delta of deltas) {
    const key = termCountsKey(collection, delta.table);
    for (let from = 0; from < delta.slots.length; from += INCREMENTS_A_COMMAND) {
      pipeline.call('BITFIELD', key, ...incrementsFrom(delta, from));
    }
    pipeline.call('BITFIELD', key, 'INCRBY', 'u32', `#${DOCUMENTS_SLOT}`, delta.documents);
  }
  await execPipeline(pipeline);
}

/** The increments of one command. */
function incrementsFrom({ slots, increments }: FrequencyDelta, from: number): (string | number)[] {
  const args: (string | number)[] = [];
  for (let i = from; i < Math.min(from + INCREMENTS_A_COMMAND, slots.length); i++) {
    args.push('INCRBY', 'u32', `#${slots[i]}`, increments[i]);
  }
  return args;
}

/** The shared tables of a collection, by name: 512 kB each. */
export async function readTermCounts(
  store: Store,
  collection: string,
): Promise<Map<string, FrequencySnapshot>> {
  const tables = await store.redis.smembers(termTablesKey(collection));
  const pipeline = openSpreadPipeline(store.redis);
  for (const table of tables) pipeline.getBuffer(termCountsKey(collection, table));
  const packed = tables.length === 0 ? [] : await execPipeline<Buffer | null>(pipeline);
  return new Map(tables.map((table, i) => [table, decodeCounts(packed[i] ?? Buffer.alloc(0))]));
}

/** BITFIELD keeps numbers big-endian; slots past the end of the string are 0. Copied whole: number by number takes a hundred times as long. */
function decodeCounts(packed: Buffer): FrequencySnapshot {
  const numbers = new Uint32Array(STATISTICS_SLOTS + 1);
  const bytes = Buffer.from(numbers.buffer);
  packed.copy(bytes, 0, 0, packed.length & ~3);
  if (endianness() === 'LE') bytes.swap32();
  return { documents: numbers[DOCUMENTS_SLOT], counts: numbers.subarray(0, STATISTICS_SLOTS) };
}
