import { FEATURES } from './features';
import { predict, type Weights } from './model';
import type { PairSet } from './training-pairs';
import type { CalibrationBin, PairMetrics } from './training-record';

const BINS = 10;

/** Measures a model on the pairs of a set. O(n log n). */
export function measurePairs(model: Weights, set: PairSet): PairMetrics {
  const probabilities = Float64Array.from(set.labels.keys(), (row) =>
    predict(model, Array.from(set.features.subarray(row * FEATURES.length, (row + 1) * FEATURES.length))),
  );
  const calibration = binPairs(probabilities, set.labels);
  const off = calibration.reduce(
    (sum, b) => sum + b.pairs * Math.abs(b.meanProbability - b.shareOneStory),
    0,
  );
  return {
    name: set.name,
    articles: set.articles,
    pairs: set.labels.length,
    oneStory: set.labels.reduce((sum, label) => sum + label, 0),
    averagePrecision: round(averagePrecision(probabilities, set.labels)),
    calibrationError: round(off / Math.max(1, set.labels.length)),
    calibration,
  };
}

/** Mean of the precision at each true pair, pairs in falling order of probability. */
export function averagePrecision(probabilities: Float64Array, labels: Uint8Array): number {
  const order = Array.from(probabilities.keys()).sort((a, b) => probabilities[b] - probabilities[a]);
  let found = 0;
  let sum = 0;
  order.forEach((row, i) => {
    if (labels[row] === 1) sum += ++found / (i + 1);
  });
  return found === 0 ? 0 : sum / found;
}

function binPairs(probabilities: Float64Array, labels: Uint8Array): CalibrationBin[] {
  const bins = Array.from({ length: BINS }, () => ({ pairs: 0, sum: 0, positive: 0 }));
  probabilities.forEach((p, i) => {
    const bin = bins[Math.min(BINS - 1, Math.floor(p * BINS))];
    bin.pairs++;
    bin.sum += p;
    bin.positive += labels[i];
  });
  return bins.map(({ pairs, sum, positive }) => ({
    pairs,
    meanProbability: round(sum / Math.max(1, pairs)),
    shareOneStory: round(positive / Math.max(1, pairs)),
  }));
}

const round = (value: number): number => Number(value.toFixed(4));
