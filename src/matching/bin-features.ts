import { type LabelledPairs, sortedValues } from './labelled-pairs';

/** Rows of features cut into bins, so that trees need not sort them. */
export interface Binned {
  readonly rows: number;
  readonly width: number;
  /** Bins a feature has room for; the last one holds what is missing. */
  readonly stride: number;
  /** Of each feature the upper ends of its bins, ascending; what lies above the last is in a bin of its own. */
  readonly edges: readonly Float64Array[];
  /** The bin of each value, row by row. */
  readonly bins: Uint8Array;
}

/** Cuts each feature at quantiles of both classes, so that the rarer one is resolved as well. O(rows · features · log rows). */
export function binFeatures(pairs: LabelledPairs, limit: number): Binned {
  const { width, features, labels } = pairs;
  const rows = labels.length;
  const stride = limit + 2;
  const edges: Float64Array[] = [];
  const bins = new Uint8Array(rows * width);
  for (let f = 0; f < width; f++) {
    const own = chooseEdges(pairs, f, limit);
    edges.push(own);
    for (let i = 0; i < rows; i++) {
      const value = features[i * width + f];
      bins[i * width + f] = Number.isNaN(value) ? stride - 1 : findBin(own, value);
    }
  }
  return { rows, width, stride, edges, bins };
}

function chooseEdges(pairs: LabelledPairs, feature: number, limit: number): Float64Array {
  const chosen = new Set<number>();
  const half = limit / 2;
  for (const label of [0, 1]) {
    const sorted = sortedValues(pairs, feature, label);
    if (sorted.length === 0) continue;
    for (let k = 1; k < half; k++) chosen.add(roundUp(sorted[Math.floor((k / half) * (sorted.length - 1))]));
  }
  return Float64Array.from(chosen).sort();
}

/** To few digits, so that models stay small; never down, as the value itself is to be below its limit. */
const roundUp = (v: number): number => Math.ceil(v * 1e5) / 1e5;

/** The first bin whose end is not below the value. */
function findBin(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
