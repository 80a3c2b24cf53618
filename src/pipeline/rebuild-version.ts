import { membersAsOf, readLog } from '../store/membership-log';
import { readStoryVersion } from '../store/story-documents';
import { buildStory } from '../story/build-story';
import type { CanonicalStory } from '../story/canonical-story';
import { DEFAULT_STORY_RULES } from '../story/story-rules';
import type { PipelineContext } from './context';
import { loadMembers } from './load-members';

/**
 * A story as of a published version: its members of then, at their revisions of then, put together again by the rules of then.
 * Undefined where there was no such version. Articles past retention are missing from it.
 */
export async function rebuildVersion(
  context: Pick<PipelineContext, 'store' | 'cleaned' | 'detectLanguage'>,
  collection: string,
  storyId: string,
  version: number,
): Promise<CanonicalStory | undefined> {
  const published = await readStoryVersion(context.store, collection, storyId, version);
  if (!published) return undefined;
  const log = await readLog(context.store, collection, storyId, 0);
  const members = await loadMembers(context, collection, membersAsOf(log, published.ledgerVersion));
  return buildStory({
    id: storyId,
    collection,
    version,
    status: members.length === 0 ? 'retracted' : 'active',
    members,
    rules: published.rules ?? DEFAULT_STORY_RULES,
    related: published.related ?? [],
    updatedAtMs: published.at,
  });
}
