import { createVector, type Fingerprint, type TermVector } from './fingerprint';
import { hashTitleGrams } from './title-grams';

/** Raised when the layout or the meaning of a hash changes: older fingerprints are then recomputed. */
export const FINGERPRINT_VERSION = 2;

const NO_DATE = 0xffffffff;
const MINUTE = 60_000;
/** Quantisation: word weights are ≤ 1 on a square-root scale, idf is ≤ 16 nats; both to 6 bits beside 2 of flags. */
const LEVELS = 63;
const MAX_IDF = 16;
/** Version, source, minutes, tokens, sketch shift, background. */
const HEADER_BYTES = 16;

/** Encodes a fingerprint: fixed header, then delta-coded lists. About 1 kB; weights lose all but 6 bits. */
export function encodeFingerprint(f: Fingerprint): Buffer {
  const title = Buffer.from(f.title, 'utf8');
  const language = Buffer.from(f.language, 'latin1');
  const lists =
    f.days.length +
    f.shingles.length +
    f.words.hashes.length +
    f.names.hashes.length +
    f.numbers.hashes.length +
    f.concepts.hashes.length;
  const out = Buffer.alloc(64 + language.length + title.length + lists * 5);
  let at = out.writeUInt8(FINGERPRINT_VERSION, 0);
  at = out.writeUInt32LE(f.source, at);
  at = out.writeUInt32LE(toMinutes(f.publishedAtMs), at);
  at = out.writeUInt16LE(Math.min(f.bodyTokens, 0xffff), at);
  at = out.writeUInt8(f.sketchShift, at);
  at = out.writeFloatLE(f.background, at);
  at = writeBytes(out, language, at);
  at = writeBytes(out, title, at);
  at = writeHashes(out, f.days, at);
  at = writeHashes(out, f.shingles, at);
  at = writeVector(out, f.words, packRoot, at);
  at = writeVector(out, f.names, packIdf, at);
  at = writeVector(out, f.numbers, packIdf, at);
  at = writeVector(out, f.concepts, packIdf, at);
  return out.subarray(0, at);
}

/** Decodes what `encodeFingerprint` wrote; throws `RangeError` on another version, a short or an overlong buffer. */
export function decodeFingerprint(buffer: Buffer): Fingerprint {
  const cursor = { buffer, at: 0 };
  const head = readHead(cursor);
  const fingerprint: Fingerprint = {
    ...head,
    titleGrams: hashTitleGrams(head.title),
    days: Uint16Array.from(readHashes(cursor)),
    shingles: readHashes(cursor),
    words: readVector(cursor, unpackRoot),
    names: readVector(cursor, unpackIdf),
    numbers: readVector(cursor, unpackIdf),
    concepts: readVector(cursor, unpackIdf),
  };
  if (cursor.at !== buffer.length) throw new RangeError('fingerprint: trailing bytes');
  return fingerprint;
}

/** What stands in a stored fingerprint before its lists. */
export type FingerprintHead = Pick<
  Fingerprint,
  'language' | 'source' | 'publishedAtMs' | 'bodyTokens' | 'sketchShift' | 'background' | 'title'
>;

/** Reads what stands before the lists of a fingerprint, from the start of its buffer. */
export function readHead(cursor: Cursor): FingerprintHead {
  const { buffer } = cursor;
  if (buffer[0] !== FINGERPRINT_VERSION)
    throw new RangeError(`fingerprint: version ${buffer[0]} is not known`);
  if (buffer.length < HEADER_BYTES) throw new RangeError('fingerprint: cut short');
  const minutes = buffer.readUInt32LE(5);
  cursor.at = HEADER_BYTES;
  const language = readBytes(cursor).toString('latin1');
  const title = readBytes(cursor).toString('utf8');
  return {
    ...{ language, title, source: buffer.readUInt32LE(1) },
    publishedAtMs: minutes === NO_DATE ? NaN : minutes * MINUTE,
    bodyTokens: buffer.readUInt16LE(9),
    sketchShift: buffer.readUInt8(11),
    background: buffer.readFloatLE(12),
  };
}

