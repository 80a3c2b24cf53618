import type { StoryView } from './story-view';

/** How much a decision may look at, whatever the corpus holds. */
export const DECISION_LIMITS = {
  /** Stories taken apart and put together again for one article: those of its strongest edges. */
  stories: 8,
  /** Members of all of these together. */
  members: 128,
  /** A story with more members is only joined, by its mean over the members found as candidates. */
  storySize: 64,
  /**
   * A second look takes apart stories of up to so many members, as many together: it waits behind everything else, and what has been joined to a
   * large story by its candidates, or stands in pieces beside it, is put right by it alone.
   */
  sizeAgain: 400,
  /** Members of a large story that must agree before an article joins it. */
  bridges: 2,
  /**
   * How much surer than `merge` their mean must be, as a share of what is left to 1: members found as candidates are
   * the likest ones. On headlines at a threshold of .2 it lifts pairwise precision from .07 to .71, B-Cubed from .63 to .74.
   */
  largeMargin: 0.25,
  /** Strongest edges a member keeps. */
  edges: 48,
} as const;

/** An article being looked at, as far as limits depend on it. */
export interface Look {
  /** It has a place already, and is looked at a second time. */
  readonly again?: boolean;
}

/** Members up to which a story is taken apart. */
export const sizeLimit = ({ again = false }: Look): number =>
  again ? DECISION_LIMITS.sizeAgain : DECISION_LIMITS.storySize;

/** Whether a story may be taken apart for an article. It may have been read with its members for another article's sake. */
export const canTakeApart = (look: Look, story: StoryView): boolean =>
  story.members !== undefined && story.size <= sizeLimit(look) && !story.locked;
