import { decodeFingerprint, encodeFingerprint, FINGERPRINT_VERSION } from '../fingerprint/codec';
import type { Fingerprint } from '../fingerprint/fingerprint';
import { decodePacked } from '../matching/decode-packed';
import type { PackedFingerprint } from '../matching/packed-fingerprint';
import { CorruptRecord } from './corrupt-record';
import { fingerprintKey } from './keys';
import { execPipeline, openSpreadPipeline, readBuffers } from './pipeline';
import type { Store } from './store';

/** A fingerprint with the revision of the article it was made from. */
export interface StoredFingerprint<T = Fingerprint> {
  readonly revision: number;
  readonly fingerprint: T;
}

/** A posting list may be refreshed by others just before it expires; what it leads to lives a little longer. */
const INDEX_GRACE_MS = 3600 * 1000;

const REVISION_BYTES = 4;

/**
 * Stores fingerprints, to live as long as the index can lead to them; one of a newer revision stays. One round trip, and another where
 * there are some already.
 */
export async function storeFingerprints(
  store: Store,
  collection: string,
  entries: readonly (StoredFingerprint & { readonly ordinal: number })[],
): Promise<void> {
  if (entries.length === 0) return;
  const ttlMs = store.lookbackMs + INDEX_GRACE_MS;
  const records = entries.map(({ ordinal, revision, fingerprint }) => {
    const head = Buffer.alloc(REVISION_BYTES);
    head.writeUInt32LE(revision);
    const record = Buffer.concat([head, encodeFingerprint(fingerprint)]);
    return { key: fingerprintKey(collection, ordinal), record };
  });
  // Most are the first of their article, which costs a third of asking a script.
  const first = openSpreadPipeline(store.redis);
  for (const { key, record } of records) first.set(key, record, 'PX', ttlMs, 'NX');
  const outcomes = await execPipeline<'OK' | null>(first);
  const known = records.filter((_, i) => outcomes[i] === null);
  if (known.length === 0) return;
  const again = openSpreadPipeline(store.redis);
  for (const { key, record } of known) again.storeFingerprint(key, record, ttlMs);
  await execPipeline(again);
}

/**
 * Fingerprints in order, in one round trip; undefined where one has expired or is of a version of the code that counted otherwise: that
 * article cannot be compared with.
 */
export async function readFingerprints(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<(StoredFingerprint | undefined)[]> {
  return readRecords(store, collection, ordinals, decodeFingerprint);
}

/** The same, in the form in which they are compared. */
export async function readPackedFingerprints(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<(StoredFingerprint<PackedFingerprint> | undefined)[]> {
  return readRecords(store, collection, ordinals, decodePacked);
}

async function readRecords<T>(
  store: Store,
  collection: string,
  ordinals: readonly number[],
  decode: (buffer: Buffer) => T,
): Promise<(StoredFingerprint<T> | undefined)[]> {
  const keys = ordinals.map((ordinal) => fingerprintKey(collection, ordinal));
  const records = await readBuffers(store.redis, keys);
  return records.map((record, i) => {
    if (record === null) return undefined;
    const version = record[REVISION_BYTES];
    if (version !== undefined && version !== FINGERPRINT_VERSION) return undefined;
    try {
      return { revision: record.readUInt32LE(0), fingerprint: decode(record.subarray(REVISION_BYTES)) };
    } catch (cause) {
      throw new CorruptRecord(keys[i], '', cause);
    }
  });
}
