import { connectRedis } from '../../src/store/connect';
import { listProcesses } from '../../src/store/process-reports';
import { withService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(120_000);

/** The processes that say they live: nothing is replaced beside them. */
async function readNames(url: string): Promise<readonly string[]> {
  const redis = connectRedis(url, { name: 'test' });
  try {
    return await listProcesses(redis, Date.now());
  } finally {
    redis.disconnect();
  }
}

const isComplete = (names: readonly string[]): boolean =>
  ['api-', 'worker-'].every((role) => names.some((name) => name.startsWith(role)));

describe('startService', () => {
  it('runs the roles as processes that can be killed and started again', async () => {
    await withService({ workers: 2, env: { LOG_LEVEL: 'warn' } }, async (service) => {
      expect((await service.request('/readyz')).status).toBe(200);
      await until(async () => isComplete(await readNames(service.redis.url)), {
        what: 'every process to show itself',
      });
      const [first] = service.workers;
      expect(await first?.kill()).toBe('SIGKILL');
      expect((await service.startWorker()).name).toBe('worker-3');
      await service.api.kill();
      await expect(service.request('/livez')).rejects.toThrow('fetch failed');
      await service.restartApi();
      await until(async () => (await service.request('/readyz')).status === 200);
    });
  });

  it('says what a process printed that ended before it was ready', async () => {
    const start = withService({ env: { LOOKBACK: 'soon' } }, () => Promise.resolve());
    await expect(start).rejects.toThrow(/LOOKBACK="soon" must be a duration/);
  });
});
