import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PIPELINE_STEPS } from '../src/pipeline/context';
import { until } from '../tests/support/until';
import { MANNERS, type Manner } from './receiver';
import type { RedisServer } from './redis-server';
import type { Subscriber } from './subscriber';
import type { System } from './system';

/** What a fault is done to. */
export interface Stage {
  readonly system: System;
  readonly subscribers: readonly Subscriber[];
  readonly random: () => number;
}

/** A fault: resolves when it has been done and what was hurt works again, or is being started again. */
type Fault = (stage: Stage) => Promise<void>;

const HOUR_MS = 3_600_000;

const between = (random: () => number, least: number, most: number): number =>
  least + random() * (most - least);

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)];
}

const anyWorker = ({ system, random }: Stage) => pick(system.workers, random);

/** Every kind of fault by name. */
export const FAULTS = {
  'worker killed': async (stage) => anyWorker(stage).signal('SIGKILL'),
  'worker killed at a step': async (stage) => {
    const times = 1 + Math.floor(stage.random() * 3);
    anyWorker(stage).replace({ STORYFOLD_FAULT: `${pick(PIPELINE_STEPS, stage.random)}@${times}` });
  },
  'worker hung': async (stage) => {
    const worker = anyWorker(stage);
    worker.signal('SIGSTOP');
    await pause(between(stage.random, 300, 3_000));
    worker.signal('SIGCONT');
  },
  'API killed': async ({ system }) => system.api.signal('SIGKILL'),
  'API hung': async ({ system, random }) => {
    system.api.signal('SIGSTOP');
    await pause(between(random, 300, 2_000));
    system.api.signal('SIGCONT');
  },
  'Redis killed': async ({ system, random }) => {
    await system.redis.end('SIGKILL');
    await pause(between(random, 0, 2_000));
    await system.redis.start();
  },
  'Redis restarted': async ({ system }) => {
    await system.redis.end('SIGTERM');
    await system.redis.start();
  },
  'Redis hung': async ({ system, random }) => {
    system.redis.signal('SIGSTOP');
    await pause(between(random, 300, 3_000));
    system.redis.signal('SIGCONT');
  },
  'Redis slow': async ({ system: { proxy }, random }) => {
    proxy.delayMs = between(random, 5, 40);
    await pause(between(random, 1_000, 2_000));
    proxy.delayMs = 0;
  },
  'Redis disconnecting': async ({ system: { proxy }, random }) => {
    for (let cuts = 0; cuts < 4; cuts++) {
      proxy.cut();
      await pause(between(random, 50, 600));
    }
  },
  'Redis silent': async ({ system: { proxy }, random }) => {
    proxy.isSilent = true;
    await pause(between(random, 300, 3_000));
    proxy.isSilent = false;
  },
  'Redis unreachable': async ({ system: { proxy }, random }) => {
    proxy.isClosed = true;
    proxy.cut();
    await pause(between(random, 300, 3_000));
    proxy.isClosed = false;
  },
  'Redis failed over': failOver,
  'memory full': async ({ system: { redis }, random }) => {
    const connection = redis.connect();
    // Not below what is used: nothing is to be written, everything may be read.
    await connection.config('SET', 'maxmemory', '1mb');
    await pause(between(random, 300, 1_500));
    await connection.config('SET', 'maxmemory', '0');
    connection.disconnect();
  },
  'disk full': fillDisk,
  'clock wrong': async ({ system, random }) => {
    const process = pick([system.api, ...system.workers], random);
    system.setClock(process, random() < 0.5 ? HOUR_MS : -HOUR_MS);
    await pause(between(random, 500, 2_000));
    system.setClock(process, 0);
  },
  'subscriber cut': async ({ subscribers, random }) => pick(subscribers, random).cut(),
  'receiver ill-mannered': async ({ system: { receiver }, random }) => {
    receiver.manner = pick(MANNERS.slice(1) as readonly Manner[], random);
    await pause(between(random, 300, 1_500));
    receiver.manner = 'answers';
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

/** The kinds that can be done to a system as it was started. */
export function possibleFaults({ replica, smallDisk }: Pick<System, 'replica' | 'smallDisk'>): FaultName[] {
  const names = Object.keys(FAULTS) as FaultName[];
  return names.filter(
    (name) =>
      (name !== 'Redis failed over' || replica !== undefined) &&
      (name !== 'disk full' || smallDisk !== undefined),
  );
}

/** A failover as an operator orders it: writes wait until the replica has everything, then it takes over. */
async function failOver({ system }: Stage): Promise<void> {
  const { redis, replica, proxy } = system;
  if (replica === undefined) return;
  const [from, to] = [
    redis.connect({ maxRetriesPerRequest: null }),
    replica.connect({ maxRetriesPerRequest: null }),
  ];
  try {
    await until(async () => (await from.info('replication')).includes('state=online'), {
      ...{ timeoutMs: 20_000, what: 'the replica to follow' },
    });
    await from.call('FAILOVER', 'TO', '127.0.0.1', String(replica.port), 'TIMEOUT', '5000');
    await until(async () => (await from.info('replication')).includes('no-failover'), {
      ...{ timeoutMs: 20_000, what: 'the failover' },
    });
    const isDone = (await to.info('replication')).includes('role:master');
    if (!isDone) return;
    proxy.target = replica.port;
    proxy.cut();
    [system.redis, system.replica] = [replica, redis];
    [replica.follows, redis.follows] = [undefined, replica.port];
  } finally {
    from.disconnect();
    to.disconnect();
  }
}

/** Fills the disk of Redis; with `appendfsync always` it ends by itself at the next write, and is started again when there is room. */
async function fillDisk({ system, random }: Stage): Promise<void> {
  const balloon = join(system.smallDisk ?? '', 'balloon');
  const file = openSync(balloon, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(64 * 1024));
  } catch {
    // Full, down to the last block.
  }
  closeSync(file);
  await pause(between(random, 500, 2_000));
  rmSync(balloon);
  for (const server of [system.redis, system.replica]) await restartEnded(server);
}

async function restartEnded(server: RedisServer | undefined): Promise<void> {
  if (server !== undefined && !server.isAlive()) await server.start();
}
