import type { Redis } from 'ioredis';
import { mastersOf, type RedisClient } from './connect';

/** A clock that all processes share. */
export interface RedisClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly stop: () => void;
}

const LOOK_EVERY_MS = 10_000;

/** An answer that was under way for longer says too little about the time. */
const SLOW_MS = 1_000;

/**
 * The time of Redis, carried on by this process's steady timer between two looks. A machine whose clock is wrong, or jumps, then
 * neither hides what it marked as waiting from the others, nor takes what they marked for overdue.
 *
 * Resolves after the first look; where Redis does not answer that, the machine's own clock serves until it does.
 */
export async function startRedisClock(redis: RedisClient): Promise<RedisClock> {
  let base = Date.now() - performance.now();
  const look = async (): Promise<void> => {
    const asked = performance.now();
    const [seconds, microseconds] = await oneServer(redis).time();
    const answered = performance.now();
    if (answered - asked > SLOW_MS) return;
    base = seconds * 1_000 + microseconds / 1_000 - (asked + answered) / 2;
  };
  const tryLook = (): Promise<void> => look().catch(() => undefined);
  await tryLook();
  const looking = setInterval(() => void tryLook(), LOOK_EVERY_MS);
  looking.unref();
  return { now: () => Math.round(base + performance.now()), stop: () => clearInterval(looking) };
}

/** Always the same server of a cluster, as its servers' clocks may differ; any of them while none is known. */
function oneServer(redis: RedisClient): RedisClient {
  const nameOf = ({ options: { host, port } }: Redis): string => `${host}:${port}`;
  const [first] = mastersOf(redis).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return first ?? redis;
}
