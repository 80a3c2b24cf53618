import type { CanonicalStory, StoryCounts } from '../story/canonical-story';
import type { Problem } from './api';
import type { VersionChange } from './describe-change';

// The answers of the service, as far as the page reads them; docs/api.md has them whole.

/** A story in a list. */
export interface StorySummary
  extends Pick<
    CanonicalStory,
    'id' | 'version' | 'status' | 'language' | 'title' | 'lead' | 'counts' | 'firstPublishedAt' | 'updatedAt'
  > {
  readonly sources: readonly string[];
}

type Source = CanonicalStory['articles'][number]['source'];

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

export interface Evidence {
  readonly feature: string;
  readonly value?: number;
  readonly weight: number;
  readonly contribution: number;
}

/** One article that speaks for another's place, or a compared pair. */
export interface WhyMatch {
  readonly articleId: string;
  readonly title?: string;
  readonly source?: Source;
  readonly level?: string;
  readonly probability: number;
  readonly evidence?: readonly Evidence[];
}

export interface ArticleAnswer {
  readonly id?: string;
  readonly text?: string;
  readonly storyId?: string;
  readonly why?: readonly WhyMatch[];
}

export interface VersionEntry {
  readonly version: number;
  readonly at: string;
  readonly change: VersionChange;
}

export interface ReviewCase {
  readonly kind: 'between' | 'weak' | 'bridge';
  readonly probability: number;
  readonly articleId: string;
  readonly articleTitle?: string;
  readonly articleSource?: string;
  readonly otherArticleId?: string;
  readonly otherTitle?: string;
  readonly otherSource?: string;
  readonly otherStoryId?: string;
  readonly otherVersion?: number;
  readonly articleIds?: readonly string[];
}

export interface Review {
  readonly storyId: string;
  readonly version: number;
  readonly risk: number;
  readonly title: string;
  readonly language: string | null;
  readonly sources: readonly string[];
  readonly counts: StoryCounts | null;
  readonly conflicts?: number;
  readonly updatedAt: string | null;
  readonly factors: Readonly<Record<string, number>>;
  readonly cases: readonly ReviewCase[];
}

export interface Decision {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly reason: string | null;
  readonly text?: string;
  readonly summary: string;
  /** Of the stories that the summary names, as far as they still have one. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly stories: readonly string[];
  readonly articles: readonly string[];
  readonly undoneBy: string | null;
  readonly undoes: readonly string[];
}

export interface Outside {
  readonly articleId: string;
  readonly otherArticleId: string;
  readonly otherStoryId: string;
  readonly otherTitle: string;
  readonly probability: number;
}

/** What only reviewers see of a story. */
export interface ReviewDetail {
  readonly version: number;
  readonly status: string;
  readonly locked: boolean;
  readonly pins: { readonly title: string | null; readonly representative: string | null };
  readonly outside: readonly Outside[];
  readonly constraints: readonly {
    readonly kind: 'must' | 'cannot';
    readonly articleIds: readonly string[];
    readonly decision: string;
  }[];
  readonly review: Review | null;
  readonly decisions: readonly Decision[];
  readonly thresholds: { readonly merge: number; readonly review: number };
}

/** A story as a reviewer saw it. */
export interface StoryRef {
  readonly id: string;
  readonly version: number;
}

/** What one of several decisions would change, or why it was refused. */
export interface PreviewItem {
  readonly index: number;
  readonly ok: boolean;
  readonly articles?: number;
  readonly constraints?: number;
  readonly fields?: number;
  readonly problem?: Problem;
}

export interface Preview {
  readonly articles: number;
  readonly stories: number;
  readonly items: readonly PreviewItem[];
}

export interface BulkAnswer {
  readonly items: readonly {
    readonly index: number;
    readonly decision?: Decision;
    readonly problem?: Problem;
  }[];
}

/** A story as it is after a decision, or as another reviewer has left it. */
export interface StoryState {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly into?: string;
  readonly size: number;
  readonly title: string;
  readonly changedBy?: Decision;
}

export interface DecisionAnswer {
  readonly decision: Decision;
  readonly stories: readonly StoryState[];
}

export interface Comparison {
  readonly a: ComparedArticle;
  readonly b: ComparedArticle;
  readonly level: string;
  readonly probability: number;
  readonly evidence: readonly Evidence[];
  /** What the pair was decided by; null when it was not compared before. */
  readonly recorded: { readonly probability: number; readonly among: number } | null;
  /** Where the sum of contributions starts: log-odds before any evidence. */
  readonly intercept: number;
  readonly rows: readonly {
    readonly a: string | null;
    readonly b: string | null;
    readonly same: boolean;
    readonly words: readonly { readonly op: 'same' | 'a' | 'b'; readonly text: string }[];
  }[];
}

export interface ComparedArticle {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly publishedAt: string | null;
  readonly storyId: string | null;
}

/** One thing that happened to a story, at a time. */
export type TimelineItem = { readonly at: string } & (
  | { readonly kind: 'published'; readonly articleId: string; readonly role: string }
  | { readonly kind: 'copied'; readonly from: string; readonly to: string; readonly share: number }
  | { readonly kind: 'joined'; readonly articleId: string; readonly probability: number }
  | { readonly kind: 'left'; readonly articleId: string; readonly to: string | null }
  | { readonly kind: 'merged'; readonly from: string }
  | { readonly kind: 'split'; readonly to: string }
  | { readonly kind: 'decided'; readonly decision: Decision }
);
