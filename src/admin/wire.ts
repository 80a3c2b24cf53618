/** The answers of the service, as far as the page reads them; docs/api.md has them whole. */

export interface Source {
  readonly name: string;
  readonly id?: string;
}

export interface Counts {
  readonly articles: number;
  readonly sources: number;
  readonly independentSources: number;
  readonly reprints: number;
}

export interface StorySummary {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly language: string;
  readonly title: { readonly text: string };
  readonly lead: { readonly text: string };
  readonly counts: Counts;
  readonly sources: readonly string[];
  readonly firstPublishedAt: string | null;
  readonly updatedAt: string | null;
}

export interface Sentence {
  readonly text: string;
  readonly articleId: string;
  readonly support: readonly string[];
  readonly supportCount: number;
  readonly supportGroups: number;
  readonly firstSeen: string;
  readonly kind: 'shared' | 'unique';
  readonly paragraph: number;
  readonly variants?: readonly { readonly text: string; readonly articleIds: readonly string[] }[];
}

export interface StoryArticle {
  readonly id: string;
  readonly revision: number;
  readonly source: Source;
  readonly url: string | null;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly role: string;
  readonly reprintGroup: string;
  readonly probability: number;
  readonly newSentences: number;
  readonly newFigures: readonly string[];
}

export interface CopyEdge {
  readonly from: string;
  readonly to: string;
  readonly shareOfTo: number;
  readonly laterMs: number;
}

export interface Conflict {
  readonly kind: string;
  readonly about: string;
  readonly values: readonly { readonly value: string; readonly articleIds: readonly string[] }[];
}

export interface Story {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly language: string;
  readonly title: { readonly text: string; readonly articleId: string | null; readonly rule: string };
  readonly lead: { readonly text: string; readonly articleIds: readonly string[]; readonly rule: string };
  readonly body: readonly Sentence[];
  readonly omittedSentences: number;
  readonly conflicts: readonly Conflict[];
  readonly articles: readonly StoryArticle[];
  readonly copies: readonly CopyEdge[];
  readonly counts: Counts;
  readonly origin: {
    readonly articleId: string;
    readonly credit: string | null;
    readonly why: string;
  } | null;
  readonly related: readonly { readonly storyId: string; readonly probability: number }[];
  readonly firstPublishedAt: string | null;
  readonly updatedAt: string | null;
}

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
  readonly change: Readonly<Record<string, unknown>>;
}

export interface ReviewCase {
  readonly kind: 'between' | 'weak' | 'bridge';
  readonly probability: number;
  readonly articleId: string;
  readonly articleTitle?: string;
  readonly otherArticleId?: string;
  readonly otherTitle?: string;
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
  readonly counts: Counts | null;
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
