import { FEATURES, type FeatureName } from './features';
import { choosePart, evaluateCurve, type Model, sumCurves } from './model';
import { shareOut } from './trees';

/** What one feature said for or against a match. */
export interface Evidence {
  readonly feature: FeatureName;
  /** The value, or undefined when the pair could not show it. */
  readonly value?: number;
  /** Log-odds for one more unit of the feature at this value: the slope of its curve. */
  readonly weight: number;
  /** Log-odds added, by its curve and by its steps in the trees: positive speaks for one story. */
  readonly contribution: number;
}

const STEP = 1e-3;

/** Takes a match apart, strongest evidence first. Contributions and the intercept sum to the log-odds. */
export function explain(features: readonly number[], model: Model): Evidence[] {
  const part = choosePart(model, features);
  const { curves, trees, treesFrom } = part;
  const together = shareOut(sumCurves(part, features) >= treesFrom ? trees : [], features);
  return FEATURES.map((feature, i) => {
    const curve = curves[i];
    const value = features[i];
    const contribution = evaluateCurve(curve, value) + together[i];
    if (Number.isNaN(value)) return { feature, weight: 0, contribution };
    const weight = (evaluateCurve(curve, value + STEP) - evaluateCurve(curve, value - STEP)) / (2 * STEP);
    return { feature, value, weight, contribution };
  }).sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
