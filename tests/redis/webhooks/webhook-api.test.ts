import pino from 'pino';
import { Webhook as Verifier } from 'standardwebhooks';
import { createApiKey } from '../../../src/store/api-keys';
import { WEBHOOKS_KEY } from '../../../src/store/webhook-keys';
import { findWebhook, MAX_WEBHOOKS } from '../../../src/store/webhooks';
import { drainWebhook } from '../../../src/webhooks/drain';
import { createSafeAgent } from '../../../src/webhooks/safe-dial';
import { type Receiver, startReceiver } from '../../support/receiver';
import { REPORTS } from '../../support/reports';
import { type TestApi, withApi } from '../api/harness';

interface Scene {
  readonly api: TestApi;
  readonly receiver: Receiver;
  /** Delivers what is due, as a worker would. */
  readonly drain: (id: string) => Promise<void>;
  now: number;
}

/** An API with a receiver, and deliveries when the test wants them. */
function withScene(use: (scene: Scene) => Promise<void>): Promise<void> {
  const start = Date.now();
  const options = { webhookAllowHosts: ['127.0.0.1'], clock: () => scene.now };
  const scene = { now: start } as { -readonly [K in keyof Scene]: Scene[K] };
  return withApi(options, async (api) => {
    const agent = createSafeAgent({ allowHosts: ['127.0.0.1'], connectTimeoutMs: 1_000 });
    const { store, metrics } = api;
    const message = { maxPayloadBytes: 262_144, userAgent: 'Storyfold/test' };
    const deps = { store, agent, metrics, message, timeoutMs: 2_000, pauseAfterMs: 1e9, random: () => 0 };
    const stop = new AbortController().signal;
    scene.api = api;
    scene.receiver = await startReceiver();
    scene.drain = async (id) => {
      const ref = await findWebhook(store, id);
      if (ref) await drainWebhook({ ...deps, log: pino({ level: 'silent' }) }, ref, stop);
    };
    try {
      await use(scene);
    } finally {
      await agent.destroy();
      await scene.receiver.close();
    }
  });
}

const create = async ({ api, receiver }: Scene, more: Record<string, unknown> = {}) => {
  const answer = await api.request('POST', '/v1/webhooks', { body: { url: receiver.url, ...more } });
  expect(answer.status).toBe(201);
  return answer.body;
};

test('a webhook is made, read, listed, changed and deleted; its secret is shown once', async () => {
  await withScene(async (scene) => {
    const { api, receiver } = scene;
    const made = await create(scene, { description: 'desk', types: ['story.created'], minSources: 2 });
    expect(made.secret).toMatch(/^whsec_/);
    expect(made).toMatchObject({
      url: receiver.url,
      collection: 'default',
      format: 'plain',
      status: 'active',
      pending: 0,
    });
    const path = `/v1/webhooks/${made.id}`;
    expect(made.links).toEqual({ self: path, deliveries: `${path}/deliveries` });

    const read = await api.request('GET', path);
    expect(read.body).toEqual({ ...made, secret: undefined });
    expect(read.text).not.toContain('whsec_');
    const listed = await api.request('GET', '/v1/webhooks');
    expect(listed.body.items).toEqual([read.body]);

    const body = { description: null, minSources: null, q: 'bridge', format: 'cloudevents' };
    const changed = await api.request('PATCH', path, { body });
    expect(changed.body).toMatchObject({ q: 'bridge', format: 'cloudevents', types: ['story.created'] });
    expect(changed.body).not.toHaveProperty('description');
    expect(changed.body).not.toHaveProperty('minSources');

    expect((await api.request('DELETE', path)).status).toBe(204);
    expect((await api.request('GET', path)).body).toMatchObject({
      type: '/problems/webhook-not-found',
      status: 404,
    });
    expect(await api.store.redis.keys('*wh*')).toEqual([]);
  });
});

