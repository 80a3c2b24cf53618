import { compareTwoStrings } from 'string-similarity';
import type { Fingerprint } from '../fingerprint/fingerprint';
import { type Overlap, overlapShingles, overlapVectors } from './overlap';

/** Features in the order of `computeFeatures`. NaN means the pair cannot show it (no title, no date …). */
export const FEATURES = [
  'bodyCosine',
  'liftedCosine',
  'containment',
  'jaccard',
  'titleCosine',
  'titleInBody',
  'titleSimilarity',
  'namesShared',
  'namesOverlap',
  'numbersShared',
  'numbersOverlap',
  'hoursApart',
  'sameSource',
  'sameLanguage',
  'lengthRatio',
] as const;

export type FeatureName = (typeof FEATURES)[number];

const HOUR = 3_600_000;

/** Compares two fingerprints. Symmetric: `computeFeatures(a, b)` equals `computeFeatures(b, a)`. */
export function computeFeatures(a: Fingerprint, b: Fingerprint): number[] {
  const words = overlapVectors(a.words, b.words);
  const names = overlapVectors(a.names, b.names);
  const numbers = overlapVectors(a.numbers, b.numbers);
  const s = overlapShingles(a, b);
  const sameLanguage = a.language === b.language;
  const cosine = sameLanguage ? words.dot : NaN;
  const apart = Math.abs(a.publishedAtMs - b.publishedAtMs) / HOUR;
  return [
    cosine,
    Math.log((words.dot + 0.01) / Math.sqrt(a.background * b.background)),
    ratio(s.shared, Math.min(s.inA, s.inB)),
    ratio(s.shared, s.inA + s.inB - s.shared),
    ratio(words.titleDot, Math.sqrt(words.titleA * words.titleB)),
    titleInBody(words),
    a.title === '' || b.title === '' ? NaN : compareTwoStrings(a.title, b.title),
    names.shared,
    ratio(names.shared, Math.min(names.totalA, names.totalB)),
    numbers.shared,
    ratio(numbers.shared, Math.min(numbers.totalA, numbers.totalB)),
    Math.log1p(apart),
    a.source === 0 || b.source === 0 ? NaN : Number(a.source === b.source),
    Number(sameLanguage),
    a.bodyTokens === 0 || b.bodyTokens === 0
      ? NaN
      : Math.min(a.bodyTokens, b.bodyTokens) / Math.max(a.bodyTokens, b.bodyTokens),
  ];
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}

function titleInBody(words: Overlap): number {
  return ratio(words.titleOfAInB + words.titleOfBInA, words.titleA + words.titleB);
}
