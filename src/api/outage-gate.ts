import type { RequestHandler } from 'express';
import type { RedisClient } from '../store/connect';
import { unavailable } from './error-handler';

/** A restart of Redis takes about this long: until then requests wait for it, after it they are refused at once. */
const GRACE_MS = 1_000;

/**
 * Answers 503 at once while Redis has been away for more than a second.
 *
 * Without this every request would wait for the connection's own retries, whose pauses grow to seconds, and requests would
 * pile up in memory meanwhile.
 */
export function refuseDuringOutage(redis: RedisClient, clock: () => number): RequestHandler {
  let awaySinceMs: number | undefined;
  redis.on('close', () => {
    awaySinceMs ??= clock();
  });
  redis.on('ready', () => {
    awaySinceMs = undefined;
  });
  return (_req, _res, next) => {
    if (awaySinceMs !== undefined && clock() - awaySinceMs > GRACE_MS) {
      throw unavailable('The data store cannot be reached');
    }
    next();
  };
}
