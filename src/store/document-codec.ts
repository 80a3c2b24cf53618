import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { CorruptRecord } from './corrupt-record';

/** Documents, events and bodies are far smaller; a record that inflates to more is damaged. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/**
 * A block type that deflate reserves: no JSON stored as it is begins with it, so what is stored in another form does, with the number of
 * the form in the other bits.
 */
const OTHER_FORM = 0b110;

/** JSON as stored: deflated at level 1, a third of its size for news text. */
export const encodeJson = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value), { level: 1 });

/** JSON deflated once, to be stored by itself and inside other JSON: whole deflate blocks, none of them the last one. */
export type SharedJson = Buffer & { readonly shared: unique symbol };

const LAST_BLOCK = Buffer.from([3, 0]);

/** Deflates what goes both into a document and into its events: half of the time that storing a story takes, otherwise. */
export const shareJson = (value: unknown): SharedJson =>
  deflateRawSync(JSON.stringify(value), { level: 1, finishFlush: constants.Z_SYNC_FLUSH }) as SharedJson;

/** Shared JSON as a record of its own. @param form 0 where a reader needs nothing but the JSON, up to 31. */
export const encodeShared = (form: number, shared: SharedJson): Buffer =>
  Buffer.concat([formMark(form), shared, LAST_BLOCK]);

/** Up to here deflating what is beside shared JSON takes longer than it is worth. */
const PLAIN_BYTES = 512;

/** The object `{[name]: shared, ...rest}` as a record, of the JSON of `rest`, which must have a field. */
export function encodeWithShared(form: number, name: string, shared: SharedJson, rest: string): Buffer {
  const tail = Buffer.from(`,${rest.slice(1)}`);
  return Buffer.concat([
    ...[formMark(form), ...storedBlock(Buffer.from(`{${JSON.stringify(name)}:`)), shared],
    ...(tail.length > PLAIN_BYTES
      ? [deflateRawSync(tail, { level: 1 })]
      : [...storedBlock(tail), LAST_BLOCK]),
  ]);
}

const formMark = (form: number): Buffer =>
  form === 0 ? Buffer.alloc(0) : Buffer.of((form << 3) | OTHER_FORM);

/** A deflate block that holds a short text as it is. */
function storedBlock(bytes: Buffer): Buffer[] {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(0xffff ^ bytes.length, 3);
  return [head, bytes];
}

/** What zlib sets aside for the result at a time: most bodies and documents are smaller, and its usual 16 kB cost a quarter of inflating one. */
const CHUNK_BYTES = 8 * 1024;

/** Reads stored JSON. Throws CorruptRecord naming key and field. */
export const decodeJson = <T>(key: string, field: string, bytes: Buffer): T =>
  decodeForms(key, field, bytes, [(json) => json as T]);

/** Reads a record that is stored in several forms, by the reader that has the number of its form. Throws CorruptRecord naming key and field. */
export function decodeForms<T>(
  key: string,
  field: string,
  bytes: Buffer,
  readers: readonly ((json: unknown) => T)[],
): T {
  try {
    const marked = ((bytes[0] ?? 0) & OTHER_FORM) === OTHER_FORM;
    const form = marked ? bytes[0] >> 3 : 0;
    if (form >= readers.length) throw new Error(`it has form ${form}, of a later version of Storyfold`);
    const deflated = marked ? bytes.subarray(1) : bytes;
    const options = { chunkSize: CHUNK_BYTES, maxOutputLength: MAX_INFLATED_BYTES };
    return readers[form](JSON.parse(inflateRawSync(deflated, options).toString('utf8')));
  } catch (cause) {
    throw new CorruptRecord(key, field, cause);
  }
}
