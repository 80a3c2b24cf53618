import { membersAsOf, readLog } from '../store/membership-log';
import { readStoryVersion } from '../store/story-documents';
import { buildStory } from '../story/build-story';
import type { CanonicalStory } from '../story/canonical-story';
import type { PipelineContext } from './context';
import { loadMembers } from './load-members';

/**
 * A story as of a published version: its members of then, at their revisions of then, put together again. Undefined where there was
 * no such version. Related stories are those of today's links and are left out.
 */
export async function rebuildVersion(
  context: Pick<PipelineContext, 'store' | 'cleaned' | 'detectLanguage' | 'settings'>,
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
    rules: (await context.settings(collection)).rules,
    related: [],
    updatedAtMs: published.at,
  });
}
