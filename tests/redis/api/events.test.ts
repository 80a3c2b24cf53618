import { connect } from 'node:net';
import { findStart } from '../../../src/api/event-replay';
import { createApiKey, revokeApiKey } from '../../../src/store/api-keys';
import { encodeJson } from '../../../src/store/document-codec';
import { ledgerKeys } from '../../../src/store/keys';
import { until } from '../../support/until';
import { ADMIN_KEY, type TestApi, withApi } from './harness';

// A thousand clients in one process take seconds on a machine that does other things too.
jest.setTimeout(120_000);

interface Frame {
  readonly id?: string;
  readonly event?: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asserts
  readonly data: any;
}

interface Subscriber {
  readonly frames: Frame[];
  readonly comments: string[];
  readonly status: number;
  /** Resolves when the service ends the stream. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** A client of the event stream that keeps what it gets. */
async function subscribe(
  { url }: TestApi,
  query = '',
  headers: Record<string, string> = {},
): Promise<Subscriber> {
  const controller = new AbortController();
  const response = await fetch(`${url}/v1/events${query}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${ADMIN_KEY}`, ...headers },
    signal: controller.signal,
  });
  const frames: Frame[] = [];
  const comments: string[] = [];
  const ended = readFrames(response, frames, comments).catch(() => undefined);
  return {
    frames,
    comments,
    status: response.status,
    ended,
    close: async () => {
      controller.abort();
      await ended;
    },
  };
}

async function readFrames(response: Response, frames: Frame[], comments: string[]): Promise<void> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) =>
        block.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      if (block[0].startsWith(':')) comments.push(block[0]);
      else if (field('data'))
        frames.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data')!) });
    }
  }
}

/** Appends an event as the publishing script does. */
async function append(
  { store }: TestApi,
  number: number,
  more: { type?: string; collection?: string; sources?: number } = {},
): Promise<string> {
  const { type = 'story.updated', collection = 'default', sources = 1 } = more;
  const story = {
    id: `st_${number}`,
    title: { text: number % 2 === 0 ? 'Ferry aground' : 'Brewer fined' },
    articles: [{ source: { name: number % 2 === 0 ? 'Coast Courier' : 'Bergheim Bote' } }],
    counts: { sources },
  };
  const data = encodeJson({ timestamp: '2024-03-05T06:00:00.000Z', story, change: { number } });
  return (await store.redis.xadd(ledgerKeys(collection).events, '*', 't', type, 's', story.id, 'd', data))!;
}

const numbers = (frames: readonly Frame[]): number[] =>
  frames.map(({ data }) => data.data.change.number as number);

