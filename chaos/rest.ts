import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** Longest time a system may take to come to rest after its last fault. */
const REST_TIMEOUT_MS = 300_000;

/** Deliveries due later than this wait for their next try, not for an answer. */
const FAR_MS = 30_000;

/** What still waits, by name; empty at rest. */
export async function readWaiting(
  redis: Redis,
  collections: readonly string[],
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const collection of collections)
    for (const name of ['pending', 'dirty'])
      found[`${collection} ${name}`] = await redis.zcard(`sf:{${collection}}:${name}`);
  for (const queue of ['articles', 'stories', 'webhooks']) {
    for (const list of ['wait', 'active'])
      found[`${queue} ${list}`] = await redis.llen(`{sf-queue}:${queue}:${list}`);
    // What a webhook is to be woken for later is in its lanes.
    const later = queue === 'webhooks' ? ['prioritized'] : ['prioritized', 'delayed'];
    for (const list of later) found[`${queue} ${list}`] = await redis.zcard(`{sf-queue}:${queue}:${list}`);
  }
  for (const lanes of await redis.keys('sf:{*}:wh:*:lanes')) found[lanes] = await redis.zcard(lanes);
  return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0));
}

/**
 * Waits until nothing waits any more, and a second look agrees. A delivery that is to be tried again in minutes is brought forward: for
 * it those minutes pass at once.
 */
export async function untilAtRest(redis: Redis, collections: readonly string[]): Promise<void> {
  const deadline = Date.now() + REST_TIMEOUT_MS;
  for (let quiet = 0; quiet < 3; ) {
    const waiting = await readWaiting(redis, collections);
    quiet = Object.keys(waiting).length === 0 ? quiet + 1 : 0;
    if (Date.now() > deadline)
      throw new Error(
        `Not at rest ${REST_TIMEOUT_MS / 1_000} s after the last fault: ${JSON.stringify(waiting)}`,
      );
    for (const lanes of await redis.keys('sf:{*}:wh:*:lanes')) {
      for (const lane of await redis.zrangebyscore(lanes, Date.now() + FAR_MS, '+inf'))
        await redis.zadd(lanes, 'XX', Date.now(), lane);
    }
    await pause(200);
  }
}
