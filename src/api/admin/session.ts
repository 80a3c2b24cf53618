import type { Request, Response } from 'express';
import { z } from 'zod';
import { findApiKey, hashToken, isKeyGood, isSameHash } from '../../store/api-keys';
import { createSession, csrfToken, endSession, SESSION_MS } from '../../store/sessions';
import { ADMIN_CALLER, allows, type Caller, callerOf } from '../authenticate';
import type { ApiDeps } from '../deps';
import { readJsonBody } from '../probe';
import { ProblemError } from '../problems';
import type { Handler } from '../routes';
import { SESSION_COOKIE } from '../session-cookie';

const MAX_BODY_BYTES = 4_096;

export const logInSchema = z.object(
  { key: z.string({ error: 'must be a key' }).min(1, 'must be a key').max(300, 'must be a key') },
  { error: 'must be an object {key}' },
);

/** `POST /admin/api/session`: changes a key for a cookie that scripts cannot read. */
export function postSession({ store, options }: ApiDeps): Handler {
  return async (req, res) => {
    const { key } = await readJsonBody(req, logInSchema, MAX_BODY_BYTES);
    const { redis, clock } = store;
    const adminHash = options.adminKey === undefined ? undefined : hashToken(options.adminKey);
    const isAdmin = adminHash !== undefined && isSameHash(adminHash, hashToken(key));
    const record = isAdmin ? undefined : await findApiKey(redis, key);
    const isGood = record !== undefined && isKeyGood(record, key, clock());
    const caller = isAdmin ? ADMIN_CALLER : isGood ? callerOf(record) : undefined;
    if (!caller) throw new ProblemError('unauthorized', 'The key is unknown, revoked or expired.');
    if (!allows(caller, 'review'))
      throw new ProblemError('forbidden', 'This needs a key with the scope "review".');
    const owner = { keyId: caller.id, ...(isAdmin ? { adminHash } : {}) };
    const { token, session } = await createSession(redis, owner, clock());
    res.cookie(SESSION_COOKIE, token, { ...cookieOptions(req), maxAge: SESSION_MS });
    res
      .status(201)
      .set('Cache-Control', 'no-store')
      .json(describe(caller, session.expiresAtMs, token));
  };
}

/** `GET /admin/api/session`: who is logged in, and the token for changes. */
export function getSession(): Handler {
  return (_req, res) => {
    const { caller, session } = res.locals;
    res.set('Cache-Control', 'no-store').json(describe(caller!, session?.expiresAtMs, session?.token));
  };
}

/** `DELETE /admin/api/session`: logs out. */
export function deleteSession({ store }: ApiDeps): Handler {
  return async (req: Request, res: Response) => {
    const { session } = res.locals;
    if (session) await endSession(store.redis, session.token);
    res.clearCookie(SESSION_COOKIE, cookieOptions(req)).status(204).end();
  };
}

const cookieOptions = (req: Request) =>
  ({ httpOnly: true, sameSite: 'strict', secure: req.secure, path: '/' }) as const;

function describe({ id, name, scopes, collections }: Caller, expiresAtMs?: number, token?: string) {
  return {
    actor: { id, name },
    scopes,
    collections: collections ?? null,
    csrf: token === undefined ? null : csrfToken(token),
    expiresAt: expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString(),
  };
}
