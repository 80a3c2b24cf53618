import type { ChangedField, StoryChange } from '../story/diff-stories';
import { count } from './show';

/** What a version changed, as `/versions` has it. */
export interface VersionChange extends Partial<StoryChange> {
  /** Of a merge the stories it ended, of a split the one that was split. */
  readonly from?: string | readonly string[];
  /** Of a split the story that each article which left is in. */
  readonly articleStories?: Readonly<Record<string, string>>;
}

const FIELD_WORDS: Partial<Record<ChangedField, string>> = {
  status: 'another status',
  title: 'another title',
  origin: 'another origin',
  related: 'other related stories',
};

/** Outlets named of those that joined; a backfill brings hundreds. */
const NAMED = 3;

/** What a version of a story changed, in a few words. `nameOf` gives the outlet of an article. */
export function describeChange(change: VersionChange, nameOf: (articleId: string) => string): string {
  const { articles, newSentenceCount = 0, conflicts = [], settledConflicts = [], fields = [] } = change;
  const parts = [
    ...describeMembership(change),
    ...describeArticles(articles, nameOf),
    newSentenceCount > 0 && count(newSentenceCount, 'new sentence', 'new sentences'),
    conflicts.length > 0 && count(conflicts.length, 'conflict found', 'conflicts found'),
    settledConflicts.length > 0 && count(settledConflicts.length, 'conflict settled', 'conflicts settled'),
    ...fields.map((field) => FIELD_WORDS[field]),
  ];
  return parts.filter(Boolean).join(' · ') || 'no visible change';
}

function describeMembership({ from, articleStories = {} }: VersionChange): readonly (string | false)[] {
  const split = Object.keys(articleStories).length;
  return [
    Array.isArray(from) && `merged with ${count(from.length, 'story', 'stories')}`,
    split > 0 && `${count(split, 'article', 'articles')} split off`,
  ];
}

function describeArticles(
  articles: StoryChange['articles'] | undefined,
  nameOf: (articleId: string) => string,
): readonly (string | false)[] {
  const { added = [], removed = [], revised = [] } = articles ?? {};
  return [
    added.length > 0 && `${nameOutlets(added.map(({ id }) => nameOf(id)))} joined`,
    revised.length > 0 && `${nameOutlets(revised.map(nameOf))} edited`,
    removed.length > 0 && `${count(removed.length, 'article', 'articles')} left`,
  ];
}

/** `Coast Wire, Daily Shore and 2 more`. */
function nameOutlets(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const rest = distinct.length - NAMED;
  const named = distinct.slice(0, NAMED).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}
