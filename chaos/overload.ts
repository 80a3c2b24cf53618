import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { generateArticles, MIXES } from '../bench/articles';
import { sendUntilAnswered, type Target } from './client';
import { Fared } from './fared';
import { watchMemory } from './memory-watch';
import { readWaiting } from './rest';
import { type Subscriber, subscribe } from './subscriber';
import { type System, startSystem } from './system';

export interface OverloadOptions {
  /** Articles a second that are offered, as batches of `BATCH`. */
  readonly rate: number;
  readonly seconds: number;
  /** Articles that may wait; small, so that the queue is full for most of the time. */
  readonly queueDepth: number;
  readonly print: (line: string) => void;
}

const BATCH = 50;
/** Where the noisy key posts: one queue serves them all. */
const COLLECTIONS = ['default', 'noisy-1', 'noisy-2'];
/** Posts of the quiet key. */
const QUIET_EVERY_MS = 500;
/** More requests in flight than that are not sent: a client has so many connections. */
const MOST_IN_FLIGHT = 64;
/** The queue is to get shorter within this, or the service has not recovered. */
const STANDSTILL_MS = 120_000;

/**
 * Offers far more than the service can do, from one noisy key, while a quiet key posts now and then, an event stream is never read from and
 * a webhook never answered; then waits until all is done. Answers what must not be.
 */
export async function runOverload(options: OverloadOptions): Promise<string[]> {
  const env = {
    MAX_QUEUE_DEPTH: String(options.queueDepth),
    CHUNK_SIZE: '25',
    PUBLISH_DEBOUNCE: '250ms',
    RATE_LIMIT: '60000',
  };
  const limits = { STORYFOLD_FAULT: '', WORKER_STUCK_AFTER: '20s', SWEEP_INTERVAL: '15s' };
  const system = await startSystem({
    ...{ workers: 1, replica: false, smallDisk: false },
    env: { ...env, ...limits },
    redis: { appendfsync: 'everysec' },
  });
  try {
    return await overload(system, options);
  } finally {
    await system.stop();
  }
}

async function overload(
  system: System,
  { rate, seconds, queueDepth, print }: OverloadOptions,
): Promise<string[]> {
  const [noisy, quiet] = [await makeKey(system.target, 'noisy'), await makeKey(system.target, 'quiet')];
  await stallWebhook(system);
  const stalled = stallStream(system.target);
  const subscriber = subscribe(system.target, COLLECTIONS[0]);
  const memory = watchMemory(system);
  const fared = { noisy: new Fared(), quiet: new Fared(), after: new Fared() };
  const stop = new AbortController();
  const load = Promise.all([
    offer(noisy, rate, fared.noisy, stop.signal),
    postQuietly(quiet, fared.quiet, stop.signal),
  ]);
  print(`offering ${rate} articles/s for ${seconds} s in batches of ${BATCH}; ${queueDepth} may wait`);
  await pause(seconds * 500);
  print(`memory at most, first half: ${memory.half()}`);
  await pause(seconds * 500);
  stop.abort();
  await load;
  print(`memory at most, second half: ${memory.half()}`);
  print(`noisy key, batches: ${fared.noisy.describe()}`);
  print(`quiet key, single posts: ${fared.quiet.describe()}`);
  const left = await recover(system, print);
  await postOnce(quiet, 'after', fared.after);
  print(`a post then: ${fared.after.describe()}; memory since at most: ${memory.stop()}`);
  const events = await compareEvents(subscriber, system);
  print(`events: ${events.happened} happened, a subscriber that reads had ${events.read}`);
  stalled.destroy();
  await subscriber.stop();
  return [
    ...Object.entries(fared).flatMap(([who, one]) => one.problems(who)),
    ...(left > 0
      ? [`${left} still waited, and nothing was done about it for ${STANDSTILL_MS / 1_000} s`]
      : []),
    ...(events.read === events.happened && events.resets === 0 ? [] : ['the subscriber missed events']),
  ];
}

/** Waits until nothing waits, for as long as it gets less. Answers what is left. */
async function recover(system: System, print: OverloadOptions['print']): Promise<number> {
  const waited = await depth(system);
  const startedAt = performance.now();
  let [least, progressAt] = [waited, startedAt];
  while (least > 0 && performance.now() - progressAt < STANDSTILL_MS) {
    await pause(200);
    const now = await depth(system);
    if (now < least) [least, progressAt] = [now, performance.now()];
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  print(`${waited} waited at the end of the load, ${least} ${seconds.toFixed(0)} s later`);
  return least;
}

async function makeKey(target: Target, name: string): Promise<Target> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ name, scopes: ['ingest', 'read'] });
  const answer = await sendUntilAnswered(target, '/admin/api/keys', { method: 'POST', headers, body });
  return { url: target.url, key: String(answer.body['token']) };
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

/** Sends batches at a steady rate, to each collection in turn, whatever is answered. */
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
    const path = `/v1/articles/batch?collection=${COLLECTIONS[sent % COLLECTIONS.length]}`;
    const posted: Promise<void> = fared
      .post(target, path, 'application/x-ndjson', lines.join('\n'))
      .finally(() => underWay.delete(posted));
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
  await fared.post(target, '/v1/articles', 'application/json', JSON.stringify({ ...article, id }));
}

async function depth({ redis }: System): Promise<number> {
  const connection = redis.connect();
  try {
    const waiting = await readWaiting(connection, COLLECTIONS);
    // The webhook that never answers waits for ever.
    return Object.entries(waiting).reduce(
      (sum, [name, count]) => (/webhooks|:wh:/.test(name) ? sum : sum + count),
      0,
    );
  } finally {
    connection.disconnect();
  }
}

/** The last post's story may still be on its way. */
async function compareEvents({ ids, resets }: Subscriber, { redis }: System) {
  const connection = redis.connect();
  const count = async (): Promise<number> => {
    const info = (await connection.xinfo('STREAM', `sf:{${COLLECTIONS[0]}}:events`)) as (string | number)[];
    return Number(info[info.indexOf('entries-added') + 1]);
  };
  let happened = await count();
  for (let looks = 0; looks < 20 && ids.length !== happened; looks++) {
    await pause(500);
    happened = await count();
  }
  connection.disconnect();
  return { happened, read: ids.length, resets: resets() };
}
