import { z } from 'zod';
import type { Article } from '../article';
import { readBodies } from '../store/articles';
import { cleanArticle } from '../text/clean-article';
import { diffRevisions } from '../text/diff-revisions';
import { time } from './answer-parts';
import { readPlacedArticle, toArticleWire } from './article-view';
import type { ApiDeps } from './deps';
import { negotiate } from './negotiate';
import { ProblemError } from './problems';
import { collectionQuery, parseQuery, pathId } from './query';
import type { Handler } from './routes';

/** Revisions compared for one answer, the newest; the store keeps 20. */
const REVISIONS_SHOWN = 20;

/** One revision with what it changed; the first one kept has no `changes`. */
export const revisionSchema = z
  .object({
    revision: z.number().int(),
    receivedAt: time,
    title: z.string(),
    publicationStatus: z.enum(['usable', 'withheld', 'canceled']),
    changes: z
      .object({
        title: z.object({ before: z.string(), after: z.string() }).optional(),
        added: z.array(z.string()),
        removed: z.array(z.string()),
        kept: z.number().int(),
        truncated: z.boolean(),
      })
      .optional(),
  })
  .meta({ id: 'Revision' });

export const revisionsSchema = z.object({ items: z.array(revisionSchema) });

/** `GET /v1/articles/{id}/revisions`: the revisions kept, newest first, each with what it changed. */
export function getRevisions(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection } = parseQuery(collectionQuery, req);
    const id = pathId(req);
    const placed = await readPlacedArticle(deps.pipeline, collection, id);
    if (!placed) {
      throw new ProblemError(
        'article-not-found',
        `There is no article "${id}" in the collection "${collection}".`,
      );
    }
    const newest = placed.article.revision;
    const oldest = Math.max(1, newest - REVISIONS_SHOWN + 1);
    const wanted = Array.from({ length: newest - oldest + 1 }, (_, i) => ({
      ordinal: placed.ordinal,
      revision: oldest + i,
    }));
    const kept = (await readBodies(deps.store, collection, wanted)).filter(
      (article) => article !== undefined,
    );
    res.json({ items: describeRevisions(deps, kept).reverse() });
  };
}

function describeRevisions({ pipeline }: ApiDeps, articles: readonly Article[]) {
  const cleaned = articles.map((article) => cleanArticle(article, pipeline.detectLanguage));
  return articles.map((article, i) => {
    const { revision, title, receivedAt, publicationStatus } = toArticleWire({ article });
    const changes = i === 0 ? {} : { changes: diffRevisions(cleaned[i - 1], cleaned[i]) };
    return { revision, receivedAt, title, publicationStatus, ...changes };
  });
}
