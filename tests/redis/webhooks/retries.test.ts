import { readEvents } from '../../../src/store/events';
import { readDelivery } from '../../../src/store/webhook-deliveries';
import { rewindWebhook } from '../../../src/store/webhook-lanes';
import { RETRY_DELAYS_MS } from '../../../src/webhooks/schedule';
import type { ReceivedRequest } from '../../support/receiver';
import { COLLECTION, type TestWebhooks, withWebhooks } from './harness';

const versionsOf = (requests: readonly ReceivedRequest[], storyId: string): number[] =>
  requests
    .map(({ body }) => JSON.parse(body))
    .flatMap(({ data }) => (data.story.id === storyId ? [data.story.version] : []));

test('a failed delivery is tried on schedule, then given up, and the story goes on', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    receiver.behave = (_request, res) => void res.writeHead(500).end('<b>no</b>\u001b[2J');
    const webhook = await test.create(receiver.url);
    const id = await test.publish('s1', 1);
    for (const [made, delay] of RETRY_DELAYS_MS.entries()) {
      test.now += delay;
      expect(receiver.requests).toHaveLength(made);
      const next = await test.drain(webhook);
      expect(receiver.requests).toHaveLength(made + 1);
      const following = RETRY_DELAYS_MS[made + 1];
      if (following === undefined) expect(next).toEqual({ kind: 'idle' });
      else expect(next).toEqual({ kind: 'later', dueAtMs: test.now + following });
    }
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([`msg_default_${id}`]),
    );
    expect(await test.read(webhook)).toMatchObject({ pending: 0, delivered: 0, failed: 1, status: 'active' });
    expect(await readDelivery(test.store, webhook, id)).toMatchObject({
      status: 'failed',
      attemptCount: 10,
      storyId: 's1',
      attempts: [{}, {}, { status: 500, error: 'answered 500', response: '<b>no</b>\\u001b[2J' }],
    });

    receiver.behave = (_request, res) => void res.writeHead(204).end();
    await test.publish('s1', 2);
    await test.drain(webhook);
    expect(versionsOf(receiver.requests, 's1').at(-1)).toBe(2);
  });
});

test('while one story is retried its later events wait, and other stories flow', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    receiver.behave = ({ body }, res) => void res.writeHead(body.includes('"id":"s1"') ? 500 : 204).end();
    const webhook = await test.create(receiver.url);
    await test.publish('s1', 1);
    await test.drain(webhook);
    for (const version of [1, 2, 3]) {
      await test.publish('s1', version + 1);
      await test.publish('s2', version);
    }
    await test.drain(webhook);
    expect(versionsOf(receiver.requests, 's2')).toEqual([1, 2, 3]);
    expect(versionsOf(receiver.requests, 's1')).toEqual([1]);

    receiver.behave = (_request, res) => void res.writeHead(200).end();
    test.now += RETRY_DELAYS_MS[1];
    await test.drain(webhook);
    expect(versionsOf(receiver.requests, 's1')).toEqual([1, 1, 2, 3, 4]);
    expect(await test.read(webhook)).toMatchObject({ pending: 0, delivered: 7 });
  });
});

test('Retry-After holds everything for the receiver until then', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    receiver.behave = (_request, res) => void res.writeHead(429, { 'retry-after': '120' }).end();
    const webhook = await test.create(receiver.url);
    await test.publish('s1', 1);
    expect(await test.drain(webhook)).toEqual({ kind: 'later', dueAtMs: test.now + 120_000 });
    await test.publish('s2', 1);
    test.now += 119_999;
    expect(await test.drain(webhook)).toEqual({ kind: 'later', dueAtMs: test.now + 1 });
    expect(receiver.requests).toHaveLength(1);

    receiver.behave = (_request, res) => void res.writeHead(204).end();
    test.now += 1;
    expect(await test.drain(webhook)).toEqual({ kind: 'idle' });
    expect(receiver.requests).toHaveLength(3);
  });
});

test('410 disables the webhook, tells of it once, and a resumed one gets what it missed', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    receiver.behave = (_request, res) => void res.writeHead(410).end();
    const webhook = await test.create(`${receiver.url}?token=secret`, { description: 'desk' });
    for (const version of [1, 2, 3]) await test.publish('s1', version);
    await test.publish('s2', 1);
    await test.drain(webhook);
    const stopped = await test.read(webhook);
    expect(stopped).toMatchObject({ status: 'disabled', why: 'the receiver answered 410 Gone', pending: 0 });
    const events = await readEvents(test.store, COLLECTION, '0-0', 100);
    const told = events.filter(({ type }) => type === 'webhook.paused');
    expect(told).toHaveLength(1);
    expect(told[0].data).toMatchObject({
      webhook: { id: webhook.id, status: 'disabled', description: 'desk' },
      reason: 'gone',
    });
    expect(JSON.stringify(told)).not.toContain('secret');

    receiver.requests.length = 0;
    await test.publish('s1', 4);
    expect(await test.drain(webhook)).toEqual({ kind: 'idle' });
    expect(receiver.requests).toHaveLength(0);

    receiver.behave = (_request, res) => void res.writeHead(204).end();
    await rewindWebhook(test.store, webhook, { status: 'active' });
    await test.drain(webhook);
    const stories = receiver.requests.filter(({ body }) => !body.includes('webhook.paused'));
    expect(versionsOf(stories, 's1')).toEqual([1, 2, 3, 4]);
    expect(versionsOf(stories, 's2')).toEqual([1]);
  });
});

test('a webhook that fails for days is paused with an event; one success starts the count anew', async () => {
  await withWebhooks(
    async (test) => {
      const receiver = await test.receiver();
      const fail = () => (receiver.behave = (_request, res) => void res.writeHead(503).end());
      fail();
      const webhook = await test.create(receiver.url);
      await test.publish('s1', 1);
      await advanceUntil(test, 5 * 60_000, () => test.drain(webhook));
      expect(await test.read(webhook)).toMatchObject({
        status: 'active',
        failingSinceMs: expect.any(Number),
      });
      receiver.behave = (_request, res) => void res.writeHead(204).end();
      await test.publish('s2', 1);
      await test.drain(webhook);
      expect((await test.read(webhook)).failingSinceMs).toBeUndefined();

      fail();
      await advanceUntil(test, 3 * 3600_000, () => test.drain(webhook));
      const paused = await test.read(webhook);
      expect(paused).toMatchObject({ status: 'paused', pending: 0 });
      expect(paused.why).toMatch(/^every delivery has failed since 2026-05-04T/);
      const events = await readEvents(test.store, COLLECTION, '0-0', 100);
      expect(events.filter(({ type }) => type === 'webhook.paused')).toMatchObject([
        { data: { reason: 'failing' } },
      ]);
    },
    { pauseAfterMs: 3600_000 },
  );
});

/** Moves the clock from one due time to the next for about this long. */
async function advanceUntil(
  test: TestWebhooks,
  ms: number,
  drain: () => ReturnType<TestWebhooks['drain']>,
): Promise<void> {
  const end = test.now + ms;
  for (let next = await drain(); next.kind === 'later' && next.dueAtMs <= end; next = await drain()) {
    test.now = next.dueAtMs;
  }
}
