import type { RedisValue } from 'ioredis';
import type { CanonicalStory } from '../story/canonical-story';
import type { StoryChange } from '../story/diff-stories';
import type { StillCarried } from '../story/still-carried';
import type { StoryRules } from '../story/story-rules';
import { ledgerKeys } from './keys';
import { execPipeline } from './pipeline';
import { longestPauseMs, settleMs } from './settle-time';
import type { Store } from './store';
import { encodeStory, encodeStoryEvent, shareStory } from './story-codec';
import type { StoryVersion, VersionEvent } from './story-documents';
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
  /** What its fields were chosen by; absent where those are the rules of the service and nothing is pinned. */
  readonly rules?: StoryRules;
  readonly ledgerVersion: number;
  /** Ledger version of the document this one follows; 0 for the first. */
  readonly previousLedgerVersion: number;
  readonly change: StoryChange;
  /** Of a second version: what the first said was new. The entry of the first leaves that to the document until then. */
  readonly firstChange?: StoryChange;
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

/** A story that needs no document at its present version: it ended before it had one, or its survivor speaks for it. */
export interface Settlement {
  readonly storyId: string;
  readonly ledgerVersion: number;
  readonly previousLedgerVersion: number;
  readonly status: 'a' | 'm' | 'r';
}

/**
 * Stores documents, each with its version and its events in one script call, and settles the stories that need none. Each stands
 * alone; one round trip for all of them.
 */
export async function publishStories(
  store: Store,
  collection: string,
  due: readonly (Publication | Settlement)[],
): Promise<PublishOutcome[]> {
  if (due.length === 0) return [];
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const one of due) {
    const args = 'story' in one ? publicationArgs(store, one) : settlementArgs(store, one);
    const { dirty, events, byUpdated, byFirst, bySize, prefix } = keys;
    pipeline.publishStory(dirty, events, byUpdated, byFirst, bySize, prefix, ...args);
  }
  const replies = await execPipeline<string[]>(pipeline);
  return replies.map(([kind, ...eventIds]) =>
    kind === 'ok' ? { kind: 'published', eventIds } : { kind: kind as 'stale' | 'changed' },
  );
}

/** What `publishStory.lua` takes from the story's id on. */
function publicationArgs(store: Store, publication: Publication): RedisValue[] {
  const { story, firstChange, ledgerVersion } = publication;
  const at = Date.parse(story.updatedAt ?? '') || store.clock();
  const timestamp = new Date(store.clock()).toISOString();
  const shared = shareStory(story);
  return [
    story.id,
    ledgerVersion,
    publication.previousLedgerVersion,
    story.version,
    encodeStory(shared),
    JSON.stringify(summarise(story)),
    encodeVersion(publication, at),
    story.status === 'active' ? 'a' : 'r',
    '',
    at,
    Date.parse(story.firstPublishedAt ?? '') || at,
    story.counts.articles,
    ...pauses(store, story.counts.articles),
    store.eventsMaxLength,
    firstChange ? JSON.stringify(firstChange) : '',
    publication.events.length,
    ...publication.events.flatMap(({ type, change }) => [
      type,
      encodeStoryEvent(shared, { story, change, timestamp }),
    ]),
    publication.absorbed.length,
    ...publication.absorbed,
    story.related.length,
    ...story.related.flatMap(({ storyId, probability }) => [storyId, probability]),
    publication.unrelated.length,
    ...publication.unrelated,
  ];
}

/** A version without what it changed where it is the first: all that its document says, and that is not written twice. */
function encodeVersion({ story, change, events, rules, ledgerVersion }: Publication, at: number): string {
  return JSON.stringify({
    ...{ version: story.version, ledgerVersion, at },
    ...(story.version === 1 ? {} : { change }),
    events: events.map(toVersionEvent),
    ...(rules ? { rules } : {}),
    ...(story.related.length > 0 ? { related: story.related } : {}),
  } satisfies Omit<StoryVersion, 'change'> & Partial<StoryVersion>);
}

function toVersionEvent({ type, change }: Publication['events'][number]): VersionEvent {
  const { from, into, articleStories, withdrawn } = change;
  return {
    type,
    ...(from === undefined ? {} : { from }),
    ...(into === undefined ? {} : { into }),
    ...(articleStories ? { articleStories } : {}),
    ...(withdrawn ? { withdrawn } : {}),
  };
}

function settlementArgs(store: Store, settlement: Settlement): RedisValue[] {
  const { storyId, ledgerVersion, previousLedgerVersion, status } = settlement;
  return [
    ...[storyId, ledgerVersion, previousLedgerVersion, 0, '', '', '', status, ''],
    ...[0, 0, 0, ...pauses(store, 0), 1, '', 0, 0, 0, 0],
  ];
}

/** Now, how long a story of so many members is let settle, and up to how long while it keeps changing; in whole milliseconds. */
const pauses = ({ clock, debounceMs }: Store, members: number): number[] => [
  Math.ceil(clock()),
  Math.ceil(settleMs(debounceMs, members)),
  Math.ceil(longestPauseMs(debounceMs)),
];
