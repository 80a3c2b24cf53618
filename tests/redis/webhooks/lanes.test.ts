import { ledgerKeys } from '../../../src/store/keys';
import { readDelivery } from '../../../src/store/webhook-deliveries';
import {
  claimDeliveries,
  MAX_PENDING,
  rewindWebhook,
  settleDelivery,
} from '../../../src/store/webhook-lanes';
import { changeConfig, changeSecrets, removeWebhook } from '../../../src/store/webhooks';
import { leaseMs } from '../../../src/webhooks/deliver';
import { takeEvents } from '../../../src/webhooks/take-events';
import { startReceiver } from '../../support/receiver';
import { until } from '../../support/until';
import { COLLECTION, withWebhooks } from './harness';

const storyOf = (body: string): { id: string; version: number } => JSON.parse(body).data.story;

test('several workers at once deliver each event once and in order', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    const webhook = await test.create(receiver.url);
    for (let version = 1; version <= 30; version++) await test.publish(`s${version % 4}`, version);
    await Promise.all([1, 2, 3, 4].map(() => test.drain(webhook)));
    const seen = receiver.requests.map(({ body }) => storyOf(body));
    expect(seen).toHaveLength(30);
    for (const id of ['s0', 's1', 's2', 's3']) {
      const versions = seen.filter((story) => story.id === id).map(({ version }) => version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
  });
});

test('what a dying worker had claimed is sent again when its claim has run out, and its late word does not count', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    const webhook = await test.create(receiver.url);
    await test.publish('s1', 1);
    await takeEvents(test.store, webhook);
    const [claim] = await claimDeliveries(test.store, webhook, 8, leaseMs(test.deps));
    expect(await test.drain(webhook)).toEqual({ kind: 'later', dueAtMs: test.now + leaseMs(test.deps) });
    expect(receiver.requests).toHaveLength(0);
    test.now += leaseMs(test.deps);
    await test.drain(webhook);
    expect(receiver.requests).toHaveLength(1);
    await settleDelivery(test.store, webhook, claim, { kind: 'retry', dueAtMs: test.now });
    expect(await test.drain(webhook)).toEqual({ kind: 'idle' });
    expect(await test.read(webhook)).toMatchObject({ delivered: 1, pending: 0 });
  });
});

test('a merge comes after all that was told of the stories it ends, however often that is tried', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    const webhook = await test.create(receiver.url);
    const taken: string[] = [];
    let refusals = 2;
    receiver.behave = ({ body }, res) => {
      const { id, version } = storyOf(body);
      const refused = id === 's1' && refusals-- > 0;
      if (!refused) taken.push(`${id} ${version}`);
      res.writeHead(refused ? 500 : 204).end();
    };
    await test.publish('s1', 1);
    await test.publish('s1', 2);
    await test.publish('s2', 1);
    await test.publish('s2', 2, { type: 'story.merged', from: ['s1', 's0'] });
    await test.publish('s2', 3);
    await test.publish('s3', 1);
    // Of s1 itself, which came back: later than the merge, so that the merge does not wait for it.
    await test.publish('s1', 3, { type: 'story.created' });
    for (let next = await test.drain(webhook); next.kind !== 'idle'; next = await test.drain(webhook)) {
      if (next.kind === 'later') test.now = next.dueAtMs;
      // The others did not wait for what was refused.
      if (refusals > 0) expect(taken.toSorted()).toEqual(['s2 1', 's3 1']);
    }
    expect(taken.slice(2).filter((told) => told !== 's1 3')).toEqual(['s1 1', 's1 2', 's2 2', 's2 3']);
    expect(taken.filter((told) => told.startsWith('s1'))).toEqual(['s1 1', 's1 2', 's1 3']);
    expect(await test.store.redis.keys('*:behind')).toEqual([]);
  });
});

test('a stop gives up deliveries under way without counting them as attempts', async () => {
  await withWebhooks(
    async (test) => {
      const receiver = await test.receiver();
      receiver.behave = () => undefined;
      const webhook = await test.create(receiver.url);
      const id = await test.publish('s1', 1);
      const stop = new AbortController();
      const draining = test.drain(webhook, stop.signal);
      await until(() => receiver.requests.length === 1);
      stop.abort();
      expect(await draining).toEqual({ kind: 'more' });
      expect(await readDelivery(test.store, webhook, id)).toBeUndefined();
      receiver.behave = (_request, res) => void res.writeHead(204).end();
      await test.drain(webhook);
      expect(await readDelivery(test.store, webhook, id)).toMatchObject({
        attemptCount: 1,
        status: 'delivered',
      });
    },
    { timeoutMs: 60_000 },
  );
});

