/** Distinct terms of one article with how often and where they occur, ascending by hash. */
export interface TermCounts {
  readonly hashes: Uint32Array;
  readonly counts: Uint16Array;
  readonly flags: Uint8Array;
}

const SLOTS = 1 << 16;
const MASK = SLOTS - 1;

/** Counts hashes of at most 24 bits by open addressing; reused from article to article, cleared by `take`. */
export class TermCounter {
  private readonly keys = new Uint32Array(SLOTS);
  private readonly counts = new Uint16Array(SLOTS);
  private readonly flags = new Uint8Array(SLOTS);
  private readonly used: number[] = [];

  /** Counts a hash once, with the place it stands in. At most 24,000 distinct hashes between two `take`s. */
  add(hash: number, flag: number): void {
    const slot = this.find(hash);
    if (this.keys[slot] === 0) {
      this.keys[slot] = hash + 1;
      this.used.push(slot);
    }
    if (this.counts[slot] < 0xffff) this.counts[slot]++;
    this.flags[slot] = this.flags[slot] | flag;
  }

  has(hash: number): boolean {
    return this.keys[this.find(hash)] !== 0;
  }

  /** Gives what was counted and empties the counter. */
  take(): TermCounts {
    const hashes = Uint32Array.from(this.used, (slot) => this.keys[slot] - 1).sort();
    const counts = new Uint16Array(hashes.length);
    const flags = new Uint8Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) {
      const slot = this.find(hashes[i]);
      counts[i] = this.counts[slot];
      flags[i] = this.flags[slot];
    }
    for (const slot of this.used) {
      this.keys[slot] = 0;
      this.counts[slot] = 0;
      this.flags[slot] = 0;
    }
    this.used.length = 0;
    return { hashes, counts, flags };
  }

  private find(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) >>> 16;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash + 1) slot = (slot + 1) & MASK;
    return slot;
  }
}
