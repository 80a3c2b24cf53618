import { ledgerKeys } from '../../src/store/keys';
import { readStories, type StoryStatus } from '../../src/store/ledger';
import { membersAsOf, readLog } from '../../src/store/membership-log';
import type { Store } from '../../src/store/store';
import { readPublished, readStoryDocument, readStoryVersions } from '../../src/store/story-documents';

/** A story as the ledger has it, with its newest document. */
export interface StoryRecord {
  readonly status: StoryStatus;
  readonly into?: string;
  /** Revision of each member by ordinal. */
  readonly members: ReadonlyMap<number, number>;
  /** Absent for a story that ended before it had a document. */
  readonly document?: {
    readonly version: number;
    readonly articles: ReadonlyMap<string, number>;
    readonly status: string;
  };
}

/** Checks one story against its log, document and published versions; adds to `problems` what does not hold. */
export async function checkStory(
  store: Store,
  collection: string,
  id: string,
  names: ReadonlyMap<number, string>,
  problems: string[],
): Promise<StoryRecord | undefined> {
  const [ledger] = await readStories(store, collection, [id]);
  if (!ledger) {
    problems.push(`${id} has no head`);
    return undefined;
  }
  const members = new Map([...ledger.members.values()].map(({ ordinal, revision }) => [ordinal, revision]));
  const log = await readLog(store, collection, id, 0);
  const replayed = new Map(
    membersAsOf(log, ledger.version).map(({ ordinal, revision }) => [ordinal, revision]),
  );
  const expect = (holds: boolean, what: string): void => {
    if (!holds) problems.push(`${id} ${what}`);
  };
  expect(ledger.size === members.size, `counts ${ledger.size} members and has ${members.size}`);
  expect(
    (ledger.status === 'active') === members.size > 0,
    `is ${ledger.status} with ${members.size} members`,
  );
  expect(
    log.length === ledger.version,
    `is at version ${ledger.version} with a log of ${log.length} changes`,
  );
  expect(
    log.every(({ version }, i) => version === i + 1),
    'has a log whose rows are not its versions',
  );
  expect(sameEntries(members, replayed), `has members ${show(members)} and a log of ${show(replayed)}`);
  const document = await checkDocument(store, collection, { id, ledger, members, names, log }, problems);
  return {
    status: ledger.status,
    members,
    ...(ledger.into ? { into: ledger.into } : {}),
    ...(document ? { document } : {}),
  };
}

interface Checked {
  readonly id: string;
  readonly ledger: { readonly version: number; readonly status: StoryStatus };
  readonly members: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<number, string>;
  readonly log: Awaited<ReturnType<typeof readLog>>;
}

async function checkDocument(
  store: Store,
  collection: string,
  { id, ledger, members, names, log }: Checked,
  problems: string[],
): Promise<StoryRecord['document']> {
  const expect = (holds: boolean, what: string): void => {
    if (!holds) problems.push(`${id} ${what}`);
  };
  const published = await readPublished(store, collection, id);
  const versions = await readStoryVersions(store, collection, id, { limit: 10_000 });
  if (!published) {
    expect(ledger.status !== 'active', 'is active and was never published');
    expect(versions.length === 0, 'has versions and no document');
    return undefined;
  }
  const { story, ledgerVersion } = published;
  const articles = new Map(story.articles.map(({ id: article, revision }) => [article, revision]));
  const [kept, gone] = await store.redis.hmget(ledgerKeys(collection).document(id), 'v', 'gone');
  expect(
    versions.length + Number(gone ?? 0) === story.version,
    `is at ${story.version}, ${versions.length} versions are published`,
  );
  expect(
    versions.every(({ version }, i) => version === story.version - i),
    'has published versions with gaps',
  );
  expect(versions[0]?.ledgerVersion === ledgerVersion, 'has a newest version of other members');
  expect(Number(kept) === story.version, `keeps version ${kept} of document ${story.version}`);
  const shown = await readStoryDocument(store, collection, id);
  expect(
    (shown?.kind === 'merged') === (ledger.status === 'merged'),
    `is ${ledger.status}, shown as ${shown?.kind}`,
  );
  if (ledger.status === 'merged') return { version: story.version, articles, status: 'merged' };
  // Versions the document skips are those that changed nothing a reader sees.
  const due = ledger.status === 'retracted' ? ledgerVersion : ledger.version;
  const asOf = new Map(
    membersAsOf(log, ledgerVersion).map(({ ordinal, revision }) => [names.get(ordinal)!, revision]),
  );
  const now = new Map([...members].map(([ordinal, revision]) => [names.get(ordinal)!, revision]));
  expect(ledgerVersion <= due, 'has a document of the future');
  expect(sameEntries(articles, asOf), `has a document of ${show(articles)} for members ${show(asOf)}`);
  expect(sameEntries(articles, now), `has a document of ${show(articles)}, its members are ${show(now)}`);
  expect(story.status === ledger.status, `is ${ledger.status}, its document ${story.status}`);
  expect(story.counts.articles === members.size, `counts ${story.counts.articles} articles`);
  return { version: story.version, articles, status: story.status };
}

/** Whether two maps hold the same, in whatever order. */
export function sameEntries<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

const show = (map: ReadonlyMap<unknown, number>): string =>
  `[${[...map].map(([who, revision]) => `${String(who)}@${revision}`).join(' ')}]`;
