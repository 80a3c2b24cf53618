import type { Member } from '../matching/story-view';
import type { Constraint } from './constraints';
import type { Move } from './effects';
import type { Intent } from './intent';

/** A story as a decision about it sees it. */
export interface ReviewedStory {
  readonly id: string;
  readonly members: ReadonlyMap<number, Member>;
  readonly locked?: boolean;
  readonly pins?: { readonly title?: number; readonly representative?: number };
}

/** What a decision is planned from. */
export interface PlanInput {
  readonly intent: Intent;
  /** The stories the intent names. */
  readonly stories: ReadonlyMap<string, ReviewedStory>;
  /** What earlier decisions say about their articles. */
  readonly constraints: readonly Constraint[];
  /** The number of this decision. */
  readonly decision: number;
  readonly newStoryId: () => string;
}

/** An intent that makes no sense for the stories as they are; the message says what would. */
export interface Senseless {
  readonly path: string;
  readonly message: string;
}

/** A story that the intent names. Throws where it was not read: that is a bug. */
export function storyOf({ stories }: PlanInput, id: string): ReviewedStory {
  const story = stories.get(id);
  if (!story) throw new Error(`The story ${id} was not read`);
  return story;
}

/** Members that go from one story to another; `after` is the probability they are kept with there, if not their own. */
export function moveAll(members: Iterable<Member>, from: string, to: string, after?: number): Move[] {
  return [...members].map(({ ordinal, probability }) => ({
    ordinal,
    from,
    to,
    before: probability,
    after: after ?? probability,
  }));
}
