import shipped from './background/term-frequencies.json';
import { type FrequencySnapshot, STATISTICS_SLOTS } from './term-statistics';

/** A table as it is shipped: occupied slots as varint gaps, and how rare each is, both in base64. */
export interface PackedTable {
  readonly gaps: string;
  readonly rarities: string;
}

/**
 * Articles the background counts for: enough to tell common words from rare ones when a service starts, few enough
 * that a hundred articles of its own subject outweigh it.
 */
const BACKGROUND_DOCUMENTS = 60;

/** Steps a halving of frequency, so that a byte reaches 2^−21. */
const STEPS = 12;

/** Slots that fewer articles held than this are not shipped: they are as rare as what was never seen. */
const MIN_COUNT = 3;

/** The shipped document frequencies by table: counts of words in news, no texts. */
export function loadBackground(): ReadonlyMap<string, FrequencySnapshot> {
  return new Map(Object.entries(shipped).map(([table, packed]) => [table, unpackTable(packed)]));
}

/** Packs the counts of a table; about 2 bytes a word. */
export function packTable({ documents, counts }: FrequencySnapshot): PackedTable {
  const gaps: number[] = [];
  const rarities: number[] = [];
  let last = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    if (counts[slot] < MIN_COUNT) continue;
    let gap = slot - last;
    last = slot;
    for (; gap > 127; gap >>>= 7) gaps.push((gap & 127) | 128);
    gaps.push(gap);
    rarities.push(Math.min(255, Math.max(0, Math.round(-Math.log2(counts[slot] / documents) * STEPS))));
  }
  return { gaps: Buffer.from(gaps).toString('base64'), rarities: Buffer.from(rarities).toString('base64') };
}

/** Unpacks a table to frequencies in `BACKGROUND_DOCUMENTS` articles; throws `RangeError` when it is broken. */
export function unpackTable(packed: PackedTable): FrequencySnapshot {
  const gaps = Buffer.from(packed.gaps, 'base64');
  const rarities = Buffer.from(packed.rarities, 'base64');
  const counts = new Float32Array(STATISTICS_SLOTS);
  let at = 0;
  let slot = 0;
  for (const rarity of rarities) {
    let shift = 0;
    while (gaps[at] > 127) {
      slot += (gaps[at++] & 127) << shift;
      shift += 7;
    }
    slot += gaps[at++] << shift;
    if (!(slot < STATISTICS_SLOTS)) throw new RangeError('background: slot out of range');
    counts[slot] = BACKGROUND_DOCUMENTS * 2 ** (-rarity / STEPS);
  }
  if (at !== gaps.length) throw new RangeError('background: trailing bytes');
  return { documents: BACKGROUND_DOCUMENTS, counts };
}
