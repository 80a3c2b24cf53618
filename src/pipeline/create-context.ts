import { loadBackground } from '../fingerprint/background';
import { CANDIDATE_LIMIT } from '../matching/candidates';
import { loadModel, type Model, type Thresholds } from '../matching/model';
import type { Store } from '../store/store';
import { DEFAULT_STORY_RULES } from '../story/story-rules';
import { loadLanguageDetector } from '../text/language';
import type { PipelineContext, PipelineStep } from './context';
import { FingerprintCache } from './fingerprint-cache';
import { createCleanedCache } from './load-members';
import { createSettingsReader } from './settings';
import { createSharedStatistics } from './statistics';

/** The settings the pipeline reads; see `src/config-schema.ts`. */
export interface PipelineOptions {
  readonly maxCandidates?: number;
  readonly fingerprintCacheBytes?: number;
  readonly mergeThreshold?: number;
  readonly reviewThreshold?: number;
  /** Called at every step; nothing by default. */
  readonly checkpoint?: (step: PipelineStep) => void | Promise<void>;
}

/** Builds what the pipeline works with: the model, the language detector, caches. Takes about 0.2 s. */
export async function createPipelineContext(
  store: Store,
  options: PipelineOptions,
): Promise<PipelineContext> {
  const model = loadModel();
  const thresholds = readThresholds(model, options);
  return {
    store,
    detectLanguage: await loadLanguageDetector(),
    model: { ...model, thresholds },
    statistics: createSharedStatistics(store, loadBackground()),
    fingerprints: new FingerprintCache(options.fingerprintCacheBytes),
    cleaned: createCleanedCache(),
    maxCandidates: options.maxCandidates ?? CANDIDATE_LIMIT,
    settings: createSettingsReader(store, { thresholds, rules: DEFAULT_STORY_RULES }),
    checkpoint: options.checkpoint ?? (() => undefined),
  };
}

/** The thresholds of collections that have none of their own. */
export function readThresholds(
  { thresholds }: Pick<Model, 'thresholds'>,
  { mergeThreshold = thresholds.merge, reviewThreshold = thresholds.review }: PipelineOptions,
): Thresholds {
  return { ...thresholds, merge: mergeThreshold, review: reviewThreshold };
}
