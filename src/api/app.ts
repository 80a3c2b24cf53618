import express, { type Express, Router } from 'express';
import { createAdminApi } from './admin/admin-router';
import { createAdminPage } from './admin-page';
import { createArticleGate } from './article-gate';
import { deleteArticle, getArticle } from './article-handlers';
import { getRevisions } from './article-revisions';
import { getAsyncApi } from './asyncapi';
import { authenticate } from './authenticate';
import type { ApiDeps } from './deps';
import { getDocs, getProblemPage } from './docs-page';
import { handleError, notFound } from './error-handler';
import { explainStory } from './explain-story';
import { getFeed } from './feed-handlers';
import { getEvents } from './get-events';
import { getLivez, getMetrics, getReadyz } from './health';
import { limitInFlight } from './in-flight-gate';
import { getStories } from './list-stories';
import { getOpenApi } from './openapi';
import { refuseDuringOutage } from './outage-gate';
import { postArticle } from './post-article';
import { postBatch } from './post-batch';
import { postCompare } from './post-compare';
import { postMatch } from './post-match';
import { createQueueBoard } from './queue-board';
import { limitRate } from './rate-limit';
import { logRequests, timeRequests } from './request-log';
import { mount } from './routes';
import { securityHeaders } from './security-headers';
import { getStory, getStoryArticles, getStoryVersions } from './story-handlers';
import {
  getDeliveries,
  getDelivery,
  recoverWebhook,
  resendDelivery,
  testWebhook,
} from './webhook-deliveries';
import {
  deleteWebhook,
  getWebhook,
  getWebhooks,
  patchWebhook,
  postWebhook,
  rotateSecret,
} from './webhook-handlers';

/** Requests worked on at once: some 20 MB with usual articles, 2 GB if every one of them had the largest body. */
const MAX_IN_FLIGHT = 1_000;

/** The HTTP interface: every route of the service on this screen. Makes no connection and listens nowhere. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.options.trustProxy);
  app.set('case sensitive routing', true);
  app.set('query parser', 'simple');

  app.use(logRequests(deps.log), timeRequests(deps.metrics), securityHeaders());
  mount(app, '/livez', { GET: ['anyone', getLivez] });
  mount(app, '/readyz', { GET: ['anyone', getReadyz(deps)] });
  mount(app, '/metrics', { GET: ['anyone', getMetrics(deps)] });
  mount(app, '/openapi.json', { GET: ['anyone', getOpenApi(deps)] });
  mount(app, '/asyncapi.json', { GET: ['anyone', getAsyncApi(deps)] });
  mount(app, '/docs', { GET: ['anyone', getDocs(deps)] });
  mount(app, '/problems/:name', { GET: ['anyone', getProblemPage] });
  app.use('/admin', createAdminPage());

  const { rateLimitPerMinute } = deps.options;
  const { redis, clock } = deps.store;
  app.use(refuseDuringOutage(redis, clock));
  app.use(limitInFlight(MAX_IN_FLIGHT, (path) => path !== '/v1/events'));
  app.use(authenticate({ redis, clock, ...deps.options }));
  app.use(limitRate(redis, rateLimitPerMinute));
  app.use('/v1', createV1(deps));
  app.use('/admin/api', createAdminApi(deps));
  app.use('/admin/queues', createQueueBoard(deps.boardQueues ?? []));
  mount(app, '/feeds/stories.json', { GET: ['openRead', getFeed(deps, 'json')] });
  mount(app, '/feeds/stories.rss', { GET: ['openRead', getFeed(deps, 'rss')] });
  mount(app, '/feeds/stories.atom', { GET: ['openRead', getFeed(deps, 'atom')] });

  app.use(notFound);
  app.use(handleError);
  return app;
}

function createV1(deps: ApiDeps): Router {
  const v1 = Router({ caseSensitive: true });
  const gate = createArticleGate(deps);
  mount(v1, '/articles', { POST: ['ingest', postArticle(deps, gate)] });
  mount(v1, '/articles/batch', { POST: ['ingest', postBatch(deps, gate)] });
  mount(v1, '/articles/:id', {
    GET: ['openRead', getArticle(deps)],
    DELETE: ['ingest', deleteArticle(deps, gate)],
  });
  mount(v1, '/articles/:id/revisions', { GET: ['openRead', getRevisions(deps)] });
  mount(v1, '/stories', { GET: ['openRead', getStories(deps)] });
  mount(v1, '/stories/:id', { GET: ['openRead', getStory(deps)] });
  mount(v1, '/stories/:id/articles', { GET: ['openRead', getStoryArticles(deps)] });
  mount(v1, '/stories/:id/versions', { GET: ['openRead', getStoryVersions(deps)] });
  mount(v1, '/stories/:id/explain', { GET: ['openRead', explainStory(deps)] });
  mount(v1, '/match', { POST: ['openRead', postMatch(deps)] });
  mount(v1, '/compare', { POST: ['openRead', postCompare(deps)] });
  mount(v1, '/events', { GET: ['openRead', getEvents(deps)] });
  mount(v1, '/webhooks', { GET: ['admin', getWebhooks(deps)], POST: ['admin', postWebhook(deps)] });
  mount(v1, '/webhooks/:id', {
    GET: ['admin', getWebhook(deps)],
    PATCH: ['admin', patchWebhook(deps)],
    DELETE: ['admin', deleteWebhook(deps)],
  });
  mount(v1, '/webhooks/:id/rotate-secret', { POST: ['admin', rotateSecret(deps)] });
  mount(v1, '/webhooks/:id/test', { POST: ['admin', testWebhook(deps)] });
  mount(v1, '/webhooks/:id/recover', { POST: ['admin', recoverWebhook(deps)] });
  mount(v1, '/webhooks/:id/deliveries', { GET: ['admin', getDeliveries(deps)] });
  mount(v1, '/webhooks/:id/deliveries/:deliveryId', { GET: ['admin', getDelivery(deps)] });
  mount(v1, '/webhooks/:id/deliveries/:deliveryId/resend', { POST: ['admin', resendDelivery(deps)] });
  return v1;
}
