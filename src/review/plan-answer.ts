import type { Pair } from './constraints';
import { type Effects, NO_EFFECTS } from './effects';
import { chainOf, likestPair, link, SPOKESMEN } from './links';
import { representatives } from './pairs';
import { type PlanInput, type Senseless, storyOf } from './plan-input';
import { planMerge, planSplit } from './plan-membership';
import { takeSide } from './take-side';

/** Articles, or two stories, belong together. */
export function planConfirm(
  input: PlanInput,
  ids: readonly string[],
  articles: readonly number[],
): Effects | Senseless {
  const [into, ...from] = ids;
  const members = new Map(ids.flatMap((id) => [...storyOf(input, id).members]));
  if (articles.some((ordinal) => !members.has(ordinal)))
    return { path: 'articleIds', message: 'must be articles of the stories named' };
  if (from.length > 0) return planMerge(input, into, from, articles);
  const [hub] = representatives(members, 2).filter(
    (ordinal) => articles.length !== 1 || ordinal !== articles[0],
  );
  if (hub === undefined || members.size < 2)
    return { path: 'stories', message: 'must be a story of two articles or more' };
  const chosen =
    articles.length >= 2 ? articles : [hub, ...(articles.length === 1 ? articles : members.keys())];
  return { ...NO_EFFECTS, added: link(input, 'must', chainOf(chosen)) };
}

/** Two articles, or two stories, never belong together. */
export function planReject(
  input: PlanInput,
  ids: readonly string[],
  articles: readonly number[],
): Effects | Senseless {
  const stories = ids.map((id) => storyOf(input, id));
  const [left, right] = stories;
  const members = new Map(stories.flatMap((story) => [...story.members]));
  const [a, b] = articles;
  if (
    articles.some((ordinal) => !members.has(ordinal)) ||
    (articles.length > 0 && (articles.length !== 2 || a === b))
  )
    return { path: 'articleIds', message: 'must be two articles of the stories named' };
  if (!right) {
    if (articles.length === 0) return { path: 'articleIds', message: 'must name the two articles' };
    return planSplit(input, left, takeSide(left.members, [a, b], input.constraints), 'articleIds', [[a, b]]);
  }
  const pairs = representatives(left.members, SPOKESMEN).flatMap((x) =>
    representatives(right.members, SPOKESMEN).map((y): Pair => [x, y]),
  );
  const named: Pair[] = articles.length === 2 ? [[a, b]] : [];
  return { ...NO_EFFECTS, added: link(input, 'cannot', [...named, ...likestPair(left, right), ...pairs]) };
}
