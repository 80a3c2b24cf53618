import type { Fingerprint } from '../fingerprint/fingerprint';
import { addContext } from './context';
import { computeAllFeatures, FEATURES } from './features';
import { type Model, predict } from './model';

/** How two articles relate: the same text, the same story, the same running subject, or nothing. */
export type MatchLevel = 'copy' | 'story' | 'related' | 'none';

/** A compared pair, seen from the subject. */
export interface Match {
  readonly ordinal: number;
  /** That the two report one story, 0–1, calibrated. */
  readonly probability: number;
  readonly level: MatchLevel;
  /** In the order of `FEATURES`; NaN where the pair cannot show the feature. */
  readonly features: readonly number[];
}

/** An article already known, by its ordinal. */
export interface Candidate {
  readonly ordinal: number;
  readonly fingerprint: Fingerprint;
}

/** Share of the shorter text's shingles that the other holds, from which two texts count as copies. */
const COPY_CONTAINMENT = 0.5;

const CONTAINMENT = FEATURES.indexOf('containment');

/**
 * The features of an article against each candidate, and of each pair against the crowd of all: in the order of the
 * candidates. About 3 µs a candidate.
 */
export function compareCandidates(
  subject: Fingerprint,
  candidates: readonly Candidate[],
  crowd?: readonly (readonly number[])[],
): number[][] {
  const rows = computeAllFeatures(
    subject,
    candidates.map(({ fingerprint }) => fingerprint),
  );
  addContext(rows, crowd);
  return rows;
}

/**
 * Matches an article with its candidates, in their order.
 *
 * @param crowd features of the subject's candidates, where it is compared with further articles after them.
 */
export function matchCandidates(
  subject: Fingerprint,
  candidates: readonly Candidate[],
  model: Model,
  crowd?: readonly (readonly number[])[],
): Match[] {
  return compareCandidates(subject, candidates, crowd).map((features, i) => {
    const probability = predict(model, features);
    const level = nameLevel(probability, features, model);
    return { ordinal: candidates[i].ordinal, probability, level, features };
  });
}

function nameLevel(probability: number, features: readonly number[], model: Model): MatchLevel {
  const { merge, related } = model.thresholds;
  if (probability >= merge) return features[CONTAINMENT] >= COPY_CONTAINMENT ? 'copy' : 'story';
  return probability >= related ? 'related' : 'none';
}
