import { FEATURES } from './features';

const LIFTED = FEATURES.indexOf('liftedCosine');
const RANK = FEATURES.indexOf('rank');
const ABOVE_CROWD = FEATURES.indexOf('aboveCrowd');
const SHARE_OF_BEST = FEATURES.indexOf('shareOfBest');
const BEST = FEATURES.indexOf('best');

/** With fewer candidates than this there is no crowd to stand out from. */
const MIN_CROWD = 12;

/** Pairs that share this much of their text stand outside the crowd: reprints would set the mark for all others. */
const COPY_CONTAINMENT = 0.5;

const SAME_LANGUAGE = FEATURES.indexOf('sameLanguage');
const CONTAINMENT = FEATURES.indexOf('containment');

/**
 * Writes into each row of features how the pair stands among all candidates of the same subject. A cosine that
 * is high only because the subject is like everything of its day does not stand out from the crowd: this is the
 * local form of the hubness correction (Schnitzer et al. 2012, "Local and global scaling reduce hubs in space").
 *
 * Candidates in another language or copies of the subject neither belong to the crowd nor are measured by it. The crowd is the
 * weaker two thirds of the rest. O(n log n) in the number of candidates.
 *
 * @param crowd the rows of the subject's candidates, where `rows` are of further articles it is compared with: taken for a
 *   crowd of their own, the members of one story would make the likest of them stand out.
 */
export function addContext(rows: readonly number[][], crowd: readonly (readonly number[])[] = rows): void {
  const lifts = Float64Array.from(crowd.filter(isInCrowd), liftOf).sort();
  if (lifts.length < 2) return;
  const best = lifts[lifts.length - 1];
  const weaker = lifts.subarray(0, lifts.length - Math.floor(lifts.length / 3));
  const mean = weaker.reduce((sum, lift) => sum + lift, 0) / weaker.length;
  const crowded = lifts.length >= MIN_CROWD;
  for (const row of rows) {
    if (!isInCrowd(row)) continue;
    const lift = liftOf(row);
    row[RANK] = crowded ? Math.log1p(countAbove(lifts, lift)) : NaN;
    row[ABOVE_CROWD] = crowded ? Math.log((lift + 0.01) / (mean + 0.01)) : NaN;
    row[SHARE_OF_BEST] = Math.log((lift + 0.001) / (Math.max(best, lift) + 0.001));
    row[BEST] = Math.log(Math.max(best, lift) + 0.01);
  }
}

const isInCrowd = (row: readonly number[]): boolean =>
  row[SAME_LANGUAGE] === 1 && !(row[CONTAINMENT] >= COPY_CONTAINMENT);

const liftOf = (row: readonly number[]): number => Math.exp(row[LIFTED]);

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
