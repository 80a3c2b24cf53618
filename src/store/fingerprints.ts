import { decodeFingerprint, encodeFingerprint, FINGERPRINT_VERSION } from '../fingerprint/codec';
import type { Fingerprint } from '../fingerprint/fingerprint';
import { CorruptRecord } from './corrupt-record';
import { fingerprintKey } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import type { Store } from './store';

/** A fingerprint with the revision of the article it was made from. */
export interface StoredFingerprint {
  readonly revision: number;
  readonly fingerprint: Fingerprint;
}

/** A posting list may be refreshed by others just before it expires; what it leads to lives a little longer. */
const INDEX_GRACE_MS = 3600 * 1000;

const REVISION_BYTES = 4;

/** Stores fingerprints, to live as long as the index can lead to them; one of a newer revision stays. */
export async function storeFingerprints(
  store: Store,
  collection: string,
  entries: readonly (StoredFingerprint & { readonly ordinal: number })[],
): Promise<void> {
  if (entries.length === 0) return;
  const pipeline = openSpreadPipeline(store.redis);
  for (const { ordinal, revision, fingerprint } of entries) {
    const head = Buffer.alloc(REVISION_BYTES);
    head.writeUInt32LE(revision);
    const record = Buffer.concat([head, encodeFingerprint(fingerprint)]);
    pipeline.storeFingerprint(fingerprintKey(collection, ordinal), record, store.lookbackMs + INDEX_GRACE_MS);
  }
  await execPipeline(pipeline);
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
  if (ordinals.length === 0) return [];
  const pipeline = openSpreadPipeline(store.redis);
  for (const ordinal of ordinals) pipeline.getBuffer(fingerprintKey(collection, ordinal));
  const records = await execPipeline<Buffer | null>(pipeline);
  return records.map((record, i) => (record === null ? undefined : decode(collection, ordinals[i], record)));
}

function decode(collection: string, ordinal: number, record: Buffer): StoredFingerprint | undefined {
  const version = record[REVISION_BYTES];
  if (version !== undefined && version !== FINGERPRINT_VERSION) return undefined;
  try {
    const fingerprint = decodeFingerprint(record.subarray(REVISION_BYTES));
    return { revision: record.readUInt32LE(0), fingerprint };
  } catch (cause) {
    throw new CorruptRecord(fingerprintKey(collection, ordinal), '', cause);
  }
}
