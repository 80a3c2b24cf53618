import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RedisClient } from './connect';
import { sessionKey } from './service-keys';

/** A log-in of the review page, in place of the key it was made with. */
export interface Session {
  /** The key it was made with: `admin-key`, or the id of a made one. It is looked up again with every request. */
  readonly keyId: string;
  /** Hash of the admin key, where that was used: another admin key ends its sessions. */
  readonly adminHash?: string;
  readonly expiresAtMs: number;
}

const recordSchema = z.object({
  keyId: z.string(),
  adminHash: z.string().optional(),
  expiresAtMs: z.number(),
});

/** A working day: whoever comes back tomorrow logs in again. */
export const SESSION_MS = 12 * 3600 * 1000;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Starts a session. The token is given out here once; Redis has only its hash. */
export async function createSession(
  redis: RedisClient,
  owner: Pick<Session, 'keyId' | 'adminHash'>,
  nowMs: number,
): Promise<{ readonly token: string; readonly session: Session }> {
  const token = randomBytes(32).toString('base64url');
  const session = { ...owner, expiresAtMs: nowMs + SESSION_MS };
  await redis.set(sessionKey(hash(token)), JSON.stringify(session), 'PX', SESSION_MS);
  return { token, session };
}

/** The session of a token; undefined when it has ended or never was. */
export async function readSession(
  redis: RedisClient,
  token: string,
  nowMs: number,
): Promise<Session | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const json = await redis.get(sessionKey(hash(token)));
  if (json === null) return undefined;
  const session = recordSchema.parse(JSON.parse(json)) as Session;
  return session.expiresAtMs > nowMs ? session : undefined;
}

/** Ends a session. */
export async function endSession(redis: RedisClient, token: string): Promise<void> {
  if (TOKEN.test(token)) await redis.del(sessionKey(hash(token)));
}

/** What a page sends with every change to show that it, and not another site, sends it: bound to the session, useless without it. */
export const csrfToken = (token: string): string =>
  createHash('sha256').update(`csrf:${token}`).digest('base64url');

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
