/** How Redis begins its answer when it cannot serve now but will again: starting, failing over, out of memory or disk. */
const REPLIES =
  /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MISCONF|OOM|BUSY|UNKILLABLE|UNBLOCKED|NOTREADY)\b/;

/** How ioredis and the system call a connection that is not there. */
const NAMES = new Set(['MaxRetriesPerRequestError', 'ClusterAllFailedError', 'AbortError']);
const CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'NR_CLOSED', 'EAI_AGAIN', 'ENOTFOUND'],
]);
const CLOSED = /^(Connection is closed|Stream isn't writeable|Command timed out|Cluster isn't ready)/;

/** A cluster that stayed in between for all the tries of a command; the last error follows as text. */
const GAVE_UP = /^Too many Cluster redirections\. Last error: (?:\w*Error: )?/;

/**
 * Whether an error says that Redis is away or not serving, rather than that something is wrong with what was being done: the same
 * work will succeed once it is back, so it is to be tried again and never to be set aside.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  const message = error.message.replace(GAVE_UP, '');
  // A slot that keeps moving, or has no master for now.
  if (message !== error.message && /^(MOVED|ASK)\b/.test(message)) return true;
  if (NAMES.has(error.name) || REPLIES.test(message) || CLOSED.test(message)) return true;
  return 'code' in error && typeof error.code === 'string' && CODES.has(error.code);
}
