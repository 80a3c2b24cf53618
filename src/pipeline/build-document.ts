import { isDeepStrictEqual } from 'node:util';
import { readArticleIds } from '../store/article-names';
import { readBodies } from '../store/articles';
import { type LedgerStoryWithMembers, readStories } from '../store/ledger';
import { type LoggedChange, readLog, readLogs } from '../store/membership-log';
import type { Publication } from '../store/publish';
import {
  type PublishedStory,
  readAllPublished,
  readPublished,
  resolveStoryId,
} from '../store/story-documents';
import { readDueTimes } from '../store/sweep';
import { buildStory, type StoryInput } from '../story/build-story';
import type { CanonicalStory } from '../story/canonical-story';
import { diffStories } from '../story/diff-stories';
import { DEFAULT_STORY_RULES, type StoryRules } from '../story/story-rules';
import type { PipelineContext } from './context';
import { loadMemberLists } from './load-members';
import type { NewStory } from './new-stories';
import { findRelated } from './related-stories';
import { absorbedIn, type MembershipNews, nameEvents, splitOff } from './story-events';
import { findWithdrawals } from './withdrawals';

/** A story as the ledger has it, with its document of before and the one that is due. */
export interface BuiltDocument {
  readonly ledger: LedgerStoryWithMembers;
  readonly before: PublishedStory | undefined;
  /** Absent when there is nothing to tell: it is published already, it ended without ever being, or its survivor speaks for it. */
  readonly publication?: Publication;
  /** When its newest article was accepted. */
  readonly acceptedAtMs?: number;
}

interface DueStory {
  readonly ledger: LedgerStoryWithMembers;
  readonly before: PublishedStory | undefined;
  readonly log: readonly LoggedChange[];
}

/**
 * Builds the documents that are due for stories; those the ledger does not have are left out. Four round trips for all of them,
 * and more only for those that were merged, split, withdrawn from or pinned. Stores nothing.
 *
 * @param onlyDue leaves out those whose time has not come, which otherwise are built ahead of it.
 */
export async function buildDocuments(
  context: PipelineContext,
  collection: string,
  storyIds: readonly string[],
  onlyDue = false,
): Promise<BuiltDocument[]> {
  // Documents before the ledger: what is published meanwhile then only looks like more to do. And before the times they are due: a
  // story that another worker has just told of has its next time by then.
  const [befores, ledgers, times] = await Promise.all([
    readAllPublished(context.store, collection, storyIds),
    readStories(context.store, collection, storyIds),
    onlyDue ? readDueTimes(context.store, collection, storyIds) : [],
  ]);
  const now = context.store.clock();
  const found = ledgers.flatMap((ledger, i) =>
    ledger && (times[i] ?? 0) <= now ? [{ ledger, before: befores[i] }] : [],
  );
  const behind = found.filter(
    ({ ledger, before }) => ledger.version > (before?.ledgerVersion ?? 0) && ledger.status !== 'merged',
  );
  await context.checkpoint('stories:read');
  // No further than the members that were read: a merge or split of since then is told with the members it brings or takes.
  const logs = await readLogs(
    context.store,
    collection,
    behind.map(({ ledger, before }) => ({
      id: ledger.id,
      afterVersion: before?.ledgerVersion ?? 0,
      throughVersion: ledger.version,
    })),
  );
  const written = await writeDocuments(
    context,
    collection,
    behind.map((story, i) => ({ ...story, log: logs[i] })),
  );
  const byId = new Map(written.map((document) => [document.ledger.id, document]));
  return found.map((story) => byId.get(story.ledger.id) ?? story);
}

/** Builds the first documents of stories that were created just now: one round trip where they are like others, else none. */
export function buildNewDocuments(
  context: PipelineContext,
  collection: string,
  created: readonly NewStory[],
): Promise<BuiltDocument[]> {
  return writeDocuments(
    context,
    collection,
    created.map((story) => ({ ...story, before: undefined })),
  );
}

async function writeDocuments(
  context: PipelineContext,
  collection: string,
  due: readonly DueStory[],
): Promise<BuiltDocument[]> {
  const ledgers = due.map(({ ledger }) => ledger);
  const [members, related] = await Promise.all([
    loadMemberLists(
      context,
      collection,
      ledgers.map((ledger) => [...ledger.members.values()]),
    ),
    findRelated(context, collection, ledgers),
  ]);
  return Promise.all(
    due.map((story, i) =>
      writeDocument(context, collection, story, { members: members[i], related: related[i] }),
    ),
  );
}

