import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startExample } from '../support/example-process';
import { withFolder } from '../support/folders';
import { postBatch } from '../support/post-reports';
import { readAllEvents } from '../support/replay-events';
import { REPORTS } from '../support/reports';
import { withService } from '../support/service';
import { until } from '../support/until';

jest.setTimeout(240_000);

const ENV = { WEBHOOK_ALLOW_HOSTS: '127.0.0.1', LOG_LEVEL: 'error', PUBLISH_DEBOUNCE: '0ms' };

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

test.each(['webhook-receiver.mjs', 'event-subscriber.mjs'])('%s has fewer than 60 lines', (name) => {
  const text = readFileSync(join(__dirname, '../../examples', name), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThan(60);
  // Plain Node: nothing to install.
  for (const [, module] of text.matchAll(/from '([^']+)'/g)) expect(module).toMatch(/^node:/);
});

test('the receiver takes signed messages, each once, and refuses others', async () => {
  await withService({ env: ENV }, async (service) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    const made = await service.request('/v1/webhooks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
    });
    const { id, secret } = (await made.json()) as { id: string; secret: string };
    const receiver = startExample('webhook-receiver.mjs', { PORT: String(port), WEBHOOK_SECRET: secret });
    try {
      await until(() => receiver.said().includes('listening'));
      await postBatch(service, 'default', REPORTS);
      await until(() => receiver.lines.length >= 3, { what: 'three stories' });
      const events = await readAllEvents(service);
      await until(() => receiver.lines.length === events.length);
      expect(receiver.lines.map((line) => line.id).toSorted()).toEqual(
        events.map((event) => event.id).toSorted(),
      );

      const again = await service.request(`/v1/webhooks/${id}/recover?since=0`, { method: 'POST' });
      expect(again.status).toBe(202);
      const delivered = async (): Promise<number> =>
        ((await (await service.request(`/v1/webhooks/${id}`)).json()) as { delivered: number }).delivered;
      await until(async () => (await delivered()) >= 2 * events.length);
      expect(receiver.lines).toHaveLength(events.length);

      const headers = { 'webhook-id': 'msg_x', 'webhook-timestamp': String(Math.floor(Date.now() / 1_000)) };
      for (const signature of ['', 'v1,', 'v1,AAAA', `v2,${'A'.repeat(43)}=`]) {
        const forged = await fetch(url, {
          method: 'POST',
          body: '{}',
          headers: { ...headers, 'webhook-signature': signature },
        });
        expect(forged.status).toBe(400);
      }
      expect(receiver.lines).toHaveLength(events.length);
    } finally {
      await receiver.kill();
    }
  });
});

test('the subscriber goes on where it stopped, when it is killed and when the service is', async () => {
  await withFolder((folder) =>
    withService({ env: ENV }, async (service) => {
      const env = { STORYFOLD_URL: service.url, STORYFOLD_KEY: service.adminKey };
      const start = () => startExample('event-subscriber.mjs', env, [join(folder, 'position')]);
      const seen: string[] = [];
      let subscriber = start();
      try {
        for (const [at, report] of REPORTS.entries()) {
          await postBatch(service, 'default', [report]);
          await until(async () => (await readAllEvents(service)).length > at, { what: `event ${at + 1}` });
          // Killed after some, while some are published; the API once as well.
          if (at === 3) {
            await service.api.kill();
            await service.restartApi();
          }
          if (at % 2 === 0) continue;
          await until(() => seen.length + subscriber.lines.length > 0);
          await subscriber.kill();
          seen.push(...subscriber.lines.map(({ id }) => id));
          subscriber = start();
        }
        const ids = (await readAllEvents(service)).map(({ id }) => id);
        const all = (): string[] => [...new Set([...seen, ...subscriber.lines.map(({ id }) => id)])];
        await until(() => all().length === ids.length, { timeoutMs: 20_000, what: 'every event' });
        expect(all()).toEqual(ids);
      } finally {
        await subscriber.kill();
      }
    }),
  );
});
