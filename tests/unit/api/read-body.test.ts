import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { readBody } from '../../../src/api/body';

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the parser has told of the end of the message. */
  readonly complete?: boolean;
}

/** A request of which this has come so far. */
function requestWith(bytes: Buffer | string, { headers = {}, complete = true }: Sent = {}) {
  const req = Object.assign(new PassThrough(), { headers, complete });
  req.write(bytes);
  return req as unknown as PassThrough & IncomingMessage;
}

const read = async (req: IncomingMessage, maxBytes = 10): Promise<string> =>
  (await readBody(req, maxBytes)).toString();

describe('readBody', () => {
  it('takes what has come whole, whether it says how long it is or not', async () => {
    expect(await read(requestWith('0123456789'))).toBe('0123456789');
    const headers = { 'content-length': '4' };
    expect(await read(requestWith('text', { headers, complete: false }))).toBe('text');
  });

  it('waits for the rest of what has not', async () => {
    const req = requestWith('half', { headers: { 'content-length': '8' }, complete: false });
    const body = read(req);
    req.end('next');
    expect(await body).toBe('halfnext');
  });

  it('inflates what has come whole', async () => {
    const req = requestWith(gzipSync('text'), { headers: { 'content-encoding': 'gzip' } });
    req.end();
    expect(await read(req)).toBe('text');
  });

  it.each([
    ['that says so', { 'content-length': '11' }],
    ['that does not', {}],
  ])('refuses a body that is too large and %s', async (_, headers) => {
    const body = read(requestWith('0123456789a', { headers }));
    await expect(body).rejects.toMatchObject({ problem: 'body-too-large' });
  });

  it('has nothing of a request without a body', async () => {
    const req = Object.assign(new PassThrough(), { headers: {}, complete: true });
    expect(await read(req as unknown as IncomingMessage)).toBe('');
  });
});
