import { createServer, type Server } from 'node:http';
import type { Metrics } from '../src/metrics';
import type { ScriptedRedis } from '../src/store/scripts';

/** What a worker's own address answers from. */
export interface HealthDeps {
  readonly redis: ScriptedRedis;
  readonly metrics: Metrics;
  readonly isRunning: () => boolean;
}

/** Serves `/livez`, `/readyz` and `/metrics` of one worker process, for orchestrators that watch each container. */
export function serveHealth({ redis, metrics, isRunning }: HealthDeps, host: string, port: number): Server {
  const answers: Record<string, () => Promise<[number, string]>> = {
    '/livez': async () => [200, 'ok\n'],
    '/readyz': async () =>
      (await redis.ping()) === 'PONG' && isRunning() ? [200, 'ok\n'] : [503, 'not running\n'],
    '/metrics': async () => [200, await metrics.registry.metrics()],
  };
  const server = createServer((req, res) => {
    const answer = answers[req.url ?? ''] ?? (async (): Promise<[number, string]> => [404, 'not found\n']);
    answer()
      .catch((): [number, string] => [503, 'Redis cannot be reached\n'])
      .then(([status, body]) =>
        res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body),
      )
      .catch(() => res.destroy());
  });
  return server.listen(port, host);
}
