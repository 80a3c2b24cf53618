import type { Response } from 'express';
import { type ApiKey, listApiKeys } from '../../store/api-keys';
import type { Actor } from '../../store/decisions';
import type { ScriptedRedis } from '../../store/scripts';
import { ADMIN_CALLER, allows } from '../authenticate';
import type { DecisionWire } from './decision-wire';

/** A key that was made or revoked: what the audit has of it, in the form of a decision. */
export type KeyChange = Omit<DecisionWire, 'type'> & { readonly type: 'key' };

/**
 * Every making and revoking of a key, newest first, for those who may look after keys; nothing for others. Keys belong to no collection, so
 * this is in the audit of each. It is read from the keys themselves, which are never removed: none is made or revoked without it.
 *
 * @param only the id of one of them.
 */
export async function readKeyChanges(
  redis: ScriptedRedis,
  { locals: { caller } }: Response,
  only?: string,
): Promise<KeyChange[]> {
  if (!caller || caller.collections || !allows(caller, 'admin')) return [];
  if (only !== undefined && !only.startsWith('key-')) return [];
  const changes = (await listApiKeys(redis)).flatMap(toChanges).filter(({ id }) => id === (only ?? id));
  return changes.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function toChanges(key: ApiKey): KeyChange[] {
  const { id, name, scopes, collections, createdAtMs, revokedAtMs, expiresAtMs } = key;
  const where = collections ? `, for ${collections.join(', ')} only` : '';
  const until = expiresAtMs === undefined ? '' : `, until ${new Date(expiresAtMs).toISOString()}`;
  const made = `Made the key “${name}” (${scopes.join(', ')}${where}${until})`;
  return [
    toChange(`key-${id}-made`, createdAtMs, key.createdBy, made),
    ...(revokedAtMs === undefined
      ? []
      : [toChange(`key-${id}-revoked`, revokedAtMs, key.revokedBy, `Revoked the key “${name}”`)]),
  ];
}

/** Keys made before it was kept who made them were made by whoever had the admin key, or one that it made. */
function toChange(id: string, atMs: number, actor: Actor | undefined, summary: string): KeyChange {
  const nothing = { stories: {}, fields: [] };
  return {
    ...{ id, type: 'key', at: new Date(atMs).toISOString() },
    actor: actor ?? { id: ADMIN_CALLER.id, name: 'unknown' },
    ...{ reason: null, summary, stories: [], articles: [], before: nothing, after: nothing },
    ...{ constraints: { added: [], removed: [] }, undoneBy: null, undoes: [] },
  };
}
