import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { type Pace, readChunks } from '../../../src/api/body';
import { until } from '../../support/until';

const QUICK: Pace = { graceMs: 30, bytesPerMs: 1 };

/** A request whose body is what the test writes. */
function openRequest(): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers: {}, complete: false }) as unknown as PassThrough &
    IncomingMessage;
}

async function read(req: IncomingMessage, pace: Pace): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of readChunks(req, 1_000_000, pace)) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

describe('the pace of a body', () => {
  test('a body that stops coming is given up, and what comes later is thrown away', async () => {
    const req = openRequest();
    req.write('{"title":');
    await expect(read(req, QUICK)).rejects.toMatchObject({ problem: 'body-too-slow', status: 408 });
    req.end('"late"}');
    await new Promise((resolve) => req.once('end', resolve));
    expect(req.readableLength).toBe(0);
  });

  test('a body that drips in is given up although it never pauses for long', async () => {
    const req = openRequest();
    const drip = setInterval(() => req.write('.'), 5);
    try {
      await expect(read(req, QUICK)).rejects.toMatchObject({ problem: 'body-too-slow' });
    } finally {
      clearInterval(drip);
    }
  });

  test('the time that the reader takes does not count', async () => {
    const req = openRequest();
    for (let part = 0; part < 5; part++) req.write('x'.repeat(10));
    req.end();
    let seen = 0;
    for await (const chunk of readChunks(req, 1_000, QUICK)) {
      seen += chunk.length;
      const sinceMs = performance.now();
      await until(() => performance.now() - sinceMs > QUICK.graceMs, { everyMs: 1 });
    }
    expect(seen).toBe(50);
  });
});
