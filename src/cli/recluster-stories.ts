import { toChunks } from '../queue/producer';
import { ledgerKeys } from '../store/keys';
import { type LedgerStoryWithMembers, readPlacements, readStories } from '../store/ledger';
import type { Store } from '../store/store';

const READ_AT_ONCE = 200;

/** The ordinals of a collection, in the order of acceptance. */
export async function readOrdinalsInOrder({ redis }: Store, collection: string): Promise<number[]> {
  return (await redis.zrange(ledgerKeys(collection).arrivals, '0', '-1')).map(Number);
}

/** The stories that have these articles, whole: some 300 bytes an article. */
export async function readStoriesOf(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<LedgerStoryWithMembers[]> {
  const ids = new Set<string>();
  for (const chunk of toChunks(ordinals, READ_AT_ONCE))
    for (const { storyId } of await readPlacements(store, collection, chunk))
      if (storyId !== undefined) ids.add(storyId);
  const stories: LedgerStoryWithMembers[] = [];
  for (const chunk of toChunks([...ids], READ_AT_ONCE))
    for (const story of await readStories(store, collection, chunk))
      if (story?.status === 'active') stories.push(story);
  return stories;
}
