import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from '../logging';
import type { Metrics } from '../metrics';

declare global {
  namespace Express {
    interface Request {
      /** Given by `logRequests`. */
      id?: string;
      log?: Logger;
    }
  }
}

const SANE_ID = /^[A-Za-z0-9._:-]{1,100}$/;

/**
 * Gives every request an id and a logger: the `X-Request-Id` it came with, or a new one; echoed in the answer.
 *
 * Answers are logged at `debug`, refusals at `info`; what failed is logged by the error handler: at thousands a second nobody reads successes,
 * and each line costs some 30 µs. Nothing is prepared for a line that may never be written: a logger for each request costs 60 µs.
 */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const sent = req.headers['x-request-id'];
    req.id = typeof sent === 'string' && SANE_ID.test(sent) ? sent : randomUUID();
    req.log = log;
    res.setHeader('X-Request-Id', req.id);
    const startMs = performance.now();
    res.on('close', () => {
      const level = res.statusCode >= 400 ? 'info' : 'debug';
      if (!log.isLevelEnabled(level)) return;
      const responseTime = Math.round(performance.now() - startMs);
      const message = res.writableEnded ? 'request completed' : 'request aborted';
      log[level]({ req: describeRequest(req), res: { status: res.statusCode }, responseTime }, message);
    });
    next();
  };
}

/** A request as the log shows it. Neither headers nor query: keys and searched texts stay out of it. */
export const describeRequest = ({ id, method, originalUrl }: Request) => ({
  ...{ id, method },
  path: originalUrl.split('?', 1)[0].slice(0, 300),
});

/** The id that `logRequests` gave a request. */
export const requestId = ({ id }: Request): string => id ?? '';

/** Times every answer by route template, so that ids do not become label values. */
export function timeRequests(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    res.on('close', () => {
      const route = req.route ? `${req.baseUrl}${(req.route as { path: string }).path}` : 'none';
      const seconds = (performance.now() - start) / 1e3;
      metrics.httpSeconds.observe({ method: req.method, route, status: String(res.statusCode) }, seconds);
    });
    next();
  };
}
