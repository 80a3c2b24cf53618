import { LRUCache } from 'lru-cache';
import type { Article } from '../article';
import { type BodyRequest, readBodies } from '../store/articles';
import type { PastMember } from '../store/membership-log';
import type { StoryMember } from '../story/member';
import { type CleanArticle, cleanArticle } from '../text/clean-article';
import type { PipelineContext } from './context';

/** An article as it was cleaned. */
export interface CleanedArticle {
  readonly article: Article;
  readonly clean: CleanArticle;
}

/** Cleaned articles by collection, ordinal and revision: members of stories that keep growing. */
export type CleanedCache = LRUCache<string, CleanedArticle>;

/** About 10 kB an entry with what is derived from it, so 40 MB when full. */
const CACHED_ARTICLES = 4_000;

/**
 * Of one story's members only the first so many are cached: were a story larger than the cache, each of its members would push out the
 * one that is asked for next, and all of them would be read every time.
 */
const CACHED_MEMBERS = 3_000;

/** Members read and cleaned in one go: other work of the process gets its turn between two, however large the story. */
const READ_AT_ONCE = 100;

export const createCleanedCache = (): CleanedCache => new LRUCache({ max: CACHED_ARTICLES });

export const cleanedCacheKey = (collection: string, { ordinal, revision }: Required<BodyRequest>): string =>
  `${collection}:${ordinal}:${revision}`;

/** The members of a story with their texts. One whose body is past retention is left out. */
export async function loadMembers(
  context: Pick<PipelineContext, 'store' | 'cleaned' | 'detectLanguage'>,
  collection: string,
  members: readonly PastMember[],
): Promise<StoryMember[]> {
  const [loaded] = await loadMemberLists(context, collection, [members]);
  return loaded;
}

/** The members of several stories with their texts; one round trip for every hundred that are not cached. */
export async function loadMemberLists(
  { store, cleaned, detectLanguage }: Pick<PipelineContext, 'store' | 'cleaned' | 'detectLanguage'>,
  collection: string,
  lists: readonly (readonly PastMember[])[],
): Promise<StoryMember[][]> {
  const missing = new Map<string, PastMember>();
  for (const member of lists.flat()) {
    const key = cleanedCacheKey(collection, member);
    if (!cleaned.has(key)) missing.set(key, member);
  }
  const fresh = new Map<string, CleanedArticle>();
  const wanted = [...missing];
  for (let from = 0; from < wanted.length; from += READ_AT_ONCE) {
    const part = wanted.slice(from, from + READ_AT_ONCE);
    const bodies = await readBodies(
      store,
      collection,
      part.map(([, member]) => member),
    );
    part.forEach(([key], i) => {
      const article = bodies[i];
      if (article) fresh.set(key, { article, clean: cleanArticle(article, detectLanguage) });
    });
  }
  return lists.map((members) =>
    members.flatMap((member, i) => {
      const key = cleanedCacheKey(collection, member);
      const found = fresh.get(key) ?? cleaned.get(key);
      if (!found) return [];
      if (i < CACHED_MEMBERS) cleaned.set(key, found);
      return [{ ...found, probability: member.probability, joinedAtMs: member.joinedAtMs }];
    }),
  );
}