describe('GET /v1/events as a stream', () => {
  test('sends what comes after the connection, in order', async () => {
    await withApi({}, async (api) => {
      await append(api, 0);
      const client = await subscribe(api);
      const ids = [await append(api, 1), await append(api, 2, { type: 'story.merged' })];
      await until(() => client.frames.length === 2);
      expect(client.frames).toMatchObject([
        {
          id: ids[0],
          event: 'story.updated',
          data: { id: ids[0], type: 'story.updated', collection: 'default' },
        },
        { id: ids[1], event: 'story.merged' },
      ]);
      await client.close();
    });
  });

  test('a subscriber that is cut off again and again sees every event once and in order', async () => {
    await withApi({}, async (api) => {
      const seen: number[] = [];
      let lastId = '0';
      let appended = 0;
      const writing = (async () => {
        for (; appended < 600; appended++) await append(api, appended);
      })();
      for (let cuts = 0; seen.length < 600; cuts++) {
        const client = await subscribe(api, '', { 'last-event-id': lastId });
        const wanted = Math.min(1 + ((cuts * 7) % 23), 600 - seen.length);
        await until(() => client.frames.length >= wanted);
        await client.close();
        // What a client does not read before the cut is sent again, and what it reads it has.
        const got = client.frames;
        seen.push(...numbers(got));
        lastId = got.at(-1)!.id!;
        expect(cuts).toBeLessThan(600);
      }
      await writing;
      expect(seen).toEqual(Array.from({ length: 600 }, (_, number) => number));
    });
  });

  test('says when the position is no longer kept, and goes on with all that is', async () => {
    await withApi({}, async (api) => {
      const first = await append(api, 0);
      for (let number = 1; number < 10; number++) await append(api, number);
      await api.store.redis.xtrim(ledgerKeys('default').events, 'MAXLEN', 4);
      const client = await subscribe(api, `?after=${first}`);
      await until(() => client.frames.length === 5);
      expect(client.frames[0]).toMatchObject({ event: 'stream.reset', data: { requested: first } });
      expect(client.frames[0].id).toBeUndefined();
      expect(numbers(client.frames.slice(1))).toEqual([6, 7, 8, 9]);
      const page = await api.request('GET', `/v1/events?after=${first}`);
      expect(page.body).toMatchObject({ reset: { requested: first, oldest: client.frames[1].id } });
      const future = await subscribe(api, '?after=99999999999999-0');
      await until(() => future.frames.length === 5);
      expect(future.frames[0].event).toBe('stream.reset');
      await Promise.all([client.close(), future.close()]);
    });
  });

  test('a position that this process has not read up to itself is no lost one', async () => {
    await withApi({}, async (api) => {
      const [behind, , newest] = [await append(api, 0), await append(api, 1), await append(api, 2)];
      const tail = { position: () => behind, listen: () => () => undefined, close: () => undefined };
      expect(await findStart(api.store, 'default', tail, newest)).toEqual({ after: newest });
      expect(await findStart(api.store, 'default', tail, '99999999999999-0')).toMatchObject({
        reset: { requested: '99999999999999-0', oldest: behind },
      });
    });
  });

  test('filters by type, source, number of sources, words and collection', async () => {
    await withApi({}, async (api) => {
      const queries = [
        '?types=story.merged',
        '?source=coast%20courier',
        '?minSources=3',
        '?q=ferry%20AGR',
        '?collection=sport',
        '?types=story.created,story.merged&q=brewer',
      ];
      const clients = await Promise.all(queries.map((query) => subscribe(api, `${query}&after=0`)));
      await append(api, 1, { type: 'story.merged' });
      await append(api, 2, { sources: 5 });
      await append(api, 3, { type: 'story.created' });
      await append(api, 4, { collection: 'sport' });
      const expected = [[1], [2], [2], [2], [4], [1, 3]];
      await until(() => clients.every(({ frames }, index) => frames.length === expected[index].length));
      expect(clients.map(({ frames }) => numbers(frames))).toEqual(expected);
      await Promise.all(clients.map((client) => client.close()));
      expect((await api.request('GET', '/v1/events?types=story.eaten')).status).toBe(400);
    });
  });

  test('writes CloudEvents where they are asked for', async () => {
    await withApi({}, async (api) => {
      const id = await append(api, 2);
      const client = await subscribe(api, '?after=0', {
        accept: 'text/event-stream, application/cloudevents+json',
      });
      await until(() => client.frames.length === 1);
      expect(client.frames[0].data).toMatchObject({
        specversion: '1.0',
        id,
        type: 'story.updated',
        source: '/v1/events?collection=default',
        subject: 'st_2',
        time: '2024-03-05T06:00:00.000Z',
      });
      await client.close();
      const page = await api.request('GET', '/v1/events', {
        headers: { accept: 'application/cloudevents-batch+json' },
      });
      expect(page.headers.get('content-type')).toContain('application/cloudevents-batch+json');
      expect(page.body).toMatchObject([{ specversion: '1.0', id }]);
      expect(page.headers.get('link')).toContain(`after=${id}`);
    });
  });

  test('sends heartbeats, and ends when the key is revoked', async () => {
    await withApi({ heartbeatMs: 100 }, async (api) => {
      const { key, token } = await createApiKey(
        api.store.redis,
        { name: 'tv', scopes: ['read'] },
        Date.now(),
      );
      const client = await subscribe(api, '', { authorization: `Bearer ${token}` });
      await until(() => client.comments.length > 1);
      await revokeApiKey(api.store.redis, key.id, Date.now());
      await client.ended;
      expect(client.status).toBe(200);
    });
  });

  test('drops a client that does not read, without holding up the others', async () => {
    await withApi({}, async (api) => {
      const slow = connect(Number(new URL(api.url).port), '127.0.0.1');
      slow.on('error', () => undefined).pause();
      slow.write(
        `GET /v1/events HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n\r\n`,
      );
      const quick = await subscribe(api);
      await until(() => api.deps.streams.size === 2);
      const big = encodeJson({
        timestamp: '2024-03-05T06:00:00.000Z',
        story: { id: 'st_big' },
        change: { number: 1, filler: 'x'.repeat(400_000) },
      });
      const send = () =>
        api.store.redis.xadd(
          ledgerKeys('default').events,
          '*',
          't',
          'story.updated',
          's',
          'st_big',
          'd',
          big,
        );
      let sent = 0;
      await until(
        async () => {
          await send();
          sent++;
          return api.deps.streams.size === 1;
        },
        { timeoutMs: 30_000, everyMs: 1 },
      );
      await until(() => quick.frames.length === sent);
      expect(
        await api.metrics.registry.getSingleMetricAsString('storyfold_stream_clients_dropped_total'),
      ).toContain('_total 1');
      await quick.close();
      slow.destroy();
    });
  });

  test('serves 1,000 subscribers over one blocking connection', async () => {
    await withApi({}, async (api) => {
      const clients = await Promise.all(Array.from({ length: 1_000 }, () => subscribe(api)));
      for (let number = 0; number < 3; number++) await append(api, number);
      await until(() => clients.every(({ frames }) => frames.length === 3), { timeoutMs: 20_000 });
      expect(clients.every(({ frames }) => numbers(frames).join() === '0,1,2')).toBe(true);
      const list = String(await api.store.redis.client('LIST'));
      expect(list.split('\n').filter((line) => line.includes('cmd=xread')).length).toBe(1);
      await Promise.all(clients.map((client) => client.close()));
      await until(() => api.deps.streams.size === 0);
    });
  });
});

