import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { freePorts } from '../src/cli/free-ports';
import { ledgerKeys } from '../src/store/keys';
import { MIXES, streamArticles } from './articles';
import { type MemoryUse, measureMemory } from './memory';
import { type BenchService, startBenchService } from './service';

/** What is held at a moment, in bytes. */
export interface Held {
  readonly apiRss: number;
  readonly apiHeap: number;
  readonly workerRss: number;
  readonly workerHeap: number;
  readonly redis: number;
}

/** A row of the report: the least that was held in one stretch of time, which is what a collection of garbage leaves. */
export interface SoakRow extends Held {
  /** Minutes since the first article. */
  readonly minute: number;
  readonly posted: number;
  /** Articles that wait for a worker at the end of the stretch. */
  readonly waiting: number;
}

export interface SoakReport {
  /** Before the first article, after it has warmed up. */
  readonly start: Held;
  readonly rows: readonly SoakRow[];
  /** While no more came, until everything was past retention. */
  readonly quiet: readonly SoakRow[];
  /** Bytes of Redis that are left, by what they are for, with those before the first article. */
  readonly left: readonly (readonly [kind: string, before: number, after: number])[];
  readonly settings: SoakSettings;
}

/** How a soak is run: time is pushed forward by short settings. */
export interface SoakSettings {
  readonly minutes: number;
  readonly perSecond: number;
  readonly lookbackMinutes: number;
  readonly retentionMinutes: number;
}

/** Settings of a soak of so many minutes: memory is level after a fifth of them. */
export const soakSettings = (minutes: number): SoakSettings => ({
  ...{ minutes, perSecond: 20 },
  lookbackMinutes: Math.max(1, Math.round(minutes / 10)),
  retentionMinutes: Math.max(1, Math.round(minutes / 5)),
});

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 2_000;
/** Rows of the report while articles come. */
const ROWS = 15;
const COLLECTION = 'soak';
const EVENTS = 2_000;
/** Of the cache of fingerprints: so that it is full long before the second half begins. */
const CACHE = '16mb';

/** Runs the whole system under even load, and then without any until what it took in is past retention. */
export async function measureSoak(settings: SoakSettings, say: (text: string) => void): Promise<SoakReport> {
  const [workerPort] = await freePorts(1);
  const service = await startBenchService('real', 1, {
    LOOKBACK: `${settings.lookbackMinutes}m`,
    RETENTION: `${settings.retentionMinutes}m`,
    LOOK_AGAIN_AFTER: '1m',
    ...{ EVENTS_MAXLEN: String(EVENTS), FINGERPRINT_CACHE: CACHE, WORKER_PORT: String(workerPort) },
  });
  try {
    const watch = new Watch(service, workerPort, (settings.minutes * MINUTE_MS) / ROWS, say);
    const before = await measureMemory(service, 1);
    const start = await watch.look();
    await watch.during(postEvenly(service, settings, watch));
    const rows = watch.takeRows();
    await watch.during(pause((settings.retentionMinutes * 1.25 + 1) * MINUTE_MS));
    const after = await measureMemory(service, 1);
    return { start, rows, quiet: watch.takeRows(), left: compareUse(before, after), settings };
  } finally {
    await service.stop();
  }
}

/** Posts articles one by one at an even rate; one that is refused for now is posted again. */
async function postEvenly(
  service: BenchService,
  { minutes, perSecond }: SoakSettings,
  watch: Watch,
): Promise<void> {
  const articles = Math.round(minutes * 60 * perSecond);
  const pool = new Pool(service.url, { connections: 20 });
  const start = performance.now();
  const inFlight = new Set<Promise<void>>();
  let i = 0;
  for (const article of streamArticles(articles, MIXES.stream, 'soak', 7)) {
    const waitMs = (i++ * 1_000) / perSecond - (performance.now() - start);
    if (waitMs > 0) await pause(waitMs);
    const post = postOne(pool, service.key, JSON.stringify({ ...article, collection: COLLECTION }));
    inFlight.add(post);
    void post.then(() => watch.posted++).finally(() => inFlight.delete(post));
  }
  await Promise.all(inFlight);
  await pool.close();
}

async function postOne(pool: Pool, key: string, body: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (;;) {
    const answer = await pool.request({ method: 'POST', path: '/v1/articles', headers, body });
    await answer.body.dump();
    if (answer.statusCode === 202) return;
    if (answer.statusCode !== 503) throw new Error(`a post was answered ${answer.statusCode}`);
    await pause(1_000);
  }
}

/** Looks at what the processes hold, every two seconds. */
class Watch {
  posted = 0;
  private readonly startedAt = performance.now();
  private rows: SoakRow[] = [];

  constructor(
    private readonly service: BenchService,
    private readonly workerPort: number,
    private readonly everyMs: number,
    private readonly say: (text: string) => void,
  ) {}

  async look(): Promise<Held> {
    const { url, pids, redis } = this.service;
    const [apiHeap, workerHeap, info] = await Promise.all([
      readHeap(url),
      readHeap(`http://127.0.0.1:${this.workerPort}`),
      redis.info('memory'),
    ]);
    return {
      ...{ apiHeap, apiRss: readRss(pids.api), workerHeap, workerRss: readRss(pids.workers[0]) },
      redis: Number(/^used_memory:(\d+)/m.exec(info)?.[1]),
    };
  }

  /** Adds a row for each stretch of time until something has ended. */
  async during(work: Promise<void>): Promise<void> {
    const over = new AbortController();
    const done = work.finally(() => over.abort());
    while (!over.signal.aborted) await this.addRow(over.signal);
    await done;
  }

  /** The rows so far, which are then gone. */
  takeRows(): SoakRow[] {
    return this.rows.splice(0);
  }

  private async addRow(over: AbortSignal): Promise<void> {
    const until = performance.now() + this.everyMs;
    let least = await this.look();
    while (performance.now() < until && !over.aborted) {
      await pause(LOOK_EVERY_MS);
      least = leastOf(least, await this.look());
    }
    const waiting = await this.service.redis.zcard(ledgerKeys(COLLECTION).pending);
    const minute = (performance.now() - this.startedAt) / MINUTE_MS;
    const row = { ...least, minute, posted: this.posted, waiting };
    this.rows.push(row);
    this.say(`${minute.toFixed(1)} min: ${JSON.stringify(row)}`);
  }
}

const leastOf = (a: Held, b: Held): Held => ({
  apiRss: Math.min(a.apiRss, b.apiRss),
  apiHeap: Math.min(a.apiHeap, b.apiHeap),
  workerRss: Math.min(a.workerRss, b.workerRss),
  workerHeap: Math.min(a.workerHeap, b.workerHeap),
  redis: Math.min(a.redis, b.redis),
});

/** Bytes of the heap in use, with what is yet to be collected. */
async function readHeap(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]);
}

function readRss(pid: number): number {
  return 1_024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function compareUse(before: MemoryUse, after: MemoryUse): SoakReport['left'] {
  const kinds = [...new Set([...before.keys(), ...after.keys()])];
  return kinds.map((kind) => [kind, before.get(kind) ?? 0, after.get(kind) ?? 0] as const);
}
