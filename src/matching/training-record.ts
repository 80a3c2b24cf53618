/** Pairs whose probability fell into one tenth. */
export interface CalibrationBin {
  readonly pairs: number;
  readonly meanProbability: number;
  readonly shareOneStory: number;
}

/** How good the probabilities of a set's pairs are. */
export interface PairMetrics {
  readonly name: string;
  readonly articles: number;
  readonly pairs: number;
  readonly oneStory: number;
  /** Area under precision by recall, over all compared pairs. */
  readonly averagePrecision: number;
  /** Expected calibration error over ten bins (Naeini et al. 2015): 0 is perfect. */
  readonly calibrationError: number;
  readonly calibration: readonly CalibrationBin[];
}

/** Where a model's weights come from. */
export interface TrainingRecord {
  /** Day of the training, such as `2026-11-26`. */
  readonly date: string;
  /** The model on the sets that it was learned from. */
  readonly learnedFrom: readonly PairMetrics[];
  /** On each set a model learned from the others; empty where this was not measured. */
  readonly heldOut: readonly PairMetrics[];
}
