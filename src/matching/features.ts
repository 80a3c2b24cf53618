import { DATES, MONTHS } from '../fingerprint/named-days';
import {
  ComparedHashes,
  ComparedTerms,
  createOverlap,
  overlapSketches,
  type SharedShingles,
} from './overlap';
import {
  BACKGROUND,
  BODY_TOKENS,
  CONCEPTS_TOTAL,
  type Comparable,
  END_OF_CONCEPTS,
  END_OF_DAYS,
  END_OF_GRAMS,
  END_OF_NAMES,
  END_OF_NUMBERS,
  END_OF_SHINGLES,
  END_OF_WORDS,
  IDF_WEIGHTS,
  LANGUAGE,
  LEAD_SQUARES,
  LISTS,
  LOG_TOKENS,
  NAMES_LEAD_SQUARES,
  NAMES_TITLE_SQUARES,
  NAMES_TOTAL,
  NUMBERS_TOTAL,
  type PackedFingerprint,
  PUBLISHED_AT,
  packed,
  ROOT_WEIGHTS,
  SOURCE,
  TITLE_SQUARES,
  TITLED,
} from './packed-fingerprint';

/** Features in the order of `computeFeatures`. NaN means the pair cannot show it (no title, no date …). */
export const FEATURES = [
  'bodyCosine',
  'liftedCosine',
  'leadCosine',
  'containment',
  'jaccard',
  'titleCosine',
  'titleInBody',
  'titleGrams',
  'namesShared',
  'namesOverlap',
  'rarestName',
  'leadNames',
  'titleNamesHeld',
  'numbersShared',
  'numbersOverlap',
  'numberConflict',
  'nameConflict',
  'namesApart',
  'dayConflict',
  'periodConflict',
  'hoursApart',
  'sameSource',
  'sameLanguage',
  'lengthRatio',
  'shorterTokens',
  'acrossShared',
  'acrossOverlap',
  'rank',
  'aboveCrowd',
] as const;

export type FeatureName = (typeof FEATURES)[number];

/** Values a row of features has. */
export const FEATURE_COUNT = FEATURES.length;

const HOUR = 3_600_000;

/** The article that others are compared with, one at a time. */
const subject = {
  words: new ComparedTerms(ROOT_WEIGHTS),
  names: new ComparedTerms(IDF_WEIGHTS),
  numbers: new ComparedTerms(IDF_WEIGHTS),
  concepts: new ComparedTerms(IDF_WEIGHTS),
  shingles: new ComparedHashes(),
  titleGrams: new ComparedHashes(),
};

const words = createOverlap();
const names = createOverlap();
const numbers = createOverlap();
const concepts = createOverlap();
const sketches: SharedShingles = { ofA: 0, ofB: 0, shared: 0 };
const across = { shared: 0, a: 0, b: 0 };

/** Compares two fingerprints. Symmetric: `computeFeatures(a, b)` equals `computeFeatures(b, a)`. */
export function computeFeatures(a: Comparable, b: Comparable): number[] {
  return Array.from(computeAllFeatures(packed(a), [packed(b)]).subarray(0, FEATURE_COUNT));
}

let rows = new Float64Array(128 * FEATURE_COUNT);

/** The features of one article against each of many, a row each one after the other, until the next call. About 0.7 µs a pair. */
export function computeAllFeatures(a: PackedFingerprint, others: readonly PackedFingerprint[]): Float64Array {
  const length = others.length * FEATURE_COUNT;
  if (rows.length < length) rows = new Float64Array(2 * length);
  loadSubject(a.whole);
  for (let i = 0; i < others.length; i++) computePair(a, others[i], rows, i * FEATURE_COUNT);
  return rows.subarray(0, length);
}

function loadSubject(whole: Uint32Array): void {
  subject.words.load(whole, LISTS, whole[END_OF_WORDS]);
  subject.names.load(whole, whole[END_OF_WORDS], whole[END_OF_NAMES]);
  subject.numbers.load(whole, whole[END_OF_NAMES], whole[END_OF_NUMBERS]);
  subject.concepts.load(whole, whole[END_OF_NUMBERS], whole[END_OF_CONCEPTS]);
  subject.shingles.load(whole, whole[END_OF_CONCEPTS], whole[END_OF_SHINGLES]);
  subject.titleGrams.load(whole, whole[END_OF_SHINGLES], whole[END_OF_GRAMS]);
}

