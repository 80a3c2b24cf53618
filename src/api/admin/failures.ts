import { z } from 'zod';
import { readArticleIds } from '../../store/article-names';
import { readBodies, readOrdinals } from '../../store/articles';
import {
  type ParkedArticle,
  type ParkedStory,
  readParked,
  unparkArticle,
  unparkStory,
} from '../../store/failures';
import type { Store } from '../../store/store';
import { readAllPublished } from '../../store/story-documents';
import type { ApiDeps } from '../deps';
import { ProblemError } from '../problems';
import { collectionQuery, parseQuery, pathId } from '../query';
import { requestId } from '../request-log';
import type { Handler } from '../routes';
import { articleNotFound, nextCursor, scanQuerySchema } from './lists';

export const retryQuerySchema = collectionQuery.extend({
  kind: z
    .enum(['article', 'story'], { error: 'must be article or story' })
    .default('article')
    .describe('What the id is of'),
});

/** `GET /admin/api/failures`: articles and stories set aside, with what stopped them. */
export function getFailures({ store }: ApiDeps): Handler {
  return async (req, res) => {
    const { collection, limit, cursor } = parseQuery(scanQuerySchema, req);
    const page = await readParked(store, collection, { cursor, limit });
    const articles = page.items.flatMap((item) => ('ordinal' in item ? [item] : []));
    const stories = page.items.flatMap((item) => ('storyId' in item ? [item] : []));
    const items = [
      ...(await toStoriesWire(store, collection, stories)),
      ...(await toArticlesWire(store, collection, articles)),
    ];
    res.json({ items, nextCursor: nextCursor(page.cursor) });
  };
}

async function toArticlesWire(store: Store, collection: string, parked: readonly ParkedArticle[]) {
  const ordinals = parked.map(({ ordinal }) => ordinal);
  const names = await readArticleIds(store, collection, ordinals);
  const bodies = await readBodies(
    store,
    collection,
    ordinals.map((ordinal) => ({ ordinal })),
  );
  return parked.map(({ ordinal, revision, error, at }, i) => ({
    ...{ kind: 'article', articleId: names.get(ordinal) ?? `#${ordinal}`, storyId: null },
    ...{ revision, error, at: new Date(at).toISOString() },
    title: bodies[i]?.title ?? '',
    source: bodies[i]?.source ?? null,
  }));
}

/** Named as it was last told of. */
async function toStoriesWire(store: Store, collection: string, parked: readonly ParkedStory[]) {
  const published = await readAllPublished(
    store,
    collection,
    parked.map(({ storyId }) => storyId),
  );
  return parked.map(({ storyId, version, error, at }, i) => ({
    ...{ kind: 'story', articleId: null, storyId },
    ...{ revision: version, error, at: new Date(at).toISOString() },
    title: published[i]?.story.title.text ?? '',
    source: null,
  }));
}

/** `POST /admin/api/failures/{id}/retry`: puts an article back on the queue, or marks the document of a story as due. */
export function retryFailure({ store, enqueue }: ApiDeps): Handler {
  return async (req, res) => {
    const { collection, kind } = parseQuery(retryQuerySchema, req);
    const id = pathId(req);
    if (kind === 'story') {
      if (!(await unparkStory(store, collection, id)))
        throw new ProblemError('story-not-found', `The story "${id}" is not set aside.`);
      res.status(202).json({ storyId: id, status: 'queued' });
      return;
    }
    const [ordinal] = await readOrdinals(store, collection, [id]);
    if (ordinal === undefined) throw articleNotFound(id, collection);
    if (!(await unparkArticle(store, collection, ordinal)))
      throw new ProblemError('article-not-found', `The article "${id}" is not set aside.`);
    enqueue(collection, [ordinal], [requestId(req)]);
    res.status(202).json({ articleId: id, status: 'queued' });
  };
}
