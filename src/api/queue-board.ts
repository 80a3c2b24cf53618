import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import { type RequestHandler, Router } from 'express';
import { requireAllCollections, requireScope } from './authenticate';

const BASE = '/admin/queues';

/** As strict as the board allows: it sets styles by attribute, and asks nobody but this service. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The board of queues under `/admin/queues`, behind the log-in of the review page. Looking needs the scope `review` for
 * all collections, since jobs are of any; the board
 * changes nothing, since its own buttons know no CSRF header.
 */
export function createQueueBoard(queues: readonly Queue[]): Router {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(BASE);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: {
      uiBasePath: dirname(require.resolve('@bull-board/ui/package.json')),
      uiConfig: { boardTitle: 'Storyfold queues', hideRedisDetails: true },
    },
  });
  const router = Router({ caseSensitive: true });
  router.use(sendToLogIn, requireScope('review'), requireAllCollections, protect, adapter.getRouter());
  return router;
}

/** A person without a log-in is sent to where it is asked for. */
const sendToLogIn: RequestHandler = (req, res, next) => {
  if (res.locals.caller || !req.accepts('html') || req.accepts(['json', 'html']) === 'json') next();
  else res.redirect(303, '/admin');
};

/** Sets the policy, and takes the web font out of the page: nothing is loaded from outside. */
const protect: RequestHandler = (_req, res, next) => {
  res.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' });
  const send = res.send.bind(res);
  res.send = (body: unknown) =>
    send(typeof body === 'string' ? body.replace(/<link href="https:[^>]*>/, '') : body);
  next();
};
