import type { Request, RequestHandler } from 'express';
import {
  type ApiKeyRecord,
  apiKeyId,
  findApiKey,
  hashToken,
  isKeyGood,
  isSameHash,
  type Scope,
} from '../store/api-keys';
import type { RedisClient } from '../store/connect';
import { ProblemError } from './problems';
import type { Access } from './routes';
import { resumeSession } from './session-cookie';

/** Who sent a request. `id` names the caller in rate limits, idempotency and the audit. */
export interface Caller {
  readonly id: string;
  /** What people call the key. */
  readonly name: string;
  readonly scopes: readonly Scope[];
}

declare global {
  namespace Express {
    interface Locals {
      /** Set by `authenticate`; absent when the request has no key. */
      caller?: Caller;
      /** A key was sent that is unknown, revoked or expired. */
      badKey?: boolean;
      openReads?: boolean;
      /** The log-in that the request came with instead of a key. */
      session?: { readonly token: string; readonly expiresAtMs: number };
      /** For answers that stay open: whether the key they were opened with is still good. */
      stillAllowed?: () => Promise<boolean>;
    }
  }
}

/** A revoked key stops working within this time on every API process. */
const CACHE_MS = 1_000;
const CACHE_ENTRIES = 5_000;
export const ADMIN_CALLER: Caller = { id: 'admin-key', name: 'Admin key', scopes: ['admin'] };

export interface AuthenticateOptions {
  readonly redis: RedisClient;
  readonly adminKey?: string;
  readonly openReads: boolean;
  readonly clock: () => number;
}

/** Finds out who calls. Refuses nobody: that is up to the route, after the rate limit has counted the attempt. */
export function authenticate(options: AuthenticateOptions): RequestHandler {
  const adminHash = options.adminKey === undefined ? undefined : hashToken(options.adminKey);
  const lookUp = cachedLookUp(options);
  const isGood = (record: ApiKeyRecord | undefined, token: string): record is ApiKeyRecord =>
    record !== undefined && isKeyGood(record, token, options.clock());
  return async (req, res, next) => {
    res.locals.openReads = options.openReads;
    const token = bearerToken(req);
    if (token !== undefined) {
      const isAdmin = adminHash !== undefined && isSameHash(adminHash, hashToken(token));
      const record = isAdmin ? undefined : await lookUp(token);
      if (isAdmin) res.locals.caller = ADMIN_CALLER;
      else if (isGood(record, token)) {
        res.locals.caller = { id: record.id, name: record.name, scopes: record.scopes };
        res.locals.stillAllowed = async () => isGood(await lookUp(token), token);
      } else res.locals.badKey = true;
    } else await resumeSession(req, res, { ...options, adminHash });
    next();
  };
}

function bearerToken(req: Request): string | undefined {
  const header = req.headers.authorization;
  if (header === undefined) return undefined;
  const token = /^Bearer +(\S{1,300})\s*$/i.exec(header.slice(0, 400))?.[1] ?? feedPassword(req, header);
  // Another scheme counts as a bad key, not as none: the client believes it has shown who it is.
  return token ?? '';
}

const isFeed = ({ path }: Request): boolean => path.startsWith('/feeds/');

/**
 * Feed readers can be given a name and a password only: the key is the password, the name does not matter. Only for feeds, since a
 * browser that knows a password adds it to requests that other sites make.
 */
function feedPassword(req: Request, header: string): string | undefined {
  const base64 = isFeed(req)
    ? /^Basic +([A-Za-z0-9+/=]{1,380})\s*$/i.exec(header.slice(0, 400))?.[1]
    : undefined;
  return base64 && /^[^:]*:(\S{1,300})$/.exec(Buffer.from(base64, 'base64').toString('utf8'))?.[1];
}

/** Keys looked up within the last second are not asked for again; unknown ones included. */
function cachedLookUp({ redis, clock }: AuthenticateOptions) {
  const cache = new Map<string, { readonly atMs: number; readonly record: ApiKeyRecord | undefined }>();
  return async (token: string): Promise<ApiKeyRecord | undefined> => {
    const id = apiKeyId(token);
    if (id === undefined) return undefined;
    const known = cache.get(id);
    if (known && clock() - known.atMs < CACHE_MS) return known.record;
    const record = await findApiKey(redis, token);
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    cache.set(id, { atMs: clock(), record });
    return record;
  };
}

/** Lets a request pass that may use the route; else 401 (no good key) or 403 (not with this key). */
export function requireScope(access: Access): RequestHandler {
  return (req, res, next) => {
    refuseWithout(access, res.locals, isFeed(req));
    next();
  };
}

function refuseWithout(access: Access, { caller, badKey, openReads }: Express.Locals, feed: boolean): void {
  if (access === 'anyone') return;
  if (badKey) throw unauthorized('The key is unknown, revoked or expired.', feed, 'error="invalid_token"');
  if (access === 'openRead' && openReads && !caller) return;
  const scope = access === 'openRead' ? 'read' : access;
  if (!caller) throw unauthorized(`A key with the scope "${scope}" is needed.`, feed);
  if (allows(caller, scope)) return;
  throw new ProblemError('forbidden', `This needs a key with the scope "${scope}".`, {
    headers: { 'WWW-Authenticate': `Bearer realm="storyfold", error="insufficient_scope", scope="${scope}"` },
  });
}

/** Whether a caller has a scope: `admin` includes all, `review` includes `read`. */
export function allows({ scopes }: Caller, scope: Scope): boolean {
  return (
    scopes.includes(scope) || scopes.includes('admin') || (scope === 'read' && scopes.includes('review'))
  );
}

function unauthorized(detail: string, feed: boolean, parameter?: string): ProblemError {
  const bearer = ['Bearer realm="storyfold"', ...(parameter ? [parameter] : [])].join(', ');
  const challenge = feed ? `${bearer}, Basic realm="storyfold feeds"` : bearer;
  return new ProblemError('unauthorized', `${detail} Send "Authorization: Bearer <key>".`, {
    headers: { 'WWW-Authenticate': challenge },
  });
}
