import { createHash, type Hash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { RedisClient } from '../store/connect';
import { claimIdempotencyKey, releaseIdempotencyKey, rememberAnswer } from '../store/idempotency';
import { ProblemError } from './problems';

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A body being hashed: whoever reads it must feed every chunk. */
export interface BodyHash {
  update(chunk: Buffer): void;
}

/** A request that can be no repetition needs none. */
const NO_HASH: BodyHash = { update: () => undefined };

const VALID_KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Runs `work` at most once for the request's Idempotency-Key, if it has one.
 *
 * The same key with the same body gets the first answer again (with `Idempotency-Replayed: true`), with another body
 * 422, while the first is still running 409. `work` feeds the body it reads to the hash; `readAll` does that for a
 * repetition, whose body is only compared. A failed request gives the key back.
 */
export async function runOnce(
  redis: RedisClient,
  req: Request,
  res: Response,
  work: (hash: BodyHash) => Promise<Answer>,
  readAll: (hash: BodyHash) => Promise<void>,
): Promise<Answer> {
  const key = idempotencyHeader(req);
  if (key === undefined) return work(NO_HASH);
  const hash = createHash('sha256').update(
    `${req.method} ${req.originalUrl}\n${req.headers['content-type'] ?? ''}\n`,
  );
  const claim = await claimIdempotencyKey(redis, res.locals.caller?.id ?? '', key);
  if (claim.kind === 'inFlight') {
    throw new ProblemError(
      'idempotency-in-flight',
      'A request with this Idempotency-Key is running; repeat it later.',
      {
        headers: { 'Retry-After': '1' },
      },
    );
  }
  if (claim.kind === 'answered') {
    await readAll(hash);
    return replay(res, claim.answer, hash);
  }
  try {
    const answer = await work(hash);
    await rememberAnswer(redis, claim.slot, { ...answer, bodyHash: hash.digest('hex') });
    return answer;
  } catch (error) {
    await releaseIdempotencyKey(redis, claim.slot).catch(() => undefined);
    throw error;
  }
}

function replay(res: Response, answer: Answer & { readonly bodyHash: string }, hash: Hash): Answer {
  if (hash.digest('hex') !== answer.bodyHash) {
    throw new ProblemError(
      'idempotency-key-reused',
      'This Idempotency-Key came with another request before; use a new one.',
    );
  }
  res.set('Idempotency-Replayed', 'true');
  return answer;
}

function idempotencyHeader(req: Request): string | undefined {
  const key = req.get('idempotency-key');
  if (key === undefined) return undefined;
  if (VALID_KEY.test(key)) return key;
  throw new ProblemError('invalid-request', 'Idempotency-Key must be 1 to 200 visible ASCII characters.', {
    errors: [{ path: 'Idempotency-Key', message: 'must be 1 to 200 visible ASCII characters' }],
  });
}
