import type { Request } from 'express';
import { loadMembers } from '../pipeline/load-members';
import { readStories, readStoryHeads } from '../store/ledger';
import { sentencesStillCarried } from '../story/still-carried';
import { type ArticleGate, senderOf } from './article-gate';
import { explainPlace, type PlacedArticle, readPlacedArticle, toArticleWire } from './article-view';
import type { ApiDeps } from './deps';
import { articleLinks } from './links';
import { negotiate } from './negotiate';
import { ProblemError } from './problems';
import { collectionQuery, parseQuery, pathId } from './query';
import type { Handler } from './routes';

/** `GET /v1/articles/{id}`: the article, where it stands and why. */
export function getArticle(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection } = parseQuery(collectionQuery, req);
    const placed = await findArticle(deps, req, collection);
    const place = await explainPlace(deps.pipeline, collection, placed);
    res.json({
      ...toArticleWire(placed),
      status: placed.placement.state,
      ...place,
      links: articleLinks(placed.article.id, collection, deps.options.publicUrl, placed.placement.storyId),
    });
  };
}

/** `DELETE /v1/articles/{id}`: a revision that withdraws it. 202: it leaves its story as soon as a worker has seen it. */
export function deleteArticle(deps: ApiDeps, gate: ArticleGate): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const placed = await findArticle(deps, req, collection);
    // Looked up before the withdrawal: afterwards the article is no longer in its story.
    const stillCarriedBy = await findCarriers(deps, collection, placed);
    const {
      revision: _revision,
      receivedAtMs: _receivedAtMs,
      collection: _collection,
      ...fields
    } = placed.article;
    const withdrawal = { collection, article: { ...fields, status: 'canceled' as const } };
    const accepted = await gate.acceptOne(withdrawal, senderOf(req, res));
    res.status(202).json({
      id: accepted.id,
      status: 'withdrawn',
      result: accepted.status,
      ...(placed.placement.storyId !== undefined && { storyId: placed.placement.storyId }),
      stillCarriedBy,
      links: articleLinks(accepted.id, collection, deps.options.publicUrl, placed.placement.storyId),
    });
  };
}

async function findArticle(deps: ApiDeps, req: Request, collection: string): Promise<PlacedArticle> {
  const id = pathId(req);
  const placed = await readPlacedArticle(deps.pipeline, collection, id);
  if (placed) return placed;
  throw new ProblemError(
    'article-not-found',
    `There is no article "${id}" in the collection "${collection}".`,
  );
}

/** Members looked at for sentences of a withdrawn article. */
const MAX_CARRIERS = 200;

async function findCarriers(deps: ApiDeps, collection: string, { ordinal, placement }: PlacedArticle) {
  const { storyId } = placement;
  if (storyId === undefined) return [];
  const [head] = await readStoryHeads(deps.store, collection, [storyId]);
  if (!head || head.size < 2) return [];
  const [story] = await readStories(deps.store, collection, [storyId]);
  const own = story?.members.get(ordinal);
  if (!story || !own) return [];
  const others = [...story.members.values()]
    .filter((member) => member.ordinal !== ordinal)
    .slice(0, MAX_CARRIERS);
  const [withdrawn, ...rest] = await loadMembers(deps.pipeline, collection, [own, ...others]);
  return withdrawn ? sentencesStillCarried(withdrawn, rest) : [];
}