test.each([
  ['no url', {}, 'url'],
  ['not a url', { url: 'receiver' }, 'url'],
  ['another scheme', { url: 'ftp://receiver.example/' }, 'url'],
  ['a password in it', { url: 'https://me:secret@receiver.example/' }, 'url'],
  ['a private address', { url: 'http://192.168.1.1/' }, 'url'],
  ['loopback in hexadecimal', { url: 'http://0x7f000002/' }, 'url'],
  ['localhost', { url: 'http://localhost:6379/' }, 'url'],
  ['an unknown type', { url: 'https://receiver.example/', types: ['story.eaten'] }, 'types[0]'],
  ['no types at all', { url: 'https://receiver.example/', types: [] }, 'types'],
  ['a bad collection', { url: 'https://receiver.example/', collection: 'A{b}' }, 'collection'],
  ['a misspelled filter', { url: 'https://receiver.example/', type: ['story.created'] }, 'type'],
])('refused: %s', async (_what, body, path) => {
  await withScene(async ({ api }) => {
    const answer = await api.request('POST', '/v1/webhooks', { body });
    expect(answer.body).toMatchObject({ type: '/problems/invalid-body', status: 422 });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await api.request('GET', '/v1/webhooks')).body.items).toEqual([]);
  });
});

test('only admin keys come near webhooks, and there is an end to their number', async () => {
  await withScene(async ({ api }) => {
    const scopes = ['ingest', 'read', 'review'] as const;
    const { token } = await createApiKey(api.store.redis, { name: 'desk', scopes }, Date.now());
    for (const [method, path] of [
      ['GET', '/v1/webhooks'],
      ['POST', '/v1/webhooks'],
      ['GET', '/v1/webhooks/wh_1'],
      ['POST', '/v1/webhooks/wh_1/rotate-secret'],
      ['POST', '/v1/webhooks/wh_1/test'],
      ['GET', '/v1/webhooks/wh_1/deliveries'],
    ] as const) {
      expect((await api.request(method, path, { key: token })).status).toBe(403);
    }
    const many = Array.from({ length: MAX_WEBHOOKS }, (_, at) => [`wh_${at}`, 'default']).flat();
    await api.store.redis.hset(WEBHOOKS_KEY, ...many);
    const answer = await api.request('POST', '/v1/webhooks', { body: { url: 'https://receiver.example/' } });
    expect(answer.body).toMatchObject({ type: '/problems/too-many-webhooks', status: 409 });
  });
});

test('a rotated secret signs beside the new one until its grace is over; a third ends it at once', async () => {
  await withScene(async (scene) => {
    const { api, receiver } = scene;
    const { id, secret: first } = await create(scene);
    const path = `/v1/webhooks/${id}`;
    const { body } = await api.request('POST', `${path}/rotate-secret`, { body: { graceSeconds: 60 } });
    expect(Date.parse(body.previousExpiresAt)).toBe(scene.now + 60_000);
    const accepts = async (secrets: readonly string[]): Promise<boolean[]> => {
      await api.request('POST', `${path}/test`);
      await scene.drain(id);
      const { headers, body: sent } = receiver.requests.at(-1)!;
      return secrets.map((secret) => {
        try {
          return Boolean(new Verifier(secret).verify(sent, headers));
        } catch {
          return false;
        }
      });
    };
    expect(await accepts([first, body.secret])).toEqual([true, true]);
    const third = (await api.request('POST', `${path}/rotate-secret`)).body.secret;
    expect(await accepts([first, body.secret, third])).toEqual([false, true, true]);
    expect((await api.request('GET', path)).body.secrets).toHaveLength(2);
    scene.now += 86_400_000;
    expect((await api.request('GET', path)).body.secrets).toHaveLength(1);
  });
});

