import { type LabelledPairs, sortedValues } from './labelled-pairs';
import type { AdditiveModel } from './model';

/** What is fitted here: the curves of a model. */
export type Curves = Pick<AdditiveModel, 'intercept' | 'curves'>;

export interface FitOptions {
  /** Knots a curve, at most. */
  readonly knots: number;
  /** Penalty on bends of a curve and on its size, in units of mean row weight. */
  readonly smoothness: number;
  readonly ridge: number;
  /** Features whose curves may only rise (1) or only fall (−1). */
  readonly monotone: ReadonlyMap<string, 1 | -1>;
}

interface Basis {
  readonly knots: number[][];
  /** Where each feature's knot values begin in the parameters; its `missing` value follows them. */
  readonly offsets: number[];
  readonly size: number;
}

const ROUNDS = 16;
const STIFFNESS = 1e4;
/** Until this round all steps held for their sign are let go again: early rounds overshoot. */
const SETTLED_ROUND = 4;
/** Until this round a step is let go that pulls the right way against what holds it (Karush, Kuhn, Tucker); later it could go to and fro. */
const LAST_RELEASE = 12;
/** Rare extremes speak loudest (a template with other numbers), so curves reach out to them. */
const RARE_QUANTILES = [0.0005, 0.995, 0.9995];

/**
 * Fits an additive logistic model by penalised Newton steps (Hastie & Tibshirani, generalised additive models, with
 * linear splines): knots at quantiles of both classes, a penalty on second differences so that curves stay smooth.
 * O(rounds · rows · features²).
 */
export function fitModel(pairs: LabelledPairs, names: readonly string[], options: FitOptions): Curves {
  const basis = chooseBasis(pairs, options.knots);
  const parameters = new Float64Array(basis.size);
  const active = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    if (round < SETTLED_ROUND) active.clear();
    const { gradient, hessian } = accumulate(pairs, basis, parameters);
    addPenalty(basis, parameters, options, gradient, hessian);
    addMonotonePenalty(
      basis,
      parameters,
      names,
      options.monotone,
      active,
      gradient,
      hessian,
      round < LAST_RELEASE,
    );
    const step = solveSymmetric(hessian, gradient);
    let largest = 0;
    for (let i = 0; i < step.length; i++) {
      parameters[i] += step[i];
      largest = Math.max(largest, Math.abs(step[i]));
    }
    if (largest < 1e-2) break;
  }
  return readModel(basis, parameters, names);
}

function chooseBasis(pairs: LabelledPairs, limit: number): Basis {
  const knots: number[][] = [];
  const offsets: number[] = [];
  let size = 1;
  for (let f = 0; f < pairs.width; f++) {
    const own = chooseKnots(pairs, f, limit);
    knots.push(own);
    offsets.push(size);
    size += own.length + 1;
  }
  return { knots, offsets, size };
}

function chooseKnots(pairs: LabelledPairs, feature: number, limit: number): number[] {
  const chosen = new Set<number>();
  for (const label of [0, 1]) {
    const sorted = sortedValues(pairs, feature, label);
    if (sorted.length === 0) continue;
    const half = Math.ceil(limit / 2);
    for (let k = 0; k < half; k++) {
      chosen.add(sorted[Math.floor((0.02 + (0.96 * k) / (half - 1)) * (sorted.length - 1))]);
    }
    for (const rare of RARE_QUANTILES) chosen.add(sorted[Math.floor(rare * (sorted.length - 1))]);
  }
  const ordered = [...chosen].sort((a, b) => a - b);
  const range = (ordered.at(-1) ?? 0) - (ordered[0] ?? 0);
  const spread = ordered.filter((v, i) => i === 0 || v - ordered[i - 1] > range / 80);
  return (spread.length === 0 ? [0] : spread).map((v) => Number(v.toPrecision(4)));
}

/** The parameters a row touches and how much: the intercept, and two knots (or `missing`) a feature. */
function locate(
  basis: Basis,
  pairs: LabelledPairs,
  row: number,
  at: Int32Array,
  share: Float64Array,
): number {
  at[0] = 0;
  share[0] = 1;
  let n = 1;
  for (let f = 0; f < pairs.width; f++) {
    const value = pairs.features[row * pairs.width + f];
    const knots = basis.knots[f];
    const offset = basis.offsets[f];
    const last = knots.length - 1;
    if (Number.isNaN(value)) {
      at[n] = offset + knots.length;
      share[n++] = 1;
      continue;
    }
    let i = 0;
    while (i <= last && knots[i] < value) i++;
    if (i === 0 || i > last) {
      at[n] = offset + Math.min(i, last);
      share[n++] = 1;
      continue;
    }
    const upper = (value - knots[i - 1]) / (knots[i] - knots[i - 1]);
    at[n] = offset + i - 1;
    share[n++] = 1 - upper;
    at[n] = offset + i;
    share[n++] = upper;
  }
  return n;
}

