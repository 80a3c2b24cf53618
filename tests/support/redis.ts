import { Redis } from 'ioredis';
import { connectRedis } from '../../src/store/connect';
import { startRedisServer, type TestRedisServer } from './redis-server';

/** What a test gets: an empty database of its own and connections that are closed and checked for it. */
export interface TestRedis {
  readonly url: string;
  /** A connection for the test's own looks and writes. */
  readonly redis: Redis;
  /** Another connection, closed after the test; `blocking` as BullMQ workers need it. */
  readonly connect: (kind?: 'request' | 'blocking') => Redis;
}

let server: Promise<TestRedisServer> | undefined;

/** One server for a test file: it starts in about 30 ms, and no file sees another's keys. */
function sharedServer(): Promise<TestRedisServer> {
  server ??= startRedisServer();
  return server;
}

afterAll(async () => {
  const running = server;
  server = undefined;
  await (await running)?.stop();
});

/**
 * Runs `use` on an empty Redis.
 *
 * Fails when the code under test left connections open, since one forgotten `duplicate()` keeps a process alive.
 * Calls must not overlap: each one empties the database first.
 */
export async function withRedis<T>(use: (test: TestRedis) => T | Promise<T>): Promise<T> {
  const { url } = await sharedServer();
  const opened: Redis[] = [];
  const connect = (kind: 'request' | 'blocking' = 'request'): Redis => {
    const client = connectRedis(url, { name: 'test', kind });
    if (!(client instanceof Redis)) throw new Error('One server needs no cluster client');
    opened.push(client);
    return client;
  };
  const redis = connect();
  await redis.flushall();
  try {
    const result = await use({ url, redis, connect });
    await assertNoneLeft(redis, opened);
    return result;
  } finally {
    await Promise.all(opened.map(close));
  }
}

async function close(client: Redis): Promise<void> {
  if (client.status === 'end') return;
  const ended = new Promise((resolve) => client.once('end', resolve));
  client.disconnect();
  await ended;
}

/** Connections end a moment after `quit` answers, so a few looks are taken before a leak is called one. */
async function assertNoneLeft(redis: Redis, opened: readonly Redis[]): Promise<void> {
  await Promise.all(opened.filter((client) => client !== redis).map(close));
  let left: string[] = [];
  for (let look = 0; look < 50; look++) {
    const ownId = await redis.client('ID');
    const clients = String(await redis.client('LIST'))
      .trim()
      .split('\n');
    left = clients.filter((line) => !line.startsWith(`id=${ownId} `));
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const names = left.map((line) => `${/ name=(\S*)/.exec(line)?.[1]} (${/ cmd=(\S*)/.exec(line)?.[1]})`);
  throw new Error(`The test left ${left.length} Redis connections open: ${names.join(', ')}`);
}
