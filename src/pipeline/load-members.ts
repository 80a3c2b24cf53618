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

/** About 10 kB an entry, so 20 MB when full. */
const CACHED_ARTICLES = 2_000;

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

/** The members of several stories with their texts, in one round trip. */
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
  const bodies = await readBodies(store, collection, [...missing.values()]);
  const fresh = new Map(
    [...missing.keys()].flatMap((key, i): [string, CleanedArticle][] => {
      const article = bodies[i];
      return article ? [[key, { article, clean: cleanArticle(article, detectLanguage) }]] : [];
    }),
  );
  return lists.map((members) =>
    members.flatMap((member) => {
      const key = cleanedCacheKey(collection, member);
      const found = fresh.get(key) ?? cleaned.get(key);
      if (!found) return [];
      cleaned.set(key, found);
      return [{ ...found, probability: member.probability, joinedAtMs: member.joinedAtMs }];
    }),
  );
}
