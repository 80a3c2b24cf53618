import { type Evidence, explain } from '../matching/evidence';
import type { Match } from '../matching/match';
import type { Model } from '../matching/model';

/** Features shown with a match: the others add next to nothing. */
const EVIDENCE_SHOWN = 8;

/** A compared pair as clients read it. */
export interface MatchWire {
  readonly level: Match['level'];
  readonly probability: number;
  /** Strongest first: what each feature said for (positive) or against one story, in log-odds. */
  readonly evidence: readonly Evidence[];
}

/** Puts a match into words for a client. */
export function toMatchWire(
  match: Pick<Match, 'level' | 'probability' | 'features'>,
  model: Model,
): MatchWire {
  return {
    level: match.level,
    probability: roundProbability(match.probability),
    evidence: explain(match.features, model)
      .slice(0, EVIDENCE_SHOWN)
      .map(roundEvidence)
      .filter(({ contribution }) => contribution !== 0),
  };
}

/** Four decimals: more would promise a precision that nobody has measured. */
export const roundProbability = (value: number): number => Math.round(value * 1e4) / 1e4;

function roundEvidence({ feature, value, weight, contribution }: Evidence): Evidence {
  return {
    feature,
    ...(value !== undefined && { value: roundProbability(value) }),
    weight: roundProbability(weight),
    contribution: roundProbability(contribution),
  };
}
