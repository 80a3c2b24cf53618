import { type PrecisionRecall, withF1 } from './precision-recall';

/** A pair of articles with what is true of it and what was decided: whether both tell one story. */
export interface DecidedPair {
  readonly same: boolean;
  readonly joined: boolean;
}

/** Decisions on single pairs, measured. */
export interface DecisionScore extends PrecisionRecall {
  readonly pairs: number;
  /** Pairs that are the same story. */
  readonly positives: number;
  readonly accuracy: number;
}

/** Scores decisions on labelled pairs. Precision is 1 where nothing was joined, recall 1 where nothing was to be. */
export function scoreDecisions(pairs: readonly DecidedPair[]): DecisionScore {
  if (pairs.length === 0) throw new RangeError('There is nothing to score');
  const count = (test: (pair: DecidedPair) => boolean): number => pairs.filter(test).length;
  const positives = count(({ same }) => same);
  const joined = count((pair) => pair.joined);
  const both = count((pair) => pair.same && pair.joined);
  return {
    pairs: pairs.length,
    positives,
    accuracy: count((pair) => pair.same === pair.joined) / pairs.length,
    ...withF1(joined === 0 ? 1 : both / joined, positives === 0 ? 1 : both / positives),
  };
}
