import type { Request, RequestHandler } from 'express';
import {
  type ApiKeyRecord,
  findApiKey,
  hashToken,
  isKeyGood,
  isSameHash,
  type Scope,
} from '../store/api-keys';
import type { RedisClient } from '../store/connect';
import type { ApiOptions } from './deps';
import { ProblemError } from './problems';
import type { Access } from './routes';
import { resumeSession } from './session-cookie';

/** Who sent a request. `id` names the caller in rate limits, idempotency and the audit. */
export interface Caller {
  readonly id: string;
  /** What people call the key. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The collections its key is for; all of them when left out. */
  readonly collections?: readonly string[];
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

export const ADMIN_CALLER: Caller = { id: 'admin-key', name: 'Admin key', scopes: ['admin'] };

export interface AuthenticateOptions extends Pick<ApiOptions, 'adminKey' | 'openReads' | 'openReadHosts'> {
  readonly redis: RedisClient;
  readonly clock: () => number;
}

/** Who calls with a key that was made. */
export function callerOf({ id, name, scopes, collections }: ApiKeyRecord): Caller {
  return { id, name, scopes, ...(collections && { collections }) };
}

/**
 * Finds out who calls. Refuses nobody: that is up to the route, after the rate limit has counted the attempt.
 *
 * A key is looked up with every request, so that one that is revoked ends at once in every process: one more command, which is
 * sent together with those of other requests. The admin key needs none.
 */
export function authenticate(options: AuthenticateOptions): RequestHandler {
  const adminHash = options.adminKey === undefined ? undefined : hashToken(options.adminKey);
  const lookUp = (token: string) => findApiKey(options.redis, token);
  const isGood = (record: ApiKeyRecord | undefined, token: string): record is ApiKeyRecord =>
    record !== undefined && isKeyGood(record, token, options.clock());
  return async (req, res, next) => {
    res.locals.openReads = options.openReads && isAtHost(req, options.openReadHosts);
    const token = bearerToken(req);
    if (token !== undefined) {
      const isAdmin = adminHash !== undefined && isSameHash(adminHash, hashToken(token));
      const record = isAdmin ? undefined : await lookUp(token);
      if (isAdmin) res.locals.caller = ADMIN_CALLER;
      else if (isGood(record, token)) {
        res.locals.caller = callerOf(record);
        res.locals.stillAllowed = async () => isGood(await lookUp(token), token);
      } else res.locals.badKey = true;
    } else await resumeSession(req, res, { ...options, adminHash });
    next();
  };
}

/** What proxies add: not all of them add all of these, and some none. */
const FORWARDING_HEADER = /^(?:forwarded|via|x-real-ip|x-forwarded-[\w-]{1,30})$/;

/** Whether a request came straight to one of these hosts; see `openReadHosts` in `config.ts`. */
function isAtHost({ headers }: Request, hosts: readonly string[] | undefined): boolean {
  if (!hosts) return true;
  const name = /^\[?([\w.:-]{1,255}?)\]?(?::\d{1,5})?$/.exec(headers.host ?? '')?.[1] ?? '';
  const isForwarded = Object.keys(headers).some((header) => FORWARDING_HEADER.test(header));
  return !isForwarded && hosts.includes(name.toLowerCase());
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

/**
 * Refuses (403) a request that names a collection which its key is not for. Queries and bodies that have a collection come by here
 * as they are parsed; what finds its collection in another way has to ask.
 */
export function requireCollection(req: Request, collection: string): void {
  const allowed = req.res?.locals.caller?.collections;
  if (!allowed || allowed.includes(collection)) return;
  const names = allowed.map((name) => `"${name}"`).join(', ');
  throw new ProblemError('forbidden', `This key is for ${names} only; name one of these as the collection.`);
}

/** Lets a request pass whose key is for all collections: for what belongs to none of them. */
export const requireAllCollections: RequestHandler = (_req, res, next) => {
  if (res.locals.caller?.collections)
    throw new ProblemError('forbidden', 'This needs a key that is for all collections.');
  next();
};

function unauthorized(detail: string, feed: boolean, parameter?: string): ProblemError {
  const bearer = ['Bearer realm="storyfold"', ...(parameter ? [parameter] : [])].join(', ');
  const challenge = feed ? `${bearer}, Basic realm="storyfold feeds"` : bearer;
  return new ProblemError('unauthorized', `${detail} Send "Authorization: Bearer <key>".`, {
    headers: { 'WWW-Authenticate': challenge },
  });
}