describe('GET /v1/events as pages', () => {
  test('pages through what is kept and says where to go on', async () => {
    await withApi({}, async (api) => {
      for (let number = 0; number < 450; number++) await append(api, number);
      const seen: number[] = [];
      let after = '0';
      for (let pages = 0; pages < 10; pages++) {
        const { body } = await api.request('GET', `/v1/events?after=${after}&limit=100`);
        seen.push(
          ...body.items.map((item: { data: { change: { number: number } } }) => item.data.change.number),
        );
        after = body.nextCursor;
        if (body.items.length === 0) break;
      }
      expect(seen).toEqual(Array.from({ length: 450 }, (_, number) => number));
      const some = await api.request('GET', '/v1/events?source=Coast%20Courier&limit=3');
      expect(some.body.items).toHaveLength(3);
      const more = await api.request(
        'GET',
        `/v1/events?source=Coast%20Courier&limit=3&cursor=${some.body.nextCursor}`,
      );
      expect(more.body.items[0].data.change.number).toBe(6);
    });
  });

  test('waits for an event that passes the filter, and no longer than asked', async () => {
    await withApi({}, async (api) => {
      await append(api, 0);
      const { body } = await api.request('GET', '/v1/events');
      const waiting = api.request('GET', `/v1/events?after=${body.nextCursor}&wait=30&types=story.merged`);
      await until(() => api.deps.streams.size === 1);
      await append(api, 1);
      await append(api, 2, { type: 'story.merged' });
      expect((await waiting).body.items).toMatchObject([{ data: { change: { number: 2 } } }]);
      const empty = await api.request('GET', '/v1/events?after=latest&wait=1');
      expect(empty.body.items).toEqual([]);
      expect(empty.body.nextCursor).toBe((await waiting).body.nextCursor);
    });
  });
});
