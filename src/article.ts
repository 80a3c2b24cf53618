/** The outlet that published an article. `group` is the owner: outlets of one group are not independent. */
export interface Source {
  readonly name: string;
  readonly id?: string;
  readonly group?: string;
}

/** Whether the publisher stands by the article: `withheld` and `canceled` articles leave their story. */
export type ArticleStatus = 'usable' | 'withheld' | 'canceled';

/**
 * One report as an outlet published it, at one of its revisions.
 *
 * At least one of `title`, `text` and `html` is non-empty. Times are milliseconds since 1970 UTC.
 */
export interface Article {
  /** 1–200 characters; unique in its collection. */
  readonly id: string;
  readonly collection: string;
  /** 1 for the first version, one more each time the content changes. */
  readonly revision: number;
  readonly title: string;
  /** Plain text; paragraphs are separated by line breaks. Wins over `html` when both are given. */
  readonly text?: string;
  readonly html?: string;
  readonly source: Source;
  readonly url?: string;
  readonly canonicalUrl?: string;
  readonly publishedAtMs?: number;
  readonly receivedAtMs: number;
  readonly author?: string;
  /** BCP 47 tag as the client gave it; detected from the text when absent. */
  readonly language?: string;
  readonly tags?: readonly string[];
  /** Who the outlet says the report came from, such as an agency. */
  readonly credit?: string;
  readonly status: ArticleStatus;
}
