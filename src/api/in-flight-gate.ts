import type { RequestHandler } from 'express';
import { unavailable } from './error-handler';

/**
 * Answers 503 at once while `max` requests are being worked on, so that an overload or a data store that hangs cannot fill the
 * memory with waiting bodies. `isCounted` leaves out answers that stay open by design and are bounded elsewhere.
 */
export function limitInFlight(max: number, isCounted: (path: string) => boolean): RequestHandler {
  let inFlight = 0;
  return (req, res, next) => {
    if (!isCounted(req.path)) {
      next();
      return;
    }
    if (inFlight >= max) throw unavailable('The service has as many requests in hand as it can work on', 1);
    inFlight++;
    res.once('close', () => inFlight--);
    next();
  };
}
