import { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mount } from '../routes';
import { getDecision, postDecision, postShortDecision, postUndo } from './decision-handlers';
import { deleteSession, getSession, postSession } from './session';

const ON_STORIES = ['merge', 'split', 'confirm', 'reject', 'lock', 'pin', 'note'] as const;
const ON_ARTICLES = ['move', 'remove'] as const;

/** `/admin/api`: what reviewers and administrators work with. */
export function createAdminApi(deps: ApiDeps): Router {
  const admin = Router({ caseSensitive: true });
  mount(admin, '/session', {
    GET: ['review', getSession()],
    POST: ['anyone', postSession(deps)],
    DELETE: ['anyone', deleteSession(deps)],
  });
  mount(admin, '/decisions', { POST: ['review', postDecision(deps)] });
  mount(admin, '/decisions/:id', { GET: ['review', getDecision(deps)] });
  mount(admin, '/decisions/:id/undo', { POST: ['review', postUndo(deps)] });
  for (const type of ON_STORIES)
    mount(admin, `/stories/:id/${type}`, { POST: ['review', postShortDecision(deps, type)] });
  for (const type of ON_ARTICLES)
    mount(admin, `/articles/:id/${type}`, { POST: ['review', postShortDecision(deps, type)] });
  return admin;
}
