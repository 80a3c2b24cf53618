import { chooseStories, decide } from '../matching/decide';
import type { Thresholds } from '../matching/model';
import type { Comparable } from '../matching/packed-fingerprint';
import { type Edge, quantise } from '../matching/story-view';
import type { Closure } from '../review/constraints';
import { commitChanges, type LedgerChange } from '../store/commit';
import { readConstraintsHead } from '../store/constraints';
import { readSeenBy } from '../store/ledger';
import type { Store } from '../store/store';
import { newStoryId } from '../store/story-id';
import type { PipelineContext } from './context';
import { compareWith, type Found, type FoundMatch, loadFingerprints } from './find-matches';
import { type DecidedSubject, toLedgerChange } from './ledger-change';
import { loadConstrainedStories } from './load-stories';
import { findNewStories, type NewStory } from './new-stories';
import { StoryOverlay } from './story-overlay';

/** An article to be placed, with what it was found to be like. */
export interface Placeable extends DecidedSubject {
  /** Absent for an article that leaves, as is `found`. */
  readonly fingerprint?: Comparable;
  readonly found?: Found;
  /** Articles that were compared with it and decided on while it waited; see `readSeenBy`. */
  readonly overtakers?: readonly number[];
}

/** A story whose document is due, as a result of placing articles. */
export interface DueStory {
  readonly storyId: string;
  readonly dueAtMs: number;
}

/** What placing a chunk came to. */
export interface Placed {
  readonly due: readonly DueStory[];
  /** Of these, the new ones whose first document can be built from what is known here. */
  readonly created: readonly NewStory[];
  /** How often each article was decided: 1 where nobody interfered. */
  readonly rounds: number;
}

/**
 * Every round at least one of the workers that collide gets through, so this many are only reached when something is
 * wrong; the job then fails and comes back later.
 */
const MAX_ROUNDS = 100;

/**
 * Decides where articles belong, in order, and commits it. What was read and has changed by the time of the commit makes
 * that article be read and decided again. Four to six round trips a round, however many articles.
 */
export async function placeArticles(
  context: PipelineContext,
  collection: string,
  articles: readonly Placeable[],
): Promise<Placed> {
  const due = new Map<string, number>();
  const committed: LedgerChange[] = [];
  let waiting = articles;
  let rounds = 0;
  while (waiting.length > 0) {
    if (++rounds > MAX_ROUNDS)
      throw new Error(`${waiting.length} articles kept colliding with others in ${collection}`);
    // Nobody interferes as a rule, so who did is only asked for after a conflict.
    const complete = rounds === 1 ? waiting : await compareWithOvertakers(context, collection, waiting);
    const changes = await decideAll(context, collection, complete);
    const outcomes = await commitChanges(context.store, collection, changes);
    changes.forEach((change, i) => {
      if (outcomes[i] !== 'committed') return;
      committed.push(change);
      for (const { storyId, dueAtMs } of change.touched)
        due.set(storyId, Math.min(dueAtMs, due.get(storyId) ?? dueAtMs));
    });
    waiting = waiting.filter((_, i) => outcomes[i] === 'conflict');
  }
  return {
    due: [...due].map(([storyId, dueAtMs]) => ({ storyId, dueAtMs })),
    created: findNewStories(committed),
    rounds,
  };
}

/**
 * Of two like articles in hand at once, the one that looked into the index first has not found the other, which may be decided on
 * first. The ledger names such others, and the article is compared with them here.
 */
async function compareWithOvertakers(
  context: PipelineContext,
  collection: string,
  articles: readonly Placeable[],
): Promise<Placeable[]> {
  const seenBy = await readSeenBy(
    context.store,
    collection,
    articles.map(({ ordinal }) => ordinal),
  );
  const missing = articles.map(({ found }, i) => {
    const compared = new Set(found?.compared);
    return seenBy[i].filter((ordinal) => !compared.has(ordinal));
  });
  const loaded = await loadFingerprints(context, collection, [...new Set(missing.flat())]);
  return articles.map((article, i) => {
    const { fingerprint, found } = article;
    if (!fingerprint || !found) return { ...article, overtakers: seenBy[i] };
    const more = compareWith(context, fingerprint, missing[i], loaded, {
      floor: context.model.thresholds.edgeFloor,
      crowd: found.crowd,
    });
    const matches = [...found.matches, ...more.matches];
    const compared = [...found.compared, ...more.compared];
    return { ...article, found: { ...found, matches, compared }, overtakers: seenBy[i] };
  });
}

