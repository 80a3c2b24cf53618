import { IN_LEAD, IN_TITLE } from '../fingerprint/analysis';
import { type Cursor, readHead, readVarint } from '../fingerprint/codec';
import { readTitleGrams } from '../fingerprint/title-grams';
import * as place from './packed-fingerprint';
import {
  createPacked,
  IDF_WEIGHTS,
  LISTS,
  type PackedFingerprint,
  ROOT_WEIGHTS,
  TERM_BITS,
} from './packed-fingerprint';

/** Where lists are put as they are read: how long they are together is known at the end. Grown to the longest buffer seen. */
let lists = new Uint32Array(4_096);
let shingles = new Uint32Array(4_096);
let days = new Uint32Array(4_096);

const NO_SQUARES = { titleSquares: undefined, leadSquares: undefined };

/** The vectors in their order, by the place of their end, and where the sums of their weights and squares go. */
const VECTORS = [
  {
    ...{ end: place.END_OF_WORDS, weights: ROOT_WEIGHTS, total: undefined },
    ...{ titleSquares: place.TITLE_SQUARES, leadSquares: place.LEAD_SQUARES },
  },
  {
    ...{ end: place.END_OF_NAMES, weights: IDF_WEIGHTS, total: place.NAMES_TOTAL },
    ...{ titleSquares: place.NAMES_TITLE_SQUARES, leadSquares: place.NAMES_LEAD_SQUARES },
  },
  { ...{ end: place.END_OF_NUMBERS, weights: IDF_WEIGHTS, total: place.NUMBERS_TOTAL }, ...NO_SQUARES },
  { ...{ end: place.END_OF_CONCEPTS, weights: IDF_WEIGHTS, total: place.CONCEPTS_TOTAL }, ...NO_SQUARES },
] as const;

/** Everything but the lists, as it is read. */
const heads = createPacked(LISTS);

/**
 * Reads an encoded fingerprint right into the form it is compared in: what `packFingerprint(decodeFingerprint(buffer))` gives, in a
 * fraction of the time. In a large collection most candidates are read so.
 *
 * Throws `RangeError` on another version, a short or an overlong buffer.
 */
export function decodePacked(buffer: Buffer): PackedFingerprint {
  const cursor = { buffer, at: 0 };
  const head = readHead(cursor);
  if (lists.length < buffer.length) {
    // A list has at most one entry a byte.
    lists = new Uint32Array(buffer.length);
    shingles = new Uint32Array(buffer.length);
    days = new Uint32Array(buffer.length);
  }
  const dayCount = readHashes(cursor, days, 0, 0);
  const shingleCount = readHashes(cursor, shingles, 0, 0);
  const termCount = readVectors(cursor);
  if (cursor.at !== buffer.length)
    throw new RangeError(`fingerprint: ${cursor.at < buffer.length ? 'trailing bytes' : 'cut short'}`);
  const grams = readTitleGrams(head.title);
  const endOfShingles = LISTS + termCount + shingleCount;
  const endOfGrams = endOfShingles + grams.length;
  const packed = createPacked(endOfGrams + dayCount);
  const { reals, whole } = packed;
  place.writeHead(head, heads.reals, heads.whole);
  heads.whole[place.END_OF_SHINGLES] = endOfShingles;
  heads.whole[place.END_OF_GRAMS] = endOfGrams;
  heads.whole[place.END_OF_DAYS] = endOfGrams + dayCount;
  reals.set(heads.reals);
  whole.set(heads.whole);
  whole.set(lists.subarray(0, termCount), LISTS);
  whole.set(shingles.subarray(0, shingleCount), LISTS + termCount);
  whole.set(grams, endOfShingles);
  whole.set(days.subarray(0, dayCount), endOfGrams);
  return packed;
}

/** Reads the vectors to `lists`, their ends and sums to `heads`; returns how many terms there are. */
function readVectors(cursor: Cursor): number {
  const { buffer } = cursor;
  const { reals, whole } = heads;
  let count = 0;
  for (const { end, weights, total, ...squares } of VECTORS) {
    const from = count;
    count = readHashes(cursor, lists, from, TERM_BITS);
    let [sum, titleSquares, leadSquares] = [0, 0, 0];
    for (let i = from; i < count; i++) {
      const byte = buffer[cursor.at++];
      lists[i] = lists[i] | byte;
      const weight = weights[byte >>> 2];
      sum += weight;
      if ((byte & IN_TITLE) !== 0) titleSquares += weight * weight;
      if ((byte & IN_LEAD) !== 0) leadSquares += weight * weight;
    }
    whole[end] = LISTS + count;
    if (total !== undefined) reals[total] = sum;
    if (squares.titleSquares === undefined) continue;
    reals[squares.titleSquares] = titleSquares;
    reals[squares.leadSquares] = leadSquares;
  }
  return count;
}

/** Reads a list of hashes into an array from a place on, each above so many free bits; returns where it ends. */
function readHashes(cursor: Cursor, into: Uint32Array, from: number, freeBits: number): number {
  const { buffer } = cursor;
  const length = readVarint(cursor);
  if (length > buffer.length - cursor.at) throw new RangeError('fingerprint: impossible list length');
  let { at } = cursor;
  let last = 0;
  for (let i = from; i < from + length; i++) {
    let byte = buffer[at++];
    let delta = byte & 127;
    // Four bytes hold the difference of any two hashes.
    for (let shift = 7; byte > 127; shift += 7) {
      if (shift > 21) throw new RangeError('fingerprint: overlong number');
      byte = buffer[at++];
      delta |= (byte & 127) << shift;
    }
    last += delta;
    into[i] = last << freeBits;
  }
  cursor.at = at;
  return from + length;
}
