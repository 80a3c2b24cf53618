import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ProblemError } from './problems';

/** The media type of the request body, lower case and without parameters; '' when there is none. */
export function mediaType(req: IncomingMessage): string {
  return (req.headers['content-type'] ?? '').split(';', 1)[0].trim().toLowerCase();
}

/**
 * Refuses (415) a body that is not of one of the `accepted` media types or not in UTF-8.
 *
 * Returns the media type. A request without Content-Type counts as the first of `accepted`.
 */
export function requireMediaType(req: IncomingMessage, accepted: readonly string[]): string {
  const type = mediaType(req) || accepted[0];
  if (!accepted.includes(type)) {
    throw new ProblemError(
      'unsupported-media-type',
      `Content-Type "${type.slice(0, 100)}" is not taken here; send ${accepted.join(' or ')}.`,
    );
  }
  const charset = /;\s{0,9}charset\s{0,9}=\s{0,9}"?([^\s;"]{1,40})/i.exec(
    req.headers['content-type'] ?? '',
  )?.[1];
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset)) {
    throw new ProblemError('unsupported-media-type', `Character set "${charset}" is not taken; send UTF-8.`);
  }
  return type;
}

/**
 * The bytes of the body as they come, decompressed.
 *
 * Throws `body-too-large` as soon as more than `maxBytes` came out, whatever went in, so a compression bomb is cut off
 * after one chunk too many, and `body-too-slow` when it comes more slowly than `pace`. Never destroys the request: the
 * answer can still be sent.
 */
export async function* readChunks(
  req: IncomingMessage,
  maxBytes: number,
  pace: Pace = PACE,
): AsyncGenerator<Buffer> {
  const declared = Number(req.headers['content-length'] ?? 0);
  if (declared > maxBytes) {
    discardRest(req);
    throw tooLarge(maxBytes);
  }
  const inflater = openInflater(req.headers['content-encoding']);
  const source: Readable = inflater ? pipeInto(req, inflater) : req;
  let total = 0;
  try {
    for await (const chunk of inTime(source.iterator({ destroyOnReturn: false }), pace)) {
      total += chunk.length;
      if (total > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error)
      ? new ProblemError('invalid-encoding', 'The body is not compressed the way Content-Encoding says.')
      : error;
  } finally {
    if (inflater) {
      req.unpipe(inflater);
      inflater.destroy();
    }
    if (!req.readableEnded) discardRest(req);
  }
}

/** The whole body, decompressed, at most `maxBytes` long. */
export async function readBody(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (hasComeWhole(req)) return takeWhole(req, maxBytes);
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(req, maxBytes)) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/** A small body mostly comes with the headers: taking it as it lies there saves the 40 µs that waiting for chunks costs. */
function hasComeWhole({ complete, headers, readableLength }: IncomingMessage): boolean {
  if (headers['content-encoding'] !== undefined) return false;
  // The parser tells of the last byte before it tells of the end.
  return complete || readableLength === Number(headers['content-length']);
}

function takeWhole(req: IncomingMessage, maxBytes: number): Buffer {
  const bytes = (req.read() as Buffer | null) ?? Buffer.alloc(0);
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** How slowly a body may come. */
export interface Pace {
  /** What is waited in any case. */
  readonly graceMs: number;
  readonly bytesPerMs: number;
}

/** 1 kB a second: a body that drips in holds one of the few places for requests in hand for 15 s and not for minutes. */
const PACE: Pace = { graceMs: 15_000, bytesPerMs: 1 };

/** Passes chunks on. Only the time in which this side waits counts, not that in which it is busy with what came. */
async function* inTime(chunks: AsyncIterator<Buffer>, { graceMs, bytesPerMs }: Pace): AsyncGenerator<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  let allowedMs = graceMs;
  let waitingSinceMs: number | undefined = performance.now();
  const late = new Promise<never>((_, reject) => {
    const look = (): void => {
      const leftMs = allowedMs - (waitingSinceMs === undefined ? 0 : performance.now() - waitingSinceMs);
      if (leftMs <= 0) reject(tooSlow());
      else timer = setTimeout(look, Math.max(leftMs, 10));
    };
    timer = setTimeout(look, allowedMs);
  });
  late.catch(() => undefined);
  try {
    for (;;) {
      const startMs = performance.now();
      waitingSinceMs = startMs;
      const { done, value } = await Promise.race([chunks.next(), late]);
      waitingSinceMs = undefined;
      if (done) return;
      allowedMs += value.length / bytesPerMs - (performance.now() - startMs);
      yield value;
    }
  } finally {
    clearTimeout(timer);
    const ended = chunks.return?.();
    // After a chunk that never came the iterator ends only with the stream.
    if (waitingSinceMs === undefined) await ended;
  }
}

function tooSlow(): ProblemError {
  return new ProblemError('body-too-slow', 'The body comes too slowly; send it again in one go.', {
    headers: { Connection: 'close' },
  });
}

/** What is still read of a refused body, so that the client gets to the answer and can use the connection again. */
const MAX_DISCARDED_BYTES = 32 * 1024 * 1024;

/** Reads the rest of a body into nothing. Who sends on and on loses the connection. */
function discardRest(req: IncomingMessage): void {
  let left = MAX_DISCARDED_BYTES;
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) req.destroy();
  });
  req.resume();
}

type Inflater = ReturnType<typeof createGunzip> | ReturnType<typeof createBrotliDecompress>;

function openInflater(encoding: string | undefined): Inflater | undefined {
  switch ((encoding ?? 'identity').trim().toLowerCase()) {
    case 'identity':
    case '':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new ProblemError(
        'unsupported-media-type',
        `Content-Encoding "${encoding?.slice(0, 40)}" is not taken; send gzip, deflate, br or nothing.`,
        { headers: { 'Accept-Encoding': 'gzip, deflate, br' } },
      );
  }
}

/** `req.pipe` does not tell the inflater when the client goes away; without this its reader would wait for ever. */
function pipeInto(req: IncomingMessage, inflater: Inflater): Inflater {
  req.once('close', () => {
    if (!req.complete) inflater.destroy(new Error('The client closed the connection'));
  });
  return req.pipe(inflater);
}

/** `Z_…` from gzip and deflate, `ERR__ERROR_…` from brotli. */
function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && (code.startsWith('Z_') || code.startsWith('ERR__ERROR'));
}

function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError(
    'body-too-large',
    `The body is larger than ${maxBytes.toLocaleString('en')} bytes (after decompression).`,
  );
}