/** A fingerprint as it will be read back, so that fresh and stored ones compare alike: what decoding its encoding gives. */
export function roundFingerprint(f: Fingerprint): Fingerprint {
  const minutes = toMinutes(f.publishedAtMs);
  return {
    ...f,
    publishedAtMs: minutes === NO_DATE ? NaN : minutes * MINUTE,
    bodyTokens: Math.min(f.bodyTokens, 0xffff),
    background: Math.fround(f.background),
    words: roundVector(f.words, packRoot, unpackRoot),
    names: roundVector(f.names, packIdf, unpackIdf),
    numbers: roundVector(f.numbers, packIdf, unpackIdf),
    concepts: roundVector(f.concepts, packIdf, unpackIdf),
  };
}

function roundVector(v: TermVector, pack: Packing, unpack: Packing): TermVector {
  const weights = new Float32Array(v.weights.length);
  for (let i = 0; i < weights.length; i++) weights[i] = unpack(pack(v.weights[i]));
  return createVector(v.hashes, weights, v.flags);
}

const toMinutes = (ms: number): number => (Number.isNaN(ms) ? NO_DATE : Math.max(0, ms / MINUTE) >>> 0);

/** A buffer that is read, and how far. */
export interface Cursor {
  readonly buffer: Buffer;
  at: number;
}

/** A weight to its six bits, or back. */
export type Packing = (value: number) => number;

export const packRoot: Packing = (w) => Math.max(1, Math.round(Math.sqrt(Math.min(w, 1)) * LEVELS));
export const unpackRoot: Packing = (q) => (q / LEVELS) ** 2;
export const packIdf: Packing = (w) => Math.max(1, Math.round((Math.min(w, MAX_IDF) / MAX_IDF) * LEVELS));
export const unpackIdf: Packing = (q) => (q / LEVELS) * MAX_IDF;

function writeBytes(out: Buffer, bytes: Buffer, at: number): number {
  const next = writeVarint(out, bytes.length, at);
  return next + bytes.copy(out, next);
}

function readBytes(c: Cursor): Buffer {
  const length = readVarint(c);
  if (c.at + length > c.buffer.length) throw new RangeError('fingerprint: cut short');
  const bytes = c.buffer.subarray(c.at, c.at + length);
  c.at += length;
  return bytes;
}

function writeHashes(out: Buffer, hashes: Uint32Array | Uint16Array, at: number): number {
  let next = writeVarint(out, hashes.length, at);
  let last = 0;
  for (let i = 0; i < hashes.length; i++) {
    next = writeVarint(out, hashes[i] - last, next);
    last = hashes[i];
  }
  return next;
}

function readHashes(c: Cursor): Uint32Array {
  const length = readVarint(c);
  if (length > c.buffer.length) throw new RangeError('fingerprint: impossible list length');
  const hashes = new Uint32Array(length);
  let last = 0;
  for (let i = 0; i < length; i++) {
    last += readVarint(c);
    hashes[i] = last;
  }
  return hashes;
}

function writeVector(out: Buffer, v: TermVector, pack: Packing, at: number): number {
  let next = writeHashes(out, v.hashes, at);
  for (let i = 0; i < v.hashes.length; i++) {
    out[next++] = (pack(v.weights[i]) << 2) | (v.flags[i] & 3);
  }
  return next;
}

function readVector(c: Cursor, unpack: Packing): TermVector {
  const hashes = readHashes(c);
  if (c.at + hashes.length > c.buffer.length) throw new RangeError('fingerprint: cut short');
  const weights = new Float32Array(hashes.length);
  const flags = new Uint8Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) {
    const byte = c.buffer[c.at++];
    weights[i] = unpack(byte >>> 2);
    flags[i] = byte & 3;
  }
  return createVector(hashes, weights, flags);
}

function writeVarint(out: Buffer, value: number, at: number): number {
  let rest = value;
  let next = at;
  while (rest > 127) {
    out[next++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  out[next++] = rest;
  return next;
}

/** Reads a number of up to 35 bits. */
export function readVarint(c: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = c.buffer[c.at++];
    if (byte === undefined) throw new RangeError('fingerprint: cut short');
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
  throw new RangeError('fingerprint: overlong number');
}
