import { withService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(120_000);

describe('startService', () => {
  it('runs the roles as processes that can be killed and started again', async () => {
    await withService({ workers: 2, env: { LOG_LEVEL: 'warn' } }, async (service) => {
      expect((await service.request('/readyz')).status).toBe(200);
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
