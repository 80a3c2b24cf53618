import { type ReadEvent, replayEvents } from '../tests/support/replay-events';
import { readAllPages, sendUntilAnswered, type Target } from './client';
import type { Receiver } from './receiver';
import type { Subscriber } from './subscriber';
import type { Promised } from './workload';

/** What a run left behind, as its clients see it. */
export interface Seen {
  readonly target: Target;
  readonly promised: ReadonlyMap<string, Promised>;
  readonly subscribers: readonly Subscriber[];
  /** Absent where there is no webhook. */
  readonly receiver: Receiver | undefined;
}

/** What was found about one collection. */
export interface Checked {
  readonly problems: readonly string[];
  /** Articles that were accepted and have no final state, or not the one that was promised. */
  readonly lost: number;
  /** Articles in two stories, events told twice, stories told of twice. */
  readonly doubled: number;
  /** Ids of articles by story, sorted, without poison. */
  readonly stories: readonly string[];
  readonly events: number;
  readonly deliveries: number;
}

interface ArticleWire {
  readonly status: string;
  readonly title: string;
  readonly storyId?: string;
}

/** Checks a collection through HTTP alone, against what its clients were promised. */
export async function checkCollection(seen: Seen, collection: string): Promise<Checked> {
  const problems: string[] = [];
  const mine = [...seen.promised.values()].filter((one) => one.collection === collection);
  const listed = await readAllPages<{ id: string }>(
    seen.target,
    `/v1/stories?collection=${collection}&limit=200`,
  );
  const places = new Map<string, string[]>();
  for (const { id } of listed) {
    const articles = await readAllPages<{ id: string }>(
      seen.target,
      `/v1/stories/${id}/articles?collection=${collection}&limit=100`,
    );
    for (const article of articles) places.set(article.id, [...(places.get(article.id) ?? []), id]);
  }
  const setAside = await readStoriesSetAside(seen.target, collection);
  let lost = 0;
  for (const promised of mine) {
    const problem = await checkArticle(seen.target, promised, places.get(promised.id) ?? [], setAside);
    if (problem === undefined) continue;
    lost++;
    problems.push(`${collection}: article ${promised.id} ${problem}`);
  }
  const twice = [...places].filter(([, stories]) => stories.length > 1);
  problems.push(
    ...twice.map(([id, stories]) => `${collection}: article ${id} is in ${stories.join(' and ')}`),
  );
  const poisons = new Set(mine.flatMap(({ id, poison }) => (poison === undefined ? [] : [id])));
  const stories = listed.flatMap(({ id }) => {
    const members = [...places].flatMap(([article, of]) =>
      of.includes(id) && !poisons.has(article) ? [article] : [],
    );
    return members.length === 0 ? [] : [members.sort().join(' ')];
  });
  const told = await checkEvents(seen, collection, places);
  problems.push(...told.problems);
  return {
    ...{ problems, lost, stories: stories.sort() },
    ...{ doubled: twice.length + told.doubled, events: told.events, deliveries: told.deliveries },
  };
}

async function checkArticle(
  target: Target,
  promised: Promised,
  stories: readonly string[],
  setAside: ReadonlySet<string>,
): Promise<string | undefined> {
  const path = `/v1/articles/${encodeURIComponent(promised.id)}?collection=${promised.collection}`;
  const answer = await sendUntilAnswered(target, path);
  if (answer.status !== 200) return `was accepted, and is answered ${answer.status}`;
  const { status, title, storyId } = answer.body as unknown as ArticleWire;
  // A worker that was given another fault does not feel the poison; who builds its story may, and sets that aside instead.
  const isPoison = promised.poison !== undefined;
  if (isPoison && (status === 'failed' || (stories.length === 0 && setAside.has(storyId ?? ''))))
    return undefined;
  if (status !== (promised.withdrawn ? 'withdrawn' : 'clustered')) return `is ${status}`;
  if (title !== promised.title) return `has the title "${title}" and not "${promised.title}"`;
  if (stories.join() !== (storyId ?? ''))
    return `says it is in ${storyId}, and is listed in ${stories.join()}`;
  return undefined;
}

/** Ids of the stories whose documents could not be built. */
async function readStoriesSetAside(target: Target, collection: string): Promise<Set<string>> {
  const path = `/admin/api/failures?collection=${collection}&limit=500`;
  const failures = await readAllPages<{ storyId: string | null }>(target, path);
  return new Set(failures.flatMap(({ storyId }) => storyId ?? []));
}

/** The events lead to the stories there are; every subscriber had them all, in order, once; every webhook had them at least once. */
async function checkEvents(seen: Seen, collection: string, places: ReadonlyMap<string, readonly string[]>) {
  const problems: string[] = [];
  const events = await readAllPages<ReadEvent>(
    seen.target,
    `/v1/events?collection=${collection}&limit=500`,
    '0',
  );
  try {
    const replayed = replayEvents(events);
    const members = [...replayed].flatMap(([id, story]) =>
      [...story.articles].map((article) => `${article} ${id}`),
    );
    const placed = [...places].flatMap(([article, stories]) => stories.map((id) => `${article} ${id}`));
    if (members.sort().join() !== placed.sort().join())
      problems.push(`${collection}: its events lead to other stories than there are`);
  } catch (error) {
    problems.push(`${collection}: its events cannot be followed: ${String(error)}`);
  }
  const ids = events.map(({ id }) => id);
  const once = events.map(({ type, data }) => `${type} ${data.story?.id} ${data.story?.version}`);
  const repeated = once.filter((name, i) => name.startsWith('story.') && once.indexOf(name) !== i);
  problems.push(...repeated.map((name) => `${collection}: ${name} happened twice`));
  for (const subscriber of seen.subscribers.filter((one) => one.collection === collection)) {
    if (subscriber.ids.join() !== ids.join())
      problems.push(
        `${collection}: a subscriber had ${subscriber.ids.length} of ${ids.length} events, or not in order`,
      );
    if (subscriber.resets() > 0)
      problems.push(`${collection}: a subscriber was told that it had missed events`);
  }
  const { receiver } = seen;
  if (receiver === undefined)
    return { problems, doubled: repeated.length, events: ids.length, deliveries: 0 };
  const missing = ids.filter((id) => !receiver.received.has(`/${collection} msg_${collection}_${id}`));
  if (missing.length > 0)
    problems.push(`${collection}: ${missing.length} of ${ids.length} events were never delivered`);
  const deliveries = [...receiver.received].filter(([name]) => name.startsWith(`/${collection} `));
  return {
    ...{ problems, doubled: repeated.length, events: ids.length },
    deliveries: deliveries.reduce((sum, [, times]) => sum + times, 0),
  };
}
