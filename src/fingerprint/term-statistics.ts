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

/** Numbers of one slot, beside each other: a term then costs one look into memory, where three tables cost three. */
const CELL = 4;
const COUNT = 0;
/** Counts made since the last drain. */
const PENDING = 1;
/** As a float of 32 bits. */
const BACKGROUND = 2;

interface Table {
  documents: number;
  readonly cells: Uint32Array;
  /** The same memory. */
  readonly floats: Float32Array;
  pendingDocuments: number;
  /** The slots that have pending counts. */
  pendingSlots: number[];
}

const slotOf = (hash: number): number => hash & (STATISTICS_SLOTS - 1);

/** Documents assumed before any was seen, so that the first articles of a language are weighed sensibly. */
const PRIOR_DOCUMENTS = 50;

/** One table as it stands: what many terms of one document are looked up in. */
export class TableReader {
  constructor(
    /** Documents counted, background included. */
    readonly documents: number,
    private readonly table: Pick<Table, 'cells' | 'floats'> | undefined,
  ) {}

  /** Documents that held the hash, background included. */
  frequency(hash: number): number {
    if (this.table === undefined) return 0;
    const at = slotOf(hash) * CELL;
    return this.table.cells[at + COUNT] + this.table.floats[at + BACKGROUND];
  }

  /** Smoothed inverse document frequency in nats, ≥ 0: 0 for what every document holds. */
  idf(hash: number): number {
    return this.idfOf(this.frequency(hash));
  }

  /** The same of a frequency that is known. */
  idfOf(frequency: number): number {
    return Math.max(0, Math.log((this.documents + PRIOR_DOCUMENTS) / (frequency + 0.5)));
  }
}

/**
 * Document frequencies learned from the stream, over a shipped background: a table for each language, one for
 * names and one for repeated sentences. Hashes are folded to slots, so a table is a fixed 2 MB.
 */
export class TermStatistics {
  private readonly tables = new Map<string, Table>();

  constructor(private readonly background: ReadonlyMap<string, FrequencySnapshot> = new Map()) {}

  /** Counts one document's distinct hashes, in one list or several. */
  observe(table: string, ...lists: readonly ArrayLike<number>[]): void {
    const t = this.table(table);
    t.documents++;
    t.pendingDocuments++;
    const { cells } = t;
    for (const hashes of lists) {
      for (let i = 0; i < hashes.length; i++) {
        const slot = slotOf(hashes[i]);
        const at = slot * CELL;
        cells[at + COUNT] = cells[at + COUNT] + 1;
        if (cells[at + PENDING] === 0) t.pendingSlots.push(slot);
        cells[at + PENDING] = cells[at + PENDING] + 1;
      }
    }
  }

  /** A table to look terms up in, as it stands now. */
  read(table: string): TableReader {
    const background = this.background.get(table);
    const own = background ? this.table(table) : this.tables.get(table);
    return new TableReader((own?.documents ?? 0) + (background?.documents ?? 0), own);
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
        increments: Uint32Array.from(t.pendingSlots, (slot) => t.cells[slot * CELL + PENDING]),
      });
      for (const slot of t.pendingSlots) t.cells[slot * CELL + PENDING] = 0;
      t.pendingDocuments = 0;
      t.pendingSlots = [];
    }
    return out;
  }

  /** Replaces a table by the shared counts; what was counted here and not yet drained stays on top. */
  refresh(table: string, snapshot: FrequencySnapshot): void {
    const t = this.table(table);
    t.documents = snapshot.documents + t.pendingDocuments;
    const { counts } = snapshot;
    for (let slot = 0, at = 0; slot < STATISTICS_SLOTS; slot++, at += CELL) {
      t.cells[at + COUNT] = counts[slot] + t.cells[at + PENDING];
    }
  }

  /** The tables that have been observed or refreshed here. */
  tableNames(): string[] {
    return [...this.tables.keys()];
  }

  private table(name: string): Table {
    let t = this.tables.get(name);
    if (t === undefined) {
      t = createTable(this.background.get(name));
      this.tables.set(name, t);
    }
    return t;
  }
}

function createTable(background: FrequencySnapshot | undefined): Table {
  const cells = new Uint32Array(CELL * STATISTICS_SLOTS);
  const floats = new Float32Array(cells.buffer);
  background?.counts.forEach((count, slot) => {
    floats[slot * CELL + BACKGROUND] = count;
  });
  return { documents: 0, cells, floats, pendingDocuments: 0, pendingSlots: [] };
}
