import { join } from 'node:path';
import { startChild } from './child-process';
import { freePorts } from './free-ports';
import { keepRunning } from './keep-running';

const WORKER_SCRIPT = join(__dirname, '../../workers/main.js');
const HOST = '127.0.0.1';

/** What to start and whom to tell. */
export interface WorkersOptions {
  readonly workers: number;
  readonly redisUrl: string;
  readonly report: (line: string) => void;
  /** Called when a worker cannot be kept running. */
  readonly giveUp: (reason: string) => void;
}

/** Running worker processes. */
export interface ThrowAwayWorkers {
  /** Resolves when all take jobs. */
  readonly ready: Promise<unknown>;
  /** Mean number of articles each article was compared with, over all workers. */
  readonly meanCompared: () => Promise<number>;
  /** Ends them without waiting for what they have in hand. */
  readonly stop: () => Promise<void>;
}

/** Starts worker processes, each with one job in hand at a time, and keeps them running. */
export async function throwAwayWorkers(options: WorkersOptions): Promise<ThrowAwayWorkers> {
  const ports = await freePorts(options.workers);
  const lastLines: string[] = [];
  const workers = ports.map((port, at) =>
    keepRunning({
      name: `worker-${at + 1}`,
      start: () =>
        startChild({
          script: WORKER_SCRIPT,
          env: workerEnvironment(options.redisUrl, port),
          onLine: (line) => {
            lastLines.push(line.slice(0, 500));
            if (lastLines.length > 5) lastLines.shift();
          },
        }),
      report: options.report,
      giveUp: (reason) => options.giveUp([reason, ...new Set(lastLines)].join('\n')),
    }),
  );
  return {
    ready: Promise.all(workers.map(({ ready }) => ready)),
    meanCompared: () => readMeanCompared(ports),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop(Promise.resolve())));
    },
  };
}

const workerEnvironment = (redisUrl: string, port: number): Record<string, string> => ({
  REDIS_URL: redisUrl,
  WORKER_CONCURRENCY: '1',
  HOST,
  WORKER_PORT: String(port),
  LOG_LEVEL: 'error',
});

async function readMeanCompared(ports: readonly number[]): Promise<number> {
  const texts = await Promise.all(
    ports.map(async (port) => (await fetch(`http://${HOST}:${port}/metrics`)).text()),
  );
  const total = (suffix: string): number =>
    texts.reduce((sum, text) => {
      const found = new RegExp(`^storyfold_candidates_per_article_${suffix} (\\S+)$`, 'm').exec(text);
      return sum + Number(found?.[1] ?? 0);
    }, 0);
  return total('sum') / Math.max(1, total('count'));
}
