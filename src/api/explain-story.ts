import type { Member } from '../matching/story-view';
import type { PipelineContext } from '../pipeline/context';
import { readBodies } from '../store/articles';
import { type LedgerStoryWithMembers, readStories } from '../store/ledger';
import type { CanonicalStory } from '../story/canonical-story';
import { describeEdges } from './article-view';
import type { ApiDeps } from './deps';
import { roundProbability } from './match-wire';
import { edgesInside, edgesOutside, type OutsideEdge } from './member-edges';
import { strongestPaths } from './membership-paths';
import { negotiate } from './negotiate';
import { collectionQuery, parseQuery, wholeNumber } from './query';
import type { Handler } from './routes';
import { findStory } from './story-handlers';

export const explainQuerySchema = collectionQuery.extend({
  limit: wholeNumber(1, 100).default(20).describe('Members a page: each costs some comparisons'),
  cursor: wholeNumber(0, 1_000_000_000).optional().describe('nextCursor of the page before'),
});

/** `GET /v1/stories/{id}/explain`: for each member the evidence, the path to the origin, the margin to the next story. */
export function explainStory(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection, limit, cursor = 0 } = parseQuery(explainQuerySchema, req);
    const story = await findStory(deps, req, res, collection);
    if (!story) return;
    const [ledger] = await readStories(deps.store, collection, [story.id]);
    const members = [...(ledger?.members.values() ?? [])].toSorted((a, b) => a.ordinal - b.ordinal);
    const page = members.slice(cursor, cursor + limit);
    const items = ledger ? await explainMembers(deps.pipeline, collection, story, ledger, page) : [];
    const { merge, review } = (await deps.pipeline.settings(collection)).thresholds;
    const next = cursor + page.length;
    res.json({
      storyId: story.id,
      items,
      nextCursor: next < members.length ? String(next) : null,
      thresholds: { merge, review },
      paramsVersion: deps.pipeline.model.paramsVersion,
    });
  };
}

async function explainMembers(
  context: PipelineContext,
  collection: string,
  story: CanonicalStory,
  ledger: LedgerStoryWithMembers,
  page: readonly Member[],
) {
  const root = Math.min(...ledger.members.keys());
  const paths = strongestPaths(ledger.members, root);
  const ordinals = [...new Set(page.flatMap(({ ordinal }) => paths.get(ordinal) ?? [ordinal]))];
  const articles = await readBodies(
    context.store,
    collection,
    ordinals.map((ordinal) => ({ ordinal })),
  );
  const outside = await edgesOutside(
    context.store,
    collection,
    story.id,
    page,
    story.related.map(({ storyId }) => storyId),
  );
  const ids = new Map(ordinals.map((ordinal, index) => [ordinal, articles[index]?.id]));
  const explained = [];
  for (const member of page) {
    const inside = edgesInside(ledger.members, member.ordinal);
    const articleId = ids.get(member.ordinal);
    const listed = story.articles.find(({ id }) => id === articleId);
    const nextStory = findNextStory(outside.get(member.ordinal) ?? []);
    explained.push({
      articleId,
      ...(listed && { role: listed.role, reprintGroup: listed.reprintGroup }),
      probability: roundProbability(member.probability),
      joinedAt: new Date(member.joinedAtMs).toISOString(),
      path: (paths.get(member.ordinal) ?? [member.ordinal]).map((ordinal) => ids.get(ordinal)),
      evidence: await describeEdges(context, collection, member.ordinal, inside, 3),
      nextStory: nextStory ?? null,
      margin: roundProbability(member.probability - (nextStory?.probability ?? 0)),
    });
  }
  return explained;
}

/** The other story that an article is most like, by the mean of its edges into it. */
function findNextStory(edges: readonly OutsideEdge[]) {
  const byStory = new Map<string, number[]>();
  for (const { storyId, probability } of edges)
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), probability]);
  const means = [...byStory].map(([storyId, values]) => ({
    storyId,
    probability: roundProbability(values.reduce((sum, value) => sum + value, 0) / values.length),
  }));
  return means.toSorted((a, b) => b.probability - a.probability)[0];
}
