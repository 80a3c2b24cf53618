import type { LoggedChange } from '../store/membership-log';
import type { EventChange, Publication } from '../store/publish';
import type { CanonicalStory } from '../story/canonical-story';
import { isEmptyChange, type StoryChange } from '../story/diff-stories';
import type { Withdrawal } from './withdrawals';

/** What happened to a story's membership since its last document. */
export interface MembershipNews {
  /** Published stories that were merged into it. */
  readonly absorbed: readonly string[];
  /** The story each article that left is in now, by article id, where it left for a story split from this one. */
  readonly splitInto: ReadonlyMap<string, string>;
  /** Articles withdrawn from it, with who still carries their sentences. */
  readonly withdrawals: readonly Withdrawal[];
}

/** The stories merged into this one, directly, by its log. */
export const absorbedIn = (log: readonly LoggedChange[]): string[] => [
  ...new Set(log.flatMap(({ entry }) => entry.absorbed ?? [])),
];

/** The ordinals that left for stories that this one was split into, with those stories. */
export function splitOff(log: readonly LoggedChange[]): Map<number, string> {
  const children = new Set(log.flatMap(({ entry }) => entry.split ?? []));
  const left = new Map<number, string>();
  for (const { entry } of log) {
    for (const [ordinal, to] of entry.out ?? []) if (children.has(to)) left.set(ordinal, to);
    for (const [ordinal] of entry.in ?? []) left.delete(ordinal);
  }
  return left;
}

/**
 * The events that publishing a document gives rise to. Merges and splits have events of their own, which take the place of
 * `story.updated`; a story both merged and split gets both.
 */
export function nameEvents(
  before: CanonicalStory | undefined,
  story: CanonicalStory,
  bare: StoryChange,
  news: MembershipNews,
): Publication['events'] {
  const change: EventChange = news.withdrawals.length > 0 ? { ...bare, withdrawn: news.withdrawals } : bare;
  if (story.status === 'retracted') {
    return [...mergeEvents(story, change, news), { type: 'story.retracted', change }];
  }
  // Back from the dead: a reviewer took a merge back.
  if (before === undefined || before.status !== 'active') {
    const created: EventChange = news.absorbed.length > 0 ? { ...change, from: news.absorbed } : change;
    return [{ type: 'story.created', change: created }, ...mergeEvents(story, change, news)];
  }
  const special = [...mergeEvents(story, change, news), ...splitEvents(story, change, news)];
  if (special.length > 0) return special;
  return isEmptyChange(change) ? [] : [{ type: 'story.updated', change }];
}

function mergeEvents(
  story: CanonicalStory,
  change: EventChange,
  { absorbed }: MembershipNews,
): Publication['events'] {
  return absorbed.length === 0
    ? []
    : [{ type: 'story.merged', change: { ...change, from: absorbed, into: story.id } }];
}

function splitEvents(
  story: CanonicalStory,
  change: EventChange,
  { splitInto }: MembershipNews,
): Publication['events'] {
  if (splitInto.size === 0) return [];
  const into = [story.id, ...new Set(splitInto.values())];
  const articleStories = Object.fromEntries(splitInto);
  return [{ type: 'story.split', change: { ...change, from: story.id, into, articleStories } }];
}
