import { Webhook as Verifier } from 'standardwebhooks';
import { withWebhooks } from './harness';

test('an event is delivered once, signed, in its envelope', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    test.now = Date.now();
    const webhook = await test.create(receiver.url);
    const id = await test.publish('s1', 1, { type: 'story.created' });
    expect(await test.drain(webhook)).toEqual({ kind: 'idle' });
    expect(await test.drain(webhook)).toEqual({ kind: 'idle' });

    expect(receiver.requests).toHaveLength(1);
    const { headers, body } = receiver.requests[0];
    expect(headers['webhook-id']).toBe(`msg_default_${id}`);
    const verified = new Verifier(webhook.secrets[0].secret).verify(body, headers);
    expect(verified).toMatchObject({
      id,
      type: 'story.created',
      collection: 'default',
      data: { story: { id: 's1' } },
    });
    expect(await test.read(webhook)).toMatchObject({ position: id, pending: 0, delivered: 1, failed: 0 });
    expect(await test.store.redis.keys('*:whm:*')).toEqual([]);
  });
});
