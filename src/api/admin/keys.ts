import type { Response } from 'express';
import { z } from 'zod';
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey, SCOPES } from '../../store/api-keys';
import type { Actor } from '../../store/decisions';
import { ADMIN_CALLER } from '../authenticate';
import type { ApiDeps } from '../deps';
import { readJsonBody } from '../probe';
import { ProblemError } from '../problems';
import { pathId } from '../query';
import type { Handler } from '../routes';
import { collectionName, requiredLine } from '../wire-text';

/** A new key. Unknown fields are refused: with `collections` misspelled it would be a key to all of them. */
export const newKeySchema = z
  .strictObject(
    {
      name: requiredLine(200),
      scopes: z
        .array(z.enum(SCOPES, { error: `must be one of ${SCOPES.join(', ')}` }), {
          error: 'must be a list of scopes',
        })
        .min(1, 'must name a scope')
        .max(SCOPES.length),
      collections: z
        .array(collectionName, { error: 'must be a list of collections' })
        .min(1, 'must name a collection, or be left out for all of them')
        .max(100, 'must name at most 100')
        .optional()
        .describe('The collections it may read and change; all of them when left out'),
      expiresAt: z.iso.datetime({ offset: true, error: 'must be a time in ISO 8601' }).optional(),
    },
    { error: 'must be an object {name, scopes}' },
  )
  .meta({ id: 'NewKey' });

const MAX_BYTES = 4_096;

/** `GET /admin/api/keys`: every key, without its secret. */
export function getKeys({ store }: ApiDeps): Handler {
  return async (_req, res) => {
    const keys = await listApiKeys(store.redis);
    res.json({ items: keys.map(toKeyWire), nextCursor: null });
  };
}

/** `POST /admin/api/keys`: makes a key; its token is shown this once. */
export function postKey({ store }: ApiDeps): Handler {
  return async (req, res) => {
    const { name, scopes, collections, expiresAt } = await readJsonBody(req, newKeySchema, MAX_BYTES);
    const nowMs = store.clock();
    const expiresAtMs = expiresAt === undefined ? undefined : Date.parse(expiresAt);
    if (expiresAtMs !== undefined && expiresAtMs <= nowMs)
      throw new ProblemError('invalid-body', 'The key would be expired from the start.', {
        errors: [{ path: 'expiresAt', message: 'must be in the future' }],
      });
    const wanted = {
      ...{ name, scopes: [...new Set(scopes)] },
      ...(collections && { collections: [...new Set(collections)] }),
      ...(expiresAtMs !== undefined && { expiresAtMs }),
      createdBy: actorOf(res),
    };
    const { key, token } = await createApiKey(store.redis, wanted, nowMs);
    res
      .status(201)
      .set('Cache-Control', 'no-store')
      .json({ key: toKeyWire(key), token });
  };
}

/** `DELETE /admin/api/keys/{id}`: ends a key at once, and with it its log-ins; a stream that it opened, with the next heartbeat. */
export function deleteKey({ store }: ApiDeps): Handler {
  return async (req, res) => {
    const id = pathId(req);
    if (!(await revokeApiKey(store.redis, id, store.clock(), actorOf(res))))
      throw new ProblemError('not-found', `There is no key "${id}".`);
    res.status(204).end();
  };
}

/** Whoever sent a request, as the audit names them. */
function actorOf({ locals }: Response): Actor {
  const { id, name } = locals.caller ?? ADMIN_CALLER;
  return { id, name };
}

const time = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString();

function toKeyWire({ id, name, scopes, collections, createdAtMs, expiresAtMs, revokedAtMs }: ApiKey) {
  return {
    ...{ id, name, scopes, collections: collections ?? null },
    ...{ createdAt: time(createdAtMs), expiresAt: time(expiresAtMs), revokedAt: time(revokedAtMs) },
  };
}
