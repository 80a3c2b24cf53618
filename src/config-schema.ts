import { z } from 'zod';
import * as kind from './config-kinds';
import { optionalSetting, setting, settingFacts } from './config-kinds';

/**
 * Every setting of Storyfold, one line each: property, variable, what is allowed, default, meaning.
 * Property names carry the unit. `npm run docs:settings` writes the README's table from this object.
 */
export const settingsSchema = z.object({
  nodeEnv: setting(
    'NODE_ENV',
    kind.choice('production', 'development', 'test'),
    'production',
    'What this process is for; `test` allows test hooks.',
  ),
  host: setting('HOST', kind.text(), '127.0.0.1', 'Address the API listens on.'),
  port: setting('PORT', kind.whole(0, 65_535), '3000', 'Port the API listens on; `0` takes a free one.'),
  publicUrl: optionalSetting(
    'PUBLIC_URL',
    kind.httpUrl,
    'How clients reach the API, for links in answers, events and feeds; otherwise links are relative.',
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    kind.whole(0, 16),
    '0',
    'How many reverse proxies stand before the API, so that client addresses are read right.',
  ),
  redisUrl: optionalSetting(
    'REDIS_URL',
    kind.redisUrl,
    'Redis or Valkey to use. Unset: `npm start` runs a private Redis in `DATA_DIR`.',
    { secret: true },
  ),
  redisServerBin: optionalSetting(
    'REDIS_SERVER_BIN',
    kind.path,
    'The `redis-server` program for the private Redis; otherwise the one on `PATH`.',
  ),
  appendFsync: setting(
    'APPEND_FSYNC',
    kind.choice('everysec', 'always'),
    'everysec',
    'How often the private Redis forces its append-only file to disk. `always` loses nothing at a power cut and is slower.',
  ),
  waitReplicas: setting(
    'WAIT_REPLICAS',
    kind.whole(0, 10),
    '0',
    'Replicas of Redis that must have an article before it is answered 202 (`WAIT`); otherwise 503. One server, not a cluster.',
  ),
  dataDir: setting(
    'DATA_DIR',
    kind.path,
    './data',
    'Folder of the private Redis data and the generated admin key.',
  ),
  adminKey: optionalSetting(
    'ADMIN_KEY',
    kind.text(16, 200),
    'The admin key, instead of one generated into `DATA_DIR/admin-key`.',
    { secret: true },
  ),
  openReads: setting(
    'OPEN_READS',
    kind.choice('auto', 'true', 'false'),
    'auto',
    'Whether stories and events can be read without a key. `auto`: only when the API listens on loopback and Redis is reached by unix socket, as `npm start` does, and only as `localhost` (or the host of `PUBLIC_URL`), without a proxy; behind one that adds no forwarding header, set `false`.',
  ),
  workerProcesses: setting(
    'WORKER_PROCESSES',
    kind.whole(0, 256),
    '1',
    'Worker processes that `npm start` runs.',
  ),
  workerConcurrency: setting(
    'WORKER_CONCURRENCY',
    kind.whole(1, 100),
    '2',
    'Jobs of one queue a worker process has in hand at once.',
  ),
  workerPort: setting(
    'WORKER_PORT',
    kind.whole(0, 65_535),
    '0',
    'Port of a worker’s own `/livez`, `/readyz` and `/metrics`, on `HOST`; `0` opens none. Under `npm start` the second worker takes the next port, and so on.',
  ),
  workerStuckAfterMs: setting(
    'WORKER_STUCK_AFTER',
    kind.duration('1s', '1h'),
    '60s',
    'How long a worker may be at one computation before it counts as stuck and is ended, to be started again.',
  ),
  lookbackMs: setting(
    'LOOKBACK',
    kind.duration('1m', '365d'),
    '7d',
    'How long an article can be matched by later ones.',
  ),
  retentionMs: setting(
    'RETENTION',
    kind.duration('1m', '3650d'),
    '30d',
    'How long articles and closed stories are kept.',
  ),
  lookAgainAfterMs: setting(
    'LOOK_AGAIN_AFTER',
    kind.duration('0ms', '30d'),
    '10m',
    'How long after an article was placed it is looked at once more, with what has come since, while no new article waits; `0ms`: never. It finds more and makes the order of arrival matter little, and costs each article its CPU a second time.',
  ),
  mergeThreshold: optionalSetting(
    'MERGE_THRESHOLD',
    kind.probability,
    'Probability from which articles are merged; otherwise the model file’s. Admin settings can change it per collection.',
  ),
  reviewThreshold: optionalSetting(
    'REVIEW_THRESHOLD',
    kind.probability,
    'Probability from which a person is asked; otherwise the model file’s.',
  ),
  publishDebounceMs: setting(
    'PUBLISH_DEBOUNCE',
    kind.duration('0ms', '1m'),
    '250ms',
    'How long a changing story is let settle before its next update event; up to four times as long while it keeps changing; a new story is published at once.',
  ),
  maxBodyBytes: setting(
    'MAX_BODY',
    kind.bytes('1kb', '64mb'),
    '2mb',
    'Largest single article or other JSON body.',
  ),
  maxBatchBodyBytes: setting(
    'MAX_BATCH_BODY',
    kind.bytes('1kb', '4gb'),
    '256mb',
    'Largest batch body; batches are streamed, not held in memory.',
  ),
  rateLimitPerMinute: setting(
    'RATE_LIMIT',
    kind.whole(0, 100_000_000),
    '60000',
    'Requests a minute for one key, or one address without a key; `0` is no limit.',
  ),
  maxQueueDepth: setting(
    'MAX_QUEUE_DEPTH',
    kind.whole(1, 100_000_000),
    '200000',
    'Articles waiting for a worker, of all collections together, above which posts are answered 503 with `Retry-After`.',
  ),
  maxCollections: setting(
    'MAX_COLLECTIONS',
    kind.whole(1, 100_000),
    '1000',
    'Collections there may be; posts that would begin another are refused. Each is looked after in turn.',
  ),
  // Of jobs of 25, 50 and 100 the second are best: an article costs a worker an eighth and Redis a fifth less than in the first, and a job
  // is done in some 150 ms, so that what comes live does not wait long behind it.
  chunkSize: setting('CHUNK_SIZE', kind.whole(1, 500), '50', 'Most articles one job carries.'),
  coalesceWindowMs: setting(
    'COALESCE_WINDOW',
    kind.duration('0ms', '1s'),
    '5ms',
    'How long single posts are gathered into one job; up to `50ms` while a worker is behind.',
  ),
  postingCap: setting(
    'POSTING_CAP',
    kind.whole(8, 65_536),
    '256',
    'Newest articles kept in one index entry.',
  ),
  maxCandidates: setting(
    'MAX_CANDIDATES',
    kind.whole(1, 1_000),
    '80',
    'Candidates compared with an arriving headline or brief, and seven tenths of them with a report; the model was learned with 80.',
  ),
  fingerprintCacheBytes: setting(
    'FINGERPRINT_CACHE',
    kind.bytes('1mb', '64gb'),
    '256mb',
    'Memory a worker process keeps fingerprints in, so that it need not read those of candidates; about 1.9 kB each.',
  ),
  keepJobs: setting(
    'KEEP_JOBS',
    kind.whole(0, 100_000),
    '200',
    'Finished jobs kept in each queue for the queue board; failed ones are kept ten times longer.',
  ),
  sweepIntervalMs: setting(
    'SWEEP_INTERVAL',
    kind.duration('100ms', '1h'),
    '15s',
    'How often accepted articles without a job are looked for and put back on the queue.',
  ),
  eventsMaxLength: setting(
    'EVENTS_MAXLEN',
    kind.whole(100, 100_000_000),
    '20000',
    'Events kept per collection for subscribers to resume from; about 3 kB each.',
  ),
  heartbeatMs: setting(
    'HEARTBEAT',
    kind.duration('100ms', '5m'),
    '15s',
    'Pause between heartbeats on open event streams.',
  ),
  webhookAllowHosts: setting(
    'WEBHOOK_ALLOW_HOSTS',
    kind.list,
    '',
    'Host names webhooks may reach although their address is private or loopback.',
  ),
  webhookTimeoutMs: setting(
    'WEBHOOK_TIMEOUT',
    kind.duration('100ms', '1m'),
    '15s',
    'How long the receiver of a webhook may take to answer.',
  ),
  webhookMaxPayloadBytes: setting(
    'WEBHOOK_MAX_PAYLOAD',
    kind.bytes('8kb', '16mb'),
    '256kb',
    'Largest body sent to a webhook; a larger story is sent as its summary with a link.',
  ),
  webhookPauseAfterMs: setting(
    'WEBHOOK_PAUSE_AFTER',
    kind.duration('1m', '60d'),
    '5d',
    'How long every delivery to a webhook has to fail before it is paused.',
  ),
  shutdownTimeoutMs: setting(
    'SHUTDOWN_TIMEOUT',
    kind.duration('100ms', '10m'),
    '25s',
    'How long requests and jobs in hand may take to finish at a stop.',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    kind.choice('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'),
    'info',
    'Least severe log line written.',
  ),
  logPretty: setting(
    'LOG_PRETTY',
    kind.choice('auto', 'true', 'false'),
    'auto',
    'Whether `npm start` shows log lines for people rather than JSON. `auto`: on a terminal.',
  ),
  fault: optionalSetting(
    'STORYFOLD_FAULT',
    kind.text(),
    'Test hook: the pipeline step at which the process kills itself, `@3` after it for the third time; `poison`: articles that say so throw, loop or exhaust memory. Only with `NODE_ENV=test`.',
  ),
});

