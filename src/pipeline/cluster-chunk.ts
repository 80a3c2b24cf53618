import type { Article } from '../article';
import { readBodies } from '../store/articles';
import { storeFingerprints } from '../store/fingerprints';
import { readPlacements, readWaiting } from '../store/ledger';
import { insertPostings } from '../store/postings';
import { type AnalysedArticle, analyseArticle } from './analyse';
import type { PipelineContext } from './context';
import { type Found, findMatches } from './find-matches';
import { cleanedCacheKey } from './load-members';
import type { NewStory } from './new-stories';
import { type DueStory, type Placeable, placeArticles } from './place-articles';

/** An article that could not be processed, with the error. */
export interface FailedArticle {
  readonly ordinal: number;
  readonly revision: number;
  readonly error: unknown;
}

/** What came of a chunk. */
export interface ClusteredChunk {
  readonly due: readonly DueStory[];
  /** Of these, the new ones whose first document can be built from what is known here. */
  readonly created: readonly NewStory[];
  readonly failed: readonly FailedArticle[];
  /** Of each article that was matched: how many it was compared with and its best probability, 0 where it has no edge. */
  readonly matched: readonly { readonly compared: number; readonly best: number }[];
}

/** Articles in hand, and those that cannot be. */
export interface TakenArticles {
  readonly taken: readonly Taken[];
  readonly missing: readonly FailedArticle[];
  /** As of when the ledger has no newer revision of them. */
  readonly checked?: Checked;
}

/** When the ledger was looked at, and how often changes had been taken in by then. */
interface Checked {
  readonly atMs: number;
  readonly times: number;
}

interface Taken {
  readonly ordinal: number;
  readonly article: Article;
}

interface Prepared extends Taken {
  /** Absent for an article that is not to be in any story. */
  readonly analysed?: AnalysedArticle;
}

/**
 * Takes a chunk of articles from their bodies to their places in the ledger: about ten round trips for all of them. Running it again
 * changes nothing.
 */
export async function clusterChunk(
  context: PipelineContext,
  collection: string,
  ordinals: readonly number[],
): Promise<ClusteredChunk> {
  return processTaken(context, collection, await takeArticles(context, collection, ordinals), false);
}

/** Takes articles with their bodies from there to their places; `again` for a second look at what has a place. */
export async function processTaken(
  context: PipelineContext,
  collection: string,
  { taken, missing, checked }: TakenArticles,
  again: boolean,
): Promise<ClusteredChunk> {
  await context.checkpoint('articles:taken');
  const { prepared, failed } = await prepare(context, collection, taken, again);
  const found = await indexAndFind(context, collection, prepared, checked);
  await context.checkpoint('articles:compared');
  const placeable = prepared.map((one, i) => ({ ...toPlaceable(one, found[i]), again }));
  const { due, created } = await placeArticles(context, collection, placeable);
  await context.checkpoint('articles:committed');
  const matched = found.flatMap((one) => (one ? [summariseMatches(one)] : []));
  return { due, created, failed: [...missing, ...failed], matched };
}

/** Taken before the ledger is asked: changes taken in after it may be of these articles. */
export const checkNow = ({ store, fingerprints }: PipelineContext, collection: string): Checked => ({
  atMs: store.clock(),
  times: fingerprints.changesOf(collection).times,
});

/** The newest revisions of the articles that still wait for one. */
async function takeArticles(
  context: PipelineContext,
  collection: string,
  ordinals: readonly number[],
): Promise<TakenArticles> {
  const distinct = [...new Set(ordinals)];
  const { store } = context;
  const checked = checkNow(context, collection);
  const [bodies, placements, waits] = await Promise.all([
    readBodies(
      store,
      collection,
      distinct.map((ordinal) => ({ ordinal })),
    ),
    readPlacements(store, collection, distinct),
    readWaiting(store, collection, distinct),
  ]);
  const taken: Taken[] = [];
  const missing: FailedArticle[] = [];
  distinct.forEach((ordinal, i) => {
    const { acceptedRevision, committedRevision } = placements[i];
    const article = bodies[i];
    // What is parked waits for somebody to retry it, however many jobs of before still carry it.
    if (!waits[i]) return;
    if (!article)
      missing.push({ ordinal, revision: acceptedRevision, error: new Error('The article’s body is gone') });
    else if (committedRevision < article.revision) taken.push({ ordinal, article });
  });
  return { taken, missing, checked };
}

async function prepare(
  context: PipelineContext,
  collection: string,
  taken: readonly Taken[],
  again: boolean,
): Promise<{ prepared: Prepared[]; failed: FailedArticle[] }> {
  const prepared: Prepared[] = [];
  const failed: FailedArticle[] = [];
  for (const { ordinal, article } of taken) {
    try {
      if (article.status !== 'usable') {
        prepared.push({ ordinal, article });
        continue;
      }
      // A revision of an article, or a second look at it, is not another article that uses its words.
      const count = article.revision === 1 && !again;
      const analysed = await analyseArticle(context, article, { count });
      // Its story's document is due next, and most often from this process.
      const revision = { ordinal, revision: article.revision };
      context.cleaned.set(cleanedCacheKey(collection, revision), { article, clean: analysed.clean });
      prepared.push({ ordinal, article, analysed });
    } catch (error) {
      failed.push({ ordinal, revision: article.revision, error });
    }
  }
  if (!again) await context.statistics.counted(collection, prepared.length);
  return { prepared, failed };
}

/** Stores the fingerprints, then enters them into the index and reads what is there: never the other way round, see rule 2. */
async function indexAndFind(
  context: PipelineContext,
  collection: string,
  prepared: readonly Prepared[],
  checked: Checked | undefined,
): Promise<(Found | undefined)[]> {
  const indexed = prepared.flatMap(({ ordinal, article, analysed }) =>
    analysed ? [{ ordinal, revision: article.revision, ...analysed }] : [],
  );
  await storeFingerprints(context.store, collection, indexed);
  // What was taken in of changes since may be of these articles, whose fingerprints were not there yet to be marked for it.
  const isChecked = checked?.times === context.fingerprints.changesOf(collection).times;
  for (const { ordinal, revision, packed } of indexed) {
    const known = { ordinal, revision, fingerprint: packed };
    context.fingerprints.set(collection, isChecked ? { ...known, checkedAtMs: checked.atMs } : known);
  }
  await context.checkpoint('articles:fingerprinted');
  const postings = await insertPostings(
    context.store,
    collection,
    indexed.map(({ ordinal, keys }) => ({ ordinal, keys: keys.map(({ key }) => key) })),
  );
  await context.checkpoint('articles:indexed');
  const subjects = indexed.map(({ ordinal, keys, packed }, i) => {
    return { ordinal, keys, fingerprint: packed, postings: postings[i] };
  });
  const found = await findMatches(context, collection, subjects);
  const byOrdinal = new Map(indexed.map(({ ordinal }, i) => [ordinal, found[i]]));
  return prepared.map(({ ordinal }) => byOrdinal.get(ordinal));
}

function toPlaceable({ ordinal, article, analysed }: Prepared, found: Found | undefined): Placeable {
  return {
    ordinal,
    revision: article.revision,
    leaving: analysed === undefined,
    ...(analysed ? { fingerprint: analysed.packed } : {}),
    ...(found ? { found } : {}),
  };
}

function summariseMatches({ matches, compared }: Found): { compared: number; best: number } {
  return {
    compared: compared.length,
    best: matches.reduce((best, { probability }) => Math.max(best, probability), 0),
  };
}
