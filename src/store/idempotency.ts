import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { RedisClient } from './connect';
import { idempotencyKey } from './service-keys';

const DAY_MS = 86_400_000;
/** A request that took longer, or whose process died, no longer blocks its repetition. */
const IN_FLIGHT_MS = 60_000;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** An answer as it was given the first time. `bodyHash` tells whether the repetition really is one. */
export interface RememberedAnswer {
  readonly bodyHash: string;
  readonly status: number;
  readonly body: unknown;
}

/** What the first command found: this request is the first, another one runs, or the answer is known. */
export type IdempotencyClaim =
  | { readonly kind: 'first'; readonly slot: string }
  | { readonly kind: 'inFlight' }
  | { readonly kind: 'answered'; readonly answer: RememberedAnswer };

/** Claims an Idempotency-Key for a caller. Keys of different callers never meet. One round trip, or two when known. */
export async function claimIdempotencyKey(
  redis: RedisClient,
  caller: string,
  key: string,
): Promise<IdempotencyClaim> {
  const slot = idempotencyKey(createHash('sha256').update(`${caller}\n${key}`).digest('hex'));
  const claimed = await redis.set(slot, '', 'PX', IN_FLIGHT_MS, 'NX');
  if (claimed === 'OK') return { kind: 'first', slot };
  const stored = await redis.getBuffer(slot);
  // Gone between the two commands: the other request failed, and this one may be told to try again.
  if (stored === null || stored.length === 0) return { kind: 'inFlight' };
  return { kind: 'answered', answer: JSON.parse((await inflate(stored)).toString()) as RememberedAnswer };
}

/** Keeps the answer for a day. */
export async function rememberAnswer(
  redis: RedisClient,
  slot: string,
  answer: RememberedAnswer,
): Promise<void> {
  await redis.set(slot, await deflate(JSON.stringify(answer)), 'PX', DAY_MS);
}

/** Gives a claimed key back after a failure, so that the repetition is worked on. */
export async function releaseIdempotencyKey(redis: RedisClient, slot: string): Promise<void> {
  await redis.del(slot);
}
