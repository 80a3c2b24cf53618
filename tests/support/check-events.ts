import { readEvents, type StoredEvent } from '../../src/store/events';
import type { Store } from '../../src/store/store';
import type { CanonicalStory } from '../../src/story/canonical-story';
import { type StoryRecord, sameEntries } from './check-story';

/** What a subscriber knows of one story. */
interface Followed {
  readonly version: number;
  readonly articles: ReadonlyMap<string, number>;
}

interface EventData {
  readonly story: CanonicalStory;
  readonly change: { readonly from?: string | readonly string[] };
}

const MOST_EVENTS = 100_000;

/** Checks that following the events leads to the very stories that are there. Answers the number of events. */
export async function checkEvents(
  store: Store,
  collection: string,
  records: ReadonlyMap<string, StoryRecord>,
  problems: string[],
): Promise<number> {
  const events = (await readEvents(store, collection, '0-0', MOST_EVENTS)).filter(({ type }) =>
    type.startsWith('story.'),
  );
  const known = followEvents(events, problems);
  for (const [id, { status, document }] of records) {
    const followed = known.get(id);
    if (status !== 'active') {
      if (followed) problems.push(`${id} is ${status}, and its events never said so`);
    } else if (!followed) {
      problems.push(`${id} is active, and its events do not say so`);
    } else if (document) {
      if (followed.version !== document.version)
        problems.push(`${id} is at ${document.version}, its events end at ${followed.version}`);
      if (!sameEntries(followed.articles, document.articles))
        problems.push(`${id} has other articles than its events say`);
    }
  }
  for (const id of known.keys()) if (!records.has(id)) problems.push(`events speak of unknown story ${id}`);
  return events.length;
}

/** The stories a subscriber ends up with; adds to `problems` what it could not make sense of on the way. */
function followEvents(events: readonly StoredEvent[], problems: string[]): Map<string, Followed> {
  const known = new Map<string, Followed>();
  const seen = new Set<string>();
  const newest = new Map<string, number>();
  for (const { id, type, data } of events) {
    const { story, change } = data as unknown as EventData;
    const once = `${type} ${story.id} ${story.version}`;
    if (seen.has(once)) problems.push(`${once} happened twice, again at ${id}`);
    seen.add(once);
    const before = newest.get(story.id) ?? 0;
    if (story.version !== before && story.version !== before + 1)
      problems.push(`${once} at ${id} follows version ${before}`);
    if (type === 'story.created' && known.has(story.id))
      problems.push(`${once} at ${id}: it is known already`);
    if (before === 0 && type !== 'story.created' && type !== 'story.retracted' && type !== 'story.merged')
      problems.push(`${once} at ${id} comes before its story was created`);
    newest.set(story.id, story.version);
    if (type === 'story.merged') for (const gone of [change.from ?? []].flat()) known.delete(gone);
    if (type === 'story.retracted') known.delete(story.id);
    else {
      const articles = new Map(story.articles.map(({ id: article, revision }) => [article, revision]));
      known.set(story.id, { version: story.version, articles });
    }
  }
  return known;
}
