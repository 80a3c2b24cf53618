import type { ArticleRole } from './canonical-story';
import { type StoryMember, sourceKey } from './member';

/**
 * A copy that adds this many sentences of its own, or this share of its sentences, extends the text. Less is what
 * bad conversion makes of a reprint: a heading run into a sentence, a caption.
 */
const EXTENSION_SENTENCES = 4;
const EXTENSION_SHARE = 0.1;

/**
 * What each member is to the story, in story order:
 * - `origin`: the article it began with;
 * - `update`: a later article of an outlet that already has one here, with something new in it;
 * - `extension`: a copy of another member with sentences of its own;
 * - `reprint`: a copy of another member;
 * - `rewrite`: a report in words of its own.
 */
export function assignRoles(
  members: readonly StoryMember[],
  groupOf: ReadonlyMap<string, string>,
  newSentences: readonly number[],
  originId: string | undefined,
): ArticleRole[] {
  const seenGroups = new Set<string>();
  const seenSources = new Set<string>();
  return members.map((member, i) => {
    const { id } = member.article;
    const group = groupOf.get(id) ?? id;
    const added = newSentences[i];
    const again = seenSources.has(sourceKey(member));
    // The first of its group is a copy only when the origin, credited but later, is in the same group.
    const copy = seenGroups.has(group) || groupOf.get(originId ?? '') === group;
    seenSources.add(sourceKey(member));
    const first = !seenGroups.has(group);
    seenGroups.add(group);
    if (id === originId) return 'origin';
    if (again && added > 0) return 'update';
    if (!copy) return 'rewrite';
    return !first && extendsText(added, member.clean.sentences.length) ? 'extension' : 'reprint';
  });
}

function extendsText(added: number, sentences: number): boolean {
  return added >= EXTENSION_SENTENCES || (added > 0 && added / sentences >= EXTENSION_SHARE);
}
