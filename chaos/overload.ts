import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { generateArticles, MIXES } from '../bench/articles';
import { sendUntilAnswered, type Target } from './client';
import { readWaiting } from './rest';
import { type Subscriber, subscribe } from './subscriber';
import { type System, startSystem } from './system';

export interface OverloadOptions {
  /** Articles a second that are offered, as batches of `BATCH`. */
  readonly rate: number;
  readonly seconds: number;
  readonly print: (line: string) => void;
}

const BATCH = 50;
/** Small, so that the queue is full for most of the time. */
const MAX_QUEUE_DEPTH = 4_000;
/** Longest wait for what was accepted to be done. */
const REST_TIMEOUT_MS = 240_000;
/** Posts of the quiet key. */
const QUIET_EVERY_MS = 500;
/** More requests in flight than that are not sent: a client has so many connections. */
const MOST_IN_FLIGHT = 64;

/** How one kind of request fared. */
class Fared {
  readonly latencies: number[] = [];
  readonly statuses = new Map<number, number>();
  withoutRetryAfter = 0;

  note(status: number, ms: number, retryAfter: string | null): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 202) this.latencies.push(ms);
    else if (retryAfter === null) this.withoutRetryAfter++;
  }

  describe(): string {
    const sorted = this.latencies.toSorted((a, b) => a - b);
    const at = (share: number): string =>
      `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;
    const counts = [...this.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`);
    return `${counts.join(', ')}; accepted p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; refused without Retry-After: ${this.withoutRetryAfter}`;
  }
}

/**
 * Offers far more than the service can do, from one noisy key, while a quiet key posts now and then, an event stream is never read from and
 * a webhook never answered; then waits until all is done.
 */
export async function runOverload({ rate, seconds, print }: OverloadOptions): Promise<void> {
  const env = {
    MAX_QUEUE_DEPTH: String(MAX_QUEUE_DEPTH),
    CHUNK_SIZE: '25',
    PUBLISH_DEBOUNCE: '250ms',
    RATE_LIMIT: '60000',
  };
  const limits = { STORYFOLD_FAULT: '', WORKER_STUCK_AFTER: '20s', SWEEP_INTERVAL: '15s' };
  const redis = { appendfsync: 'everysec' };
  const system = await startSystem({
    workers: 1,
    replica: false,
    smallDisk: false,
    env: { ...env, ...limits },
    redis,
  });
  try {
    const [noisy, quiet] = [await makeKey(system.target, 'noisy'), await makeKey(system.target, 'quiet')];
    await stallWebhook(system);
    const stalled = stallStream(system.target);
    const subscriber = subscribe(system.target, 'default');
    const memory = watchMemory(system);
    const fared = { noisy: new Fared(), quiet: new Fared() };
    const stop = new AbortController();
    const load = Promise.all([
      offer(noisy, rate, fared.noisy, stop.signal),
      postQuietly(quiet, fared.quiet, stop.signal),
    ]);
    await pause(seconds * 1_000);
    stop.abort();
    await load;
    const waiting = await depth(system);
    const stoppedAt = performance.now();
    while ((await depth(system)) > 0 && performance.now() - stoppedAt < REST_TIMEOUT_MS) await pause(200);
    const left = await depth(system);
    const recovered = (performance.now() - stoppedAt) / 1_000;
    const after = new Fared();
    await postOnce(quiet, 'after', after);
    print(
      `offered ${rate} articles/s for ${seconds} s in batches of ${BATCH}, at most ${MAX_QUEUE_DEPTH} may wait`,
    );
    print(`noisy key, batches: ${fared.noisy.describe()}`);
    print(`quiet key, single posts: ${fared.quiet.describe()}`);
    print(`memory at most: ${memory.stop()}`);
    print(
      `${waiting} waited at the end of the load; ${left} ${recovered.toFixed(0)} s later; a post then: ${after.describe()}`,
    );
    print(`events: ${await describeEvents(subscriber, system)}`);
    stalled.destroy();
    await subscriber.stop();
  } finally {
    await system.stop();
  }
}

async function makeKey(target: Target, name: string): Promise<Target> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ name, scopes: ['ingest', 'read'] });
  const answer = await sendUntilAnswered(target, '/admin/api/keys', { method: 'POST', headers, body });
  return { url: target.url, key: String(answer.body['token'] ?? answer.body['key']) };
}

