import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';

/**
 * Chooses whose sentences are compared word by word, at most `STORY_LIMITS.alignedMembers`: the earliest of each
 * reprint group first, as copies say the same; then the other members. In story order, so always the same choice.
 */
export function selectCompared(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  const groups = new Set<string>();
  members.forEach(({ article }, i) => {
    const group = groupOf.get(article.id) ?? article.id;
    if (groups.has(group) || chosen.size >= STORY_LIMITS.alignedMembers) return;
    groups.add(group);
    chosen.add(i);
  });
  for (let i = 0; i < members.length && chosen.size < STORY_LIMITS.alignedMembers; i++) chosen.add(i);
  return chosen;
}
