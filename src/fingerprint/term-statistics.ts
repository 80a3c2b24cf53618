/** Slots of a frequency table: a vocabulary of 50,000 shares 30 % of its slots, mostly with words as rare. */
export const STATISTICS_SLOTS = 1 << 17;

/** Names and numbers are counted together over all languages under this table. */
export const NAMES_TABLE = '*';
/** Sentences of each source are counted here, to find what an outlet repeats. */
export const SENTENCES_TABLE = '=';

/** How many documents were counted, and in how many of them each slot occurred. */
export interface FrequencySnapshot {
  readonly documents: number;
  /** A count a slot; a background has fractions. */
  readonly counts: Uint32Array | Float32Array;
}

/** Counts not yet flushed: `slots[i]` rose by `increments[i]`. */
export interface FrequencyDelta {
  readonly table: string;
  readonly documents: number;
  readonly slots: Uint32Array;
  readonly increments: Uint32Array;
}

interface Table {
  documents: number;
  readonly counts: Uint32Array;
  pendingDocuments: number;
  /** Counts made since the last drain, a count a slot, and the slots that have any. */
  readonly pending: Uint32Array;
  pendingSlots: number[];
}

/** Documents assumed before any was seen, so that the first articles of a language are weighed sensibly. */
const PRIOR_DOCUMENTS = 50;

/** One table as it stands: what many terms of one document are looked up in. */
export class TableReader {
  constructor(
    /** Documents counted, background included. */
    readonly documents: number,
    private readonly counts: Uint32Array | undefined,
    private readonly background: FrequencySnapshot['counts'] | undefined,
  ) {}

  /** Documents that held the hash, background included. */
  frequency(hash: number): number {
    const slot = hash & (STATISTICS_SLOTS - 1);
    return (this.counts?.[slot] ?? 0) + (this.background?.[slot] ?? 0);
  }

  /** Smoothed inverse document frequency in nats, ≥ 0: 0 for what every document holds. */
  idf(hash: number): number {
    return Math.max(0, Math.log((this.documents + PRIOR_DOCUMENTS) / (this.frequency(hash) + 0.5)));
  }
}

/**
 * Document frequencies learned from the stream, over a shipped background: a table for each language, one for
 * names and one for repeated sentences. Hashes are folded to slots, so a table is a fixed 1 MB.
 */
export class TermStatistics {
  private readonly tables = new Map<string, Table>();

  constructor(private readonly background: ReadonlyMap<string, FrequencySnapshot> = new Map()) {}

  /** Counts one document's distinct hashes, in one list or several. */
  observe(table: string, ...lists: readonly ArrayLike<number>[]): void {
    const t = this.table(table);
    t.documents++;
    t.pendingDocuments++;
    for (const hashes of lists) {
      for (let i = 0; i < hashes.length; i++) {
        const slot = hashes[i] & (STATISTICS_SLOTS - 1);
        t.counts[slot] = t.counts[slot] + 1;
        if (t.pending[slot] === 0) t.pendingSlots.push(slot);
        t.pending[slot] = t.pending[slot] + 1;
      }
    }
  }

  /** A table to look terms up in, as it stands now. */
  read(table: string): TableReader {
    const own = this.tables.get(table);
    const background = this.background.get(table);
    const documents = (own?.documents ?? 0) + (background?.documents ?? 0);
    return new TableReader(documents, own?.counts, background?.counts);
  }

  /** Takes out the counts made since the last drain, to be added to the shared ones. */
  drain(): FrequencyDelta[] {
    const out: FrequencyDelta[] = [];
    for (const [table, t] of this.tables) {
      if (t.pendingDocuments === 0) continue;
      out.push({
        table,
        documents: t.pendingDocuments,
        slots: Uint32Array.from(t.pendingSlots),
        increments: Uint32Array.from(t.pendingSlots, (slot) => t.pending[slot]),
      });
      for (const slot of t.pendingSlots) t.pending[slot] = 0;
      t.pendingDocuments = 0;
      t.pendingSlots = [];
    }
    return out;
  }

  /** Replaces a table by the shared counts; what was counted here and not yet drained stays on top. */
  refresh(table: string, snapshot: FrequencySnapshot): void {
    const t = this.table(table);
    t.documents = snapshot.documents + t.pendingDocuments;
    t.counts.set(snapshot.counts);
    for (const slot of t.pendingSlots) t.counts[slot] = t.counts[slot] + t.pending[slot];
  }

  /** The tables that have been observed or refreshed here. */
  tableNames(): string[] {
    return [...this.tables.keys()];
  }

  private table(name: string): Table {
    let t = this.tables.get(name);
    if (t === undefined) {
      t = {
        documents: 0,
        counts: new Uint32Array(STATISTICS_SLOTS),
        pendingDocuments: 0,
        pending: new Uint32Array(STATISTICS_SLOTS),
        pendingSlots: [],
      };
      this.tables.set(name, t);
    }
    return t;
  }
}
