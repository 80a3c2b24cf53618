/**
 * A way to choose one article for a field of the story:
 * - `earliest`: published first;
 * - `mostComplete`: the longest text (for the title: the longest title);
 * - `mostCentral`: the one that most of the others agree with;
 * - `sourcePriority`: the outlet that stands first in `sourcePriority`.
 */
export type FieldRule = 'earliest' | 'mostComplete' | 'mostCentral' | 'sourcePriority';

/**
 * How the fields of a story are chosen, set per collection. Each field has a cascade: a rule keeps the articles that
 * are best by it, the next rule decides between those; story order decides what is still equal.
 */
export interface StoryRules {
  readonly title: readonly FieldRule[];
  readonly lead: readonly FieldRule[];
  readonly body: readonly FieldRule[];
  /** Names or ids of outlets, the preferred first. Outlets not listed come after all of them. */
  readonly sourcePriority: readonly string[];
  /** Ids of the articles that a reviewer chose for the title, and for lead and body: they win while they are in the story. */
  readonly pinned?: { readonly title?: string | undefined; readonly representative?: string | undefined };
}

export const DEFAULT_STORY_RULES: StoryRules = {
  title: ['sourcePriority', 'mostCentral', 'earliest'],
  lead: ['sourcePriority', 'mostCentral', 'earliest'],
  body: ['sourcePriority', 'mostCentral', 'earliest'],
  sourcePriority: [],
};
