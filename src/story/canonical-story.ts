/**
 * The canonical story as clients read it: one document a version, computed from the members by `buildStory`.
 *
 * Times are ISO 8601 strings in UTC. Arrays of article ids are in story order: by time of publication, then id.
 */
export interface CanonicalStory {
  readonly id: string;
  readonly collection: string;
  /** 1 for the first, one more with every published change. */
  readonly version: number;
  readonly status: StoryStatus;
  /** BCP 47 tag of the language most of the members are in; `und` when unknown. */
  readonly language: string;
  readonly title: SourcedField;
  readonly lead: SourcedField & { readonly articleIds: readonly string[] };
  /** Which article gives the body its order and wording, and by which rule. */
  readonly bodyBase: { readonly articleId: string | null; readonly rule: string };
  readonly body: readonly BodySentence[];
  /** Distinct sentences that the bounds left out of `body`; each stays readable in its article. */
  readonly omittedSentences: number;
  readonly conflicts: readonly Conflict[];
  readonly articles: readonly StoryArticle[];
  readonly copies: readonly CopyEdge[];
  readonly counts: StoryCounts;
  /** Null only for a story without members. */
  readonly origin: StoryOrigin | null;
  readonly related: readonly RelatedStory[];
  readonly firstPublishedAt: string | null;
  readonly updatedAt: string | null;
}

export type StoryStatus = 'active' | 'retracted' | 'merged';

/** A text with the article it was taken from and the rule that chose it; `articleId` is null without members. */
export interface SourcedField {
  readonly text: string;
  readonly articleId: string | null;
  readonly rule: string;
}

/** One sentence of the canonical text, in the words of one article. */
export interface BodySentence {
  readonly text: string;
  /** The article whose wording is shown. */
  readonly articleId: string;
  /** Every article that carries the sentence, in these words or nearly; cut only in stories of hundreds of articles. */
  readonly support: readonly string[];
  readonly supportCount: number;
  /** Reprint groups among `support`: copies of one text are one voice. */
  readonly supportGroups: number;
  /** When the earliest article that carries it was published. */
  readonly firstSeen: string;
  /** `shared` when more than one article carries it. */
  readonly kind: 'shared' | 'unique';
  /** Number of its paragraph in the canonical text, from 0; never falls from one sentence to the next. */
  readonly paragraph: number;
  /** The other wordings it was found in, such as edited, split or joined forms; absent when there are none. */
  readonly variants?: readonly SentenceVariant[];
}

export interface SentenceVariant {
  readonly text: string;
  readonly articleIds: readonly string[];
}

export type ConflictKind = 'figure' | 'date' | 'place' | 'name';

/** A value that articles give differently in what is otherwise the same sentence. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The words around the value, with `…` in its place. */
  readonly about: string;
  readonly values: readonly { readonly value: string; readonly articleIds: readonly string[] }[];
}

export type ArticleRole = 'origin' | 'reprint' | 'rewrite' | 'extension' | 'update';

export interface StoryArticle {
  readonly id: string;
  readonly revision: number;
  readonly source: { readonly name: string; readonly id?: string; readonly group?: string };
  readonly url: string | null;
  readonly title: string;
  /** Null when the outlet gave no time; order then goes by the time it was received. */
  readonly publishedAt: string | null;
  readonly role: ArticleRole;
  /** Id of the earliest article of its reprint group. */
  readonly reprintGroup: string;
  readonly probability: number;
  /** Sentences that no earlier article of the story carries. */
  readonly newSentences: number;
  /** Figures and dates, as written, that no earlier article of the story gives. */
  readonly newFigures: readonly string[];
}

/** `to` carries part of the text of `from`, which was published no later. */
export interface CopyEdge {
  readonly from: string;
  readonly to: string;
  /** Share of the text of `to` that is found in `from`, 0–1. */
  readonly shareOfTo: number;
  /** Share of the text of `from` that `to` carries, 0–1. */
  readonly shareOfFrom: number;
  readonly laterMs: number;
}

export interface StoryCounts {
  readonly articles: number;
  readonly sources: number;
  /** The most articles of which no two share a text (reprint group) or an owner. */
  readonly independentSources: number;
  /** Articles whose role is `reprint`. */
  readonly reprints: number;
}

export interface StoryOrigin {
  readonly articleId: string;
  /** The credit found, as written; null when none names the origin. */
  readonly credit: string | null;
  readonly rule: 'creditedMember' | 'creditedElsewhere' | 'earliest' | 'onlyArticle';
  /** The same in a sentence for readers. */
  readonly why: string;
}

export interface RelatedStory {
  readonly storyId: string;
  readonly probability: number;
}
