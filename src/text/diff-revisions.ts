import { diffArrays } from 'diff';
import type { CleanArticle } from './clean-article';

/** What an outlet changed between two revisions of an article. */
export interface RevisionDiff {
  /** Absent when the title stayed. */
  readonly title?: { readonly before: string; readonly after: string };
  /** Sentences in the order of the texts; `kept` only counts. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: number;
  /** More sentences were compared or changed than a diff shows. */
  readonly truncated: boolean;
}

/** Sentences compared of each revision: the comparison is O(n · d) in sentences and differences. */
const COMPARED = 1_000;
/** Differences after which two texts count as different throughout. */
const MAX_EDITS = 1_000;

/** Compares the sentences of two revisions (Myers 1986). Two equal revisions give an empty diff. */
export function diffRevisions(before: CleanArticle, after: CleanArticle): RevisionDiff {
  const old = before.sentences.slice(0, COMPARED).map(({ text }) => text);
  const now = after.sentences.slice(0, COMPARED).map(({ text }) => text);
  const changes = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  const cut = before.sentences.length > COMPARED || after.sentences.length > COMPARED;
  const texts = changes
    ? {
        added: changes.filter((change) => change.added).flatMap(({ value }) => value),
        removed: changes.filter((change) => change.removed).flatMap(({ value }) => value),
        kept: changes
          .filter((change) => !change.added && !change.removed)
          .reduce((sum, { value }) => sum + value.length, 0),
      }
    : { added: now, removed: old, kept: 0 };
  return {
    ...(before.title === after.title ? {} : { title: { before: before.title, after: after.title } }),
    ...texts,
    truncated: cut || changes === undefined,
  };
}