/** Every setting, parsed. Durations are milliseconds, sizes bytes. */
export type Config = Readonly<z.infer<typeof settingsSchema>>;

/** Settings that do not fit each other. A rule is left out while one of its settings is itself wrong. */
const rules: readonly {
  uses: readonly (keyof Config)[];
  holds: (config: Config) => boolean;
  says: string;
}[] = [
  {
    uses: ['lookbackMs', 'retentionMs'],
    holds: (c) => c.lookbackMs <= c.retentionMs,
    says: 'must not be longer than RETENTION',
  },
  {
    uses: ['reviewThreshold', 'mergeThreshold'],
    holds: (c) => (c.reviewThreshold ?? 0) <= (c.mergeThreshold ?? 1),
    says: 'must not be above MERGE_THRESHOLD',
  },
  {
    uses: ['maxBodyBytes', 'maxBatchBodyBytes'],
    holds: (c) => c.maxBodyBytes <= c.maxBatchBodyBytes,
    says: 'must not be larger than MAX_BATCH_BODY',
  },
  {
    // A cluster would be asked at any one of its nodes.
    uses: ['waitReplicas', 'redisUrl'],
    holds: (c) => c.waitReplicas === 0 || !(c.redisUrl ?? '').includes(','),
    says: 'must be 0 with a cluster in REDIS_URL',
  },
  {
    uses: ['fault', 'nodeEnv'],
    holds: (c) => c.fault === undefined || c.nodeEnv === 'test',
    says: 'is a test hook: it needs NODE_ENV=test',
  },
];

/** The settings with the rules between them. */
export const checkedSchema = rules.reduce<z.ZodType<Config>>(
  (schema, { uses, holds, says }) =>
    schema.refine(holds, {
      path: [uses[0] ?? ''],
      message: says,
      when: ({ issues }) => !issues.some(({ path }) => uses.some((name) => name === path?.[0])),
    }),
  settingsSchema,
);

/** The facts of a setting, by its property in `Config`. */
export function factsOf(name: keyof Config): kind.SettingFacts {
  const facts = settingFacts.get(settingsSchema.shape[name]);
  if (facts === undefined) throw new Error(`Setting ${name} is not described`);
  return facts;
}

/** Every setting's property name, in the order of the README. */
export const settingNames: readonly (keyof Config)[] = settingsSchema.keyof().options;
