import { z } from 'zod';
import { CorruptRecord } from './corrupt-record';
import { ledgerKeys } from './keys';
import type { Store } from './store';

const recordSchema = z.object({
  merge: z.number(),
  review: z.number(),
  cursor: z.string().optional(),
  looked: z.number(),
});

/** How far the stories of a collection have been looked at by the thresholds that hold now. */
export interface Reassessment {
  readonly merge: number;
  readonly review: number;
  /** Where to go on; absent once all were looked at. */
  readonly cursor?: string | undefined;
  readonly looked: number;
}

/** Undefined before the first. */
export async function readReassessment(
  { redis }: Pick<Store, 'redis'>,
  collection: string,
): Promise<Reassessment | undefined> {
  const key = ledgerKeys(collection).reassessment;
  const json = await redis.get(key);
  if (json === null) return undefined;
  try {
    return recordSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new CorruptRecord(key, '', cause);
  }
}

export async function writeReassessment(
  { redis }: Pick<Store, 'redis'>,
  collection: string,
  state: Reassessment,
): Promise<void> {
  await redis.set(ledgerKeys(collection).reassessment, JSON.stringify(state));
}

/** Ids of active stories by Redis' own scan, which misses none that is there all the time; `next` is absent at the end. */
export async function scanStories(
  { redis }: Pick<Store, 'redis'>,
  collection: string,
  cursor: string,
  count: number,
): Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }> {
  const [next, rows] = await redis.zscan(ledgerKeys(collection).byUpdated, cursor, 'COUNT', count);
  return { ids: rows.filter((_, i) => i % 2 === 0), next: next === '0' ? undefined : next };
}