async function decideAll(
  context: PipelineContext,
  collection: string,
  articles: readonly Placeable[],
): Promise<LedgerChange[]> {
  // Before all else is read: what changes after it shows at the commit.
  const head = await readConstraintsHead(context.store, collection);
  const { thresholds } = await context.settings(collection);
  const overlay = new StoryOverlay();
  const edges = articles.map(({ found }) => toEdges(found?.matches ?? []));
  const ordinals = articles.flatMap(({ ordinal, overtakers = [] }, i) => [
    ordinal,
    ...overtakers,
    ...edges[i].map((edge) => edge.ordinal),
  ]);
  // They are looked at a second time together, or none of them is.
  const reached = { ordinals: [...new Set(ordinals)], again: articles.some(({ again }) => again) };
  const words = await loadConstrainedStories(context, collection, head, reached, overlay);
  const completed = await compareWithWholeStories(context, collection, articles, edges, overlay, words);
  return articles.map((article, i) => ({
    ...decideOne(context.store, article, completed[i], overlay, { ...words, thresholds }),
    constraintsVersion: head.version,
  }));
}

const toEdges = (matches: readonly FoundMatch[]): Edge[] =>
  matches.map(({ ordinal, revision, probability }) => ({
    ordinal,
    revision,
    probability: quantise(probability),
  }));

/** Candidates are a sample: before a story is judged as a whole, the article is compared with the members it lacks. */
async function compareWithWholeStories(
  context: PipelineContext,
  collection: string,
  articles: readonly Placeable[],
  edges: readonly (readonly Edge[])[],
  overlay: StoryOverlay,
  { mustLink }: Closure,
): Promise<Edge[][]> {
  const missing = articles.map((subject, i) => {
    const stories = chooseStories({
      subject,
      again: subject.again ?? false,
      edges: edges[i],
      storyOf: overlay.storyOf,
      stories: overlay.stories,
      mustLink,
    });
    if (stories.length === 0) return [];
    const compared = new Set([subject.ordinal, ...(subject.found?.compared ?? [])]);
    return stories.flatMap(({ members }) =>
      [...(members?.keys() ?? [])].filter((ordinal) => !compared.has(ordinal)),
    );
  });
  const loaded = await loadFingerprints(context, collection, [...new Set(missing.flat())]);
  return articles.map(({ fingerprint, found }, i) => {
    if (!fingerprint || !found || missing[i].length === 0) return [...edges[i]];
    const more = compareWith(context, fingerprint, missing[i], loaded, {
      floor: context.model.thresholds.edgeFloor,
      crowd: found.crowd,
    });
    return [...edges[i], ...toEdges(more.matches)];
  });
}

function decideOne(
  store: Store,
  subject: Placeable,
  edges: readonly Edge[],
  overlay: StoryOverlay,
  { mustLink, cannotLink, thresholds }: Closure & { readonly thresholds: Thresholds },
): LedgerChange {
  const nowMs = store.clock();
  const reads = new Map<number, string | undefined>();
  const { ordinal: own, revision, again = false, overtakers = [] } = subject;
  for (const ordinal of [own, ...overtakers, ...edges.map((edge) => edge.ordinal)]) {
    reads.set(ordinal, overlay.storyOf(ordinal));
  }
  const decision = decide({
    subject: { ordinal: own, revision },
    again,
    leaving: subject.leaving,
    edges,
    storyOf: overlay.storyOf,
    stories: overlay.stories,
    mustLink,
    cannotLink,
    thresholds,
    nowMs,
    newStoryId,
  });
  const change = toLedgerChange(subject, decision, reads, {
    ...{ nowMs, debounceMs: store.debounceMs },
    sizeOf: (storyId) => overlay.stories.get(storyId)?.size ?? 0,
  });
  overlay.apply(
    decision,
    change.drops,
    change.touched.map(({ storyId }) => storyId),
    nowMs,
  );
  return change;
}
