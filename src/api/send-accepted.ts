import type { Response } from 'express';
import type { Answer } from './idempotent';

/** Sends the answer to a post. Unlike `res.json` it makes no `ETag`, which nobody asks a post for, and no copy of the text. */
export function sendAccepted(res: Response, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}
