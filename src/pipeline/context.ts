import type { Model } from '../matching/model';
import type { Store } from '../store/store';
import type { LanguageDetector } from '../text/language';
import type { FingerprintCache } from './fingerprint-cache';
import type { CleanedCache } from './load-members';
import type { SettingsReader } from './settings';
import type { SharedStatistics } from './statistics';

/** What the steps of the pipeline work with; built once by a composition root. */
export interface PipelineContext {
  readonly store: Store;
  readonly detectLanguage: LanguageDetector;
  readonly model: Model;
  readonly statistics: SharedStatistics;
  readonly fingerprints: FingerprintCache;
  readonly cleaned: CleanedCache;
  /** Candidates compared for an article, at most. */
  readonly maxCandidates: number;
  /** What holds for a collection: thresholds and rules as an administrator has set them. */
  readonly settings: SettingsReader;
  /** Called and waited for at every step by name: a test can stop a process, or hold a worker, exactly there. */
  readonly checkpoint: (step: PipelineStep) => void | Promise<void>;
}

/** The places where a worker can die and everything must still come out right. */
export const PIPELINE_STEPS = [
  'articles:taken',
  'articles:fingerprinted',
  'articles:indexed',
  'articles:compared',
  'articles:committed',
  'articles:announced',
  'stories:taken',
  'stories:read',
  'stories:built',
  'stories:published',
] as const;

export type PipelineStep = (typeof PIPELINE_STEPS)[number];