/** Writes the features of a pair, in the order of `FEATURES`. `a` is loaded as the subject. */
function computePair(a: PackedFingerprint, b: PackedFingerprint, row: Float64Array, at: number): void {
  const x = a.whole;
  const y = b.whole;
  const p = a.reals;
  const q = b.reals;
  subject.words.overlap(y, LISTS, y[END_OF_WORDS], words);
  subject.names.overlap(y, y[END_OF_WORDS], y[END_OF_NAMES], names);
  subject.numbers.overlap(y, y[END_OF_NAMES], y[END_OF_NUMBERS], numbers);
  overlapSketches(a, subject.shingles, b, sketches);
  const containment = sketches.shared / Math.min(sketches.ofA, sketches.ofB);
  const sameLanguage = x[LANGUAGE] === y[LANGUAGE];
  const fewer = Math.min(x[BODY_TOKENS], y[BODY_TOKENS]);
  const namesOverlap = ratio(names.shared, Math.min(p[NAMES_TOTAL], q[NAMES_TOTAL]));
  const numbersOverlap = ratio(numbers.shared, Math.min(p[NUMBERS_TOTAL], q[NUMBERS_TOTAL]));
  if (!sameLanguage) shareAcross(a, b);
  const bothTitled = x[TITLED] !== 0 && y[TITLED] !== 0;
  let k = at;
  row[k++] = sameLanguage ? words.dot : NaN;
  row[k++] = Math.log((words.dot + 0.01) / Math.sqrt(p[BACKGROUND] * q[BACKGROUND]));
  row[k++] = ratio(words.leadDot, Math.sqrt(p[LEAD_SQUARES] * q[LEAD_SQUARES]));
  row[k++] = containment;
  row[k++] = sketches.shared / (sketches.ofA + sketches.ofB - sketches.shared);
  row[k++] = ratio(words.titleDot, Math.sqrt(p[TITLE_SQUARES] * q[TITLE_SQUARES]));
  row[k++] = ratio(words.titleHeld, p[TITLE_SQUARES] + q[TITLE_SQUARES]);
  row[k++] = bothTitled ? shareGrams(x, y) : NaN;
  row[k++] = names.shared;
  row[k++] = namesOverlap;
  row[k++] = names.largest;
  row[k++] = ratio(names.leadDot, Math.sqrt(p[NAMES_LEAD_SQUARES] * q[NAMES_LEAD_SQUARES]));
  row[k++] = ratio(names.titleHeld, p[NAMES_TITLE_SQUARES] + q[NAMES_TITLE_SQUARES]);
  row[k++] = numbers.shared;
  row[k++] = numbersOverlap;
  row[k++] = containment * (1 - numbersOverlap) * weighCount(x, y, END_OF_NAMES);
  const namesApart = (1 - namesOverlap) * weighCount(x, y, END_OF_WORDS);
  row[k++] = containment * namesApart;
  row[k++] = namesApart;
  row[k++] = dayConflict(a, b);
  row[k++] = conflictBetween(x, y, MONTHS, DATES);
  row[k++] = Math.log1p(Math.abs(p[PUBLISHED_AT] - q[PUBLISHED_AT]) / HOUR);
  row[k++] = x[SOURCE] === 0 || y[SOURCE] === 0 ? NaN : x[SOURCE] === y[SOURCE] ? 1 : 0;
  row[k++] = sameLanguage ? 1 : 0;
  row[k++] = ratio(fewer, Math.max(x[BODY_TOKENS], y[BODY_TOKENS]));
  row[k++] = Math.min(p[LOG_TOKENS], q[LOG_TOKENS]);
  row[k++] = sameLanguage ? NaN : across.shared;
  row[k++] = sameLanguage ? NaN : ratio(across.shared, Math.min(across.a, across.b));
  // How the pair stands among the subject's candidates: see `addContext`.
  row.fill(NaN, k, at + FEATURE_COUNT);
}

/** Share of the days named by the article with fewer of them that the other does not name. NaN where they cannot be compared. */
function dayConflict(a: PackedFingerprint, b: PackedFingerprint): number {
  const isDated = !Number.isNaN(a.reals[PUBLISHED_AT]);
  if (isDated === Number.isNaN(b.reals[PUBLISHED_AT])) return NaN;
  return isDated
    ? conflictBetween(a.whole, b.whole, DATES, Infinity)
    : conflictBetween(a.whole, b.whole, 0, MONTHS);
}

/** The same for what is named from `from` to below `to`, see `NamedDays`. */
function conflictBetween(x: Uint32Array, y: Uint32Array, from: number, to: number): number {
  let shared = 0;
  let inX = 0;
  let inY = 0;
  for (let i = x[END_OF_GRAMS]; i < x[END_OF_DAYS]; i++) if (x[i] >= from && x[i] < to) inX++;
  if (inX === 0) return NaN;
  for (let j = y[END_OF_GRAMS]; j < y[END_OF_DAYS]; j++) {
    if (y[j] < from || y[j] >= to) continue;
    inY++;
    for (let i = x[END_OF_GRAMS]; i < x[END_OF_DAYS]; i++) if (x[i] === y[j]) shared++;
  }
  return 1 - ratio(shared, Math.min(inX, inY));
}

/** Names, numbers and concepts together: all that reports in two languages can share. After `names`, `numbers`. */
function shareAcross({ reals: p }: PackedFingerprint, { reals: q, whole: y }: PackedFingerprint): void {
  subject.concepts.overlap(y, y[END_OF_NUMBERS], y[END_OF_CONCEPTS], concepts);
  across.shared = names.shared + numbers.shared + concepts.shared;
  across.a = p[NAMES_TOTAL] + p[NUMBERS_TOTAL] + p[CONCEPTS_TOTAL];
  across.b = q[NAMES_TOTAL] + q[NUMBERS_TOTAL] + q[CONCEPTS_TOTAL];
}

/** Dice coefficient of the grams of two titles. */
function shareGrams(x: Uint32Array, y: Uint32Array): number {
  const shared = subject.titleGrams.countShared(y, y[END_OF_SHINGLES], y[END_OF_GRAMS]);
  const both = x[END_OF_GRAMS] - x[END_OF_SHINGLES] + y[END_OF_GRAMS] - y[END_OF_SHINGLES];
  return ratio(2 * shared, both);
}

/** For the list behind `end`. One figure may be mended or mistyped; that all of many differ is another event. 0–1. */
function weighCount(x: Uint32Array, y: Uint32Array, end: number): number {
  const n = Math.min(x[end + 1] - x[end], y[end + 1] - y[end]);
  return n / (n + 2);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}
