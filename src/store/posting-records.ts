import { endianness } from 'node:os';
import { SHARD_TAGS } from './keys';

/**
 * What `insertPostings.lua` takes and answers. Postings are found here among the records of the buckets that it answers with: looking for a
 * dozen of them record by record costs Lua some 10 µs, and this a tenth of one.
 */

const SHARDS = SHARD_TAGS.length;

/** Of an entry: what is left of its key without the number of the shard, the key and the record as a bucket holds them, and how many are read. */
const ENTRY_BYTES = 16;

/** Buckets that a shard has at least: by how much a key leads to the bucket is in its number, and not in its records. */
const LEAST_BUCKETS = 32;

/** A record: 3 bytes of key, 4 of ordinal. */
const RECORD_BYTES = 7;

/** What is told of a key's own list: how many ordinals of the part behind it belong to it too, times this, and the number of its part. */
const LIST = 65_536;

/** The part of an index key that the records of its bucket bear. */
const recordKey = (key: number): number => Math.floor(Math.floor(key / SHARDS) / LEAST_BUCKETS);

/** What is entered or asked for, a column each. */
export interface Entries {
  readonly keys: number[];
  readonly ordinals: number[];
  /** How many postings of the key are read at most, the newest. */
  readonly most: number[];
}

/** One argument for all entries: as two each they are most of what a chunk has to send and Redis to read. */
export function packEntries({ keys, ordinals, most }: Entries): Buffer {
  const packed = Buffer.allocUnsafe(ENTRY_BYTES * keys.length);
  for (let i = 0, at = 0; i < keys.length; i++, at += ENTRY_BYTES) {
    const key = recordKey(keys[i]);
    packed.writeUInt32LE(Math.floor(keys[i] / SHARDS), at);
    packed.writeUIntLE(key, at + 4, 3);
    packed.writeUIntLE(key, at + 7, 3);
    packed.writeUInt32LE(ordinals[i], at + 10);
    packed.writeUInt16LE(most[i], at + 14);
  }
  return packed;
}

/**
 * The postings of each entry, newest last.
 *
 * @param insert whether the articles were entered: they are then among them.
 */
export function readReply(
  [head, ...parts]: readonly Buffer[],
  { keys, ordinals, most }: Entries,
  insert: boolean,
): Uint32Array[] {
  const ends = new Uint32Array(keys.length);
  const starts = new Uint32Array(keys.length);
  let end = 0;
  for (let i = 0; i < keys.length; i++) {
    const told = head.readInt32LE(4 * i);
    const from = end;
    if (told < 0) {
      const part = -told % LIST;
      end = copyList(parts[part - 1], end);
      end = copyList(parts[part].subarray(0, 4 * Math.floor(-told / LIST)), end);
    } else {
      if (told > 1) end = collect(parts[(told >> 1) - 1], recordKey(keys[i]), end);
      if (told & 1) end = addEarlier({ keys, ordinals }, i, from, end);
      starts[i] = Math.max(from, end - most[i]);
      if (insert && !isAmong(ordinals[i], starts[i], end)) end = push(ordinals[i], end);
    }
    starts[i] = Math.max(from, end - most[i]);
    ends[i] = end;
  }
  const found = postings.slice(0, end);
  return Array.from(starts, (start, i) => found.subarray(start, ends[i]));
}

/** The postings of one reply, one key's behind another's. */
let postings = new Uint32Array(16 * 1024);

function push(ordinal: number, end: number): number {
  makeRoom(end + 1);
  postings[end] = ordinal;
  return end + 1;
}

function makeRoom(length: number): void {
  if (length <= postings.length) return;
  const larger = new Uint32Array(2 * length);
  larger.set(postings);
  postings = larger;
}

/** Adds who came under the key of an entry by earlier entries of the same call: the buckets are told as they were before it. */
function addEarlier(
  { keys, ordinals }: Pick<Entries, 'keys' | 'ordinals'>,
  entry: number,
  from: number,
  start: number,
): number {
  let end = start;
  for (let i = 0; i < entry; i++) {
    if (keys[i] === keys[entry] && !isAmong(ordinals[i], from, end)) end = push(ordinals[i], end);
  }
  return end;
}

function isAmong(ordinal: number, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (postings[i] === ordinal) return true;
  return false;
}

/** Adds the ordinals of a key that are among the records of a bucket. */
function collect(records: Buffer, key: number, start: number): number {
  makeRoom(start + records.length / RECORD_BYTES);
  const [first, second, third] = [key & 0xff, (key >> 8) & 0xff, key >> 16];
  let end = start;
  for (let at = 0; at < records.length; at += RECORD_BYTES) {
    if (records[at] === first && records[at + 1] === second && records[at + 2] === third)
      postings[end++] =
        records[at + 3] | (records[at + 4] << 8) | (records[at + 5] << 16) | (records[at + 6] << 24);
  }
  return end;
}

/** Adds all ordinals of a list. Copied whole: common keys have hundreds, and one by one they take ten times as long. */
function copyList(list: Buffer, start: number): number {
  const end = start + list.length / 4;
  makeRoom(end);
  const bytes = Buffer.from(postings.buffer, 4 * start, list.length);
  list.copy(bytes);
  if (endianness() === 'BE') bytes.swap32();
  return end;
}
