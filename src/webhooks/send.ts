import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import { MAX_RESPONSE_BYTES } from './excerpt';

/** A signed message, ready to go. */
export interface OutgoingMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of sending: an answer, no answer, or that this process is stopping. */
export type SendResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The beginning of the answer, as far as it came in time. */
      readonly body: Buffer;
    }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'stopped' };

export interface SendLimits {
  /** From the dial to the status line and headers of the answer. */
  readonly timeoutMs: number;
  /** For the answer's body after that. It is only for the log, so a slow one is cut short. */
  readonly bodyTimeoutMs: number;
}

/** POSTs a message. Never throws, follows no redirect, and has ended after both time limits whatever the receiver does. */
export async function sendMessage(
  agent: Dispatcher,
  { url, headers, body }: OutgoingMessage,
  { timeoutMs, bodyTimeoutMs }: SendLimits,
  stop: AbortSignal,
): Promise<SendResult> {
  // One controller a request, taken off `stop` at its end: that signal lives as long as the process.
  const ended = new AbortController();
  const abort = (): void => ended.abort();
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    abort();
  }, timeoutMs);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers,
      body,
      signal: ended.signal,
    });
    clearTimeout(timer);
    const retryAfter = answer.headers['retry-after'];
    return {
      kind: 'answered',
      status: answer.statusCode,
      retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
      body: await readStart(answer.body, bodyTimeoutMs),
    };
  } catch (error) {
    if (stop.aborted) return { kind: 'stopped' };
    if (isLate) return { kind: 'failed', error: `no answer within ${timeoutMs / 1_000} s` };
    return { kind: 'failed', error: describeError(error) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', abort);
  }
}

/** As much of a body as comes before the limits; then the connection is closed. Whatever is wrong with it does not matter. */
function readStart(body: Readable, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (): void => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).subarray(0, MAX_RESPONSE_BYTES));
      body.destroy();
    };
    const timer = setTimeout(finish, timeoutMs);
    // Stays for good: destroying a body that has not ended makes it fail once more.
    body.on('error', finish);
    body.once('end', finish).once('close', finish);
    body.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MAX_RESPONSE_BYTES) finish();
    });
  });
}

/** The innermost message with its code, bounded: what the owner of the webhook can act on. */
function describeError(error: unknown): string {
  let inner = error as { message?: unknown; code?: unknown; cause?: unknown; errors?: unknown };
  for (let depth = 0; depth < 5; depth++) {
    // An attempt at several addresses fails with the errors of all.
    const next = inner.cause ?? (Array.isArray(inner.errors) ? (inner.errors[0] as unknown) : undefined);
    if (typeof next !== 'object' || next === null) break;
    inner = next;
  }
  const text =
    typeof inner.message === 'string' && inner.message !== '' ? inner.message : 'the request failed';
  const code = typeof inner.code === 'string' && !text.includes(inner.code) ? ` (${inner.code})` : '';
  return `${text}${code}`.slice(0, 300);
}
