import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientContext, Cluster, Redis, RedisValue, Result } from 'ioredis';

/** Our Lua commands by name, with the number of keys each takes; `lua/<name>.lua` documents keys, arguments and result. */
const SCRIPTS = {
  identify: 4,
  storeRevision: 1,
  storeFingerprint: 1,
  markPending: 3,
  commit: 4,
  publishStory: 5,
  recordReview: 3,
  insertPostings: 1,
  parkArticle: 3,
  parkStory: 3,
  forget: 9,
  pushDeliveries: 3,
  claimDeliveries: 4,
  settleDelivery: 5,
  rewindWebhook: 4,
  replaceField: 1,
  countRequest: 1,
} as const;

declare module 'ioredis' {
  interface RedisCommander<Context extends ClientContext = { type: 'default' }> {
    identify(...args: RedisValue[]): Result<string[], Context>;
    storeRevision(...args: RedisValue[]): Result<[number, number], Context>;
    storeFingerprint(...args: RedisValue[]): Result<number, Context>;
    markPending(...args: RedisValue[]): Result<number[], Context>;
    commit(...args: RedisValue[]): Result<number[], Context>;
    recordReview(...args: RedisValue[]): Result<number, Context>;
    publishStory(...args: RedisValue[]): Result<string[], Context>;
    insertPostingsBuffer(...args: RedisValue[]): Result<Buffer[], Context>;
    parkArticle(...args: RedisValue[]): Result<number, Context>;
    parkStory(...args: RedisValue[]): Result<number, Context>;
    forget(...args: RedisValue[]): Result<number, Context>;
    pushDeliveries(...args: RedisValue[]): Result<string, Context>;
    claimDeliveriesBuffer(...args: RedisValue[]): Result<Buffer[], Context>;
    settleDelivery(...args: RedisValue[]): Result<[string, string], Context>;
    rewindWebhook(...args: RedisValue[]): Result<string, Context>;
    replaceField(...args: RedisValue[]): Result<number, Context>;
    countRequest(...args: RedisValue[]): Result<[number, number], Context>;
  }
}

/** A connection to one server or to a cluster, with the commands of `src/store/lua`. */
export type ScriptedRedis = Redis | Cluster;

/** Teaches a connection our Lua commands. Safe to call again on the same connection. */
export function registerScripts(redis: ScriptedRedis): ScriptedRedis {
  for (const [name, numberOfKeys] of Object.entries(SCRIPTS)) {
    const lua = readScript(name).replace(/^-- include (\w+)$/gm, (_, part: string) =>
      readScript(`include/${part}`),
    );
    redis.defineCommand(name, { lua, numberOfKeys });
  }
  return redis;
}

const readScript = (name: string): string => readFileSync(join(__dirname, 'lua', `${name}.lua`), 'utf8');
