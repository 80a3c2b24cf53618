import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config';
import { startChild } from './child-process';
import { orAborted } from './or-aborted';
import { findServiceKey, localUrl } from './service-key';
import { startThrowAwayRedis } from './throw-away-redis';

const API_SCRIPT = join(__dirname, '../server.js');
const WORKER_SCRIPT = join(__dirname, '../../workers/main.js');

/** Longest wait for a service that may be there to say so. */
const PROBE_MS = 2_000;

/** A service to show something on. */
export interface DemoService {
  readonly url: string;
  readonly key: string | undefined;
  /** Whether it was started for the occasion and ends with it. */
  readonly isOwn: boolean;
  /** Aborted when a part of it ends, or the caller's signal is. */
  readonly signal: AbortSignal;
}

/** Which service to use. */
export interface DemoServiceOptions {
  /** The service to use, which must answer; without it the one of these settings, else one of its own. */
  readonly url?: string | undefined;
  readonly key?: string | undefined;
  readonly config: Config;
  readonly signal: AbortSignal;
}

/** Runs `use` on a running service or on one started for it, which has ended and left nothing afterwards. */
export async function withDemoService<T>(
  options: DemoServiceOptions,
  use: (service: DemoService) => Promise<T>,
): Promise<T> {
  const { config, signal } = options;
  const url = options.url || localUrl(config);
  if (await answers(url, signal)) {
    return use({ url, key: findServiceKey(options.key, url, config), isOwn: false, signal });
  }
  if (options.url) throw new Error(`No Storyfold is ready at ${url}: ${url}/readyz does not say so`);
  return withOwnService(config, signal, use);
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]);
    return (await fetch(new URL('/readyz', url), { signal: limited })).ok;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

async function withOwnService<T>(
  config: Config,
  outer: AbortSignal,
  use: (service: DemoService) => Promise<T>,
): Promise<T> {
  const broken = new AbortController();
  const signal = AbortSignal.any([outer, broken.signal]);
  const breakOff = (reason: string): void => broken.abort(new Error(reason));
  const ends: (() => Promise<void>)[] = [];
  const lastLines: string[] = [];
  const key = `sfk_${randomBytes(24).toString('base64url')}`;
  let url = '';
  try {
    const redis = startThrowAwayRedis(config, breakOff);
    ends.unshift(redis.stop);
    const env = {
      REDIS_URL: redis.url,
      HOST: '127.0.0.1',
      PORT: '0',
      WORKER_PORT: '0',
      ADMIN_KEY: key,
      LOG_LEVEL: 'warn',
    };
    const children = [API_SCRIPT, WORKER_SCRIPT].map((script) => {
      const onLine = (line: string): void => void lastLines.splice(0, Math.max(0, lastLines.push(line) - 5));
      const child = startChild({ script, env, onLine, onReady: (address) => (url = address ?? url) });
      void child.ended.then((how) => breakOff([`The service ended: ${how}`, ...lastLines].join('\n')));
      ends.unshift(() => child.stop(Promise.resolve()));
      return child;
    });
    await orAborted(Promise.all(children.map(({ ready }) => ready)), signal);
    return await use({ url, key, isOwn: true, signal });
  } finally {
    for (const end of ends) await end();
  }
}
