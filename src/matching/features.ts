import type { Fingerprint, TermVector } from '../fingerprint/fingerprint';
import { ComparedHashes, ComparedVector, createOverlap, overlapSketches } from './overlap';

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
  'numbersShared',
  'numbersOverlap',
  'numberConflict',
  'nameConflict',
  'hoursApart',
  'sameSource',
  'sameLanguage',
  'lengthRatio',
  'shorterTokens',
  'acrossShared',
  'acrossOverlap',
  'rank',
  'aboveCrowd',
  'shareOfBest',
  'best',
] as const;

export type FeatureName = (typeof FEATURES)[number];

const HOUR = 3_600_000;

/** The article that others are compared with, one at a time. */
const subject = {
  words: new ComparedVector(),
  names: new ComparedVector(),
  numbers: new ComparedVector(),
  concepts: new ComparedVector(),
  shingles: new ComparedHashes(),
  titleGrams: new ComparedHashes(),
};

const words = createOverlap();
const names = createOverlap();
const numbers = createOverlap();
const concepts = createOverlap();

const NOTHING = { shared: 0, a: 0, b: 0 };

/** Compares two fingerprints. Symmetric: `computeFeatures(a, b)` equals `computeFeatures(b, a)`. */
export function computeFeatures(a: Fingerprint, b: Fingerprint): number[] {
  return computeAllFeatures(a, [b])[0];
}

/** The features of one article against each of many, in about 1.5 µs each. */
export function computeAllFeatures(a: Fingerprint, others: readonly Fingerprint[]): number[][] {
  for (const part of ['words', 'names', 'numbers', 'concepts'] as const) subject[part].load(a[part]);
  subject.shingles.load(a.shingles);
  subject.titleGrams.load(a.titleGrams);
  return others.map((b) => computePair(a, b));
}

/** `a` is loaded as the subject. */
function computePair(a: Fingerprint, b: Fingerprint): number[] {
  subject.words.overlap(b.words, words);
  subject.names.overlap(b.names, names);
  subject.numbers.overlap(b.numbers, numbers);
  const { containment, jaccard } = overlapSketches(a, subject.shingles, b);
  const sameLanguage = a.language === b.language;
  const shorter = Math.min(a.bodyTokens, b.bodyTokens);
  const namesOverlap = containedShare(names.shared, a.names, b.names);
  const numbersOverlap = containedShare(numbers.shared, a.numbers, b.numbers);
  const across = sameLanguage ? NOTHING : shareAcross(a, b);
  const grams = subject.titleGrams.countShared(b.titleGrams, b.titleGrams.length);
  return [
    sameLanguage ? words.dot : NaN,
    Math.log((words.dot + 0.01) / Math.sqrt(a.background * b.background)),
    ratio(words.leadDot, Math.sqrt(a.words.leadSquares * b.words.leadSquares)),
    containment,
    jaccard,
    ratio(words.titleDot, Math.sqrt(a.words.titleSquares * b.words.titleSquares)),
    ratio(words.titleHeld, a.words.titleSquares + b.words.titleSquares),
    ratio(2 * grams, a.title === '' || b.title === '' ? 0 : a.titleGrams.length + b.titleGrams.length),
    names.shared,
    namesOverlap,
    names.largest,
    numbers.shared,
    numbersOverlap,
    containment * (1 - numbersOverlap) * weighCount(a.numbers, b.numbers),
    containment * (1 - namesOverlap) * weighCount(a.names, b.names),
    Math.log1p(Math.abs(a.publishedAtMs - b.publishedAtMs) / HOUR),
    a.source === 0 || b.source === 0 ? NaN : Number(a.source === b.source),
    Number(sameLanguage),
    ratio(shorter, Math.max(a.bodyTokens, b.bodyTokens)),
    Math.log1p(shorter),
    sameLanguage ? NaN : across.shared,
    sameLanguage ? NaN : ratio(across.shared, Math.min(across.a, across.b)),
    // How the pair stands among the subject's candidates: see `addContext`.
    NaN,
    NaN,
    NaN,
    NaN,
  ];
}

/** Names, numbers and concepts together: all that reports in two languages can share. After `names`, `numbers`. */
function shareAcross(a: Fingerprint, b: Fingerprint): { shared: number; a: number; b: number } {
  subject.concepts.overlap(b.concepts, concepts);
  return {
    shared: names.shared + numbers.shared + concepts.shared,
    a: a.names.total + a.numbers.total + a.concepts.total,
    b: b.names.total + b.numbers.total + b.concepts.total,
  };
}

/** One figure may be mended or mistyped; that all of many differ is another event. 0–1. */
function weighCount(a: TermVector, b: TermVector): number {
  const n = Math.min(a.hashes.length, b.hashes.length);
  return n / (n + 2);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}

function containedShare(shared: number, a: TermVector, b: TermVector): number {
  return ratio(shared, Math.min(a.total, b.total));
}
