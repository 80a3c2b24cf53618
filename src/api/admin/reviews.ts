import { z } from 'zod';
import type { ReviewCase } from '../../review/assess';
import { readBodies } from '../../store/articles';
import { ledgerKeys } from '../../store/keys';
import { execPipeline } from '../../store/pipeline';
import { countReviews, listReviews, type ReviewEntry, readReviews } from '../../store/reviews';
import type { StorySummary } from '../../store/story-list';
import type { ApiDeps } from '../deps';
import { roundProbability } from '../match-wire';
import { collectionQuery, parseQuery, wholeNumber } from '../query';
import type { Handler } from '../routes';
import { readStates, type StoryState } from './story-state';

export const reviewsQuerySchema = collectionQuery.extend({
  kind: z.enum(['between', 'weak', 'bridge'], { error: 'must be between, weak or bridge' }).optional(),
  limit: wholeNumber(1, 200).default(50),
  cursor: wholeNumber(0, 1_000_000).default(0).describe('nextCursor of the page before'),
});

/** Entries read at a time; the queue is bounded, so a rare kind is looked for to its end. */
const BATCH = 200;

/** `GET /admin/api/reviews`: stories with something doubtful, of the highest risk first. Pages are full but for the last. */
export function getReviews(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection, kind, limit, cursor } = parseQuery(reviewsQuerySchema, req);
    const total = await countReviews(deps.store, collection);
    const items = [];
    let next = cursor;
    while (items.length < limit && next < total) {
      const ids = await listReviews(deps.store, collection, { offset: next, limit: kind ? BATCH : limit });
      if (ids.length === 0) break;
      const wanted = (await readReviews(deps.store, collection, ids)).map((entry) =>
        entry && (!kind || entry.cases.some((one) => one.kind === kind)) ? entry : undefined,
      );
      const room = limit - items.length;
      const taken = indexAfter(wanted, room);
      const entries = wanted.slice(0, taken).flatMap((entry) => entry ?? []);
      items.push(...(await describeReviews(deps, collection, entries)));
      next += taken;
    }
    res.json({ items, nextCursor: next < total ? String(next) : null, total });
  };
}

/** How many places to go on so as to have passed `count` entries, or all places. */
function indexAfter(entries: readonly (ReviewEntry | undefined)[], count: number): number {
  let left = count;
  const last = entries.findIndex((entry) => entry !== undefined && --left === 0);
  return last < 0 ? entries.length : last + 1;
}

/** Queue entries with the titles a person needs; a story whose cases have all been overtaken is left out. */
export async function describeReviews(deps: ApiDeps, collection: string, entries: readonly ReviewEntry[]) {
  const cases = entries.flatMap((entry) => entry.cases);
  const ordinals = new Set(cases.flatMap(namedIn));
  const articles = await readTitles(deps, collection, [...ordinals]);
  const others = cases.flatMap((one) => (one.kind === 'between' ? [one.otherStory] : []));
  const ids = [...new Set([...entries.map(({ storyId }) => storyId), ...others])];
  const states = new Map((await readStates(deps, collection, ids)).map((state) => [state.id, state]));
  const summaries = await readSummaries(
    deps,
    collection,
    entries.map(({ storyId }) => storyId),
  );
  return entries.flatMap((entry, i) => {
    const open = entry.cases.filter((one) => one.kind !== 'between' || isActive(states.get(one.otherStory)));
    const state = states.get(entry.storyId);
    if (open.length === 0 || !isActive(state)) return [];
    const { risk, factors, conflicts, since, storyId } = entry;
    const summary = summaries[i];
    return [
      {
        ...{
          storyId,
          version: state!.version,
          risk: roundProbability(risk),
          factors,
          conflicts,
          title: state!.title,
        },
        ...{ locked: state!.locked, language: summary?.language ?? null, sources: summary?.sources ?? [] },
        ...{ counts: summary?.counts ?? null, updatedAt: summary?.updatedAt ?? null },
        firstSeenAt: new Date(since).toISOString(),
        cases: open.map((one) => toCaseWire(one, articles, states)),
      },
    ];
  });
}

const isActive = (state: StoryState | undefined): boolean => state?.status === 'active';

function namedIn(one: ReviewCase): number[] {
  if (one.kind === 'weak') return [one.article];
  return one.kind === 'between' ? [one.article, one.other] : [one.article, one.other, ...one.articles];
}

type Titles = ReadonlyMap<number, { readonly id: string; readonly title: string; readonly source: string }>;

function toCaseWire(one: ReviewCase, articles: Titles, states: ReadonlyMap<string, StoryState>) {
  const own = articles.get(one.article);
  const shared = {
    ...{ kind: one.kind, probability: roundProbability(one.probability) },
    ...{
      articleId: own?.id ?? `#${one.article}`,
      articleTitle: own?.title ?? '',
      articleSource: own?.source ?? '',
    },
  };
  if (one.kind === 'weak') return shared;
  const other = articles.get(one.other);
  const pair = {
    ...shared,
    ...{ otherArticleId: other?.id ?? `#${one.other}`, otherTitle: other?.title ?? '' },
    otherSource: other?.source ?? '',
  };
  if (one.kind === 'bridge')
    return { ...pair, articleIds: one.articles.map((ordinal) => articles.get(ordinal)?.id ?? `#${ordinal}`) };
  const state = states.get(one.otherStory);
  return {
    ...pair,
    otherStoryId: one.otherStory,
    otherVersion: state?.version,
    otherStoryTitle: state?.title,
  };
}

async function readTitles(
  { store }: ApiDeps,
  collection: string,
  ordinals: readonly number[],
): Promise<Titles> {
  const bodies = await readBodies(
    store,
    collection,
    ordinals.map((ordinal) => ({ ordinal })),
  );
  return new Map(
    bodies.flatMap((article, i) =>
      article ? [[ordinals[i], { id: article.id, title: article.title, source: article.source.name }]] : [],
    ),
  );
}

async function readSummaries({ store }: ApiDeps, collection: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const id of ids) pipeline.hget(keys.document(id), 'sum');
  const rows = await execPipeline<string | null>(pipeline);
  return rows.map((row) => (row ? (JSON.parse(row) as StorySummary) : undefined));
}
