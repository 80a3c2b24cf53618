import { FEATURES, type FeatureName } from './features';
import { type FitOptions, fitModel, type LabelledPairs } from './fit-model';
import { type AdditiveModel, MODEL_VERSION, type Model, type Thresholds } from './model';
import type { PairSet } from './training-pairs';

/** Which way evidence may speak: without this a curve follows the accidents of a set. */
const RISING: readonly FeatureName[] = [
  ...([
    'bodyCosine',
    'liftedCosine',
    'leadCosine',
    'containment',
    'jaccard',
    'titleCosine',
    'titleInBody',
  ] as const),
  ...(['titleGrams', 'namesOverlap', 'rarestName', 'numbersOverlap', 'aboveCrowd', 'shareOfBest'] as const),
];
const FALLING: readonly FeatureName[] = ['numberConflict', 'nameConflict', 'hoursApart', 'rank'];

const FIT: FitOptions = {
  knots: 14,
  smoothness: 0.15,
  ridge: 0.03,
  monotone: new Map<string, 1 | -1>([
    ...RISING.map((name) => [name, 1] as const),
    ...FALLING.map((name) => [name, -1] as const),
  ]),
};

/** A set weighs as the root of its articles, so that none rules; reduced copies of sets weigh less than whole ones. */
const WHOLE_WEIGHT = 20;
const REDUCED_WEIGHT = 8;
/** Of one set's pairs that are not one story about this many are read, weighed up to stand for all. */
const MAX_NEGATIVES = 25_000;
/** Different stories in nearly the same words are rare in any set, and the costliest to join. */
const TEMPLATE_WEIGHT = 8;
const TEMPLATE_CONTAINMENT = 0.3;

const CONTAINMENT = FEATURES.indexOf('containment');
const SHORTER_TOKENS = FEATURES.indexOf('shorterTokens');

/** A set to learn from: as it is, or with parts taken away from its articles. */
export interface TrainingSet extends PairSet {
  readonly kind: 'whole' | 'reduced';
}

const WEIGHTS = { whole: WHOLE_WEIGHT, reduced: REDUCED_WEIGHT } as const;

/** Learns both parts of the model from the pairs of all sets. Deterministic. */
export function trainModel(sets: readonly TrainingSet[], thresholds: Thresholds): Model {
  const texts = trainPart(sets, false);
  const headlines = trainPart(sets, true);
  const part = texts ?? headlines;
  if (part === undefined) throw new RangeError('training: no pairs to learn from');
  const parts = { texts: texts ?? part, headlines: headlines ?? part };
  return { version: MODEL_VERSION, paramsVersion: 'unnamed', ...parts, thresholds };
}

function trainPart(sets: readonly TrainingSet[], headlines: boolean): AdditiveModel | undefined {
  const chosen = sets.flatMap((set) => choosePairs(set, headlines));
  if (chosen.length === 0) return undefined;
  const width = FEATURES.length;
  const pairs: LabelledPairs = {
    width,
    features: new Float32Array(chosen.length * width),
    labels: Uint8Array.from(chosen, ({ set, row }) => set.labels[row]),
    weights: Float64Array.from(chosen, ({ weight }) => weight),
  };
  chosen.forEach(({ set, row }, i) => {
    pairs.features.set(set.features.subarray(row * width, (row + 1) * width), i * width);
  });
  return fitModel(pairs, FEATURES, FIT);
}

interface ChosenPair {
  readonly set: PairSet;
  readonly row: number;
  readonly weight: number;
}

function choosePairs(set: TrainingSet, headlines: boolean): ChosenPair[] {
  const value = (row: number, feature: number): number => set.features[row * FEATURES.length + feature];
  const rows = Array.from(set.labels.keys()).filter((row) => value(row, SHORTER_TOKENS) > 0 !== headlines);
  const step = Math.max(1, Math.round(rows.length / MAX_NEGATIVES));
  const unit = (WEIGHTS[set.kind] * Math.sqrt(set.articles)) / rows.length;
  return rows.flatMap((row) => {
    if (set.labels[row] === 1) return [{ set, row, weight: unit }];
    const template = !headlines && value(row, CONTAINMENT) >= TEMPLATE_CONTAINMENT;
    if (template) return [{ set, row, weight: unit * TEMPLATE_WEIGHT }];
    return (Math.imul(row, 0x9e3779b1) >>> 8) % step === 0 ? [{ set, row, weight: unit * step }] : [];
  });
}
