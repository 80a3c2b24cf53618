import { connect } from 'node:net';
import { readDelivery } from '../../../src/store/webhook-deliveries';
import type { Behaviour } from '../../support/receiver';
import { withWebhooks } from './harness';

const timers = new Set<NodeJS.Timeout>();
afterEach(() => {
  for (const timer of timers) clearInterval(timer);
  timers.clear();
});

/** Receivers that misbehave, and what the log then says of the attempt. */
const BAD: readonly (readonly [name: string, behave: Behaviour, said: RegExp])[] = [
  ['never answers', () => undefined, /^no answer within 2\.5 s$/],
  [
    'closes the connection',
    (_request, _res, socket) => void socket.destroy(),
    /other side closed|ECONNRESET/,
  ],
  [
    'answers garbage',
    (_request, _res, socket) => void socket.end('\u0000\u0001 what?\r\n\r\n'),
    /Parse|HPE_|Expected/,
  ],
  [
    'drips its headers',
    (_request, _res, socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      timers.add(setInterval(() => socket.destroyed || socket.write('x-drip: 1\r\n'), 20));
    },
    /^no answer within|overflow|HPE_/i,
  ],
  [
    'sends endless headers',
    (_request, _res, socket) => void socket.write(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(100_000)}\r\n`),
    /overflow|HPE_/i,
  ],
  ['fails', (_request, res) => void res.writeHead(500).end('broken'), /^answered 500$/],
  [
    'redirects',
    (_request, res) => void res.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
    /^answered 307; redirects are not followed$/,
  ],
];

test.each(BAD)('a receiver that %s fails by itself and delays no other', async (_name, behave, said) => {
  await withWebhooks(
    async (test) => {
      const [bad, good] = [await test.receiver(), await test.receiver()];
      bad.behave = behave;
      const [failing, working] = [await test.create(bad.url), await test.create(good.url)];
      const ids: string[] = [];
      for (let version = 1; version <= 10; version++)
        ids.push(await test.publish(`s${version % 3}`, version));
      const badDrain = test.drain(failing);
      await test.drain(working);
      expect(good.requests).toHaveLength(10);
      expect(await badDrain).toMatchObject({ kind: 'later' });
      expect(await test.read(failing)).toMatchObject({ pending: 10, delivered: 0, status: 'active' });
      const record = await readDelivery(test.store, failing, ids[0]);
      expect(record?.attempts[0].error).toMatch(said);
    },
    // Long enough for the good receiver on a machine that is busy with other things.
    { timeoutMs: 2_500 },
  );
});

/** Odd answers that still are a success: the status says so. */
const ODD: readonly (readonly [name: string, behave: Behaviour])[] = [
  [
    'drips its body for ever',
    (_request, res) => {
      res.writeHead(200);
      timers.add(setInterval(() => res.destroyed || res.write('z'), 20));
    },
  ],
  [
    'lies about the length',
    (_request, _res, socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nshort'),
  ],
  [
    'sends an endless body',
    (_request, res) => {
      res.writeHead(200);
      const fill = (): void => {
        while (!res.destroyed && res.write(Buffer.alloc(64 * 1024, 'x')));
      };
      res.on('drain', fill).on('error', () => undefined);
      fill();
    },
  ],
  [
    'answers with binary',
    (_request, res) => void res.writeHead(200).end(Buffer.from([0, 255, 254, 0xe2, 0x80, 0xae, 27])),
  ],
];

test.each(ODD)(
  'a receiver that %s has the message; its answer is kept short and printable',
  async (_name, behave) => {
    await withWebhooks(async (test) => {
      const receiver = await test.receiver();
      receiver.behave = behave;
      const webhook = await test.create(receiver.url);
      const id = await test.publish('s1', 1);
      expect(await test.drain(webhook)).toEqual({ kind: 'idle' });
      const record = await readDelivery(test.store, webhook, id);
      expect(record).toMatchObject({ status: 'delivered', attempts: [{ status: 200 }] });
      expect(record?.attempts[0].response?.length).toBeLessThanOrEqual(600);
      expect(record?.attempts[0].response).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    });
  },
);

test('a receiver that is not there is tried again', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    await receiver.close();
    const webhook = await test.create(receiver.url);
    const id = await test.publish('s1', 1);
    expect(await test.drain(webhook)).toMatchObject({ kind: 'later' });
    const record = await readDelivery(test.store, webhook, id);
    expect(record?.attempts[0].error).toMatch(/ECONNREFUSED/);
    const probe = connect(Number(new URL(receiver.url).port), '127.0.0.1');
    await expect(new Promise((_resolve, reject) => probe.once('error', reject))).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});

test('a private address is refused at delivery, whatever name leads there', async () => {
  await withWebhooks(async (test) => {
    const receiver = await test.receiver();
    const webhook = await test.create(receiver.url.replace('127.0.0.1', 'localhost'));
    const id = await test.publish('s1', 1);
    await test.drain(webhook);
    expect(receiver.requests).toEqual([]);
    const record = await readDelivery(test.store, webhook, id);
    expect(record?.attempts[0].error).toMatch(/^localhost is not a public address/);
  });
});
