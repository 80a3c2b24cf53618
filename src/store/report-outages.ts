import type { RedisClient } from './connect';

/** Where outages are told. */
interface OutageLog {
  readonly warn: (fields: object, message: string) => void;
  readonly info: (message: string) => void;
}

/** Tells once when Redis cannot be used, naming the address and the reason, and once when it can again. */
export function reportOutages(redis: Pick<RedisClient, 'on'>, redisUrl: string, log: OutageLog): void {
  const where = redisUrl.split(',').map(withoutSecrets).join(', ');
  let isAway = false;
  redis.on('error', (error: Error & { readonly code?: string }) => {
    if (isAway) return;
    isAway = true;
    // A name with several addresses fails with an error that has a code and no message.
    const reason = error.message || error.code || String(error);
    log.warn(
      { redis: where, reason },
      `Redis at ${where} cannot be used (${reason}). It is tried again until it can: see that it runs, and that REDIS_URL is right`,
    );
  });
  redis.on('ready', () => {
    if (isAway) log.info('Redis can be used again');
    isAway = false;
  });
}

/** An address without the name and password that it may have. */
function withoutSecrets(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
