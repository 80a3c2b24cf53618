import { addContext, type Crowd, gatherCrowd } from './context';
import { computeAllFeatures, FEATURE_COUNT, FEATURES } from './features';
import { type Model, predict } from './model';
import { type Comparable, packed } from './packed-fingerprint';

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
  readonly fingerprint: Comparable;
}

/** Share of the shorter text's shingles that the other holds, from which two texts count as copies. */
const COPY_CONTAINMENT = 0.5;

const CONTAINMENT = FEATURES.indexOf('containment');

/** The features of an article against each candidate, in their order, with the crowd by which the pairs were measured. */
interface ComparedRows {
  /** `FEATURE_COUNT` values a candidate, until the next comparison. */
  readonly rows: Float64Array;
  readonly crowd: Crowd;
}

function compareAll(subject: Comparable, candidates: readonly Candidate[], given?: Crowd): ComparedRows {
  const others = candidates.map(({ fingerprint }) => packed(fingerprint));
  const rows = computeAllFeatures(packed(subject), others);
  const crowd = given ?? gatherCrowd(rows);
  addContext(rows, crowd);
  return { rows, crowd };
}

/**
 * The features of an article against each candidate, and of each pair against the crowd of all: in the order of the
 * candidates. About 1 µs a candidate.
 */
export function compareCandidates(
  subject: Comparable,
  candidates: readonly Candidate[],
  crowd?: Crowd,
): { readonly rows: number[][]; readonly crowd: Crowd } {
  const compared = compareAll(subject, candidates, crowd);
  return { rows: candidates.map((_, i) => takeRow(compared.rows, i)), crowd: compared.crowd };
}

/** Matches with the crowd that they were measured by. */
export interface Matched {
  readonly matches: Match[];
  readonly crowd: Crowd;
}

/**
 * Matches an article with its candidates, in their order, leaving out what is less probable than `floor`.
 *
 * @param crowd that of the subject's candidates, where it is compared with further articles after them.
 */
export function matchAbove(
  floor: number,
  subject: Comparable,
  candidates: readonly Candidate[],
  model: Model,
  crowd?: Crowd,
): Matched {
  const compared = compareAll(subject, candidates, crowd);
  const matches: Match[] = [];
  candidates.forEach(({ ordinal }, i) => {
    const probability = predict(model, compared.rows, i * FEATURE_COUNT);
    if (probability < floor) return;
    const features = takeRow(compared.rows, i);
    matches.push({ ordinal, probability, level: nameLevel(probability, features, model), features });
  });
  return { matches, crowd: compared.crowd };
}

/** Matches an article with all its candidates, in their order. */
export function matchCandidates(
  subject: Comparable,
  candidates: readonly Candidate[],
  model: Model,
  crowd?: Crowd,
): Match[] {
  return matchAbove(0, subject, candidates, model, crowd).matches;
}

const takeRow = (rows: Float64Array, i: number): number[] =>
  Array.from(rows.subarray(i * FEATURE_COUNT, (i + 1) * FEATURE_COUNT));

function nameLevel(probability: number, features: readonly number[], model: Model): MatchLevel {
  const { merge, related } = model.thresholds;
  if (probability >= merge) return features[CONTAINMENT] >= COPY_CONTAINMENT ? 'copy' : 'story';
  return probability >= related ? 'related' : 'none';
}
