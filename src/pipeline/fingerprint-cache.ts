import type { PackedFingerprint } from '../matching/packed-fingerprint';

/** A fingerprint to compare with, and the revision of the article it was made from. */
export interface KnownFingerprint {
  readonly revision: number;
  readonly fingerprint: PackedFingerprint;
}

/** What all entries together may take up. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Of an entry besides its block: two views, three objects and a place in a map. */
const OVERHEAD_BYTES = 400;

type Entries = Map<string, Map<number, KnownFingerprint>>;

/**
 * The fingerprints used lately, by collection and ordinal: where a candidate's is most often found. Every article looks up eighty, so
 * this keeps two generations instead of a chain through all entries: when the younger one is half of what may be kept, the older one
 * goes, save what has been used since.
 */
export class FingerprintCache {
  private younger: Entries = new Map();
  private older: Entries = new Map();
  private bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  get(collection: string, ordinal: number): KnownFingerprint | undefined {
    const found = this.younger.get(collection)?.get(ordinal);
    if (found) return found;
    const aged = this.older.get(collection)?.get(ordinal);
    if (aged) this.set(collection, ordinal, aged);
    return aged;
  }

  set(collection: string, ordinal: number, entry: KnownFingerprint): void {
    if (this.bytes * 2 >= this.maxBytes) {
      this.older = this.younger;
      this.younger = new Map();
      this.bytes = 0;
    }
    let entries = this.younger.get(collection);
    if (!entries) this.younger.set(collection, (entries = new Map()));
    if (!entries.has(ordinal)) this.bytes += entry.fingerprint.whole.buffer.byteLength + OVERHEAD_BYTES;
    entries.set(ordinal, entry);
  }
}
