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
  pending: Map<number, number>;
}

/**
 * Document frequencies learned from the stream, over a shipped background: a table for each language, one for
 * names and one for repeated sentences. Hashes are folded to slots, so a table is a fixed 512 kB.
 */
export class TermStatistics {
  private readonly tables = new Map<string, Table>();

  constructor(private readonly background: ReadonlyMap<string, FrequencySnapshot> = new Map()) {}

  /** Counts one document's distinct hashes. */
  observe(table: string, hashes: Iterable<number>): void {
    const t = this.table(table);
    t.documents++;
    t.pendingDocuments++;
    for (const hash of hashes) {
      const slot = hash & (STATISTICS_SLOTS - 1);
      t.counts[slot] = t.counts[slot] + 1;
      t.pending.set(slot, (t.pending.get(slot) ?? 0) + 1);
    }
  }

  /** Documents counted in a table, background included. */
  documents(table: string): number {
    return (this.tables.get(table)?.documents ?? 0) + (this.background.get(table)?.documents ?? 0);
  }

  /** Documents that held the hash, background included. */
  frequency(table: string, hash: number): number {
    const slot = hash & (STATISTICS_SLOTS - 1);
    return (this.tables.get(table)?.counts[slot] ?? 0) + (this.background.get(table)?.counts[slot] ?? 0);
  }

  /** Takes out the counts made since the last drain, to be added to the shared ones. */
  drain(): FrequencyDelta[] {
    const out: FrequencyDelta[] = [];
    for (const [table, t] of this.tables) {
      if (t.pendingDocuments === 0) continue;
      out.push({
        table,
        documents: t.pendingDocuments,
        slots: Uint32Array.from(t.pending.keys()),
        increments: Uint32Array.from(t.pending.values()),
      });
      t.pendingDocuments = 0;
      t.pending = new Map();
    }
    return out;
  }

  /** Replaces a table by the shared counts; what was counted here and not yet drained stays on top. */
  refresh(table: string, snapshot: FrequencySnapshot): void {
    const t = this.table(table);
    t.documents = snapshot.documents + t.pendingDocuments;
    t.counts.set(snapshot.counts);
    for (const [slot, n] of t.pending) t.counts[slot] = t.counts[slot] + n;
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
        pending: new Map(),
      };
      this.tables.set(name, t);
    }
    return t;
  }
}

/** Documents assumed before any was seen, so that the first articles of a language are weighed sensibly. */
const PRIOR_DOCUMENTS = 50;

/** Smoothed inverse document frequency in nats, ≥ 0: 0 for what every document holds. */
export function computeIdf(statistics: TermStatistics, table: string, hash: number): number {
  const documents = statistics.documents(table) + PRIOR_DOCUMENTS;
  return Math.max(0, Math.log(documents / (statistics.frequency(table, hash) + 0.5)));
}
