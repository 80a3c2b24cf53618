import { Cluster, Redis, type RedisOptions } from 'ioredis';

/** A connection to one server or to a cluster; the commands are the same. */
export type RedisClient = Redis | Cluster;

/** How one connection is used. */
export interface ConnectionUse {
  /** Shown by `CLIENT LIST`, so that an operator sees whose connection it is. */
  readonly name: string;
  /**
   * `blocking`: for BullMQ workers and blocking reads; a command waits for as long as Redis is away.
   * `request`: a command fails after a few reconnects, so that a caller can be told. Default.
   */
  readonly kind?: 'request' | 'blocking';
}

/**
 * Opens a connection. It connects in the background and reconnects by itself; the caller owns and closes it. What goes wrong
 * meanwhile is for those who listen, see `reportOutages`: with nobody listening each failure would be printed.
 *
 * @param redisUrl `redis://`, `rediss://`, `unix:///path`, or cluster nodes as a comma-separated list.
 */
export function connectRedis(redisUrl: string, use: ConnectionUse): RedisClient {
  return open(redisUrl, use).on('error', () => undefined);
}

function open(redisUrl: string, use: ConnectionUse): RedisClient {
  const options = useOptions(use);
  const nodes = redisUrl.split(',');
  const [first] = nodes;
  if (nodes.length === 1 && first !== undefined) return openSingle(first, options);
  // Credentials and TLS are the same for every node; the cluster tells the others' addresses itself.
  const { username, password, protocol } = new URL(first ?? '');
  return new Cluster(nodes, {
    enableOfflineQueue: true,
    redisOptions: {
      ...options,
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  });
}

/** The servers that hold the keys: the masters of a cluster, once it is connected, or the one there is. */
export const mastersOf = (redis: RedisClient): Redis[] =>
  redis instanceof Cluster ? redis.nodes('master') : [redis];

function openSingle(url: string, options: RedisOptions): Redis {
  return url.startsWith('unix://')
    ? new Redis({ ...options, path: url.slice('unix://'.length) })
    : new Redis(url, options);
}

function useOptions({ name, kind = 'request' }: ConnectionUse): RedisOptions {
  return {
    connectionName: `storyfold-${name}`,
    // BullMQ refuses a worker connection whose commands can give up. For requests, 3 tries of the delays below are
    // about a second: long enough for a Redis restart, short enough to answer 503 rather than hang.
    maxRetriesPerRequest: kind === 'blocking' ? null : 3,
    // A Redis that hangs keeps its connections: without this a request would wait for as long as it hangs.
    ...(kind === 'request' ? { commandTimeout: 10_000 } : {}),
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2_000) + Math.random() * 50,
  };
}
