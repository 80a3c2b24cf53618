import type { Decision } from '../wire';

// The answers that only the views of this folder read.

type ArticlesByStory = Readonly<Record<string, readonly string[]>>;

interface Side {
  readonly stories: ArticlesByStory;
  readonly fields: readonly {
    readonly storyId: string;
    readonly field: 'lock' | 'pin';
    readonly value: string;
  }[];
}

export interface Constraint {
  readonly kind: 'must' | 'cannot';
  readonly articleIds: readonly string[];
  readonly decision: string;
}

export interface ListedConstraint extends Constraint {
  readonly articles: readonly ({
    readonly title: string | null;
    readonly source: string | null;
    readonly storyId: string | null;
  } | null)[];
}

/** A decision with all that it changed. */
export interface WholeDecision extends Decision {
  readonly before: Side;
  readonly after: Side;
  readonly constraints: { readonly added: readonly Constraint[]; readonly removed: readonly Constraint[] };
  readonly settings?: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  };
  readonly truncated?: boolean;
}

export interface Failure {
  readonly kind: 'article' | 'story';
  /** null for the other kind. */
  readonly articleId: string | null;
  readonly storyId: string | null;
  readonly revision: number;
  readonly error: string;
  readonly at: string;
  readonly title: string;
  readonly source: { readonly name: string } | null;
}

export type RuleName = 'earliest' | 'mostComplete' | 'mostCentral' | 'sourcePriority';

export interface Thresholds {
  readonly merge: number;
  readonly review: number;
}

export interface Rules {
  readonly title: readonly RuleName[];
  readonly lead: readonly RuleName[];
  readonly body: readonly RuleName[];
  readonly sourcePriority: readonly string[];
}

export interface Settings {
  readonly revision: number;
  readonly thresholds: Thresholds;
  readonly defaults: Thresholds;
  readonly rules: Rules;
  readonly set: { readonly thresholds: readonly string[]; readonly rules: readonly string[] };
  /** Stories that are still to be looked at again since the thresholds changed; null when all were. */
  readonly reassessing: { readonly done: number; readonly stories: number } | null;
}

interface Score {
  readonly precision: number;
  readonly recall: number;
}

export interface Simulation {
  readonly merge: number;
  readonly present: number;
  readonly stories: number;
  readonly articles: number;
  readonly truncated: boolean;
  readonly counts: { readonly merged: number; readonly split: number; readonly unchanged: number };
  readonly merged: readonly { readonly storyIds: readonly string[]; readonly titles: readonly string[] }[];
  readonly split: readonly {
    readonly storyId: string;
    readonly title: string;
    readonly parts: readonly (readonly string[])[];
  }[];
  readonly reviewed: Score & {
    readonly pairs: number;
    readonly now: Score;
    readonly agreement: { readonly constraints: number; readonly kept: number };
  };
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly same: number;
  readonly apart: number;
}

export interface Calibration {
  readonly pairs: number;
  readonly positives: number;
  readonly negatives: number;
  readonly bins: readonly Bin[];
  readonly suggestion: (Thresholds & Score) | null;
  /** Where a precision was asked for; no thresholds where none has it. */
  readonly wanted?: { readonly thresholds: (Thresholds & Score) | null; readonly why: string };
  readonly current: Thresholds & Score;
  readonly why: string;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}
