import type { Request, Response } from 'express';
import { hashToken, isKeyCurrent, isSameHash, readApiKey } from '../store/api-keys';
import type { RedisClient } from '../store/connect';
import { csrfToken, readSession, type Session } from '../store/sessions';
import { ADMIN_CALLER, type Caller, callerOf } from './authenticate';
import { ProblemError } from './problems';

export const SESSION_COOKIE = 'sf_session';
export const CSRF_HEADER = 'x-csrf-token';

interface SessionOptions {
  readonly redis: RedisClient;
  readonly clock: () => number;
  readonly adminHash: string | undefined;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who calls by the cookie of a log-in. A change must also carry the CSRF header, which only the page itself can know.
 *
 * @throws ProblemError `csrf` where it does not.
 */
export async function resumeSession(req: Request, res: Response, options: SessionOptions): Promise<void> {
  const token = readCookie(req, SESSION_COOKIE);
  if (token === undefined) return;
  const session = await readSession(options.redis, token, options.clock());
  const caller = session && (await findCaller(session, options));
  if (!session || !caller) return;
  if (!SAFE_METHODS.has(req.method) && !isSameText(req.headers[CSRF_HEADER], csrfToken(token))) {
    throw new ProblemError('csrf', 'Send the token that GET /admin/api/session answers in X-CSRF-Token.');
  }
  res.locals.caller = caller;
  res.locals.session = { token, expiresAtMs: session.expiresAtMs };
  res.locals.stillAllowed = async () =>
    (await readSession(options.redis, token, options.clock())) !== undefined &&
    (await findCaller(session, options)) !== undefined;
}

function isSameText(sent: string | string[] | undefined, wanted: string): boolean {
  return typeof sent === 'string' && isSameHash(hashToken(sent), hashToken(wanted));
}

/** Whose key a session was made with, as long as that key is good. */
async function findCaller(
  { keyId, adminHash }: Session,
  options: SessionOptions,
): Promise<Caller | undefined> {
  if (keyId === ADMIN_CALLER.id) {
    const isSame = adminHash !== undefined && options.adminHash !== undefined;
    return isSame && isSameHash(adminHash, options.adminHash) ? ADMIN_CALLER : undefined;
  }
  const record = await readApiKey(options.redis, keyId);
  if (!record || !isKeyCurrent(record, options.clock())) return undefined;
  return callerOf(record);
}

function readCookie(req: Request, name: string): string | undefined {
  const header = (req.headers.cookie ?? '').slice(0, 4_000);
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}
