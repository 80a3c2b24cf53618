import type { Thresholds } from '../matching/model';
import { readSettings } from '../store/settings';
import type { Store } from '../store/store';
import type { StoryRules } from '../story/story-rules';

/** What holds for one collection: its own settings over those of the service. */
export interface EffectiveSettings {
  readonly thresholds: Thresholds;
  readonly rules: StoryRules;
}

/** Answers what holds for a collection, as of a second ago at most. */
export type SettingsReader = (collection: string) => Promise<EffectiveSettings>;

/** Every chunk asks; a second is far below the time in which people notice. */
const CACHE_MS = 1_000;

/** Reads settings through a cache of one second. */
export function createSettingsReader(
  store: Pick<Store, 'redis' | 'clock'>,
  defaults: EffectiveSettings,
): SettingsReader {
  const cache = new Map<string, { readonly atMs: number; readonly settings: Promise<EffectiveSettings> }>();
  return (collection) => {
    const known = cache.get(collection);
    if (known && store.clock() - known.atMs < CACHE_MS) return known.settings;
    const settings = readEffective(store, collection, defaults);
    cache.set(collection, { atMs: store.clock(), settings });
    settings.catch(() => cache.delete(collection));
    return settings;
  };
}

/** What holds for a collection now. */
export async function readEffective(
  store: Pick<Store, 'redis'>,
  collection: string,
  defaults: EffectiveSettings,
): Promise<EffectiveSettings> {
  const { thresholds = {}, rules = {} } = await readSettings(store, collection);
  const { merge = defaults.thresholds.merge, review = defaults.thresholds.review } = thresholds;
  return {
    thresholds: { ...defaults.thresholds, merge, review: Math.min(review, merge) },
    rules: {
      title: rules.title ?? defaults.rules.title,
      lead: rules.lead ?? defaults.rules.lead,
      body: rules.body ?? defaults.rules.body,
      sourcePriority: rules.sourcePriority ?? defaults.rules.sourcePriority,
    },
  };
}
