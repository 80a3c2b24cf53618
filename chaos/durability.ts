import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../tests/support/until';
import { WIRE_DAY } from '../tests/support/wire-day';
import { checkCollection } from './check';
import { checkKeys } from './check-keys';
import { sendUntilAnswered } from './client';
import { untilAtRest } from './rest';
import { type System, startSystem } from './system';
import type { Promised } from './workload';

/** A way to lose the machine that Redis runs on, under one setting. */
export interface DurabilityCase {
  readonly name: string;
  readonly redis?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly replica: boolean;
  readonly lose: (system: System) => Promise<void>;
  /** Whether what was answered 202 may be gone. */
  readonly mayLose: boolean;
}

/** A process that ends has handed everything to the system, which still writes it. */
async function killRedis({ redis }: System): Promise<void> {
  await redis.end('SIGKILL');
  await redis.start();
}

/** What a power cut leaves of a file that was last forced to disk a second ago; with `always` that is all that was answered. */
async function cutPower({ redis }: System): Promise<void> {
  const folder = join(redis.folder, 'appendonlydir');
  const file = (): string => {
    const name =
      readdirSync(folder)
        .filter((one) => one.endsWith('.incr.aof'))
        .sort()
        .at(-1) ?? '';
    return join(folder, name);
  };
  const { size } = statSync(file());
  await pause(1_000);
  await redis.end('SIGKILL');
  truncateSync(file(), size);
  await redis.start();
}

/** The machine of the server is gone, and its replica takes over with what it has. */
async function loseMaster(system: System): Promise<void> {
  const { redis, replica } = system;
  if (replica === undefined) return;
  await redis.end('SIGKILL');
  const connection = replica.connect({ maxRetriesPerRequest: null });
  await connection.call('REPLICAOF', 'NO', 'ONE');
  // It leads alone from here on.
  await connection.config('SET', 'min-replicas-to-write', '0');
  connection.disconnect();
  system.proxy.target = replica.port;
  system.proxy.cut();
  [system.redis, system.replica] = [replica, redis];
  replica.follows = undefined;
  // Another machine takes the place of the replica, and gets all it has from the new master.
  redis.follows = replica.port;
  await redis.start();
}

/** The network delays what goes to the replica: what is under way when the master is lost is lost with it. */
async function loseMasterBehind(system: System): Promise<void> {
  system.replica?.signal('SIGSTOP');
  await pause(1_000);
  await system.redis.end('SIGKILL');
  system.replica?.signal('SIGCONT');
  await loseMaster(system);
}

const ALWAYS = { appendfsync: 'always' };
const EVERYSEC = { appendfsync: 'everysec' };
const MIN_REPLICAS = { ...EVERYSEC, 'min-replicas-to-write': '1', 'min-replicas-max-lag': '10' };

/** The rows of the table in `docs/operations.md`. */
export const DURABILITY_CASES: readonly DurabilityCase[] = [
  { name: 'everysec, Redis killed', redis: EVERYSEC, replica: false, lose: killRedis, mayLose: false },
  { name: 'everysec, power cut', redis: EVERYSEC, replica: false, lose: cutPower, mayLose: true },
  { name: 'always, Redis killed', redis: ALWAYS, replica: false, lose: killRedis, mayLose: false },
  { name: 'replica, master lost', redis: EVERYSEC, replica: true, lose: loseMaster, mayLose: true },
  {
    name: 'replica a second behind, master lost',
    redis: EVERYSEC,
    replica: true,
    lose: loseMasterBehind,
    mayLose: true,
  },
  {
    name: 'min-replicas-to-write 1, replica a second behind, master lost',
    redis: MIN_REPLICAS,
    replica: true,
    lose: loseMasterBehind,
    mayLose: true,
  },
  {
    name: 'WAIT_REPLICAS=1, replica a second behind, master lost',
    redis: EVERYSEC,
    env: { WAIT_REPLICAS: '1' },
    replica: true,
    lose: loseMasterBehind,
    mayLose: false,
  },
];

export interface DurabilityResult {
  readonly accepted: number;
  /** Answered 202, and not known afterwards. */
  readonly lost: number;
  readonly problems: readonly string[];
}

const CLIENTS = 4;
const POST_MS = 4_000;

/** Posts without a pause, loses the machine meanwhile, and counts what is missing afterwards; the rest must hold together. */
export async function runDurability({ lose, ...options }: DurabilityCase): Promise<DurabilityResult> {
  const system = await startSystem({ workers: 1, smallDisk: false, ...options });
  const redisOf = () => system.redis.connect();
  try {
    if (options.replica) await untilFollowed(system);
    const promised = new Map<string, Promised>();
    const stop = new AbortController();
    const clients = Array.from({ length: CLIENTS }, (_, i) => post(system, i, promised, stop.signal));
    await pause(POST_MS);
    await lose(system);
    stop.abort();
    await Promise.all(clients);
    const redis = redisOf();
    await untilAtRest(redis, ['c1']);
    const known = new Map<string, Promised>();
    for (const [name, one] of promised) {
      const { status, body } = await sendUntilAnswered(system.target, `/v1/articles/${one.id}?collection=c1`);
      // Cut off between its text and its mark, it stays as it is until it is posted again: lost, too.
      if (status === 200 && body['status'] !== 'queued') known.set(name, one);
    }
    const seen = { target: system.target, promised: known, subscribers: [], receiver: undefined };
    const { problems } = await checkCollection(seen, 'c1');
    // The text of an article that was cut off expires by itself.
    const keys = (await checkKeys(redis, ['c1'])).filter((one) => !one.endsWith('belongs to no article'));
    redis.disconnect();
    return { accepted: promised.size, lost: promised.size - known.size, problems: [...problems, ...keys] };
  } finally {
    await system.stop();
  }
}

async function untilFollowed({ redis }: System): Promise<void> {
  const connection = redis.connect();
  await until(async () => (await connection.info('replication')).includes('state=online'), {
    ...{ timeoutMs: 20_000, what: 'the replica to follow' },
  });
  connection.disconnect();
}

async function post(
  { target }: System,
  client: number,
  promised: Map<string, Promised>,
  signal: AbortSignal,
): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    const { title, text, source } = WIRE_DAY[(turn * CLIENTS + client) % WIRE_DAY.length];
    const id = `a${client}-${turn}`;
    const body = JSON.stringify({
      ...{ id, title, text, source, collection: 'c1' },
      url: `https://d.example/${id}`,
    });
    const headers = { 'content-type': 'application/json' };
    const { status } = await sendUntilAnswered(target, '/v1/articles', { method: 'POST', headers, body });
    if (status === 202) promised.set(id, { collection: 'c1', id, title, withdrawn: false });
  }
}
