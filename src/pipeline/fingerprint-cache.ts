import { bytesOf, copyPacked, type PackedFingerprint } from '../matching/packed-fingerprint';
import { type ChangedArticles, NO_CHANGE } from '../store/changed-articles';

/** A fingerprint to compare with, and the article and revision it was made from. */
export interface KnownFingerprint {
  readonly ordinal: number;
  readonly revision: number;
  readonly fingerprint: PackedFingerprint;
  /** When the ledger was last seen to have no newer revision of the article and to not have it withdrawn. */
  checkedAtMs?: number;
}

/** What all entries together may take up. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Of an entry besides its values: two views, two objects and a place in a map. */
const OVERHEAD_BYTES = 400;

/** How far the changes of a collection have been taken in, and how often there were any. */
interface TakenChanges {
  last: string;
  times: number;
}

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
  private readonly taken = new Map<string, TakenChanges>();

  constructor(private readonly maxBytes = MAX_BYTES) {}

  get(collection: string, ordinal: number): KnownFingerprint | undefined {
    const found = this.younger.get(collection)?.get(ordinal);
    if (found) return found;
    const aged = this.older.get(collection)?.get(ordinal);
    if (!aged) return undefined;
    const kept = { ...aged, fingerprint: copyPacked(aged.fingerprint) };
    this.set(collection, kept);
    return kept;
  }

  set(collection: string, entry: KnownFingerprint): void {
    const { ordinal } = entry;
    if (this.bytes * 2 >= this.maxBytes) {
      this.older = this.younger;
      this.younger = new Map();
      this.bytes = 0;
    }
    let entries = this.younger.get(collection);
    if (!entries) this.younger.set(collection, (entries = new Map()));
    if (!entries.has(ordinal)) this.bytes += bytesOf(entry.fingerprint) + OVERHEAD_BYTES;
    entries.set(ordinal, entry);
  }

  /** How far the changes of a collection have been taken in. */
  changesOf(collection: string): Readonly<TakenChanges> {
    let taken = this.taken.get(collection);
    if (!taken) this.taken.set(collection, (taken = { last: NO_CHANGE, times: 0 }));
    return taken;
  }

  /** Takes in which articles have changed: they are to be checked again. */
  takeChanges(collection: string, { ordinals, last }: ChangedArticles): void {
    if (ordinals.length === 0) return;
    for (const entries of [this.younger.get(collection), this.older.get(collection)]) {
      if (ordinals === 'all') entries?.clear();
      else
        for (const ordinal of ordinals) {
          const known = entries?.get(ordinal);
          // Set, not deleted, which would make the object a dictionary.
          if (known) known.checkedAtMs = undefined;
        }
    }
    this.taken.set(collection, { last, times: this.changesOf(collection).times + 1 });
  }
}
