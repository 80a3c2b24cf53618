import type { StoredEvent } from './events';

/** Which events a subscriber wants: all given parts must hold. */
export interface EventFilter {
  readonly types?: readonly string[];
  /** Name or id of an outlet that a member of the story has; letter case does not matter. */
  readonly sources?: readonly string[];
  /** The story has at least this many outlets. */
  readonly minSources?: number;
  /** Words that all occur in title, lead or body of the story, as beginnings of words. */
  readonly words?: readonly string[];
}

/** The parts of a canonical story that filters look at. */
interface FilteredStory {
  readonly title?: { readonly text?: string };
  readonly lead?: { readonly text?: string };
  readonly body?: readonly { readonly text?: string }[];
  readonly articles?: readonly {
    readonly source?: { readonly name?: string; readonly id?: string } | string;
  }[];
  readonly counts?: { readonly sources?: number };
}

/** Splits the parameter `q` into at most 16 folded words. */
export function parseSearchWords(q: string): readonly string[] {
  return (fold(q).match(/[\p{L}\p{N}]{1,60}/gu) ?? []).slice(0, 16);
}

/** Whether a subscriber wants an event. Events without a story (such as reviews) pass only filters by type. */
export function matchesFilter(event: StoredEvent, filter: EventFilter): boolean {
  const { types, sources, minSources, words } = filter;
  if (types?.length && !types.includes(event.type)) return false;
  if (!sources?.length && minSources === undefined && !words?.length) return true;
  const story = (event.data as { story?: FilteredStory }).story;
  if (!story) return false;
  if (minSources !== undefined && (story.counts?.sources ?? 0) < minSources) return false;
  if (sources?.length && !hasSource(story, sources)) return false;
  return !words?.length || hasWords(story, words);
}

function hasSource(story: FilteredStory, wanted: readonly string[]): boolean {
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  return (story.articles ?? []).some(({ source }) => {
    const own = typeof source === 'string' ? [source] : [source?.name, source?.id];
    return own.some((name) => name !== undefined && names.has(name.toLowerCase()));
  });
}

function hasWords(story: FilteredStory, words: readonly string[]): boolean {
  const parts = [story.title?.text, story.lead?.text, ...(story.body ?? []).map(({ text }) => text)];
  // A space before every word of the text makes "begins a word" a plain substring search.
  const text = ` ${fold(parts.join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return words.every((word) => text.includes(` ${word}`));
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
