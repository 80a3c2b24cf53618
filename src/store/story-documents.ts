import type { CanonicalStory, RelatedStory } from '../story/canonical-story';
import { diffStories, type StoryChange } from '../story/diff-stories';
import type { StoryRules } from '../story/story-rules';
import { ledgerKeys } from './keys';
import { readStoryHeads } from './ledger';
import { execPipeline } from './pipeline';
import type { EventChange } from './publish';
import type { Store } from './store';
import { decodeStory } from './story-codec';

/** What a client gets who asks for a story by id. */
export type StoryDocument =
  | { readonly kind: 'story'; readonly story: CanonicalStory }
  /** It was merged into another, which may itself have been merged since. */
  | { readonly kind: 'merged'; readonly into: string }
  /** The ledger has it, its first document is still to come. */
  | { readonly kind: 'unpublished' };

/** An event of a version: what it says beyond the change of the document. */
export type VersionEvent = { readonly type: string } & Omit<EventChange, keyof StoryChange>;

/** One published version of a story. */
export interface StoryVersion {
  readonly version: number;
  /** The ledger version its members are as of. */
  readonly ledgerVersion: number;
  readonly at: number;
  readonly change: StoryChange;
  /** The events that told of it, with the stories that were merged or split and the articles that were withdrawn. */
  readonly events?: readonly VersionEvent[];
  /** What its fields were chosen by, with the articles pinned then; absent where that were the rules of the service. */
  readonly rules?: StoryRules;
  readonly related?: readonly RelatedStory[];
}

/** The newest published document of a story, with the ledger version it was built from. */
export interface PublishedStory {
  readonly story: CanonicalStory;
  readonly ledgerVersion: number;
}

/** The newest published document; undefined before the first. Its status is `merged` once its story speaks through another. */
export async function readPublished(
  store: Store,
  collection: string,
  id: string,
): Promise<PublishedStory | undefined> {
  const [published] = await readAllPublished(store, collection, [id]);
  return published;
}

/** The newest published document of each story, in order, in one round trip. */
export async function readAllPublished(
  store: Store,
  collection: string,
  ids: readonly string[],
): Promise<(PublishedStory | undefined)[]> {
  if (ids.length === 0) return [];
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const id of ids) pipeline.hmgetBuffer(keys.document(id), 'd', 'lv', 'st');
  const rows = await execPipeline<(Buffer | null)[]>(pipeline);
  return rows.map(([bytes, ledgerVersion, status], i) => {
    if (!bytes || !ledgerVersion) return undefined;
    const story = decodeStory(keys.document(ids[i]), 'd', bytes);
    const isMerged = status?.toString() === 'm';
    return {
      story: isMerged ? { ...story, status: 'merged' } : story,
      ledgerVersion: Number(ledgerVersion.toString()),
    };
  });
}

/** A story by id; undefined where there never was one, or it is past retention. */
export async function readStoryDocument(
  store: Store,
  collection: string,
  id: string,
): Promise<StoryDocument | undefined> {
  const key = ledgerKeys(collection).document(id);
  const [bytes, status, into] = await store.redis.hmgetBuffer(key, 'd', 'st', 'into');
  if (status?.toString() === 'm') return { kind: 'merged', into: into?.toString() ?? '' };
  if (bytes) return { kind: 'story', story: await linkRelated(store, decodeStory(key, 'd', bytes)) };
  const [head] = await readStoryHeads(store, collection, [id]);
  if (!head) return undefined;
  return head.into === undefined ? { kind: 'unpublished' } : { kind: 'merged', into: head.into };
}

const RELATED_SHOWN = 10;

/**
 * Adds the stories that name this one as related since its document was written, and leaves out those that have ended: an edge
 * is found by the later article, so the earlier story cannot know of it by itself.
 */
async function linkRelated(store: Store, story: CanonicalStory): Promise<CanonicalStory> {
  const backLinks = await store.redis.hgetall(ledgerKeys(story.collection).backLinks(story.id));
  const linked = new Map(story.related.map(({ storyId, probability }) => [storyId, probability]));
  for (const [storyId, probability] of Object.entries(backLinks)) {
    linked.set(storyId, Math.max(Number(probability), linked.get(storyId) ?? 0));
  }
  const strongest = [...linked]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2 * RELATED_SHOWN);
  const heads = await readStoryHeads(
    store,
    story.collection,
    strongest.map(([storyId]) => storyId),
  );
  const related = strongest
    .filter((_, i) => heads[i]?.status === 'active')
    .map(([storyId, probability]) => ({ storyId, probability }))
    .slice(0, RELATED_SHOWN);
  return { ...story, related };
}

/** Follows merges to the story that survives. Chains are as long as merges happened, so this stops at 100. */
export async function resolveStoryId(store: Store, collection: string, id: string): Promise<string> {
  let survivor = id;
  for (let hops = 0; hops < 100; hops++) {
    const [head] = await readStoryHeads(store, collection, [survivor]);
    if (head?.into === undefined) return survivor;
    survivor = head.into;
  }
  return survivor;
}

/** Published versions, newest first; `before` is the version to continue below. Those of a living story that are past retention are gone. */
export async function readStoryVersions(
  store: Store,
  collection: string,
  id: string,
  page: { readonly limit: number; readonly before?: number },
): Promise<StoryVersion[]> {
  const keys = ledgerKeys(collection);
  const key = keys.published(id);
  // Together, or versions that go in between would shift the places of the others.
  const look = store.redis.multi().hget(keys.document(id), 'gone').llen(key);
  const [gone, kept] = await execPipeline<string | number | null>(look);
  const newest = Number(gone ?? 0) + Number(kept);
  const last = Math.min(newest, (page.before ?? newest + 1) - 1) - Number(gone ?? 0);
  if (last < 1) return [];
  const rows = await store.redis.lrange(key, Math.max(0, last - page.limit), last - 1);
  const versions = rows.map((row) => JSON.parse(row) as StoredVersion).reverse();
  const [{ version, change }] = versions;
  if (change) return versions as StoryVersion[];
  const published = await readPublished(store, collection, id);
  if (!published) return [];
  // Another was published meanwhile, and the first says itself now what it changed.
  if (published.story.version !== version) return readStoryVersions(store, collection, id, page);
  return [{ ...versions[0], change: diffStories(undefined, published.story) }];
}

/** A version as stored: the first says what it changed when there is a second, and until then its document says it. */
type StoredVersion = Omit<StoryVersion, 'change'> & { readonly change?: StoryChange };

/** One published version; undefined where there is none of that number. */
export async function readStoryVersion(
  store: Store,
  collection: string,
  id: string,
  version: number,
): Promise<StoryVersion | undefined> {
  const [found] = await readStoryVersions(store, collection, id, { limit: 1, before: version + 1 });
  return found?.version === version ? found : undefined;
}
