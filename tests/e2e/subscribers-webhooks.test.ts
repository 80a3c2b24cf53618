import { Redis } from 'ioredis';
import { Webhook as Verifier } from 'standardwebhooks';
import { shuffle } from '../../src/cli/cluster-order';
import { checkCollection } from '../support/check-collection';
import { openStoreAt } from '../support/pipeline';
import { postBatch } from '../support/post-reports';
import { type Behaviour, type Receiver, startReceiver } from '../support/receiver';
import { readAllEvents } from '../support/replay-events';
import { REPORTS } from '../support/reports';
import { type Service, withService } from '../support/service';
import { until } from '../support/until';
import { WIRE_DAY } from '../support/wire-day';

jest.setTimeout(480_000);

const ENV = {
  ...{ WEBHOOK_ALLOW_HOSTS: '127.0.0.1', LOG_LEVEL: 'error', PUBLISH_DEBOUNCE: '0ms', RATE_LIMIT: '0' },
  // A receiver that hangs is given up within the test; lost work is looked for at once.
  ...{ WEBHOOK_TIMEOUT: '2s', SWEEP_INTERVAL: '1s' },
} as const;

interface Created {
  readonly id: string;
  readonly secret: string;
}

async function createWebhook(
  service: Service,
  url: string,
  more: Record<string, unknown> = {},
): Promise<Created> {
  const answer = await service.request('/v1/webhooks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, ...more }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Created;
}

const readWebhook = async (service: Service, id: string): Promise<Record<string, unknown>> =>
  (await (await service.request(`/v1/webhooks/${id}`)).json()) as Record<string, unknown>;

/** Events as a receiver got them: each id once, in the order of its first arrival. */
const idsOf = ({ requests }: Receiver): string[] => [
  ...new Set(requests.map(({ body }) => JSON.parse(body).id as string)),
];

/** Versions by story, in the order of first arrival. */
function versionsOf({ requests }: Receiver): Map<string, string[]> {
  const stories = new Map<string, string[]>();
  for (const { body } of requests) {
    const { id, data } = JSON.parse(body) as { id: string; data: { story: { id: string } } };
    const ids = stories.get(data.story.id) ?? [];
    if (!ids.includes(id)) stories.set(data.story.id, [...ids, id]);
  }
  return stories;
}

/** Waits until all posted articles have events and answers these. */
async function eventsOf(service: Service, articles: readonly { id?: string }[]) {
  return until(
    async () => {
      const events = await readAllEvents(service);
      const told = new Set(events.flatMap(({ data }) => data.story.articles.map(({ id }) => id)));
      const waits =
        /storyfold_queue_jobs\{queue="(?:articles|stories)",state="(?:waiting|active|delayed)"\} [1-9]/;
      const isIdle = !waits.test(await (await service.request('/metrics')).text());
      return isIdle && articles.every(({ id }) => told.has(id ?? '')) && events;
    },
    { timeoutMs: 60_000, everyMs: 100, what: 'every article in an event' },
  );
}

function expectOrdered(receiver: Receiver): void {
  for (const ids of versionsOf(receiver).values()) {
    const byTime = ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(ids).toEqual(byTime);
  }
}

test('receivers that fail, hang, answer garbage or redirect delay neither the others nor the stories', async () => {
  const bad: readonly Behaviour[] = [
    () => undefined,
    (_request, res) => void res.writeHead(500).end(),
    (_request, _res, socket) => void socket.end('garbage\r\n\r\n'),
    (_request, res) => void res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    (_request, res) => void res.writeHead(429, { 'retry-after': '3600' }).end(),
  ];
  const badReceivers = await Promise.all(bad.map((behave) => startReceiver(behave)));
  const good = await startReceiver();
  try {
    await withService({ env: ENV }, async (service) => {
      const badHooks = await Promise.all(badReceivers.map(({ url }) => createWebhook(service, url)));
      const { id, secret } = await createWebhook(service, good.url);
      for (const article of [...REPORTS, ...shuffle(WIRE_DAY, 5)])
        await postBatch(service, 'default', [article]);
      const events = await eventsOf(service, [...REPORTS, ...WIRE_DAY]);
      await until(() => idsOf(good).length === events.length, {
        timeoutMs: 20_000,
        what: 'the good receiver',
      });
      expect(idsOf(good).toSorted()).toEqual(events.map((event) => event.id).toSorted());
      // A worker that is slow to note a delivery delivers it once more, with the same id.
      expect(good.requests.length).toBeLessThan(events.length + 5);
      expectOrdered(good);
      for (const { body, headers } of good.requests) new Verifier(secret).verify(body, headers);
      await until(async () => (await readWebhook(service, id))['pending'] === 0);

      // The others have had only the heads of their stories, over and over, and keep the rest.
      for (const [at, hook] of badHooks.entries()) {
        const webhook = await until(
          async () => {
            const now = await readWebhook(service, hook.id);
            return now['pending'] === events.length && 'failingSince' in now && now;
          },
          { timeoutMs: 20_000, what: `bad receiver ${at} to have failed` },
        );
        expect(webhook).toMatchObject({ status: 'active', delivered: 0 });
      }
      const redis = new Redis({ path: service.redis.socket });
      try {
        await checkCollection(openStoreAt(redis), 'default');
      } finally {
        redis.disconnect();
      }
    });
  } finally {
    await Promise.all([good, ...badReceivers].map((receiver) => receiver.close()));
  }
});

test('workers and the API killed while delivering lose nothing and keep the order', async () => {
  // Slow enough that deliveries are under way when the worker dies.
  const waiting = new Set<NodeJS.Timeout>();
  const receiver = await startReceiver((_request, res) => {
    waiting.add(setTimeout(() => res.writeHead(204).end(), 100));
  });
  try {
    await withService({ workers: 2, env: ENV }, async (service) => {
      await createWebhook(service, receiver.url);
      await postBatch(service, 'default', REPORTS);
      await until(() => receiver.requests.length > 0, { timeoutMs: 20_000 });
      await service.workers[0].kill();
      await service.startWorker();
      for (const article of WIRE_DAY) await postBatch(service, 'default', [article]);
      await until(() => receiver.requests.length > 10, { timeoutMs: 60_000 });
      await service.workers[1].kill();
      await service.api.kill();
      await service.restartApi();
      await service.startWorker();
      const events = await eventsOf(service, [...REPORTS, ...WIRE_DAY]);
      const wanted = events.map(({ id }) => id).toSorted();
      await until(() => idsOf(receiver).length === wanted.length, { timeoutMs: 90_000, what: 'every event' });
      expect(idsOf(receiver).toSorted()).toEqual(wanted);
      expectOrdered(receiver);
    });
  } finally {
    for (const timer of waiting) clearTimeout(timer);
    await receiver.close();
  }
});

test('jobs that are lost lose nothing: what is due is found again', async () => {
  const receiver = await startReceiver((_request, res) => void res.writeHead(500).end());
  try {
    await withService({ env: ENV }, async (service) => {
      const { id } = await createWebhook(service, receiver.url);
      await postBatch(service, 'default', REPORTS.slice(5));
      await until(async () => 'failingSince' in (await readWebhook(service, id)), { timeoutMs: 20_000 });
      const redis = new Redis({ path: service.redis.socket });
      try {
        // The alarm for the retry, and all that the queue knows.
        await until(async () => (await redis.zcard('{sf-queue}:webhooks:delayed')) === 1);
        const jobs = await redis.keys('{sf-queue}:webhooks:*');
        await redis.unlink(jobs.filter((key) => !key.endsWith(':meta')));
      } finally {
        redis.disconnect();
      }
      receiver.behave = (_request, res) => void res.writeHead(204).end();
      await until(async () => (await readWebhook(service, id))['delivered'] === 1, {
        timeoutMs: 30_000,
        what: 'the retry',
      });
      expect(receiver.requests).toHaveLength(2);
    });
  } finally {
    await receiver.close();
  }
});
