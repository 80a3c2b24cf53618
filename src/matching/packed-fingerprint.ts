import { type FingerprintHead, packIdf, packRoot, unpackIdf, unpackRoot } from '../fingerprint/codec';
import type { Fingerprint, TermVector } from '../fingerprint/fingerprint';

/** Bits below the hash of a packed term: six of weight over two of flags, as a stored fingerprint has them. */
export const TERM_BITS = 8;

/** Word and idf weights by their six bits. */
export const ROOT_WEIGHTS = Float32Array.from({ length: 64 }, (_, level) => unpackRoot(level));
export const IDF_WEIGHTS = Float32Array.from({ length: 64 }, (_, level) => unpackIdf(level));

/** Places in `reals`. */
export const PUBLISHED_AT = 0;
export const BACKGROUND = 1;
/** ln(1 + tokens of the body). */
export const LOG_TOKENS = 2;
export const TITLE_SQUARES = 3;
export const LEAD_SQUARES = 4;
export const NAMES_TOTAL = 5;
export const NUMBERS_TOTAL = 6;
export const CONCEPTS_TOTAL = 7;
/** Of the names in the title, and of those in the lead. */
export const NAMES_TITLE_SQUARES = 8;
export const NAMES_LEAD_SQUARES = 9;
export const REALS = 10;

/** Places in `whole`. Each list begins where the one before it ends; the first, of words, at `LISTS`. */
export const LANGUAGE = 0;
export const SOURCE = 1;
export const BODY_TOKENS = 2;
export const SKETCH_SHIFT = 3;
/** 1 where there is a title. */
export const TITLED = 4;
export const END_OF_WORDS = 5;
export const END_OF_NAMES = 6;
export const END_OF_NUMBERS = 7;
export const END_OF_CONCEPTS = 8;
export const END_OF_SHINGLES = 9;
export const END_OF_GRAMS = 10;
export const END_OF_DAYS = 11;
export const LISTS = 12;

/**
 * A fingerprint as comparisons read it: all in one block of memory, about 1.5 kB. The parts of many fingerprints, each an object of its
 * own, cost more to fetch than to compare.
 */
export interface PackedFingerprint {
  readonly reals: Float64Array;
  /** Head, then terms (hash over `TERM_BITS`) of words, names, numbers and concepts, hashes of shingles, of grams of the title, days. */
  readonly whole: Uint32Array;
}

/** Numbers for languages, given as they are met: comparing them is all they are for. */
const languageNumbers = new Map<string, number>();

/** Packs a fingerprint whose weights are rounded to what is stored; others are rounded by it. About 2 µs. */
export function packFingerprint(f: Fingerprint): PackedFingerprint {
  const vectors = [f.words, f.names, f.numbers, f.concepts];
  const lists = [f.shingles, f.titleGrams, f.days];
  const terms = vectors.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const { reals, whole } = createPacked(LISTS + terms + lists.reduce((sum, list) => sum + list.length, 0));
  writeHead(f, reals, whole);
  reals[TITLE_SQUARES] = f.words.titleSquares;
  reals[LEAD_SQUARES] = f.words.leadSquares;
  reals[NAMES_TOTAL] = f.names.total;
  reals[NUMBERS_TOTAL] = f.numbers.total;
  reals[CONCEPTS_TOTAL] = f.concepts.total;
  reals[NAMES_TITLE_SQUARES] = f.names.titleSquares;
  reals[NAMES_LEAD_SQUARES] = f.names.leadSquares;
  let at = LISTS;
  vectors.forEach((vector, i) => {
    at = packTerms(vector, i === 0 ? packRoot : packIdf, whole, at);
    whole[END_OF_WORDS + i] = at;
  });
  lists.forEach((hashes, i) => {
    whole.set(hashes, at);
    at += hashes.length;
    whole[END_OF_SHINGLES + i] = at;
  });
  return { reals, whole };
}

/** Fingerprints made one after the other lie in one block of so many bytes: memory of its own for each costs more than decoding it. */
const BLOCK_BYTES = 256 * 1024;
let block = new ArrayBuffer(BLOCK_BYTES);
let taken = 0;

/** A packed fingerprint with so many values in its second part, all zero. */
export function createPacked(length: number): PackedFingerprint {
  const bytes = 8 * (REALS + ((length + 1) >> 1));
  if (bytes > BLOCK_BYTES / 8) return viewOf(new ArrayBuffer(bytes), 0, length);
  if (taken + bytes > BLOCK_BYTES) [block, taken] = [new ArrayBuffer(BLOCK_BYTES), 0];
  taken += bytes;
  return viewOf(block, taken - bytes, length);
}

const viewOf = (buffer: ArrayBuffer, at: number, length: number): PackedFingerprint => ({
  reals: new Float64Array(buffer, at, REALS),
  whole: new Uint32Array(buffer, at + 8 * REALS, length),
});

/** The same in a new place: one that is kept for longer than those made with it would keep all their memory. */
export function copyPacked({ reals, whole }: PackedFingerprint): PackedFingerprint {
  const copy = createPacked(whole.length);
  copy.reals.set(reals);
  copy.whole.set(whole);
  return copy;
}

/** Bytes that a packed fingerprint takes up. */
export const bytesOf = ({ reals, whole }: PackedFingerprint): number => reals.byteLength + whole.byteLength;

/** Writes what is not in lists to its places. */
export function writeHead(head: FingerprintHead, reals: Float64Array, whole: Uint32Array): void {
  reals[PUBLISHED_AT] = head.publishedAtMs;
  reals[BACKGROUND] = head.background;
  reals[LOG_TOKENS] = Math.log1p(head.bodyTokens);
  whole[LANGUAGE] = numberLanguage(head.language);
  whole[SOURCE] = head.source;
  whole[BODY_TOKENS] = head.bodyTokens;
  whole[SKETCH_SHIFT] = head.sketchShift;
  whole[TITLED] = head.title === '' ? 0 : 1;
}

function packTerms(
  v: TermVector,
  pack: (weight: number) => number,
  whole: Uint32Array,
  from: number,
): number {
  const { hashes, weights, flags } = v;
  for (let i = 0; i < hashes.length; i++) {
    whole[from + i] = (hashes[i] << TERM_BITS) | (pack(weights[i]) << 2) | (flags[i] & 3);
  }
  return from + hashes.length;
}

function numberLanguage(language: string): number {
  let number = languageNumbers.get(language);
  if (number === undefined) languageNumbers.set(language, (number = languageNumbers.size));
  return number;
}

/** Either form: what is compared often comes packed. */
export type Comparable = Fingerprint | PackedFingerprint;

/** The packed form of either. */
export const packed = (f: Comparable): PackedFingerprint => ('whole' in f ? f : packFingerprint(f));
