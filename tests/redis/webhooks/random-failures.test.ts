import { seededRandom } from '../../../src/cli/seeded-random';
import { claimDeliveries } from '../../../src/store/webhook-lanes';
import { withWebhooks } from './harness';

test.each([1, 2, 3])(
  'under random failures (seed %i) every event arrives, and each story in order',
  async (seed) => {
    await withWebhooks(async (test) => {
      const random = seededRandom(seed);
      const receiver = await test.receiver();
      const taken: { id: string; story: string }[] = [];
      receiver.behave = ({ body }, res, socket) => {
        const { id, data } = JSON.parse(body);
        const luck = random();
        // Taken although the sender does not hear of it: it must come again and be known by its id.
        if (luck < 0.88) taken.push({ id, story: data.story.id });
        if (luck < 0.8) res.writeHead(200).end();
        else if (luck < 0.92) socket.destroy();
        else res.writeHead(luck < 0.96 ? 503 : 302, { location: '/' }).end();
      };
      const webhook = await test.create(receiver.url);
      const published = new Map<string, string[]>();
      for (let round = 0; round < 12; round++) {
        for (let more = Math.floor(random() * 8); more > 0; more--) {
          const story = `s${Math.floor(random() * 5)}`;
          const id = await test.publish(story, round);
          published.set(story, [...(published.get(story) ?? []), id]);
        }
        // A worker that dies with claims in its hands.
        if (random() < 0.3) await claimDeliveries(test.store, webhook, 2, 30_000);
        await test.drain(webhook);
        test.now += Math.floor(random() * 10_000);
      }
      for (let next = await test.drain(webhook); next.kind === 'later'; next = await test.drain(webhook))
        test.now = next.dueAtMs;

      for (const [story, ids] of published) {
        const firsts = [...new Set(taken.filter((entry) => entry.story === story).map(({ id }) => id))];
        expect(firsts).toEqual(ids);
      }
      expect(await test.read(webhook)).toMatchObject({ pending: 0, failed: 0 });
    });
  },
);
