import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../logging';
import type { Metrics } from '../metrics';

const SANE_ID = /^[A-Za-z0-9._:-]{1,100}$/;

/**
 * Gives every request an id and a logger: the `X-Request-Id` it came with, or a new one; echoed in the answer.
 *
 * Answers are logged at `debug`, refusals at `info`; what failed is logged by the error handler: at thousands a second nobody reads successes,
 * and each line costs some 30 µs.
 */
export function logRequests(log: Logger): RequestHandler {
  const middleware = pinoHttp({
    logger: log,
    genReqId: (req, res) => {
      const sent = req.headers['x-request-id'];
      const id = typeof sent === 'string' && SANE_ID.test(sent) ? sent : randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_req, res) => (res.statusCode >= 400 ? 'info' : 'debug'),
    // The error handler has written the error itself.
    customErrorObject: (_req, _res, _error, value: Record<string, unknown>) => ({ ...value, err: undefined }),
    serializers: {
      // Neither headers nor query: keys and searched texts stay out of the log.
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url.split('?', 1)[0].slice(0, 300),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  });
  return (req, res, next) => middleware(req, res, () => next());
}

/** The id that `logRequests` gave a request. */
export const requestId = ({ id }: Request): string => (typeof id === 'string' ? id : '');

/** Times every answer by route template, so that ids do not become label values. */
export function timeRequests(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const start = process.hrtime.bigint();
    res.once('close', () => {
      const route = req.route ? `${req.baseUrl}${(req.route as { path: string }).path}` : 'none';
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      metrics.httpSeconds.observe({ method: req.method, route, status: String(res.statusCode) }, seconds);
    });
    next();
  };
}
