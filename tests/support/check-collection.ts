import { ledgerKeys } from '../../src/store/keys';
import { readPlacements } from '../../src/store/ledger';
import type { Store } from '../../src/store/store';
import { checkEvents } from './check-events';
import { checkStory, type StoryRecord } from './check-story';
import { findKeys, scanKeys } from './documented-keys';

/** What a collection came to, when all of it holds together. */
export interface CheckedCollection {
  /** Ids of articles by story, each sorted, in the order of the first id. */
  readonly stories: readonly (readonly string[])[];
  readonly articles: number;
  readonly events: number;
}

/**
 * Verifies, from what is in Redis alone, that a collection at rest holds together: every accepted article has a final
 * state and at most one story; story, log, document, published versions and events say the same; nothing waits; no key is unknown.
 *
 * @throws Error that lists everything that does not hold.
 */
export async function checkCollection(store: Store, collection: string): Promise<CheckedCollection> {
  const { problems } = await scanKeys(store.redis, collection);
  const { names, placed } = await checkArticles(store, collection, problems);
  const records = new Map<string, StoryRecord>();
  const prefix = ledgerKeys(collection).story('');
  for (const key of await findKeys(store.redis, `${prefix.replace(/[{}]/g, '\\$&')}*`)) {
    const id = key.slice(prefix.length);
    const record = await checkStory(store, collection, id, names, problems);
    if (record) records.set(id, record);
  }
  checkMembership(placed, records, problems);
  await checkLists(store, collection, records, problems);
  const events = await checkEvents(store, collection, records, problems);
  if (problems.length > 0) {
    throw new Error(
      `Collection ${collection} does not hold together:\n  ${problems.slice(0, 30).join('\n  ')}`,
    );
  }
  const stories = [...records.values()].flatMap(({ members }) =>
    members.size === 0 ? [] : [[...members.keys()].map((ordinal) => names.get(ordinal)!).sort()],
  );
  stories.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return { stories, articles: names.size, events };
}

/** Every article is clustered in a story, withdrawn, or parked with its error; nothing waits. */
async function checkArticles(
  store: Store,
  collection: string,
  problems: string[],
): Promise<{ names: Map<number, string>; placed: Map<number, string> }> {
  const keys = ledgerKeys(collection);
  const ids = await store.redis.hgetall(keys.ids);
  const names = new Map<number, string>();
  for (const [id, ordinal] of Object.entries(ids)) {
    // An alias has the article's own id behind the ordinal.
    if (/^\d+$/.test(ordinal)) names.set(Number(ordinal), id);
  }
  const placed = new Map<number, string>();
  const ordinals = [...names.keys()];
  const placements = await readPlacements(store, collection, ordinals);
  for (const [i, { state, storyId, acceptedRevision, committedRevision }] of placements.entries()) {
    const who = `article ${names.get(ordinals[i])}`;
    if (storyId !== undefined) placed.set(ordinals[i], storyId);
    if (state === 'queued') problems.push(`${who} has no final state`);
    if (state === 'clustered' && storyId === undefined) problems.push(`${who} is clustered in no story`);
    if (state === 'withdrawn' && storyId !== undefined) problems.push(`${who} is withdrawn and in a story`);
    if (state !== 'failed' && acceptedRevision !== committedRevision)
      problems.push(`${who} was accepted at ${acceptedRevision} and decided at ${committedRevision}`);
    const parked = await store.redis.hexists(keys.failures, String(ordinals[i]));
    if ((parked === 1) !== (state === 'failed')) problems.push(`${who} is ${state}, parked: ${parked}`);
  }
  for (const [name, key] of Object.entries({ pending: keys.pending, dirty: keys.dirty })) {
    const left = await store.redis.zrange(key, '0', '-1');
    if (left.length > 0) problems.push(`${name} holds ${left.join(', ')}`);
  }
  return { names, placed };
}

/** Articles and stories name each other, so no article is in two stories. */
function checkMembership(
  placed: ReadonlyMap<number, string>,
  records: ReadonlyMap<string, StoryRecord>,
  problems: string[],
): void {
  for (const [ordinal, id] of placed) {
    if (!records.get(id)?.members.has(ordinal)) problems.push(`${id} lacks its member ${ordinal}`);
  }
  for (const [id, { members, into, status }] of records) {
    for (const ordinal of members.keys()) {
      if (placed.get(ordinal) !== id)
        problems.push(`${ordinal} is a member of ${id} and placed in ${placed.get(ordinal)}`);
    }
    if (status === 'merged' && !records.has(into ?? '')) problems.push(`${id} ended in unknown ${into}`);
  }
}

/** The lists of stories name the active published ones. */
async function checkLists(
  store: Store,
  collection: string,
  records: ReadonlyMap<string, StoryRecord>,
  problems: string[],
): Promise<void> {
  const keys = ledgerKeys(collection);
  const active = [...records].filter(([, { status }]) => status === 'active').map(([id]) => id);
  for (const key of [keys.byUpdated, keys.byFirst, keys.bySize]) {
    const listed = await store.redis.zrange(key, '0', '-1');
    if (listed.sort().join() !== active.sort().join()) problems.push(`${key} lists ${listed.join(', ')}`);
  }
}
