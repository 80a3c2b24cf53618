import type { Crowd } from '../matching/context';
import { DECISION_LIMITS } from '../matching/decision-limits';
import type { AnalysedArticle } from '../pipeline/analyse';
import type { PipelineContext } from '../pipeline/context';
import {
  compareWith,
  type Found,
  type FoundMatch,
  findMatches,
  loadFingerprints,
} from '../pipeline/find-matches';
import { readBodies } from '../store/articles';
import { readPlacements, readStories, readStoryHeads } from '../store/ledger';
import { readPostings } from '../store/postings';
import { readPublished } from '../store/story-documents';
import { probeSchema } from './article-schema';
import { requireCollection } from './authenticate';
import type { ApiDeps } from './deps';
import { storyUrl } from './links';
import { type MatchWire, roundProbability, toMatchWire } from './match-wire';
import { analyseProbe, readJsonBody } from './probe';
import { optionalCollectionQuery, parseQuery } from './query';
import type { Handler } from './routes';

/** Stories named in an answer, and articles named for each. */
const STORIES_SHOWN = 10;
const ARTICLES_SHOWN = 3;

/** `POST /v1/match`: the stories a text would join and why. Stores nothing and counts nothing. */
export function postMatch(deps: ApiDeps): Handler {
  return async (req, res) => {
    const query = parseQuery(optionalCollectionQuery, req);
    const probe = await readJsonBody(req, probeSchema, deps.options.maxBodyBytes);
    const collection = probe.collection ?? query.collection ?? 'default';
    requireCollection(req, collection);
    const analysed = await analyseProbe(deps.pipeline, probe, collection);
    const stories = await matchStories(deps.pipeline, collection, analysed);
    const { paramsVersion } = deps.pipeline.model;
    const { thresholds } = await deps.pipeline.settings(collection);
    res.json({
      collection,
      language: analysed.clean.language,
      stories: stories.map((story) => ({
        ...story,
        url: storyUrl(story.storyId, collection, deps.options.publicUrl),
      })),
      thresholds: { merge: thresholds.merge, review: thresholds.review },
      paramsVersion,
    });
  };
}

/** A story that a text is like. */
interface MatchedStory {
  readonly storyId: string;
  readonly title: string;
  /** That the text reports the same: mean over the members compared, which is what a join is decided by. */
  readonly probability: number;
  readonly verdict: 'join' | 'review' | 'apart';
  readonly matches: readonly (MatchWire & { readonly articleId: string })[];
}

async function matchStories(
  context: PipelineContext,
  collection: string,
  { fingerprint, keys }: AnalysedArticle,
): Promise<MatchedStory[]> {
  const postings = await readPostings(
    context.store,
    collection,
    keys.map(({ key }) => key),
  );
  const [found] = await findMatches(context, collection, [{ ordinal: 0, fingerprint, keys, postings }]);
  const byStory = await groupByStory(context, collection, found);
  const strongest = [...byStory].toSorted(([, a], [, b]) => best(b) - best(a)).slice(0, STORIES_SHOWN);
  await completeSmallStories(context, collection, fingerprint, found.crowd, new Map(strongest));
  const stories = await Promise.all(
    strongest.map(([id, matches]) => describeStory(context, collection, id, matches)),
  );
  return stories.toSorted((a, b) => b.probability - a.probability);
}

const best = (matches: readonly FoundMatch[]): number =>
  Math.max(...matches.map(({ probability }) => probability));

async function groupByStory(
  { store }: PipelineContext,
  collection: string,
  { matches }: Found,
): Promise<Map<string, FoundMatch[]>> {
  const placements = await readPlacements(
    store,
    collection,
    matches.map(({ ordinal }) => ordinal),
  );
  const byStory = new Map<string, FoundMatch[]>();
  matches.forEach((match, index) => {
    const storyId = placements[index]?.storyId;
    if (storyId === undefined) return;
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), match]);
  });
  return byStory;
}

/** Candidates are a sample: a story small enough to be decided as a whole is compared as a whole. */
async function completeSmallStories(
  context: PipelineContext,
  collection: string,
  fingerprint: AnalysedArticle['fingerprint'],
  crowd: Crowd,
  byStory: ReadonlyMap<string, FoundMatch[]>,
): Promise<void> {
  const heads = await readStoryHeads(context.store, collection, [...byStory.keys()]);
  const small = heads.flatMap((head) => (head && head.size <= DECISION_LIMITS.storySize ? [head.id] : []));
  for (const story of await readStories(context.store, collection, small)) {
    const matches = story && byStory.get(story.id);
    if (!matches) continue;
    const known = new Set(matches.map(({ ordinal }) => ordinal));
    const missing = [...story.members.keys()].filter((ordinal) => !known.has(ordinal));
    const loaded = await loadFingerprints(context, collection, missing);
    matches.push(...compareWith(context, fingerprint, missing, loaded, { crowd }).matches);
  }
}

async function describeStory(
  context: PipelineContext,
  collection: string,
  storyId: string,
  matches: readonly FoundMatch[],
): Promise<MatchedStory> {
  const { merge, review } = (await context.settings(collection)).thresholds;
  const mean = matches.reduce((sum, match) => sum + match.probability, 0) / matches.length;
  const shown = matches.toSorted((a, b) => b.probability - a.probability).slice(0, ARTICLES_SHOWN);
  const [articles, published] = await Promise.all([
    readBodies(
      context.store,
      collection,
      shown.map(({ ordinal }) => ({ ordinal })),
    ),
    readPublished(context.store, collection, storyId),
  ]);
  return {
    storyId,
    title: published?.story.title.text ?? articles[0]?.title ?? '',
    probability: roundProbability(mean),
    verdict: mean >= merge ? 'join' : mean >= review ? 'review' : 'apart',
    matches: shown.flatMap((match, index) => {
      const article = articles[index];
      if (!article) return [];
      const { id: articleId, title, source } = article;
      return [{ articleId, title, source, ...toMatchWire(match, context.model) }];
    }),
  };
}
