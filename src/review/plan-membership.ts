import type { Pair } from './constraints';
import { type Effects, NO_EFFECTS } from './effects';
import { chainOf, joiningPairs, link, separate } from './links';
import { moveAll, type PlanInput, type ReviewedStory, type Senseless, storyOf } from './plan-input';

/** Stories become one; the articles named are bound to each other besides. */
export function planMerge(
  input: PlanInput,
  into: string,
  from: readonly string[],
  named: readonly number[],
): Effects | Senseless {
  if (from.includes(into) || new Set(from).size !== from.length)
    return { path: 'from', message: 'must name other stories, each once' };
  const target = storyOf(input, into);
  const others = from.map((id) => storyOf(input, id));
  const pairs = others.flatMap((other) => joiningPairs(target, other));
  return {
    ...NO_EFFECTS,
    moves: others.flatMap(({ id, members }) => moveAll(members.values(), id, into)),
    added: link(input, 'must', [...pairs, ...chainOf(named)]),
  };
}

/** Members leave for a story of their own, kept apart from all who stay, or, where `pairs` are given, as these say. */
export function planSplit(
  input: PlanInput,
  story: ReviewedStory,
  leaving: ReadonlySet<number>,
  path: string,
  pairs?: readonly Pair[],
): Effects | Senseless {
  const strangers = [...leaving].filter((ordinal) => !story.members.has(ordinal));
  if (leaving.size === 0 || strangers.length > 0) return { path, message: 'must be articles of the story' };
  const staying = [...story.members.keys()].filter((ordinal) => !leaving.has(ordinal));
  if (staying.length === 0) return { path, message: 'must leave an article in the story' };
  const to = input.newStoryId();
  const members = [...leaving].map((ordinal) => story.members.get(ordinal)!);
  return {
    ...NO_EFFECTS,
    moves: moveAll(members, story.id, to, members.length === 1 ? 1 : undefined),
    added: pairs ? link(input, 'cannot', pairs) : separate(input, [...leaving], staying),
  };
}

/** A member goes to another story. */
export function planMove(
  input: PlanInput,
  article: number,
  from: ReviewedStory,
  to: ReviewedStory,
): Effects | Senseless {
  const member = from.members.get(article);
  if (!member) return { path: 'articleId', message: `must be an article of the story ${from.id}` };
  if (from.id === to.id) return { path: 'to', message: 'must be another story' };
  const staying = [...from.members.keys()].filter((ordinal) => ordinal !== article);
  const own: ReviewedStory = { id: from.id, members: new Map([[article, member]]) };
  return {
    ...NO_EFFECTS,
    moves: moveAll([member], from.id, to.id, 1),
    added: [
      ...link(input, 'must', joiningPairs(own, to)),
      ...link(
        input,
        'cannot',
        staying.map((ordinal): Pair => [article, ordinal]),
      ),
    ],
  };
}
