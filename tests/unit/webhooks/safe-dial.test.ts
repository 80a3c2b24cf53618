import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Agent, request } from 'undici';
import { isForbiddenAddress } from '../../../src/webhooks/forbidden-address';
import type { LookUp } from '../../../src/webhooks/resolve-host';
import { createSafeAgent, hasForbiddenHost } from '../../../src/webhooks/safe-dial';

test.each([
  ['this network', ['0.0.0.0', '0.1.2.3']],
  [
    'private',
    ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
  ],
  ['carrier-grade NAT', ['100.64.0.1', '100.127.255.255', '100.100.100.200']],
  ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
  [
    'link-local and metadata',
    ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fd00:ec2::254'],
  ],
  ['other metadata', ['168.63.129.16', '192.0.0.192']],
  ['protocol assignments and benchmarks', ['192.0.0.1', '198.18.0.1', '198.19.255.255', '192.88.99.1']],
  ['documentation', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1', '3fff::1']],
  ['multicast', ['224.0.0.1', '239.255.255.255', 'ff02::1']],
  ['reserved and broadcast', ['240.0.0.1', '255.255.255.255', '::', '4000::1', '5f00::1', '100::1']],
  ['unique and site local', ['fc00::1', 'fdff::1', 'fec0::1']],
  [
    'IPv4-mapped',
    ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '0:0:0:0:0:ffff:a00:1'],
  ],
  ['IPv4-compatible and translated', ['::127.0.0.1', '::ffff:0:7f00:1']],
  ['NAT64', ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1']],
  ['6to4 and Teredo', ['2002:7f00:1::', '2002:a00:1::1', '2001::1', '2001:0:7f00:1::']],
  [
    'no address',
    ['', 'localhost', '1.2.3', '127.1', '0x7f.0.0.1', '2130706433', '[::1]', '1.2.3.4.5', 'fe80::z'],
  ],
])('forbidden: %s', (_class, addresses) => {
  expect(addresses.filter((address) => !isForbiddenAddress(address))).toEqual([]);
});

test('public addresses are not forbidden, next to every range', () => {
  const open = [
    ...[
      '1.1.1.1',
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
    ],
    ...[
      '128.0.0.0',
      '169.253.255.255',
      '169.255.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.0.1.0',
      '192.0.3.0',
    ],
    ...[
      '192.167.255.255',
      '192.169.0.0',
      '198.17.255.255',
      '198.20.0.0',
      '198.51.101.0',
      '203.0.114.0',
      '223.255.255.255',
    ],
    ...['2606:4700::1111', '2a00:1450:4001::8a', '2001:4860:4860::8888', '2003::1', '3ffe::1'],
  ];
  expect(open.filter(isForbiddenAddress)).toEqual([]);
});

const LOOPBACK_SPELLINGS = [
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f000001',
  'http://0x7f.1',
  'http://0177.0.0.1',
  'http://127.000.000.001',
  'http://１２７.0.0.1',
  'http://127。0。0。1',
  'http://[::1]',
  'http://[0:0:0:0:0:0:0:1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[64:ff9b::7f00:1]',
  'http://[2002:7f00:1::]',
  'http://[::127.0.0.1]',
  'http://0',
  'http://0.0.0.0',
  'http://[::]',
];

/** A server that counts connections; nothing may ever reach it. */
async function withTarget(use: (port: number, connections: () => number) => Promise<void>): Promise<void> {
  let count = 0;
  const server = createServer((_req, res) => void res.end('in'));
  server.on('connection', () => count++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use((server.address() as AddressInfo).port, () => count);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function withAgent(
  options: { allowHosts?: readonly string[]; lookUp?: LookUp },
  use: (agent: Agent) => Promise<void>,
): Promise<void> {
  const agent = createSafeAgent({ allowHosts: [], connectTimeoutMs: 1_000, ...options });
  try {
    await use(agent);
  } finally {
    await agent.destroy();
  }
}

const answer =
  (...addresses: string[]): LookUp =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

test.each(LOOPBACK_SPELLINGS)('%s reaches nothing', async (origin) => {
  expect(hasForbiddenHost(new URL(origin), [])).toBe(true);
  await withTarget((port, connections) =>
    withAgent({}, async (agent) => {
      const url = `${origin}:${port}/`;
      await expect(request(url, { dispatcher: agent })).rejects.toThrow('not a public address');
      expect(connections()).toBe(0);
    }),
  );
});

test.each([
  ['one forbidden address', ['127.0.0.1']],
  ['a forbidden one among good ones', ['1.1.1.1', '127.0.0.1']],
  ['a mapped one', ['::ffff:127.0.0.1']],
  ['something that is no address', ['localhost']],
])('a name that resolves to %s is refused', async (_what, addresses) => {
  await withAgent({ lookUp: answer(...addresses) }, async (agent) => {
    const sent = request('http://rebound.example/', { dispatcher: agent });
    await expect(sent).rejects.toThrow('rebound.example is at');
  });
});

test('a name is asked for once, and the address that was checked is the one dialled', async () => {
  await withTarget(async (port, connections) => {
    let asked = 0;
    // The second answer would reach the server.
    const rebinding: LookUp = (host, options, done) =>
      answer(asked++ === 0 ? '192.0.2.1' : '127.0.0.1')(host, options, done);
    await withAgent({ lookUp: rebinding, allowHosts: [] }, async (agent) => {
      await expect(request(`http://rebound.example:${port}/`, { dispatcher: agent })).rejects.toThrow(
        '192.0.2.1',
      );
    });
    expect([asked, connections()]).toEqual([1, 0]);
  });
});

test('every request asks again: no connection outlives its check', async () => {
  await withTarget(async (port, connections) => {
    const asked: string[] = [];
    const lookUp: LookUp = (host, options, done) => {
      asked.push(host);
      answer('127.0.0.1')(host, options, done);
    };
    await withAgent({ lookUp, allowHosts: ['inside.example'] }, async (agent) => {
      for (let times = 0; times < 2; times++) {
        const { body } = await request(`http://inside.example:${port}/`, { dispatcher: agent });
        expect(await body.text()).toBe('in');
      }
    });
    expect(asked).toEqual(['inside.example', 'inside.example']);
    expect(connections()).toBe(2);
  });
});

test.each([
  ['http://127.0.0.1:PORT/', '127.0.0.1'],
  ['http://LOCALHOST:PORT/', 'localhost'],
  ['http://2130706433:PORT/', '127.0.0.1'],
])('%s can be reached when %s is allowed', async (url, allowed) => {
  await withTarget((port) =>
    withAgent({ allowHosts: [allowed] }, async (agent) => {
      const { body } = await request(url.replace('PORT', String(port)), { dispatcher: agent });
      expect(await body.text()).toBe('in');
    }),
  );
});

test('an allowed name is allowed by itself only', () => {
  const allow = ['hooks.internal', '10.0.0.5', '[::1]'];
  const urls = ['http://10.0.0.6/', 'http://localhost/', 'http://x.localhost./', 'http://127.0.0.1/'];
  for (const url of urls) expect(hasForbiddenHost(new URL(url), allow)).toBe(true);
  for (const url of ['http://10.0.0.5/', 'http://[::1]/', 'https://receiver.example/']) {
    expect(hasForbiddenHost(new URL(url), allow)).toBe(false);
  }
});
