import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { CorruptRecord } from './corrupt-record';

/** Documents, events and bodies are far smaller; a record that inflates to more is damaged. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/** A block type that deflate reserves: no record of today begins with it, so later forms can, with their number in the other bits. */
const LATER_FORM = 0b110;

/** JSON as stored: deflated at level 1, a third of its size for story documents. */
export const encodeJson = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value), { level: 1 });

/** JSON deflated once, to be stored by itself and inside other JSON. */
export interface SharedJson {
  readonly json: Buffer;
  /** Whole deflate blocks, none of them the last one. */
  readonly blocks: Buffer;
}

/** How far back deflate may point. */
const WINDOW_BYTES = 32 * 1024;
const LAST_BLOCK = Buffer.from([3, 0]);

/** Deflates what goes both into a document and into its events: half of the time that storing a story takes, otherwise. */
export function shareJson(value: unknown): SharedJson {
  const json = Buffer.from(JSON.stringify(value));
  return { json, blocks: deflateRawSync(json, { level: 1, finishFlush: constants.Z_SYNC_FLUSH }) };
}

/** Shared JSON as `encodeJson` would store the value. */
export const encodeShared = ({ blocks }: SharedJson): Buffer => Buffer.concat([blocks, LAST_BLOCK]);

/**
 * The object `{[name]: shared, ...rest}` as stored JSON, of the JSON of `rest`, which must have a field; what that repeats of the shared
 * value, if it is near its end, costs next to nothing.
 */
export function encodeWithShared(name: string, { json, blocks }: SharedJson, rest: string): Buffer {
  const tail = deflateRawSync(`,${rest.slice(1)}`, { level: 1, dictionary: json.subarray(-WINDOW_BYTES) });
  return Buffer.concat([storedBlock(`{${JSON.stringify(name)}:`), blocks, tail]);
}

/** A deflate block that holds a short text as it is. */
function storedBlock(text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(0xffff ^ bytes.length, 3);
  return Buffer.concat([head, bytes]);
}

/** What zlib sets aside for the result at a time: most bodies and documents are smaller, and its usual 16 kB cost a quarter of inflating one. */
const CHUNK_BYTES = 8 * 1024;

/** Reads stored JSON. Throws CorruptRecord naming key and field. */
export function decodeJson<T>(key: string, field: string, bytes: Buffer): T {
  try {
    if (((bytes[0] ?? 0) & LATER_FORM) === LATER_FORM)
      throw new Error(`it has form ${bytes[0] >> 3}, of a later version of Storyfold`);
    return JSON.parse(
      inflateRawSync(bytes, { chunkSize: CHUNK_BYTES, maxOutputLength: MAX_INFLATED_BYTES }).toString('utf8'),
    ) as T;
  } catch (cause) {
    throw new CorruptRecord(key, field, cause);
  }
}
