/** A compared pair as one member keeps it: who, at which revision, and how probable it is that both report one story. */
export interface Edge {
  readonly ordinal: number;
  /** Revision of the other article, modulo 256: an edge to another revision has lapsed. */
  readonly revision: number;
  /** 0 … 1, in steps of 1/65535. */
  readonly probability: number;
}

/** One article of a story, as decisions see it. */
export interface Member {
  /** The article's dense number within its collection. */
  readonly ordinal: number;
  readonly revision: number;
  /** How probable it is that it belongs to its story: 1 where it stands alone. Steps of 1/65535. */
  readonly probability: number;
  readonly joinedAtMs: number;
  /** The pairs it was compared in that came out above the edge floor, strongest first. */
  readonly edges: readonly Edge[];
}

/** A story, as decisions see it. Without `members` it is too large to be taken apart: articles can only join it. */
export interface StoryView {
  readonly id: string;
  readonly version: number;
  readonly size: number;
  readonly createdAtMs: number;
  readonly members?: ReadonlyMap<number, Member>;
  /** Nothing but a reviewer changes it, save that its own articles are revised or withdrawn. */
  readonly locked?: boolean;
}

/** Probabilities are kept as whole numbers of these. */
export const PROBABILITY_STEPS = 65535;

/** Rounds a probability to what a record can hold, so that a decision made before and after storing it is the same. */
export const quantise = (probability: number): number =>
  Math.round(probability * PROBABILITY_STEPS) / PROBABILITY_STEPS;
