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
 */
export function addContext(rows: readonly number[][]): void {
  const lifts = new Float64Array(rows.length);
  const order: number[] = [];
  rows.forEach((row, i) => {
    lifts[i] = Math.exp(row[LIFTED]);
    if (row[SAME_LANGUAGE] === 1 && !(row[CONTAINMENT] >= COPY_CONTAINMENT)) order.push(i);
  });
  order.sort((a, b) => lifts[b] - lifts[a]);
  if (order.length < 2) return;
  const best = lifts[order[0]];
  const from = Math.floor(order.length / 3);
  let crowd = 0;
  for (let i = from; i < order.length; i++) crowd += lifts[order[i]];
  crowd /= order.length - from;
  const crowded = order.length >= MIN_CROWD;
  let rank = 0;
  for (let i = 0; i < order.length; i++) {
    const row = rows[order[i]];
    const lift = lifts[order[i]];
    if (i > 0 && lift < lifts[order[i - 1]]) rank = i;
    row[RANK] = crowded ? Math.log1p(rank) : NaN;
    row[ABOVE_CROWD] = crowded ? Math.log((lift + 0.01) / (crowd + 0.01)) : NaN;
    row[SHARE_OF_BEST] = Math.log((lift + 0.001) / (best + 0.001));
    row[BEST] = Math.log(best + 0.01);
  }
}
