import type { DecisionInput } from './decide';
import { canTakeApart } from './decision-limits';
import type { StoryView } from './story-view';

type Pairs = readonly (readonly [number, number])[];

function partners(pairs: Pairs, ordinal: number): number[] {
  return pairs.flatMap(([a, b]) => (a === ordinal ? [b] : b === ordinal ? [a] : []));
}

/** The stories that hold an article which, by a reviewer's word, belongs together with the subject. */
export function requiredStories({
  subject,
  mustLink,
  storyOf,
}: Pick<DecisionInput, 'subject' | 'mustLink' | 'storyOf'>): string[] {
  return [...new Set(partners(mustLink, subject.ordinal).flatMap((ordinal) => storyOf(ordinal) ?? []))];
}

/** The stories that hold an article which, by a reviewer's word, never belongs together with the subject. */
export function barredStories({
  subject,
  cannotLink,
  storyOf,
}: Pick<DecisionInput, 'subject' | 'cannotLink' | 'storyOf'>): Set<string> {
  return new Set(partners(cannotLink, subject.ordinal).flatMap((ordinal) => storyOf(ordinal) ?? []));
}

/**
 * The story the subject is in, or goes to, without anything else being looked at: its own when that is locked, and the one of its
 * must-links when that is locked or too large to be taken apart. Undefined where the evidence is to decide.
 */
export function assignedStory(input: DecisionInput): StoryView | undefined {
  const own = input.storyOf(input.subject.ordinal);
  const ownStory = own === undefined ? undefined : input.stories.get(own);
  if (ownStory?.locked) return ownStory;
  for (const id of requiredStories(input)) {
    const story = input.stories.get(id);
    if (story && !canTakeApart(input, story) && (own === undefined || own === id)) return story;
  }
  return undefined;
}
