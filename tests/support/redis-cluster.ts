import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { startRedisServer, type TestRedisServer } from './redis-server';
import { until } from './until';

/** One server of a test's cluster. */
export interface ClusterNode {
  readonly server: TestRedisServer;
  readonly port: number;
  /** The test's own connection, to this server alone. */
  readonly redis: Redis;
}

/** A Redis Cluster on loopback. As a server it stands for its nodes: `url` names them all. */
export interface TestRedisCluster extends TestRedisServer {
  /** The masters at the start, each with a third of the slots, in the order of the slots. */
  readonly masters: readonly ClusterNode[];
  /** The master at the start that has the slot of a key. */
  readonly masterOf: (key: string) => Promise<ClusterNode>;
  /** Kills a node with SIGKILL and waits until every slot is served again. */
  readonly failOver: (node: ClusterNode) => Promise<void>;
}

const MASTERS = 3;
const SLOTS = 16_384;
/** A node that does not answer for this long is replaced by its replica; long enough for a machine under load. */
const NODE_TIMEOUT_MS = 4_000;
/** The second port of a node, where nodes talk to each other, is this much higher. */
const BUS_OFFSET = 10_000;

/** Starts three masters with a replica each, and waits until the cluster is whole. */
export async function startRedisCluster(): Promise<TestRedisCluster> {
  const nodes: ClusterNode[] = [];
  const stop = async (): Promise<void> => {
    for (const { redis } of nodes) redis.disconnect();
    await Promise.all(nodes.map(({ server }) => server.stop()));
  };
  try {
    for (let i = 0; i < 2 * MASTERS; i++) nodes.push(await startNode());
    await form(nodes);
  } catch (error) {
    await stop();
    throw error;
  }
  const masters = nodes.slice(0, MASTERS);
  const masterOf = async (key: string): Promise<ClusterNode> => {
    const { redis } = nodes.find(({ redis: { status } }) => status === 'ready') ?? nodes[0];
    return masters[Math.floor(((await redis.cluster('KEYSLOT', key)) * MASTERS) / SLOTS)];
  };
  const failOver = async ({ server, redis }: ClusterNode): Promise<void> => {
    redis.disconnect();
    process.kill(-server.process.child.pid!, 'SIGKILL');
    await server.process.ended;
    await until(() => isWhole(nodes), { timeoutMs: 60_000, what: 'the replica to take over' });
  };
  const [first] = nodes;
  return {
    ...{ masters, masterOf, stop, socket: first.server.socket, process: first.server.process },
    url: nodes.map(({ port }) => `redis://127.0.0.1:${port}`).join(','),
    failOver,
  };
}

async function startNode(): Promise<ClusterNode> {
  const port = await freePorts();
  const server = await startRedisServer({
    ...{ port: String(port), bind: '127.0.0.1', 'cluster-enabled': 'yes' },
    ...{ 'cluster-node-timeout': String(NODE_TIMEOUT_MS), 'cluster-replica-validity-factor': '0' },
    ...{ 'repl-diskless-sync-delay': '0', appendonly: 'yes', appendfsync: 'everysec' },
  });
  const redis = new Redis({ path: server.socket, maxRetriesPerRequest: 0 });
  // A node that is killed is no error of the test's.
  redis.on('error', () => undefined);
  return { server, port, redis };
}

/** Slots to the masters, everyone to everyone, a replica to each master. */
async function form(nodes: readonly ClusterNode[]): Promise<void> {
  const [first] = nodes;
  for (const [i, { redis }] of nodes.entries()) {
    await redis.cluster('SET-CONFIG-EPOCH', i + 1);
    if (i < MASTERS) await redis.cluster('ADDSLOTS', ...slotsOf(i));
  }
  for (const { redis } of nodes.slice(1)) await redis.call('CLUSTER', 'MEET', '127.0.0.1', first.port);
  await until(async () => (await Promise.all(nodes.map(knownNodes))).every((n) => n === nodes.length), {
    timeoutMs: 60_000,
    what: 'the nodes to know each other',
  });
  const ids = await Promise.all(nodes.slice(0, MASTERS).map(({ redis }) => redis.cluster('MYID')));
  for (const [i, { redis }] of nodes.slice(MASTERS).entries()) await redis.cluster('REPLICATE', ids[i]);
  await until(async () => (await isWhole(nodes)) && (await replicasAreLinked(nodes)), {
    timeoutMs: 60_000,
    what: 'the cluster to be whole',
  });
}

function slotsOf(master: number): number[] {
  const from = Math.ceil((master * SLOTS) / MASTERS);
  const to = Math.ceil(((master + 1) * SLOTS) / MASTERS);
  return Array.from({ length: to - from }, (_, i) => from + i);
}

async function knownNodes({ redis }: ClusterNode): Promise<number> {
  const known = String(await redis.cluster('NODES')).trim();
  return known.split('\n').filter((line) => !line.includes('handshake')).length;
}

/** Whether every living node sees every slot served. */
async function isWhole(nodes: readonly ClusterNode[]): Promise<boolean> {
  const living = nodes.filter(({ redis }) => redis.status === 'ready');
  const infos = await Promise.all(living.map(({ redis }) => redis.cluster('INFO')));
  return infos.every((info) => /cluster_state:ok[^]*cluster_slots_ok:16384/.test(info));
}

async function replicasAreLinked(nodes: readonly ClusterNode[]): Promise<boolean> {
  const infos = await Promise.all(nodes.slice(MASTERS).map(({ redis }) => redis.info('replication')));
  return infos.every((info) => info.includes('master_link_status:up'));
}

/** A port whose pair is free too; below the ports that the system gives to outgoing connections. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 10_000);
    if ((await isFree(port)) && (await isFree(port + BUS_OFFSET))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