function accumulate(
  pairs: LabelledPairs,
  basis: Basis,
  parameters: Float64Array,
): { gradient: Float64Array; hessian: Float64Array } {
  const { size } = basis;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const at = new Int32Array(2 * pairs.width + 1);
  const share = new Float64Array(2 * pairs.width + 1);
  for (let row = 0; row < pairs.labels.length; row++) {
    const n = locate(basis, pairs, row, at, share);
    let odds = 0;
    for (let i = 0; i < n; i++) odds += share[i] * parameters[at[i]];
    const p = 1 / (1 + Math.exp(-odds));
    const weight = pairs.weights[row];
    const slope = weight * (pairs.labels[row] - p);
    const curvature = weight * Math.max(p * (1 - p), 1e-6);
    for (let i = 0; i < n; i++) {
      gradient[at[i]] += slope * share[i];
      const base = at[i] * size;
      const scaled = curvature * share[i];
      for (let j = 0; j <= i; j++) hessian[base + at[j]] += scaled * share[j];
    }
  }
  return { gradient, hessian };
}

function addPenalty(
  basis: Basis,
  parameters: Float64Array,
  { smoothness, ridge }: FitOptions,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const { size, knots, offsets } = basis;
  for (let i = 1; i < size; i++) {
    gradient[i] -= ridge * parameters[i];
    hessian[i * size + i] += ridge;
  }
  for (let f = 0; f < knots.length; f++) {
    for (let i = offsets[f] + 1; i < offsets[f] + knots[f].length - 1; i++) {
      const bend = parameters[i - 1] - 2 * parameters[i] + parameters[i + 1];
      for (const [d, c] of [
        [-1, 1],
        [0, -2],
        [1, 1],
      ]) {
        gradient[i + d] -= smoothness * bend * c;
        for (const [e, g] of [
          [-1, 1],
          [0, -2],
          [1, 1],
        ])
          hessian[(i + d) * size + i + e] += smoothness * c * g;
      }
    }
  }
}

/**
 * Draws steps of the wrong sign to nothing by a stiff quadratic penalty on just those steps. Under it a step is as long as the data pull:
 * where that is the right way, it needs no holding. In the last rounds a step once held stays held, so that the rounds settle.
 */
function addMonotonePenalty(
  { size, knots, offsets }: Basis,
  parameters: Float64Array,
  names: readonly string[],
  monotone: ReadonlyMap<string, 1 | -1>,
  active: Set<number>,
  gradient: Float64Array,
  hessian: Float64Array,
  release: boolean,
): void {
  for (let f = 0; f < knots.length; f++) {
    const sign = monotone.get(names[f]);
    if (sign === undefined) continue;
    for (let i = offsets[f]; i < offsets[f] + knots[f].length - 1; i++) {
      const rise = parameters[i + 1] - parameters[i];
      if (rise * sign < 0) active.add(i);
      else if (release) active.delete(i);
      if (!active.has(i)) continue;
      gradient[i + 1] -= STIFFNESS * rise;
      gradient[i] += STIFFNESS * rise;
      hessian[i * size + i] += STIFFNESS;
      hessian[(i + 1) * size + i + 1] += STIFFNESS;
      hessian[(i + 1) * size + i] -= STIFFNESS;
      hessian[i * size + i + 1] -= STIFFNESS;
    }
  }
}

/** Solves H x = g for a symmetric positive definite H by Cholesky decomposition, in place. */
function solveSymmetric(h: Float64Array, g: Float64Array): Float64Array {
  const n = g.length;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const ljk = h[j * n + k];
      if (ljk !== 0) for (let i = j; i < n; i++) h[i * n + j] -= h[i * n + k] * ljk;
    }
    const pivot = Math.sqrt(Math.max(h[j * n + j], 1e-9));
    for (let i = j; i < n; i++) h[i * n + j] /= pivot;
  }
  const x = Float64Array.from(g);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= h[i * n + k] * x[k];
    x[i] /= h[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= h[k * n + i] * x[k];
    x[i] /= h[i * n + i];
  }
  return x;
}

/** Writes the parameters down as curves. */
function readModel(basis: Basis, parameters: Float64Array, names: readonly string[]): Curves {
  const round = (v: number): number => Number(v.toFixed(4));
  const curves = names.map((feature, f) => {
    const from = basis.offsets[f];
    const length = basis.knots[f].length;
    return {
      feature,
      knots: basis.knots[f],
      values: Array.from(parameters.subarray(from, from + length), round),
      missing: round(parameters[from + length]),
    };
  });
  return { intercept: round(parameters[0]), curves };
}
