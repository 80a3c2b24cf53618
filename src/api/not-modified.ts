import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** An answer with what tells whether it has changed. */
export interface Revalidated {
  readonly type: string;
  readonly text: string;
  /** Time of the last change, where seconds are enough to tell changes apart. */
  readonly changedMs?: number;
}

/**
 * Sends an answer with `ETag` and `Last-Modified`, or 304 where the request says that the client has it.
 *
 * Express' own check answers in full when the request has `Cache-Control: no-cache`, which `fetch` adds to every conditional
 * request of a program; a feed reader written with it would never be told that nothing has changed.
 */
export function sendOrNotModified(req: Request, res: Response, { type, text, changedMs }: Revalidated): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  res.set({ ETag: etag, 'Cache-Control': 'no-cache' }).vary('Host');
  if (changedMs !== undefined) res.set('Last-Modified', new Date(changedMs).toUTCString());
  if (isUnchanged(req, etag, changedMs)) res.status(304).end();
  else res.set('Content-Type', type).send(text);
}

/** RFC 9110, 13.2.2: `If-Modified-Since` counts only without `If-None-Match`. */
function isUnchanged(req: Request, etag: string, changedMs: number | undefined): boolean {
  const tags = req.get('if-none-match');
  if (tags !== undefined) {
    const known = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return known.includes('*') || known.includes(etag);
  }
  const since = Date.parse(req.get('if-modified-since') ?? '');
  return changedMs !== undefined && Math.floor(changedMs / 1_000) * 1_000 <= since;
}
