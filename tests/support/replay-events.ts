import type { Service } from './service';

/** An event as a client reads it. */
export interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly story: {
      readonly id: string;
      readonly version: number;
      readonly status: string;
      readonly articles: { id: string }[];
    };
    readonly change: {
      readonly articles: { added: { id: string }[]; removed: string[] };
      readonly from?: string | string[];
      readonly into?: string | string[];
      readonly articleStories?: Record<string, string>;
    };
  };
}

/** What a subscriber knows of a story from the changes alone. */
export interface ReplayedStory {
  version: number;
  /** Merged away or retracted. Its next version, if it comes back, follows from this one. */
  ended: boolean;
  readonly articles: Set<string>;
}

/** Every event that is kept, page by page. */
export async function readAllEvents(service: Service, query = ''): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for (let after = '0'; ; ) {
    const answer = await service.request(`/v1/events?after=${after}&limit=500&${query}`);
    const page = (await answer.json()) as { items: ReadEvent[]; nextCursor: string };
    if (page.items.length === 0) return events;
    events.push(...page.items);
    after = page.nextCursor;
  }
}

/**
 * Rebuilds every story's membership and version from the changes of its events, without a look at the documents in them.
 *
 * @throws Error at the first event that does not follow from those before it.
 */
export function replayEvents(events: readonly ReadEvent[]): Map<string, ReplayedStory> {
  const stories = new Map<string, ReplayedStory>();
  for (const { id, type, data } of events) {
    if (!type.startsWith('story.')) continue;
    const { story, change } = data;
    const fail = (why: string): never => {
      throw new Error(`${type} ${id} of ${story.id} version ${story.version}: ${why}`);
    };
    const known = stories.get(story.id) ?? { version: 0, ended: false, articles: new Set<string>() };
    // A story that was merged and split at once tells of one version in two events.
    if (story.version !== known.version + 1 && story.version !== known.version)
      fail(`follows version ${known.version}`);
    if (story.version === known.version + 1) {
      for (const { id: article } of change.articles.added) {
        if (known.articles.has(article)) fail(`${article} joined twice`);
        known.articles.add(article);
      }
      for (const article of change.articles.removed) {
        if (!known.articles.delete(article)) fail(`${article} left and was not there`);
      }
    }
    known.version = story.version;
    known.ended = type === 'story.retracted';
    stories.set(story.id, known);
    const told = story.articles.map((article) => article.id);
    if (told.length !== known.articles.size || told.some((article) => !known.articles.has(article))) {
      fail(`its document has ${told.join(', ')}, its changes lead to ${[...known.articles].join(', ')}`);
    }
    if (type !== 'story.merged') continue;
    for (const gone of [change.from ?? []].flat()) {
      const merged = stories.get(gone);
      if (merged) merged.ended = true;
    }
  }
  return new Map([...stories].filter(([, { ended }]) => !ended));
}
