/** How Redis begins its answer when it cannot serve now but will again. */
const REPLIES =
  /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MISCONF|OOM|BUSY|UNKILLABLE)\b/;

/** How ioredis and the system call a connection that is not there. */
const NAMES = new Set(['MaxRetriesPerRequestError', 'ClusterAllFailedError', 'AbortError']);
const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'NR_CLOSED']);
const CLOSED = /^(Connection is closed|Stream isn't writeable|Command timed out)/;

/**
 * Whether an error says that Redis is away or not serving, rather than that something is wrong with what was being done: the same
 * work will succeed once it is back, so it is to be tried again and never to be set aside.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  if (NAMES.has(error.name) || REPLIES.test(error.message) || CLOSED.test(error.message)) return true;
  return 'code' in error && typeof error.code === 'string' && CODES.has(error.code);
}
