import { FEATURE_COUNT, FEATURES } from './features';

const LIFTED = FEATURES.indexOf('liftedCosine');
const RANK = FEATURES.indexOf('rank');
const ABOVE_CROWD = FEATURES.indexOf('aboveCrowd');

/** With fewer candidates than this there is no crowd to stand out from. */
const MIN_CROWD = 12;

/** Pairs that share this much of their text stand outside the crowd: reprints would set the mark for all others. */
const COPY_CONTAINMENT = 0.5;

/**
 * Words below which a text is like another by chance: a few sentences on two accidents are more alike (cosine .4) than most reports of one
 * event, and stand out from any crowd. Such a pair is measured by a crowd only where it shares this much of its names; otherwise it counts
 * as an ordinary one of the crowd, as like as the mean and behind this share of the others.
 */
const FEW_TOKENS = 100;
const SHARED_NAMES = 0.5;
const ORDINARY_RANK = 0.3;

const NAMES_OVERLAP = FEATURES.indexOf('namesOverlap');
/** Logarithm of one more than the words of the shorter text; 0 where that is a bare headline. */
const SHORTER_TOKENS = FEATURES.indexOf('shorterTokens');
const SAME_LANGUAGE = FEATURES.indexOf('sameLanguage');
const CONTAINMENT = FEATURES.indexOf('containment');

/** The likeness of a subject's candidates, by which each is measured. */
export interface Crowd {
  /** Lifts of the candidates that belong to the crowd, ascending. */
  readonly lifts: Float64Array;
  /** Of the weaker two thirds. */
  readonly mean: number;
}

/**
 * The crowd of a subject's candidates, from their rows of features. Candidates in another language or copies of the subject neither
 * belong to it nor are measured by it. O(n log n) in the number of candidates.
 */
export function gatherCrowd(rows: Float64Array): Crowd {
  const lifts = new Float64Array(rows.length / FEATURE_COUNT);
  let count = 0;
  for (let at = 0; at < rows.length; at += FEATURE_COUNT) {
    if (isInCrowd(rows, at)) lifts[count++] = Math.exp(rows[at + LIFTED]);
  }
  const sorted = lifts.subarray(0, count).sort();
  const weaker = count - Math.floor(count / 3);
  let sum = 0;
  for (let i = 0; i < weaker; i++) sum += sorted[i];
  return { lifts: sorted, mean: sum / weaker };
}

/**
 * Writes into each row of features how the pair stands among all candidates of the same subject. A cosine that
 * is high only because the subject is like everything of its day does not stand out from the crowd: this is the
 * local form of the hubness correction (Schnitzer et al. 2012, "Local and global scaling reduce hubs in space").
 *
 * Where `rows` are of further articles a subject is compared with, the crowd is that of its candidates: taken for a crowd of their own,
 * the members of one story would make the likest of them stand out.
 */
export function addContext(rows: Float64Array, { lifts, mean }: Crowd): void {
  if (lifts.length < MIN_CROWD) return;
  for (let at = 0; at < rows.length; at += FEATURE_COUNT) {
    if (!isInCrowd(rows, at)) continue;
    const lift = Math.exp(rows[at + LIFTED]);
    const isOrdinary = isLikeByChance(rows, at);
    rows[at + RANK] = Math.log1p(isOrdinary ? ORDINARY_RANK * lifts.length : countAbove(lifts, lift));
    rows[at + ABOVE_CROWD] = isOrdinary ? 0 : Math.log((lift + 0.01) / (mean + 0.01));
  }
}

const isInCrowd = (rows: Float64Array, at: number): boolean =>
  rows[at + SAME_LANGUAGE] === 1 && !(rows[at + CONTAINMENT] >= COPY_CONTAINMENT);

const isLikeByChance = (rows: Float64Array, at: number): boolean =>
  rows[at + SHORTER_TOKENS] > 0 &&
  rows[at + SHORTER_TOKENS] < Math.log1p(FEW_TOKENS) &&
  !(rows[at + NAMES_OVERLAP] >= SHARED_NAMES);

/** How many of the ascending lifts are larger. */
function countAbove(lifts: Float64Array, lift: number): number {
  let low = 0;
  let high = lifts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lifts[middle] <= lift) low = middle + 1;
    else high = middle;
  }
  return lifts.length - low;
}
