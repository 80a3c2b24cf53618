import { FEATURES } from './features';
import shipped from './model/match-model.json';
import type { TrainingRecord } from './training-record';
import { faultOfTree, sumTrees, type Tree } from './trees';

/** How one feature speaks: linear between knots, flat outside them, `missing` where the feature is NaN. */
export interface FeatureCurve {
  readonly feature: string;
  /** Strictly ascending feature values. */
  readonly knots: readonly number[];
  /** Log-odds at the knots. */
  readonly values: readonly number[];
  readonly missing: number;
}

/**
 * One additive logistic model: log-odds are the intercept plus one curve a feature. Where these reach `treesFrom` the trees add what
 * features say together; below it a pair is far from any threshold and is left there.
 */
export interface AdditiveModel {
  readonly intercept: number;
  readonly curves: readonly FeatureCurve[];
  readonly treesFrom: number;
  readonly trees: readonly Tree[];
}

/** Probabilities that cut a match: join at `merge`, ask at `review`, name as related, keep as an edge. */
export interface Thresholds {
  readonly merge: number;
  readonly review: number;
  readonly related: number;
  readonly edgeFloor: number;
}

/**
 * The model of a pair: every decision is a sum of contributions that can be shown, one a feature. Pairs in which one report is a
 * bare headline are weighed apart from pairs of texts, because the same feature means less there.
 */
export interface Model {
  readonly version: number;
  /** Changes whenever a weight or threshold does; stored with decisions. */
  readonly paramsVersion: string;
  readonly texts: AdditiveModel;
  readonly headlines: AdditiveModel;
  readonly thresholds: Thresholds;
  /** Where the weights come from: sets, date, metrics, calibration. No pair is judged by it; thresholds are derived from it. */
  readonly training?: TrainingRecord;
}

/** What a model has learned. */
export type Weights = Pick<Model, 'texts' | 'headlines'>;

/** The layout of the model file. */
export const MODEL_VERSION = 2;

/** The model shipped with the code. */
export function loadModel(): Model {
  return parseModel(shipped);
}

/** Checks a model read from JSON; throws `RangeError` naming what is wrong. */
export function parseModel(json: Model): Model {
  if (json.version !== MODEL_VERSION)
    throw new RangeError(`match model: version ${json.version} is not known`);
  for (const { curves, trees } of [json.texts, json.headlines]) {
    const names = curves.map((c) => c.feature).join();
    if (names !== FEATURES.join())
      throw new RangeError(`match model: features differ from the code's: ${names}`);
    for (const c of curves) {
      const rising = c.knots.every((k, i) => i === 0 || k > c.knots[i - 1]);
      if (!rising || c.knots.length !== c.values.length || c.knots.length === 0) {
        throw new RangeError(`match model: bad knots for ${c.feature}`);
      }
    }
    trees.forEach((tree, i) => {
      const fault = faultOfTree(tree, FEATURES.length);
      if (fault !== undefined) throw new RangeError(`match model: bad tree ${i}: ${fault}`);
    });
  }
  return json;
}

const SHORTER_TOKENS = FEATURES.indexOf('shorterTokens');

/** The part of the model that weighs a pair with these features, which begin at `at`. */
export function choosePart(model: Weights, features: ArrayLike<number>, at = 0): AdditiveModel {
  return features[at + SHORTER_TOKENS] > 0 ? model.texts : model.headlines;
}

/** The log-odds one curve adds for a feature value. */
export function evaluateCurve(curve: FeatureCurve, value: number): number {
  const { knots, values } = curve;
  if (Number.isNaN(value)) return curve.missing;
  const last = knots.length - 1;
  if (value >= knots[last]) return values[last];
  if (value <= knots[0]) return values[0];
  let i = 1;
  while (knots[i] < value) i++;
  const share = (value - knots[i - 1]) / (knots[i] - knots[i - 1]);
  return values[i - 1] * (1 - share) + values[i] * share;
}

/** Curves in one array, which is read in half the time: for each the number of knots, `missing`, knots, values. */
const flattened = new WeakMap<readonly FeatureCurve[], Float64Array>();

function flatten(curves: readonly FeatureCurve[]): Float64Array {
  let flat = flattened.get(curves);
  if (flat === undefined) {
    flat = Float64Array.from(
      curves.flatMap(({ knots, values, missing }) => [knots.length, missing, ...knots, ...values]),
    );
    flattened.set(curves, flat);
  }
  return flat;
}

/** Probability that a pair with these features, which begin at `first`, is one story. */
export function predict(model: Weights, features: ArrayLike<number>, first = 0): number {
  const part = choosePart(model, features, first);
  let odds = sumCurves(part, features, first);
  if (odds >= part.treesFrom) odds += sumTrees(part.trees, features, first);
  return 1 / (1 + Math.exp(-odds));
}

/** The log-odds of intercept and curves, without the trees. */
export function sumCurves(
  part: Pick<AdditiveModel, 'intercept' | 'curves'>,
  features: ArrayLike<number>,
  first = 0,
): number {
  const flat = flatten(part.curves);
  let odds = part.intercept;
  for (let i = first, at = 0; at < flat.length; i++) {
    const knots = flat[at];
    odds += evaluateFlat(flat, at + 2, knots, features[i], flat[at + 1]);
    at += 2 + 2 * knots;
  }
  return odds;
}

/** `evaluateCurve`, of the curve whose knots begin at `first`. */
function evaluateFlat(
  flat: Float64Array,
  first: number,
  knots: number,
  value: number,
  missing: number,
): number {
  if (Number.isNaN(value)) return missing;
  const last = first + knots - 1;
  if (value >= flat[last]) return flat[last + knots];
  if (value <= flat[first]) return flat[first + knots];
  let i = first + 1;
  while (flat[i] < value) i++;
  const share = (value - flat[i - 1]) / (flat[i] - flat[i - 1]);
  return flat[i + knots - 1] * (1 - share) + flat[i + knots] * share;
}
