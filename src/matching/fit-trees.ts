import { type Binned, binFeatures } from './bin-features';
import type { LabelledPairs } from './labelled-pairs';
import type { Tree } from './trees';

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  /** Share of a tree's best step that is taken. */
  readonly rate: number;
  /** Bins a feature is cut into, at most 250. */
  readonly bins: number;
  /** Curvature (weight × p(1 − p)) that must lie on each side of a split, in units of mean row weight. */
  readonly leastWeight: number;
  /** Penalty on the size of a leaf, in the same units. */
  readonly ridge: number;
  /** Features that may only speak for a match as they rise (1) or fall (−1), by place. */
  readonly monotone: readonly (0 | 1 | -1)[];
}

/** A split that gains less than this is noise. */
const LEAST_GAIN = 1e-3;

/**
 * Learns trees that go on from `odds`, the log-odds another model gives each row, by gradient boosting with second derivatives on
 * binned features (Friedman 2001; Chen & Guestrin 2016, "XGBoost"). Trees hold to `monotone` by handing each half of
 * a split the middle of its values as bound. Deterministic. O(trees · depth · rows · features).
 */
export function fitTrees(pairs: LabelledPairs, odds: Float64Array, options: TreeOptions): Tree[] {
  const binned = binFeatures(pairs, options.bins);
  const mean = pairs.weights.reduce((sum, w) => sum + w, 0) / pairs.weights.length;
  const now = Float64Array.from(odds);
  const slopes = { gradient: new Float64Array(odds.length), curvature: new Float64Array(odds.length) };
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < now.length; i++) {
      const p = 1 / (1 + Math.exp(-now[i]));
      const weight = pairs.weights[i] / mean;
      slopes.gradient[i] = weight * (pairs.labels[i] - p);
      slopes.curvature[i] = weight * Math.max(p * (1 - p), 1e-6);
    }
    const { features, limits, missing, values, leafOf } = growTree(binned, slopes, options);
    // Told apart from the root, so that a tree says what its questions bring and nothing of all rows alike.
    const told = Array.from(values, (v, node) => (node === 0 ? 0 : Number((v - values[1]).toFixed(4))));
    for (let i = 0; i < now.length; i++) now[i] += told[leafOf[i]];
    trees.push({
      features: Array.from(features),
      limits: Array.from(limits),
      missing: Array.from(missing),
      values: told,
    });
  }
  return trees;
}

interface Slopes {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

interface Growing {
  readonly features: Int32Array;
  readonly limits: Float64Array;
  readonly missing: Uint8Array;
  readonly values: Float64Array;
  /** Between these a node's value must lie. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The node a row is in. */
  readonly leafOf: Int32Array;
}

function growTree(binned: Binned, slopes: Slopes, options: TreeOptions): Growing {
  const inner = 1 << options.depth;
  const tree: Growing = {
    features: new Int32Array(inner).fill(-1),
    limits: new Float64Array(inner),
    missing: new Uint8Array(inner),
    values: new Float64Array(2 * inner),
    least: new Float64Array(2 * inner).fill(-Infinity),
    most: new Float64Array(2 * inner).fill(Infinity),
    leafOf: new Int32Array(binned.rows).fill(1),
  };
  for (let first = 1; first < inner; first *= 2) {
    const sums = sumLevel(binned, slopes, tree.leafOf, first);
    const splitBins = new Int32Array(first);
    for (let k = 0; k < first; k++) splitBins[k] = splitNode(binned, sums, tree, first + k, k, options);
    for (let i = 0; i < binned.rows; i++) descend(binned, tree, splitBins[tree.leafOf[i] - first], i);
  }
  for (let i = 0; i < tree.values.length; i++) tree.values[i] *= options.rate;
  return tree;
}

/** Gradient and curvature of the rows of each node of a level, by feature and bin. */
function sumLevel(
  { rows, width, stride, bins }: Binned,
  { gradient, curvature }: Slopes,
  leafOf: Int32Array,
  first: number,
): Float64Array {
  const sums = new Float64Array(first * width * stride * 2);
  for (let i = 0; i < rows; i++) {
    let cell = (leafOf[i] - first) * width * stride;
    for (let f = 0, at = i * width; f < width; f++, at++, cell += stride) {
      const place = 2 * (cell + bins[at]);
      sums[place] += gradient[i];
      sums[place + 1] += curvature[i];
    }
  }
  return sums;
}

/** Splits a node where it gains most; its children inherit its value where nothing does. Returns the last bin that goes left. */
function splitNode(
  { width, stride, edges }: Binned,
  sums: Float64Array,
  tree: Growing,
  node: number,
  k: number,
  { leastWeight, ridge, monotone }: TreeOptions,
): number {
  const base = k * width * stride * 2;
  let [allG, allH] = [0, 0];
  for (let b = 0; b < stride; b++) {
    allG += sums[base + 2 * b];
    allH += sums[base + 2 * b + 1];
  }
  if (node === 1) tree.values[1] = allG / (allH + ridge);
  const bound = (v: number): number => Math.min(tree.most[node], Math.max(tree.least[node], v));
  const worth = (g: number, h: number, v: number): number => 2 * g * v - (h + ridge) * v * v;
  const asIs = worth(allG, allH, bound(allG / (allH + ridge)));
  const best = { gain: LEAST_GAIN, bin: 0, left: tree.values[node], right: tree.values[node] };
  for (let f = 0; f < width; f++) {
    const at = base + f * stride * 2;
    const [goneG, goneH] = [sums[at + 2 * (stride - 1)], sums[at + 2 * (stride - 1) + 1]];
    let [g, h] = [0, 0];
    for (let b = 0; b < edges[f].length; b++) {
      g += sums[at + 2 * b];
      h += sums[at + 2 * b + 1];
      for (let missing = 0; missing <= (goneH > 0 ? 1 : 0); missing++) {
        const [leftG, leftH] = missing === 1 ? [g, h] : [g + goneG, h + goneH];
        if (leftH < leastWeight || allH - leftH < leastWeight) continue;
        const left = bound(leftG / (leftH + ridge));
        const right = bound((allG - leftG) / (allH - leftH + ridge));
        if ((right - left) * monotone[f] < 0) continue;
        const gain = worth(leftG, leftH, left) + worth(allG - leftG, allH - leftH, right) - asIs;
        if (gain <= best.gain) continue;
        Object.assign(best, { gain, bin: b, left, right });
        tree.features[node] = f;
        tree.limits[node] = edges[f][b];
        tree.missing[node] = missing;
      }
    }
  }
  handDown(tree, node, best.left, best.right, monotone[tree.features[node]] ?? 0);
  return best.bin;
}

function handDown(tree: Growing, node: number, left: number, right: number, direction: 0 | 1 | -1): void {
  const { values, least, most } = tree;
  const middle = (left + right) / 2;
  const children = [
    [2 * node, left, direction],
    [2 * node + 1, right, -direction],
  ] as const;
  for (const [child, value, side] of children) {
    values[child] = value;
    least[child] = side < 0 ? middle : least[node];
    most[child] = side > 0 ? middle : most[node];
  }
}

function descend({ width, stride, bins }: Binned, tree: Growing, lastLeft: number, row: number): void {
  const node = tree.leafOf[row];
  const feature = tree.features[node];
  const bin = feature < 0 ? 0 : bins[row * width + feature];
  const right = feature >= 0 && (bin === stride - 1 ? tree.missing[node] === 1 : bin > lastLeft);
  tree.leafOf[row] = 2 * node + (right ? 1 : 0);
}
