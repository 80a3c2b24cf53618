/** Distinct terms of one article with how often and where they occur, ascending by hash. */
export interface TermCounts {
  readonly hashes: Uint32Array;
  readonly counts: Uint16Array;
  readonly flags: Uint8Array;
}

/** Slots to begin with: three times what a long report needs, and small enough to stay in the processor's first cache. */
const SLOTS = 1 << 11;

interface Table {
  readonly shift: number;
  readonly keys: Uint32Array;
  readonly counts: Uint16Array;
  readonly flags: Uint8Array;
}

const createTable = (slots: number): Table => ({
  shift: Math.clz32(slots) + 1,
  keys: new Uint32Array(slots),
  counts: new Uint16Array(slots),
  flags: new Uint8Array(slots),
});

/** Counts hashes of at most 24 bits by open addressing; reused from article to article, cleared by `take`. */
export class TermCounter {
  private readonly usual = createTable(SLOTS);
  /** `usual`, or a larger one while an article has more terms than that holds. */
  private table = this.usual;
  private hashes = new Uint32Array(SLOTS);
  private distinct = 0;

  /** Counts a hash once, with the place it stands in. At most 24,000 distinct hashes between two `take`s. */
  add(hash: number, flag: number): void {
    const { keys, counts, flags } = this.table;
    const slot = findSlot(this.table, hash);
    if (counts[slot] < 0xffff) counts[slot]++;
    flags[slot] = flags[slot] | flag;
    if (keys[slot] !== 0) return;
    keys[slot] = hash + 1;
    this.hashes[this.distinct++] = hash;
    if (this.distinct * 2 > keys.length) this.grow();
  }

  has(hash: number): boolean {
    return this.table.keys[findSlot(this.table, hash)] !== 0;
  }

  /** Gives what was counted and empties the counter. */
  take(): TermCounts {
    const hashes = this.hashes.slice(0, this.distinct).sort();
    const counts = new Uint16Array(hashes.length);
    const flags = new Uint8Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) {
      const slot = findSlot(this.table, hashes[i]);
      counts[i] = this.table.counts[slot];
      flags[i] = this.table.flags[slot];
    }
    this.clear();
    return { hashes, counts, flags };
  }

  private clear(): void {
    this.table = this.usual;
    this.distinct = 0;
    this.table.keys.fill(0);
    this.table.counts.fill(0);
    this.table.flags.fill(0);
  }

  private grow(): void {
    const from = this.table;
    const to = createTable(from.keys.length * 4);
    for (const hash of this.hashes.subarray(0, this.distinct)) {
      const [old, slot] = [findSlot(from, hash), findSlot(to, hash)];
      to.keys[slot] = hash + 1;
      to.counts[slot] = from.counts[old];
      to.flags[slot] = from.flags[old];
    }
    this.table = to;
    const hashes = new Uint32Array(to.keys.length);
    hashes.set(this.hashes.subarray(0, this.distinct));
    this.hashes = hashes;
  }
}

function findSlot({ keys, shift }: Table, hash: number): number {
  const mask = keys.length - 1;
  let slot = Math.imul(hash, 0x9e3779b1) >>> shift;
  while (keys[slot] !== 0 && keys[slot] !== hash + 1) slot = (slot + 1) & mask;
  return slot;
}
