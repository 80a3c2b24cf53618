import { z } from 'zod';
import type { StoryRules } from '../story/story-rules';
import { CorruptRecord } from './corrupt-record';
import { ledgerKeys } from './keys';
import type { Store } from './store';

const fieldRules = z.array(z.enum(['earliest', 'mostComplete', 'mostCentral', 'sourcePriority'])).max(8);

const recordSchema = z.object({
  /** The decision that set them. */
  revision: z.number(),
  thresholds: z.object({ merge: z.number().optional(), review: z.number().optional() }).optional(),
  rules: z
    .object({
      title: fieldRules.optional(),
      lead: fieldRules.optional(),
      body: fieldRules.optional(),
      sourcePriority: z.array(z.string()).optional(),
    })
    .optional(),
});

/** What is set for one collection; what is absent is as the service and its model have it. */
export interface CollectionSettings {
  /** Number of the decision that set them; 0 where nothing was ever set. */
  readonly revision: number;
  readonly thresholds?: { readonly merge?: number | undefined; readonly review?: number | undefined };
  readonly rules?: { readonly [Field in keyof StoryRules]?: StoryRules[Field] | undefined };
}

/** The record of what is set. */
export const encodeSettings = (settings: CollectionSettings): string => JSON.stringify(settings);

/** What is set for a collection. One round trip. */
export async function readSettings(
  { redis }: Pick<Store, 'redis'>,
  collection: string,
): Promise<CollectionSettings> {
  const key = ledgerKeys(collection).settings;
  const json = await redis.get(key);
  if (json === null) return { revision: 0 };
  try {
    return recordSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new CorruptRecord(key, '', cause);
  }
}
