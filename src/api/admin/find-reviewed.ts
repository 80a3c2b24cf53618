import type { Request, Response } from 'express';
import { resolveStoryId } from '../../store/story-documents';
import type { CanonicalStory } from '../../story/canonical-story';
import type { ApiDeps } from '../deps';
import { pathId } from '../query';
import { findStory } from '../story-handlers';

/** The story the request names; undefined when the answer has been given: a redirect to the survivor, since a merge can be undone a passing one. */
export async function findReviewed(
  deps: ApiDeps,
  req: Request,
  res: Response,
  collection: string,
): Promise<CanonicalStory | undefined> {
  const id = pathId(req);
  const survivor = await resolveStoryId(deps.store, collection, id);
  if (survivor === id) return findStory(deps, req, res, collection);
  const own = new URL(req.originalUrl, 'http://localhost');
  const rest = own.pathname.endsWith('/timeline') ? '/timeline' : '';
  const location = `/admin/api/stories/${encodeURIComponent(survivor)}${rest}${own.search}`;
  res.status(302).set('Location', location).json({ id, collection, status: 'merged', into: survivor });
  return undefined;
}