async function writeDocument(
  context: PipelineContext,
  collection: string,
  { ledger, before, log }: DueStory,
  { members, related }: Pick<StoryInput, 'members' | 'related'>,
): Promise<BuiltDocument> {
  const news = await readNews(context, collection, ledger.id, log);
  const unheardOf = before === undefined && ledger.status === 'retracted';
  if (unheardOf && news.absorbed.length === 0) return { ledger, before };
  const rules = await pinRules(context, collection, ledger);
  const story = buildStory({
    ...{ id: ledger.id, collection, members, related, rules },
    version: (before?.story.version ?? 0) + 1,
    status: ledger.status,
    updatedAtMs: context.store.clock(),
  });
  const withdrawals = await findWithdrawals(context, collection, ledger.id, log, members);
  const prepared = preparePublication(story, ledger, before, { ...news, withdrawals });
  const publication = isDeepStrictEqual(rules, DEFAULT_STORY_RULES) ? prepared : { ...prepared, rules };
  const acceptedAtMs = members.reduce((newest, { article }) => Math.max(newest, article.receivedAtMs), 0);
  return { ledger, before, acceptedAtMs, ...(publication.events.length > 0 ? { publication } : {}) };
}

async function readNews(
  context: PipelineContext,
  collection: string,
  storyId: string,
  log: readonly LoggedChange[],
): Promise<Omit<MembershipNews, 'withdrawals'>> {
  return {
    absorbed: await collectAbsorbed(context, collection, storyId, absorbedIn(log)),
    splitInto: await nameArticles(context, collection, splitOff(log)),
  };
}

function preparePublication(
  story: CanonicalStory,
  ledger: LedgerStoryWithMembers,
  before: PublishedStory | undefined,
  news: MembershipNews,
): Publication {
  const related = new Set(story.related.map(({ storyId }) => storyId));
  const change = diffStories(before?.story.status === 'merged' ? undefined : before?.story, story);
  return {
    story,
    ledgerVersion: ledger.version,
    previousLedgerVersion: before?.ledgerVersion ?? 0,
    change,
    ...(before?.story.version === 1 ? { firstChange: diffStories(undefined, before.story) } : {}),
    events: nameEvents(before?.story, story, change, news),
    absorbed: news.absorbed,
    unrelated: (before?.story.related ?? []).map(({ storyId }) => storyId).filter((id) => !related.has(id)),
  };
}

/** The stories merged into this one that have a document of their own, also by way of stories that never had one. */
async function collectAbsorbed(
  context: PipelineContext,
  collection: string,
  survivor: string,
  direct: readonly string[],
): Promise<string[]> {
  const published: string[] = [];
  const queue = [...direct];
  const seen = new Set(queue);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const document = await readPublished(context.store, collection, id);
    if (document) published.push(id);
    for (const earlier of absorbedIn(
      await readLog(context.store, collection, id, document?.ledgerVersion ?? 0),
    )) {
      if (!seen.has(earlier)) queue.push(earlier);
      seen.add(earlier);
    }
  }
  // A reviewer may have taken a merge back before it was told of: then it is not here that the story has gone.
  const ends = await Promise.all(published.map((id) => resolveStoryId(context.store, collection, id)));
  return published.filter((_, i) => ends[i] === survivor);
}

/** The rules for a story's fields, with the articles that a reviewer pinned. */
async function pinRules(
  { store, settings }: PipelineContext,
  collection: string,
  { pins }: LedgerStoryWithMembers,
): Promise<StoryRules> {
  const { rules } = await settings(collection);
  if (!pins) return rules;
  const { title = 0, representative = 0 } = pins;
  const ids = await readArticleIds(store, collection, [title, representative]);
  const pinned = { title: ids.get(title), representative: ids.get(representative) };
  return { ...rules, pinned };
}

async function nameArticles(
  { store }: PipelineContext,
  collection: string,
  stories: ReadonlyMap<number, string>,
): Promise<Map<string, string>> {
  const ordinals = [...stories.keys()];
  const articles = await readBodies(
    store,
    collection,
    ordinals.map((ordinal) => ({ ordinal })),
  );
  return new Map(
    articles.flatMap((article, i) => (article ? [[article.id, stories.get(ordinals[i])!]] : [])),
  );
}
