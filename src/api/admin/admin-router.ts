import { Router } from 'express';
import { requireAllCollections } from '../authenticate';
import type { ApiDeps } from '../deps';
import { mount } from '../routes';
import { getAdminOpenApi } from './admin-paths';
import { getAudit } from './audit';
import { postBulk, postPreview } from './bulk';
import { getCalibration } from './calibration';
import { getCompare } from './compare';
import { getDecision, postDecision, postShortDecision, postUndo } from './decision-handlers';
import { getFailures, retryFailure } from './failures';
import { deleteKey, getKeys, postKey } from './keys';
import { getConstraints } from './lists';
import { getReviews } from './reviews';
import { deleteSession, getSession, postSession } from './session';
import { getSettings, putSettings } from './settings';
import { postSimulate } from './simulate';
import { getStats } from './stats';
import { getStoryView } from './story-view';
import { getTimeline } from './timeline';

const ON_STORIES = ['merge', 'split', 'confirm', 'reject', 'lock', 'pin', 'note'] as const;
const ON_ARTICLES = ['move', 'remove'] as const;

/** `/admin/api`: what reviewers and administrators work with. */
export function createAdminApi(deps: ApiDeps): Router {
  const admin = Router({ caseSensitive: true });
  mount(admin, '/openapi.json', { GET: ['review', getAdminOpenApi(deps)] });
  mount(admin, '/session', {
    GET: ['review', getSession()],
    POST: ['anyone', postSession(deps)],
    DELETE: ['anyone', deleteSession(deps)],
  });
  mount(admin, '/decisions', { GET: ['review', getAudit(deps)], POST: ['review', postDecision(deps)] });
  mount(admin, '/decisions/preview', { POST: ['review', postPreview(deps)] });
  mount(admin, '/decisions/bulk', { POST: ['review', postBulk(deps)] });
  mount(admin, '/decisions/:id', { GET: ['review', getDecision(deps)] });
  mount(admin, '/decisions/:id/undo', { POST: ['review', postUndo(deps)] });
  for (const type of ON_STORIES)
    mount(admin, `/stories/:id/${type}`, { POST: ['review', postShortDecision(deps, type)] });
  for (const type of ON_ARTICLES)
    mount(admin, `/articles/:id/${type}`, { POST: ['review', postShortDecision(deps, type)] });
  mount(admin, '/stories/:id', { GET: ['review', getStoryView(deps)] });
  mount(admin, '/stories/:id/timeline', { GET: ['review', getTimeline(deps)] });
  mount(admin, '/compare', { GET: ['review', getCompare(deps)] });
  mount(admin, '/simulate', { POST: ['review', postSimulate(deps)] });
  mount(admin, '/calibration', { GET: ['review', getCalibration(deps)] });
  mount(admin, '/stats', { GET: ['review', getStats(deps)] });
  mount(admin, '/reviews', { GET: ['review', getReviews(deps)] });
  mount(admin, '/audit', { GET: ['review', getAudit(deps)] });
  mount(admin, '/constraints', { GET: ['review', getConstraints(deps)] });
  mount(admin, '/failures', { GET: ['review', getFailures(deps)] });
  mount(admin, '/failures/:id/retry', { POST: ['review', retryFailure(deps)] });
  mount(admin, '/settings', { GET: ['review', getSettings(deps)], PUT: ['admin', putSettings(deps)] });
  admin.use('/keys', requireAllCollections);
  mount(admin, '/keys', { GET: ['admin', getKeys(deps)], POST: ['admin', postKey(deps)] });
  mount(admin, '/keys/:id', { DELETE: ['admin', deleteKey(deps)] });
  return admin;
}