test('no more than a bound waits for a webhook; the stream keeps the rest', async () => {
  await withWebhooks(async (test) => {
    const receiver = await startReceiver((_request, res) => void res.writeHead(500).end());
    const webhook = await test.create(receiver.url);
    const { events } = ledgerKeys(COLLECTION);
    await test.publish('s1', 1);
    const [[, fields]] = await test.store.redis.xrangeBuffer(events, '-', '+');
    const pipeline = test.store.redis.pipeline();
    for (let more = 0; more < MAX_PENDING + 500; more++) pipeline.xadd(events, '*', ...fields);
    await pipeline.exec();
    await test.drain(webhook);
    const { pending, position } = await test.read(webhook);
    expect(pending).toBeGreaterThan(MAX_PENDING - 200);
    expect(pending).toBeLessThanOrEqual(MAX_PENDING);
    expect(receiver.requests).toHaveLength(1);

    await rewindWebhook(test.store, webhook, {});
    expect(await test.read(webhook)).toMatchObject({ pending: 0, status: 'active' });
    expect((await test.read(webhook)).position < position).toBe(true);
    expect(await test.store.redis.keys(`*:wh:${webhook.id}:q:*`)).toEqual([]);
    expect(await test.store.redis.keys('*:whm:*')).toEqual([]);
    await receiver.close();
  });
});

test('a webhook whose events were trimmed away is told so, then gets what is left', async () => {
  await withWebhooks(
    async (test) => {
      const receiver = await test.receiver();
      const webhook = await test.create(receiver.url);
      const first = await test.publish('s1', 1);
      await test.drain(webhook);
      receiver.requests.length = 0;
      for (let version = 2; version <= 600; version++) await test.publish('s1', version);
      await test.drain(webhook);
      const types = receiver.requests.map(({ body }) => JSON.parse(body).type);
      expect(types.filter((type) => type === 'stream.reset')).toHaveLength(1);
      const [oldest] = await test.store.redis.xrange(ledgerKeys(COLLECTION).events, '-', '+', 'COUNT', 1);
      const reset = receiver.requests
        .map(({ body }) => JSON.parse(body))
        .find(({ type }) => type === 'stream.reset');
      expect(reset.data).toEqual({ requested: first, oldest: oldest[0] });
      const kept = await test.store.redis.xlen(ledgerKeys(COLLECTION).events);
      expect(types).toHaveLength(kept + 1);
    },
    { eventsMaxLength: 100 },
  );
});

test('going back before the first event ever is no loss', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    const webhook = await test.create(receiver.url);
    await test.publish('s1', 1);
    await test.drain(webhook);
    await rewindWebhook(test.store, webhook, { after: `${test.now - 1000}-0` });
    await test.drain(webhook);
    expect(receiver.requests.map(({ body }) => JSON.parse(body).type)).toEqual([
      'story.updated',
      'story.updated',
    ]);
    expect(receiver.requests[0].headers['webhook-id']).toBe(receiver.requests[1].headers['webhook-id']);
  });
});

test('deleting a webhook while a delivery is under way leaves nothing behind', async () => {
  await withWebhooks(
    async (test) => {
      const receiver = await test.receiver();
      receiver.behave = () => undefined;
      const webhook = await test.create(receiver.url);
      await test.publish('s1', 1);
      const draining = test.drain(webhook);
      await until(() => receiver.requests.length === 1);
      await rewindWebhook(test.store, webhook, {});
      await removeWebhook(test.store, webhook);
      expect(await draining).toEqual({ kind: 'idle' });
      expect(await test.store.redis.keys('*wh*')).toEqual([]);
    },
    { timeoutMs: 500 },
  );
});

test('concurrent changes of one webhook are all kept', async () => {
  await withWebhooks(async (test) => {
    const webhook = await test.create('https://receiver.example/');
    const append = (letter: string) =>
      changeConfig(test.store, webhook, (config) => ({
        ...config,
        description: `${config.description ?? ''}${letter}`,
      }));
    await Promise.all('abcdef'.split('').map(append));
    const secret = { secret: 'whsec_AAAA', createdAtMs: 1 };
    await Promise.all(
      [1, 2, 3].map(() => changeSecrets(test.store, webhook, (secrets) => [...secrets, secret])),
    );
    const changed = await test.read(webhook);
    expect(changed.config.description?.split('').toSorted().join('')).toBe('abcdef');
    expect(changed.secrets).toHaveLength(4);
  });
});