async function stallWebhook({ target, receiver }: System): Promise<void> {
  receiver.manner = 'hangs';
  const body = JSON.stringify({ url: `${receiver.url}/stalled` });
  const headers = { 'content-type': 'application/json' };
  await sendUntilAnswered(target, '/v1/webhooks', { method: 'POST', headers, body });
}

/** Asks for all events and never reads one. */
function stallStream({ url, key }: Target) {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.pause();
  socket.on('error', () => undefined);
  socket.write(
    `GET /v1/events?after=0 HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\nauthorization: Bearer ${key}\r\n\r\n`,
  );
  return socket;
}

/** Sends batches at a steady rate, whatever is answered. */
async function offer(target: Target, rate: number, fared: Fared, signal: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const pool = generateArticles(2_000, MIXES.reprints, 'noisy');
  const startedAt = performance.now();
  for (let sent = 0; !signal.aborted; sent++) {
    const due = startedAt + (sent * BATCH * 1_000) / rate;
    await pause(Math.max(0, due - performance.now()));
    if (underWay.size >= MOST_IN_FLIGHT) continue;
    const lines = Array.from({ length: BATCH }, (_, i) => {
      const at = sent * BATCH + i;
      return JSON.stringify({ ...pool[at % pool.length], id: `noisy-${at}` });
    });
    const posted: Promise<void> = post(
      target,
      '/v1/articles/batch',
      'application/x-ndjson',
      lines.join('\n'),
      fared,
    ).finally(() => underWay.delete(posted));
    underWay.add(posted);
  }
  await Promise.all(underWay);
}

async function postQuietly(target: Target, fared: Fared, signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    await postOnce(target, `quiet-${turn}`, fared);
    await pause(QUIET_EVERY_MS);
  }
}

async function postOnce(target: Target, id: string, fared: Fared): Promise<void> {
  const [article] = generateArticles(1, MIXES.fresh, id);
  await post(target, '/v1/articles', 'application/json', JSON.stringify({ ...article, id }), fared);
}

async function post(
  { url, key }: Target,
  path: string,
  type: string,
  body: string,
  fared: Fared,
): Promise<void> {
  const startedAt = performance.now();
  const headers = { authorization: `Bearer ${key}`, 'content-type': type };
  try {
    const answer = await fetch(new URL(path, url), { method: 'POST', headers, body });
    await answer.arrayBuffer();
    fared.note(answer.status, performance.now() - startedAt, answer.headers.get('retry-after'));
  } catch {
    // A connection that was not answered at all.
    fared.note(0, performance.now() - startedAt, null);
  }
}

/** The most memory each process had, in MB. */
function watchMemory({ api, workers, redis }: System): { readonly stop: () => string } {
  const connection = redis.connect();
  const most = new Map<string, number>();
  const note = (name: string, mb: number): void => void most.set(name, Math.max(mb, most.get(name) ?? 0));
  const looking = setInterval(() => {
    for (const { name, pid } of [api, ...workers]) note(name, residentMb(pid));
    connection.info('memory').then(
      (info) => note('Redis', Number(/^used_memory:(\d+)/m.exec(info)?.[1] ?? 0) / 1e6),
      () => undefined,
    );
  }, 1_000);
  return {
    stop: () => {
      clearInterval(looking);
      connection.disconnect();
      return [...most].map(([name, mb]) => `${name} ${mb.toFixed(0)} MB`).join(', ');
    },
  };
}

function residentMb(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}

async function depth({ redis }: System): Promise<number> {
  const connection = redis.connect();
  try {
    const waiting = await readWaiting(connection, ['default']);
    // The webhook that never answers waits for ever.
    return Object.entries(waiting).reduce(
      (sum, [name, count]) => (/webhooks|:wh:/.test(name) ? sum : sum + count),
      0,
    );
  } finally {
    connection.disconnect();
  }
}

async function describeEvents(subscriber: Subscriber, { redis }: System): Promise<string> {
  const connection = redis.connect();
  const total = await connection.xinfo('STREAM', 'sf:{default}:events');
  connection.disconnect();
  const fields = total as (string | number)[];
  const added = Number(fields[fields.indexOf('entries-added') + 1]);
  await pause(1_000);
  return `${added} happened, a subscriber that reads had ${subscriber.ids.length}, with ${subscriber.resets()} resets`;
}
