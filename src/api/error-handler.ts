import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { TooManyCollections } from '../store/articles';
import { isOutage } from '../store/outage';
import { ProblemError } from './problems';
import { describeRequest } from './request-log';

const RETRY_AFTER_SECONDS = 2;

/** Sends a problem as `application/problem+json`. */
export function sendProblem(res: Response, problem: ProblemError): void {
  const document = {
    ...problem.toDocument(),
    ...(res.req.id !== undefined && { requestId: res.req.id }),
  };
  res.status(problem.status).set(problem.extras.headers ?? {});
  // No `res.json`: it would append a charset, which this media type does not have.
  res.type('application/problem+json').send(Buffer.from(JSON.stringify(document)));
}

/** Whatever no route took. */
export const notFound: RequestHandler = (req) => {
  throw new ProblemError(
    'not-found',
    `There is nothing at ${req.path.slice(0, 200)}; /docs lists the addresses.`,
  );
};

/** The last middleware: every error becomes a problem. Only faults of the service are logged as errors. */
export const handleError: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const problem = toProblem(error);
  const about = { req: describeRequest(req) };
  if (problem.problem === 'internal') req.log?.error({ ...about, err: error }, 'a request failed');
  else if (problem.status >= 500) {
    const reason = error instanceof Error ? error.message : String(error);
    req.log?.warn({ ...about, reason }, problem.detail);
  }
  if (res.headersSent) {
    // The answer is half out: breaking the connection is the only way left to say that it is not whole.
    next(error);
    return;
  }
  sendProblem(res, problem);
};

/** The problem that an error means for the client. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof TooManyCollections)
    return new ProblemError('too-many-collections', `${error.message}.`);
  if (isOutage(error)) return unavailable('The data store cannot be reached');
  const status = (error as { status?: unknown } | null)?.status;
  // Express and its router mark what the client did wrong, such as a path with a broken percent-encoding.
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new ProblemError('invalid-request', 'The address cannot be decoded; percent-encode it as UTF-8.');
  }
  return new ProblemError('internal', 'The service failed on this request; its log has the details.');
}

/** 503 with `Retry-After`. */
export function unavailable(reason: string, retryAfterSeconds = RETRY_AFTER_SECONDS): ProblemError {
  return new ProblemError('unavailable', `${reason}; try again in ${retryAfterSeconds} s.`, {
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });
}
