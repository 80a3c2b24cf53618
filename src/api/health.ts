import { listProcesses, renderMetrics } from '../store/process-reports';
import type { ApiDeps } from './deps';
import type { Handler } from './routes';

/** Redis has this long to answer before it counts as away. */
const PING_TIMEOUT_MS = 2_000;

/** `GET /livez`: the process serves. Says nothing of Redis, so that an outage there does not have the process restarted. */
export const getLivez: Handler = (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ status: 'ok' });
};

/** `GET /readyz`: 200 when Redis answers and a worker has reported within the last 30 s, else 503 saying what is missing. */
export function getReadyz(deps: ApiDeps): Handler {
  return async (_req, res) => {
    const [redis, workers] = await Promise.all([checkRedis(deps), countWorkers(deps)]);
    const isReady = redis === 'ok' && workers > 0;
    const checks = {
      redis,
      workers: workers > 0 ? 'ok' : 'none has reported within 30 s',
      workerCount: workers,
    };
    res.set('Cache-Control', 'no-store').status(isReady ? 200 : 503);
    res.json({ status: isReady ? 'ok' : 'not ready', checks });
  };
}

/** `GET /metrics`: Prometheus' text format, with the figures of the workers summed in. */
export function getMetrics(deps: ApiDeps): Handler {
  return async (_req, res) => {
    const { metrics, store, queues } = deps;
    await queues.measure(metrics);
    const text = await renderMetrics(store.redis, metrics.registry, store.clock());
    res.set('Content-Type', metrics.registry.contentType).set('Cache-Control', 'no-store').send(text);
  };
}

async function checkRedis({ store }: ApiDeps): Promise<string> {
  return within(
    store.redis.ping().then(() => 'ok'),
    'does not answer',
  );
}

async function countWorkers({ store }: ApiDeps): Promise<number> {
  const names = await within(listProcesses(store.redis, store.clock()), []);
  return names.filter((name) => name.startsWith('worker')).length;
}

/** A result, or `fallback` when it fails or takes too long. */
async function within<T>(work: Promise<T>, fallback: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(fallback), PING_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work.catch(() => fallback), late]);
  } finally {
    clearTimeout(timer);
  }
}
