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

/** Of an entry besides its values: two views, three objects and places in a map and in a queue. */
const OVERHEAD_BYTES = 450;

const sizeOf = ({ fingerprint }: KnownFingerprint): number => bytesOf(fingerprint) + OVERHEAD_BYTES;

/** How far the changes of a collection have been taken in, and how often there were any. */
interface TakenChanges {
  last: string;
  times: number;
}

/** An entry in its place of the queue, in which each has one. */
interface Kept {
  readonly collection: string;
  entry: KnownFingerprint;
  /** Since it came to the end of the queue. */
  isUsed: boolean;
}

/** Used ones in a row that may stay for one that comes: more would hold up its job while they are copied. */
const MAX_STAY = 16;

/** Places that have been passed and are still in the queue, before it is cut. */
const MAX_PASSED = 4_096;

/**
 * The fingerprints used lately, by collection and ordinal: where a candidate's is most often found. Every article looks up dozens, so a look
 * only leaves a mark, and no order is kept by it: the oldest entry goes when there is no more room, or comes to the end of the queue once more
 * where it has been used since it was there last (Corbató 1968, "A paging experiment with the Multics system", the clock). It is then copied,
 * since entries made one after the other share their memory.
 */
export class FingerprintCache {
  private readonly kept = new Map<string, Map<number, Kept>>();
  /** Oldest first; what is before `passed` has gone. */
  private queue: Kept[] = [];
  private passed = 0;
  private bytes = 0;
  private readonly taken = new Map<string, TakenChanges>();

  constructor(private readonly maxBytes = MAX_BYTES) {}

  get(collection: string, ordinal: number): KnownFingerprint | undefined {
    const found = this.kept.get(collection)?.get(ordinal);
    if (!found) return undefined;
    found.isUsed = true;
    return found.entry;
  }

  set(collection: string, entry: KnownFingerprint): void {
    let entries = this.kept.get(collection);
    if (!entries) this.kept.set(collection, (entries = new Map()));
    const known = entries.get(entry.ordinal);
    if (known) {
      this.bytes += sizeOf(entry) - sizeOf(known.entry);
      known.entry = entry;
      known.isUsed = true;
      return;
    }
    // Before it comes itself, which would go first where all others have been used.
    for (let passes = 0; this.passed < this.queue.length; passes++) {
      if (this.bytes + sizeOf(entry) <= this.maxBytes) break;
      this.passOldest(passes < MAX_STAY);
    }
    const kept = { collection, entry, isUsed: false };
    entries.set(entry.ordinal, kept);
    this.queue.push(kept);
    this.bytes += sizeOf(entry);
  }

  private passOldest(mayStay: boolean): void {
    const oldest = this.queue[this.passed++];
    if (this.passed > MAX_PASSED && this.passed * 2 > this.queue.length) {
      this.queue = this.queue.slice(this.passed);
      this.passed = 0;
    }
    const { collection, entry, isUsed } = oldest;
    if (isUsed && mayStay) {
      oldest.entry = { ...entry, fingerprint: copyPacked(entry.fingerprint) };
      oldest.isUsed = false;
      this.queue.push(oldest);
      return;
    }
    this.kept.get(collection)?.delete(entry.ordinal);
    this.bytes -= sizeOf(entry);
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
    const entries = this.kept.get(collection);
    if (ordinals === 'all') this.empty(collection);
    else
      for (const ordinal of ordinals) {
        const known = entries?.get(ordinal);
        // Set, not deleted, which would make the object a dictionary.
        if (known) known.entry.checkedAtMs = undefined;
      }
    this.taken.set(collection, { last, times: this.changesOf(collection).times + 1 });
  }

  private empty(collection: string): void {
    for (const { entry } of this.kept.get(collection)?.values() ?? []) this.bytes -= sizeOf(entry);
    this.kept.delete(collection);
    this.queue = this.queue.slice(this.passed).filter((kept) => kept.collection !== collection);
    this.passed = 0;
  }
}
