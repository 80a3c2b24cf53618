import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** Within the 24 to 64 bytes that Standard Webhooks allows. */
const SECRET_BYTES = 32;

/** A new signing secret, as its owner gets it: `whsec_` and base64. */
export function createSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/**
 * The `webhook-signature` header of Standard Webhooks: one `v1` signature (HMAC-SHA256 of `id.timestamp.body`, base64) for each
 * secret, separated by spaces, so that a receiver may know either while a secret is being replaced.
 *
 * @param timestampSeconds the `webhook-timestamp` header: the time of the attempt.
 */
export function signMessage(
  id: string,
  timestampSeconds: number,
  body: string,
  secrets: readonly string[],
): string {
  const signed = `${id}.${timestampSeconds}.${body}`;
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
    })
    .join(' ');
}
