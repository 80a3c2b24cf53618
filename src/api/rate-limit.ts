import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import type { ScriptedRedis } from '../store/scripts';
import { rateKey } from '../store/service-keys';
import { ProblemError } from './problems';

const MINUTE_MS = 60_000;
/** Requests a minute that an address may send with keys that are not good, and log-ins: nobody mistypes more often. */
const BAD_KEYS_PER_MINUTE = 300;

/**
 * Counts requests a minute for each key, or each address without one, over all API processes. Log-ins are counted with the requests
 * that have bad keys, whatever they come with: each of them is a guess at a key.
 *
 * Answers 429 with `Retry-After` beyond the limit, and sets the `RateLimit` headers (IETF draft 8) on every answer.
 * `perMinute` 0 is no limit for good keys.
 */
export function limitRate(redis: ScriptedRedis, perMinute: number): RequestHandler {
  const isGuess = (req: Request, res: Response): boolean => Boolean(res.locals.badKey) || isLogIn(req);
  const limit = rateLimit({
    windowMs: MINUTE_MS,
    limit: (req: Request, res: Response) => (isGuess(req, res) ? BAD_KEYS_PER_MINUTE : perMinute),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'per-minute',
    keyGenerator: (req: Request, res: Response) => {
      const address = ipKeyGenerator(req.ip ?? '0.0.0.0');
      if (isGuess(req, res)) return `bad:${address}`;
      const { caller } = res.locals;
      return caller ? `key:${caller.id}` : `ip:${address}`;
    },
    store: countInRedis(redis),
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
  return perMinute > 0 ? limit : (req, res, next) => (isGuess(req, res) ? limit(req, res, next) : next());
}

/** Express takes a path with a slash at its end for the same. */
const isLogIn = ({ method, path }: Request): boolean =>
  method === 'POST' && /^\/admin\/api\/session\/?$/.test(path);

/** Counters that all API processes share. Nothing is prepared beforehand, so a Redis that is away at the start does no lasting harm. */
function countInRedis(redis: ScriptedRedis): Store {
  return {
    increment: async (client) => {
      const [totalHits, leftMs] = await redis.countRequest(rateKey(client), MINUTE_MS);
      return { totalHits, resetTime: new Date(Date.now() + leftMs) };
    },
    decrement: async (client) => {
      await redis.decr(rateKey(client));
    },
    resetKey: async (client) => {
      await redis.del(rateKey(client));
    },
  };
}
