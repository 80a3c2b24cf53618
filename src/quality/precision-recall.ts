/** How much of what was said is right, how much of what is right was said, and their harmonic mean; each 0 … 1. */
export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Adds the harmonic mean, 0 where both are 0. */
export function withF1(precision: number, recall: number): PrecisionRecall {
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}