test('a test message arrives, also at a paused webhook, and shows in the deliveries', async () => {
  await withScene(async (scene) => {
    const { api, receiver } = scene;
    const { id } = await create(scene);
    await api.request('PATCH', `/v1/webhooks/${id}`, { body: { status: 'paused' } });
    const sent = await api.request('POST', `/v1/webhooks/${id}/test`);
    expect(sent.status).toBe(202);
    await scene.drain(id);
    expect(JSON.parse(receiver.requests[0].body)).toMatchObject({
      type: 'webhook.test',
      data: { webhook: { id } },
    });
    expect(receiver.requests[0].headers['webhook-id']).toBe(sent.body.deliveryId);
    const delivery = await api.request('GET', sent.body.links.delivery);
    expect(delivery.body).toMatchObject({
      status: 'delivered',
      attemptCount: 1,
      attempts: [{ status: 204 }],
    });

    receiver.behave = (_request, res) => void res.writeHead(500).end();
    const second = await api.request('POST', `/v1/webhooks/${id}/test`);
    await scene.drain(id);
    expect((await api.request('GET', second.body.links.delivery)).body).toMatchObject({
      status: 'failed',
      attemptCount: 1,
    });
  });
});

test('events pass the filters; deliveries are listed by status and page, and sent again', async () => {
  await withScene(async (scene) => {
    const { api, receiver } = scene;
    const all = await create(scene);
    const some = await create(scene, {
      types: ['story.updated'],
      source: ['harwick post'],
      minSources: 2,
      q: 'bridge',
    });
    for (const report of REPORTS) {
      await api.post([report]);
      await api.publish();
    }
    await scene.drain(some.id);
    const events = receiver.requests.map(({ body }) => JSON.parse(body));
    expect(events.map(({ type }) => type)).toEqual(['story.updated', 'story.updated']);
    for (const { data } of events) expect(data.story.title.text).toContain('ridge');

    receiver.requests.length = 0;
    await scene.drain(all.id);
    expect(receiver.requests).toHaveLength(6);
    const path = `/v1/webhooks/${all.id}/deliveries`;
    const first = (await api.request('GET', `${path}?limit=4`)).body;
    const second = (await api.request('GET', `${path}?limit=4&cursor=${first.nextCursor}`)).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([4, 2, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])));
    expect((await api.request('GET', `${path}?status=failed`)).body.items).toEqual([]);

    const again = await api.request('POST', `${path}/${ids[0]}/resend`);
    expect(again.status).toBe(202);
    await scene.drain(all.id);
    expect(receiver.requests).toHaveLength(7);
    expect(receiver.requests[6].headers['webhook-id']).toBe(ids[0]);
    expect((await api.request('GET', `${path}/${ids[0]}`)).body).toMatchObject({
      attemptCount: 1,
      attempts: [{}, {}],
    });
    for (const unknown of ['msg_default_1-1', 'msg_other_1-1', 'nothing']) {
      const answer = await api.request('POST', `${path}/${unknown}/resend`);
      expect(answer.body).toMatchObject({ type: '/problems/delivery-not-found', status: 404 });
    }
  });
});

test('recover sends everything since a time or an event again', async () => {
  await withScene(async (scene) => {
    const { api, receiver } = scene;
    const { id } = await create(scene);
    for (const report of REPORTS.slice(0, 3)) {
      await api.post([report]);
      await api.publish();
      scene.now += 1_000;
    }
    await scene.drain(id);
    const had = receiver.requests.map(({ headers }) => headers['webhook-id']);
    expect(had).toHaveLength(3);
    const recover = async (since: string) => {
      receiver.requests.length = 0;
      const answer = await api.request(
        'POST',
        `/v1/webhooks/${id}/recover?since=${encodeURIComponent(since)}`,
      );
      await scene.drain(id);
      return [
        answer.status,
        answer.body.complete,
        receiver.requests.map(({ headers }) => headers['webhook-id']),
      ];
    };
    expect(await recover('2020-01-01T00:00:00Z')).toEqual([202, true, had]);
    expect(await recover('0')).toEqual([202, true, had]);
    expect(await recover(had[0].replace('msg_default_', ''))).toEqual([202, true, had.slice(1)]);
    expect(await recover('2099-01-01T00:00:00Z')).toEqual([202, true, []]);
    const bad = await api.request('POST', `/v1/webhooks/${id}/recover?since=soon`);
    expect(bad.body).toMatchObject({ type: '/problems/invalid-request', errors: [{ path: 'since' }] });
  });
});
