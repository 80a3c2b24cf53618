import type { ArticleRole, CanonicalStory, Conflict, StoryArticle } from './canonical-story';

/** What is new in a version of a story: the `change` of its event. */
export interface StoryChange {
  readonly articles: {
    readonly added: readonly AddedArticle[];
    readonly removed: readonly string[];
    readonly revised: readonly string[];
  };
  /** Sentences the story did not have before, in reading order; `newSentenceCount` counts those past the limit too. */
  readonly newSentences: readonly { readonly text: string; readonly articleId: string }[];
  readonly newSentenceCount: number;
  /** Conflicts that are new, or whose values or carriers changed. */
  readonly conflicts: readonly (Conflict & { readonly change: 'new' | 'changed' })[];
  /** What conflicts that are gone were about. */
  readonly settledConflicts: readonly string[];
  /** Fields that differ. */
  readonly fields: readonly ChangedField[];
}

const FIELDS = ['status', 'language', 'title', 'lead', 'origin', 'related', 'counts'] as const;

export type ChangedField = (typeof FIELDS)[number];

/** A report that joined, with what it brought that was not known. */
export interface AddedArticle {
  readonly id: string;
  readonly role: ArticleRole;
  readonly newSentences: number;
  readonly newFigures: readonly string[];
}

const SENTENCES_LISTED = 50;

/** Compares two versions of a story; `before` is undefined for its first. Linear in both documents. */
export function diffStories(before: CanonicalStory | undefined, after: CanonicalStory): StoryChange {
  const known = new Map(before?.articles.map((article) => [article.id, article.revision]));
  const current = new Set(after.articles.map(({ id }) => id));
  const fresh = freshSentences(before, after);
  return {
    articles: {
      added: after.articles.filter(({ id }) => !known.has(id)).map(describeAdded),
      removed: [...known.keys()].filter((id) => !current.has(id)),
      revised: after.articles
        .filter((a) => known.has(a.id) && known.get(a.id) !== a.revision)
        .map(({ id }) => id),
    },
    newSentences: fresh.slice(0, SENTENCES_LISTED),
    newSentenceCount: fresh.length,
    conflicts: changedConflicts(before?.conflicts ?? [], after.conflicts),
    settledConflicts: settledConflicts(before?.conflicts ?? [], after.conflicts),
    fields: changedFields(before, after),
  };
}

/** What a change says of an article of the story that it did not have before. */
export const describeAdded = ({ id, role, newSentences, newFigures }: StoryArticle): AddedArticle => ({
  id,
  role,
  newSentences,
  newFigures,
});

/** True when a subscriber has nothing to learn from the new version. */
export function isEmptyChange(change: StoryChange): boolean {
  const { added, removed, revised } = change.articles;
  const lists = [
    added,
    removed,
    revised,
    change.newSentences,
    change.conflicts,
    change.settledConflicts,
    change.fields,
  ];
  return lists.every((list) => list.length === 0);
}

/** A sentence is new when the story had it in no wording: choosing another outlet's words is no news. */
function freshSentences(
  before: CanonicalStory | undefined,
  after: CanonicalStory,
): { text: string; articleId: string }[] {
  const had = new Set(
    before?.body.flatMap(({ text, variants }) => [text, ...(variants ?? []).map((v) => v.text)]),
  );
  return after.body
    .filter(
      ({ text, variants }) => !had.has(text) && !(variants ?? []).some((variant) => had.has(variant.text)),
    )
    .map(({ text, articleId }) => ({ text, articleId }));
}

function changedConflicts(before: readonly Conflict[], after: readonly Conflict[]): StoryChange['conflicts'] {
  const known = new Map(before.map((conflict) => [subject(conflict), JSON.stringify(conflict.values)]));
  return after.flatMap((conflict) => {
    const values = known.get(subject(conflict));
    if (values === JSON.stringify(conflict.values)) return [];
    return [{ ...conflict, change: values === undefined ? ('new' as const) : ('changed' as const) }];
  });
}

function settledConflicts(before: readonly Conflict[], after: readonly Conflict[]): string[] {
  const open = new Set(after.map(subject));
  return before.filter((conflict) => !open.has(subject(conflict))).map(({ about }) => about);
}

function subject({ kind, about }: Conflict): string {
  return `${kind} ${about}`;
}

function changedFields(before: CanonicalStory | undefined, after: CanonicalStory): ChangedField[] {
  if (!before) return [];
  const pick = (story: CanonicalStory): Record<ChangedField, unknown> => ({
    status: story.status,
    language: story.language,
    title: story.title.text,
    lead: story.lead.text,
    origin: story.origin?.articleId,
    related: story.related.map(({ storyId }) => storyId).sort(),
    counts: story.counts,
  });
  const [old, now] = [pick(before), pick(after)];
  return FIELDS.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
}
