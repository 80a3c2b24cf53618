import type { Member } from '../matching/story-view';
import { ledgerKeys } from './keys';
import { decodeMember } from './member-codec';
import type { Store } from './store';

/** One member of a story, without reading the others; undefined when the article is not in it. One round trip. */
export async function readStoryMember(
  store: Store,
  collection: string,
  storyId: string,
  ordinal: number,
): Promise<Member | undefined> {
  const key = ledgerKeys(collection).story(storyId);
  const bytes = await store.redis.hgetBuffer(key, `m:${ordinal}`);
  return bytes === null ? undefined : decodeMember(key, ordinal, bytes);
}

/** The error that parked an article, as the worker wrote it; undefined when it is not parked. */
export async function readFailure(
  store: Store,
  collection: string,
  ordinal: number,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const json = await store.redis.hget(ledgerKeys(collection).failures, String(ordinal));
  return json === null ? undefined : (JSON.parse(json) as Record<string, unknown>);
}
