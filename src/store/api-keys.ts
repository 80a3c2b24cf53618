import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { RedisClient } from './connect';
import type { Actor } from './decisions';
import { API_KEYS_KEY } from './service-keys';

/** What a key may do. `admin` includes the others; `review` includes `read`. */
export const SCOPES = ['ingest', 'read', 'review', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key as it is listed: everything but the secret, which is not kept. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The collections it may read and change; all of them when left out. */
  readonly collections?: readonly string[];
  readonly createdAtMs: number;
  readonly expiresAtMs?: number;
  readonly revokedAtMs?: number;
  /** Who made it and who ended it; unknown of keys made before this was kept. */
  readonly createdBy?: Actor;
  readonly revokedBy?: Actor;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly collections?: readonly string[];
  readonly expiresAtMs?: number;
  readonly createdBy?: Actor;
}

const actorSchema = z.object({ id: z.string(), name: z.string() });

const recordSchema = z.object({
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  collections: z.array(z.string()).optional(),
  hash: z.string(),
  createdAtMs: z.number(),
  expiresAtMs: z.number().optional(),
  revokedAtMs: z.number().optional(),
  createdBy: actorSchema.optional(),
  revokedBy: actorSchema.optional(),
});

/** A stored key: with the hash of its secret. Never leaves the service. */
export interface ApiKeyRecord extends ApiKey {
  readonly hash: string;
}

const TOKEN = /^sfk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

/**
 * Makes a key. `token` is what the client sends; it is given out here once and only its hash is kept.
 *
 * One round of SHA-256 is the right hash for it: the secret has 256 random bits, so there is nothing to guess and a slow
 * password hash would only cost every request time.
 */
export async function createApiKey(
  redis: RedisClient,
  wanted: NewApiKey,
  nowMs: number,
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const id = randomBytes(8).toString('hex');
  const token = `sfk_${id}_${randomBytes(32).toString('base64url')}`;
  const fields = { ...wanted, createdAtMs: nowMs };
  await redis.hset(API_KEYS_KEY, id, JSON.stringify({ ...fields, hash: hashToken(token) }));
  return { key: { id, ...fields }, token };
}

/** Every key ever made that was not removed, newest first. */
export async function listApiKeys(redis: RedisClient): Promise<readonly ApiKey[]> {
  const records = Object.entries(await redis.hgetall(API_KEYS_KEY)).map(([id, json]) =>
    decodeRecord(id, json),
  );
  return records
    .map(({ hash: _hash, ...key }) => key)
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs || a.id.localeCompare(b.id));
}

/** Ends a key for good; false when there is no such key. Revoking twice keeps the first time. */
export async function revokeApiKey(
  redis: RedisClient,
  id: string,
  nowMs: number,
  revokedBy?: Actor,
): Promise<boolean> {
  const json = await redis.hget(API_KEYS_KEY, id);
  if (json === null) return false;
  const { id: _id, ...record } = decodeRecord(id, json);
  if (record.revokedAtMs === undefined) {
    await redis.hset(API_KEYS_KEY, id, JSON.stringify({ ...record, revokedAtMs: nowMs, revokedBy }));
  }
  return true;
}

/** The stored key that a token names, not yet checked against its secret. No command when it has not a token's form. */
export async function findApiKey(redis: RedisClient, token: string): Promise<ApiKeyRecord | undefined> {
  const id = apiKeyId(token);
  if (id === undefined) return undefined;
  const json = await redis.hget(API_KEYS_KEY, id);
  return json === null ? undefined : decodeRecord(id, json);
}

/** A stored key by its id. */
export async function readApiKey(redis: RedisClient, id: string): Promise<ApiKeyRecord | undefined> {
  const json = await redis.hget(API_KEYS_KEY, id);
  return json === null ? undefined : decodeRecord(id, json);
}

/** Whether a key is neither revoked nor expired. */
export function isKeyCurrent({ revokedAtMs, expiresAtMs = Infinity }: ApiKey, nowMs: number): boolean {
  return revokedAtMs === undefined && nowMs < expiresAtMs;
}

/** The id inside a token, undefined when the text has not a token's form. */
function apiKeyId(token: string): string | undefined {
  return TOKEN.exec(token)?.[1];
}

/** Whether the token is the key's own, and the key neither revoked nor expired. Compares in constant time. */
export function isKeyGood(record: ApiKeyRecord, token: string, nowMs: number): boolean {
  return isSameHash(record.hash, hashToken(token)) && isKeyCurrent(record, nowMs);
}

/** SHA-256 of a token, hex. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Compares two hex hashes in a time that does not depend on where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

function decodeRecord(id: string, json: string): ApiKeyRecord {
  const result = recordSchema.safeParse(JSON.parse(json));
  if (result.success) return { id, ...result.data };
  throw new Error(`Corrupt record: key ${API_KEYS_KEY}, field ${id}: ${z.prettifyError(result.error)}`);
}
