import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Cluster, Redis } from 'ioredis';
import { type RedisReply, RedisStore } from 'rate-limit-redis';
import { RATE_LIMIT_PREFIX } from '../store/service-keys';
import { ProblemError } from './problems';

const MINUTE_MS = 60_000;
/** Requests a minute that an address may send with keys that are not good: nobody mistypes more often. */
const BAD_KEYS_PER_MINUTE = 300;

/**
 * Counts requests a minute for each key, or each address without one, over all API processes.
 *
 * Answers 429 with `Retry-After` beyond the limit, and sets the `RateLimit` headers (IETF draft 8) on every answer.
 * `perMinute` 0 is no limit for good keys.
 */
export function limitRate(redis: Redis | Cluster, perMinute: number): RequestHandler {
  const sendCommand = (command: string, ...args: string[]) =>
    redis.call(command, ...args) as Promise<RedisReply>;
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: (_req: Request, res: Response) => (res.locals.badKey ? BAD_KEYS_PER_MINUTE : perMinute),
    skip: (_req: Request, res: Response) => perMinute === 0 && !res.locals.badKey,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'per-minute',
    keyGenerator: (req: Request, res: Response) => {
      const { caller, badKey } = res.locals;
      const address = ipKeyGenerator(req.ip ?? '0.0.0.0');
      return caller ? `key:${caller.id}` : `${badKey ? 'bad' : 'ip'}:${address}`;
    },
    store: new RedisStore({ sendCommand, prefix: RATE_LIMIT_PREFIX }),
    handler: (_req, _res, next) => {
      next(
        new ProblemError(
          'rate-limited',
          'Too many requests in this minute; wait for the seconds in Retry-After.',
        ),
      );
    },
    validate: { singleCount: false },
  });
}
