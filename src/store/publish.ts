import type { RedisValue } from 'ioredis';
import type { CanonicalStory } from '../story/canonical-story';
import type { StoryChange } from '../story/diff-stories';
import type { StillCarried } from '../story/still-carried';
import { encodeJson } from './document-codec';
import { ledgerKeys } from './keys';
import type { Store } from './store';
import type { StoryVersion } from './story-documents';
import { summarise } from './story-list';

/** The kinds of event about one story that publishing it gives rise to. */
export type StoryEventType =
  | 'story.created'
  | 'story.updated'
  | 'story.merged'
  | 'story.split'
  | 'story.retracted';

/** What an event says is new; merges and splits also say which stories. */
export type EventChange = StoryChange & {
  readonly from?: string | readonly string[];
  readonly into?: string | readonly string[];
  /** Of a split: the story each moved article is in now. */
  readonly articleStories?: Readonly<Record<string, string>>;
  /** Articles that were withdrawn, with the members that still carry their sentences. */
  readonly withdrawn?: readonly {
    readonly articleId: string;
    readonly stillCarriedBy: readonly StillCarried[];
  }[];
};

/** A document ready to be stored together with its events. */
export interface Publication {
  readonly story: CanonicalStory;
  readonly ledgerVersion: number;
  /** Ledger version of the document this one follows; 0 for the first. */
  readonly previousLedgerVersion: number;
  readonly change: StoryChange;
  readonly events: readonly { readonly type: StoryEventType; readonly change: EventChange }[];
  /** Stories whose documents become redirects to this one. */
  readonly absorbed: readonly string[];
  /** Stories the document before named as related and this one does not. */
  readonly unrelated: readonly string[];
}

/** `stale`: another worker published meanwhile. `changed`: the story ended or came back meanwhile. */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly eventIds: readonly string[] }
  | { readonly kind: 'stale' | 'changed' };

/** Stores a document, its version and its events with one script. */
export async function publishStory(store: Store, publication: Publication): Promise<PublishOutcome> {
  const { story, change, ledgerVersion } = publication;
  const at = store.clock();
  const version: StoryVersion = { version: story.version, ledgerVersion, at, change };
  const updatedMs = Date.parse(story.updatedAt ?? '') || at;
  const events = publication.events.flatMap((event) => [
    event.type,
    encodeJson({ story, change: event.change, timestamp: new Date(at).toISOString() }),
  ]);
  return callPublish(store, story.collection, story.id, [
    ledgerVersion,
    publication.previousLedgerVersion,
    story.version,
    encodeJson(story),
    JSON.stringify(summarise(story)),
    JSON.stringify(version),
    story.status === 'active' ? 'a' : 'r',
    '',
    updatedMs,
    Date.parse(story.firstPublishedAt ?? '') || at,
    story.counts.articles,
    at + store.debounceMs,
    store.eventsMaxLength,
    publication.events.length,
    ...events,
    publication.absorbed.length,
    ...publication.absorbed,
    story.related.length,
    ...story.related.flatMap(({ storyId, probability }) => [storyId, probability]),
    publication.unrelated.length,
    ...publication.unrelated,
  ]);
}

/** Marks a story as needing no document at its present version: it ended before it had one, or its survivor speaks for it. */
export async function settleStory(
  store: Store,
  collection: string,
  id: string,
  state: {
    readonly ledgerVersion: number;
    readonly previousLedgerVersion: number;
    readonly status: 'a' | 'm' | 'r';
  },
): Promise<PublishOutcome> {
  const { ledgerVersion, previousLedgerVersion, status } = state;
  const again = store.clock() + store.debounceMs;
  const args = [
    ledgerVersion,
    previousLedgerVersion,
    0,
    '',
    '',
    '',
    status,
    '',
    0,
    0,
    0,
    again,
    1,
    0,
    0,
    0,
    0,
  ];
  return callPublish(store, collection, id, args);
}

async function callPublish(
  store: Store,
  collection: string,
  id: string,
  args: readonly RedisValue[],
): Promise<PublishOutcome> {
  const keys = ledgerKeys(collection);
  const [kind, ...eventIds] = await store.redis.publishStory(
    keys.dirty,
    keys.events,
    keys.byUpdated,
    keys.byFirst,
    keys.bySize,
    keys.prefix,
    id,
    ...args,
  );
  return kind === 'ok' ? { kind: 'published', eventIds } : { kind: kind as 'stale' | 'changed' };
}
