/** Slots to begin with: eight times the longest list of a fingerprint, so that most lookups of what is not there end at the first. */
const SLOTS = 1 << 10;

/**
 * Where each hash of one list stands. One article is compared with many: looking the others' hashes up here costs a quarter of walking
 * along both lists, where the processor cannot foresee which of two hashes is the lower.
 */
export class HashPositions {
  private hashes: Uint32Array = new Uint32Array(0);
  /** Place in `hashes` plus one, 0 where there is none. */
  private slots = new Uint16Array(SLOTS);

  /** Takes a list of distinct hashes in the place of the one before; at most 65,535. */
  load(hashes: Uint32Array): void {
    if (hashes.length * 4 > this.slots.length) this.slots = new Uint16Array(roomFor(hashes.length));
    else this.slots.fill(0);
    this.hashes = hashes;
    const mask = this.slots.length - 1;
    for (let i = 0; i < hashes.length; i++) {
      let slot = hashes[i] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = i + 1;
    }
  }

  /**
   * Finds the first `count` of some ascending hashes: of those in the list writes the place there and the place here, in order.
   * Returns how many there are.
   */
  findShared(others: Uint32Array, count: number, found: SharedPlaces): number {
    const { slots, hashes } = this;
    const { here, there } = found;
    const mask = slots.length - 1;
    let shared = 0;
    for (let i = 0; i < count; i++) {
      const hash = others[i];
      for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const place = slots[slot] - 1;
        if (hashes[place] !== hash) continue;
        here[shared] = place;
        there[shared++] = i;
        break;
      }
    }
    return shared;
  }
}

/** Places of shared hashes: in the list that was loaded, and in the other one. */
export interface SharedPlaces {
  readonly here: Uint16Array;
  readonly there: Uint16Array;
}

/** Room for as many as a list may have. */
export const createPlaces = (): SharedPlaces => ({
  here: new Uint16Array(0x10000),
  there: new Uint16Array(0x10000),
});

const roomFor = (length: number): number => 2 ** Math.ceil(Math.log2(length * 8));
