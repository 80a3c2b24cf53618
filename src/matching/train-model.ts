import { FEATURES, type FeatureName } from './features';
import { type Curves, type FitOptions, fitModel } from './fit-model';
import { fitTrees, type TreeOptions } from './fit-trees';
import type { LabelledPairs } from './labelled-pairs';
import { type AdditiveModel, sumCurves, type Weights } from './model';
import type { PairSet } from './training-pairs';
import type { Tree } from './trees';

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
  ...([
    'titleGrams',
    'namesOverlap',
    'rarestName',
    'leadNames',
    'titleNamesHeld',
    'numbersOverlap',
    'aboveCrowd',
  ] as const),
];
const FALLING: readonly FeatureName[] = [
  ...(['numberConflict', 'nameConflict', 'namesApart', 'dayConflict', 'periodConflict'] as const),
  ...(['hoursApart', 'rank'] as const),
];

const MONOTONE = new Map<string, 1 | -1>([
  ...RISING.map((name) => [name, 1] as const),
  ...FALLING.map((name) => [name, -1] as const),
]);

const FIT: FitOptions = { knots: 14, smoothness: 0.15, ridge: 0.03, monotone: MONOTONE };

const TREES: TreeOptions = {
  ...{ trees: 150, depth: 4, rate: 0.1, bins: 48, leastWeight: 10, ridge: 5 },
  monotone: FEATURES.map((name) => MONOTONE.get(name) ?? 0),
};
/** Log-odds of the curves from which pairs are looked at further: a probability of .004. */
const TREES_FROM = -5.5;

/** A set weighs as the root of its articles, so that none rules; reduced copies of sets weigh less than whole ones. */
const WHOLE_WEIGHT = 20;
const REDUCED_WEIGHT = 8;
/** Small collections are made of the same articles as whole sets, and hold more that must stay apart than news does. */
const SMALL_WEIGHT = 2;
/** Of one set's pairs that are not one story about this many are read, weighed up to stand for all. */
const MAX_NEGATIVES = 25_000;
/** Different stories in nearly the same words are rare in any set, and the costliest to join. */
const TEMPLATE_WEIGHT = 8;
const TEMPLATE_CONTAINMENT = 0.3;

const CONTAINMENT = FEATURES.indexOf('containment');
const SHORTER_TOKENS = FEATURES.indexOf('shorterTokens');

/** A set to learn from: as it is, with parts taken away from its articles, or as small collections made of it. */
export interface TrainingSet extends PairSet {
  readonly kind: 'whole' | 'reduced' | 'small';
}

const WEIGHTS = { whole: WHOLE_WEIGHT, reduced: REDUCED_WEIGHT, small: SMALL_WEIGHT } as const;

/** Learns both parts of the model from the pairs of all sets. Deterministic. */
export function trainModel(sets: readonly TrainingSet[]): Weights {
  const texts = trainPart(sets, false);
  const headlines = trainPart(sets, true);
  const part = texts ?? headlines;
  if (part === undefined) throw new RangeError('training: no pairs to learn from');
  return { texts: texts ?? part, headlines: headlines ?? part };
}

function trainPart(sets: readonly TrainingSet[], headlines: boolean): AdditiveModel | undefined {
  const chosen = sets.flatMap((set) => choosePairs(set, headlines));
  if (chosen.length === 0) return undefined;
  const pairs = gatherPairs(chosen);
  const curves = fitModel(pairs, FEATURES, FIT);
  return { ...curves, treesFrom: TREES_FROM, trees: headlines ? [] : growTrees(pairs, curves) };
}

/** Trees for the pairs that the curves have not settled. Headlines have none: on stories not learned from they gained nothing. */
function growTrees(pairs: LabelledPairs, curves: Curves): Tree[] {
  const odds = Array.from(pairs.labels, (_, i) => sumCurves(curves, pairs.features, i * pairs.width));
  const open = [...odds.keys()].filter((i) => odds[i] >= TREES_FROM);
  const chosen = gatherPairs(open.map((row) => ({ set: pairs, row, weight: pairs.weights[row] })));
  return fitTrees(
    chosen,
    Float64Array.from(open, (i) => odds[i]),
    TREES,
  );
}

interface ChosenPair {
  readonly set: Pick<PairSet, 'features' | 'labels'>;
  readonly row: number;
  readonly weight: number;
}

function gatherPairs(chosen: readonly ChosenPair[]): LabelledPairs {
  const width = FEATURES.length;
  const features = new Float32Array(chosen.length * width);
  chosen.forEach(({ set, row }, i) => {
    features.set(set.features.subarray(row * width, (row + 1) * width), i * width);
  });
  return {
    ...{ width, features },
    labels: Uint8Array.from(chosen, ({ set, row }) => set.labels[row]),
    weights: Float64Array.from(chosen, ({ weight }) => weight),
  };
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
