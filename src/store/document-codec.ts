import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CorruptRecord } from './corrupt-record';

/** Documents and events are bounded by the story rules; a record that inflates to more is damaged. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/** JSON as stored: deflated at level 1, a third of its size for story documents. */
export const encodeJson = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value), { level: 1 });

/** Reads stored JSON. Throws CorruptRecord naming key and field. */
export function decodeJson<T>(key: string, field: string, bytes: Buffer): T {
  try {
    return JSON.parse(inflateRawSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES }).toString('utf8')) as T;
  } catch (cause) {
    throw new CorruptRecord(key, field, cause);
  }
}
