import { bodyKey } from './keys';
import { execPipeline, openSpreadPipeline } from './pipeline';
import type { Store } from './store';

/** The ids of articles by ordinal, in one round trip; an article past retention has none. */
export async function readArticleIds(
  store: Store,
  collection: string,
  ordinals: Iterable<number>,
): Promise<Map<number, string>> {
  const distinct = [...new Set(ordinals)];
  if (distinct.length === 0) return new Map();
  const pipeline = openSpreadPipeline(store.redis);
  for (const ordinal of distinct) pipeline.hget(bodyKey(collection, ordinal), 'id');
  const ids = await execPipeline<string | null>(pipeline);
  return new Map(distinct.flatMap((ordinal, i) => (ids[i] === null ? [] : [[ordinal, ids[i]]])));
}
