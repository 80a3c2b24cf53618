import { createSocket, type Socket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { createDnsLookUp, type LookUp } from '../../../src/webhooks/resolve-host';

/** Addresses a test server gives for names; a name without an entry is never answered. */
type Zone = Readonly<Record<string, readonly LookupAddress[]>>;

/** A DNS server on loopback for one test. */
async function withDns(
  zone: Zone,
  use: (lookUp: LookUp, asked: () => number) => Promise<void>,
): Promise<void> {
  let asked = 0;
  const socket: Socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    asked++;
    const answer = answerTo(query, zone);
    if (answer) socket.send(answer, port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  try {
    await use(createDnsLookUp([`127.0.0.1:${socket.address().port}`]), () => asked);
  } finally {
    await new Promise<void>((resolve) => socket.close(() => resolve()));
  }
}

/** The answer of RFC 1035 to a query with one question; undefined for names that are not in the zone. */
function answerTo(query: Buffer, zone: Zone): Buffer | undefined {
  const labels: string[] = [];
  let at = 12;
  for (; query[at] !== 0; at += query[at] + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
  const entries = zone[labels.join('.').toLowerCase()];
  if (!entries) return undefined;
  const isSix = query.readUInt16BE(at + 1) === 28;
  const records = entries
    .filter(({ family }) => family === (isSix ? 6 : 4))
    .map(({ address }) => toRecord(address, isSix));
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, query.subarray(12, at + 5), ...records]);
}

function toRecord(address: string, isSix: boolean): Buffer {
  const bytes = isSix
    ? Buffer.from(
        address
          .split(':')
          .flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]),
      )
    : Buffer.from(address.split('.').map(Number));
  const head = Buffer.from([0xc0, 12, 0, isSix ? 28 : 1, 0, 1, 0, 0, 0, 9, 0, bytes.length]);
  return Buffer.concat([head, bytes]);
}

const addressesOf = (lookUp: LookUp, host: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) =>
    lookUp(host, { all: true }, (error, found) =>
      error ? reject(error) : resolve(found.map(({ address }) => address)),
    ),
  );

const ZONE: Zone = {
  'both.example': [
    { address: '192.0.2.7', family: 4 },
    { address: '2001:db8:0:0:0:0:0:7', family: 6 },
  ],
  'six.example': [{ address: '2001:db8:0:0:0:0:0:8', family: 6 }],
  'none.example': [],
};

test('gives the addresses of both families', async () => {
  await withDns(ZONE, async (lookUp) => {
    expect(await addressesOf(lookUp, 'both.example')).toEqual(['192.0.2.7', '2001:db8::7']);
    expect(await addressesOf(lookUp, 'six.example')).toEqual(['2001:db8::8']);
    await expect(addressesOf(lookUp, 'none.example')).rejects.toThrow('ENODATA');
  });
});

test('names whose servers never answer keep nobody else from theirs', async () => {
  await withDns(ZONE, async (lookUp, asked) => {
    const hanging = Array.from({ length: 50 }, (_, at) => addressesOf(lookUp, `hangs-${at}.example`));
    let ended = 0;
    const outcomes = Promise.allSettled(hanging.map((one) => one.finally(() => ended++)));
    expect(await addressesOf(lookUp, 'both.example')).toHaveLength(2);
    expect(ended).toBe(0);
    expect(asked()).toBeGreaterThanOrEqual(50);
    expect((await outcomes).every(({ status }) => status === 'rejected')).toBe(true);
  });
}, 30_000);
