import { connect, createServer, type Server, type Socket } from 'node:net';
import { createQueueWatch } from '../../../src/api/queue-watch';
import { connectRedis } from '../../../src/store/connect';
import { createEventTail } from '../../../src/store/event-tail';
import { registerScripts } from '../../../src/store/scripts';
import { serve, withApi } from './harness';

const ARTICLE = { id: 'a', source: 'A', title: 'Anything' };

/** A door to Redis that can be shut: everything behind it goes on running. */
async function openDoor(
  target: string,
): Promise<{ url: string; shut: () => void; open: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const open = async (): Promise<void> => {
    server = createServer((socket) => {
      const inner = connect(target.replace('unix://', ''));
      for (const [one, other] of [
        [socket, inner],
        [inner, socket],
      ] as const) {
        sockets.add(one);
        one
          .on('error', () => undefined)
          .on('close', () => other.destroy())
          .pipe(other);
      }
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as { port: number }).port;
  };
  await open();
  const shut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return { url: `redis://127.0.0.1:${port}`, shut, open };
}

describe('while Redis is away', () => {
  test('requests are answered 503 with Retry-After, and taken again as soon as it is back', async () => {
    await withApi({}, async (api) => {
      const door = await openDoor(api.test.url);
      const redis = registerScripts(connectRedis(door.url, { name: 'test' }));
      redis.on('error', () => undefined);
      const store = { ...api.store, redis };
      const queues = createQueueWatch(store, []);
      const events = createEventTail(store, () => api.test.connect('blocking'));
      const behind = await serve({ ...api.deps, store, pipeline: { ...api.context, store }, queues, events });
      try {
        expect((await behind.request('POST', '/v1/articles', { body: ARTICLE })).status).toBe(202);
        door.shut();
        for (const [method, path, body] of [
          ['POST', '/v1/articles', ARTICLE],
          ['POST', '/v1/articles/batch', [ARTICLE]],
          ['GET', '/v1/articles/a', undefined],
          ['GET', '/v1/stories', undefined],
          ['GET', '/v1/events', undefined],
        ] as const) {
          const answer = await behind.request(method, path, { body });
          expect([path, answer.status, answer.body.type]).toEqual([path, 503, '/problems/unavailable']);
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        }
        expect((await behind.request('GET', '/livez')).status).toBe(200);
        expect((await behind.request('GET', '/readyz')).status).toBe(503);
        await door.open();
        await expect(redis.ping()).resolves.toBe('PONG');
        expect((await behind.request('POST', '/v1/articles', { body: ARTICLE })).body).toMatchObject({
          status: 'unchanged',
        });
      } finally {
        await behind.close();
        await events.close();
        redis.disconnect();
        door.shut();
      }
    });
  }, 30_000);
});
