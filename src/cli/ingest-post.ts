import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SliceLine } from './ingest-slices';

/** Where lines go. */
export interface IngestTarget {
  /** Address of the service, without a path. */
  readonly url: string;
  readonly key: string | undefined;
  /** Whether what others post meanwhile goes first. */
  readonly backfill: boolean;
  readonly signal: AbortSignal;
  /** Told why it waits. */
  readonly report: (line: string) => void;
}

/** What became of posted lines. */
export interface PostedLines {
  readonly accepted: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

const problemBody = z.object({
  detail: z.string().optional(),
  title: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const batchBody = z.object({
  accepted: z.number(),
  items: z.array(z.object({ line: z.number(), error: problemBody.optional() })),
});

/** A service away for longer than this is not restarting but gone. */
const GIVE_UP_MS = 120_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Posts lines until the service has answered for each. What was posted before an answer was lost is posted again: the
 * service knows an article it has.
 *
 * @throws Error with the way out when the service refuses the request as a whole, or stays away.
 */
export async function postLines(target: IngestTarget, lines: readonly SliceLine[]): Promise<PostedLines> {
  if (lines.length === 0) return { accepted: 0, rejected: [] };
  let failingSince: number | undefined;
  for (let attempt = 0; ; attempt++) {
    const answer = await post(target, lines);
    if (answer.kind === 'taken') return answer.posted;
    if (answer.kind === 'tooLarge' && lines.length > 1) return postHalves(target, lines);
    if (answer.kind !== 'later') throw new Error(answer.why);
    if (answer.waitMs === undefined) {
      failingSince ??= performance.now();
      if (performance.now() - failingSince > GIVE_UP_MS) throw new Error(`Given up: ${answer.why}`);
    } else failingSince = undefined;
    const waitMs = answer.waitMs ?? Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
    target.report(`${answer.why}; trying again in ${(waitMs / 1000).toFixed(1)} s`);
    await pause(waitMs, undefined, { signal: target.signal });
  }
}

async function postHalves(target: IngestTarget, lines: readonly SliceLine[]): Promise<PostedLines> {
  const middle = Math.ceil(lines.length / 2);
  const first = await postLines(target, lines.slice(0, middle));
  const second = await postLines(target, lines.slice(middle));
  return {
    accepted: first.accepted + second.accepted,
    rejected: [...first.rejected, ...second.rejected],
  };
}

type Answer =
  | { readonly kind: 'taken'; readonly posted: PostedLines }
  /** `waitMs` where the service said how long. */
  | { readonly kind: 'later'; readonly why: string; readonly waitMs?: number }
  | { readonly kind: 'tooLarge' | 'refused'; readonly why: string };

async function post(target: IngestTarget, lines: readonly SliceLine[]): Promise<Answer> {
  const { url, key, backfill, signal } = target;
  const newline = Buffer.from('\n');
  const headers = {
    'content-type': 'application/x-ndjson',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  const body = Buffer.concat(lines.flatMap(({ bytes }) => [bytes, newline]));
  try {
    const path = `/v1/articles/batch${backfill ? '?priority=backfill' : ''}`;
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers,
      body,
      signal,
    });
    const answer = readAnswer(response, await response.text(), lines);
    if (response.status !== 401 || key !== undefined) return answer;
    return { kind: 'refused', why: `${url} wants a key: give one with --key or STORYFOLD_KEY` };
  } catch (error) {
    signal.throwIfAborted();
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { kind: 'later', why: `No answer from ${url} (${cause})` };
  }
}

function readAnswer(response: Response, text: string, lines: readonly SliceLine[]): Answer {
  const { status } = response;
  if (status === 202) return { kind: 'taken', posted: readPosted(text, lines) };
  const why = `The service answered ${status}: ${describeProblem(text)}`;
  const retryAfter = response.headers.get('retry-after');
  if (retryAfter !== null && [409, 429, 503].includes(status)) {
    return { kind: 'later', why, waitMs: parseRetryAfter(retryAfter, Date.now()) };
  }
  if (status >= 500 || status === 429 || status === 408) return { kind: 'later', why };
  return { kind: status === 413 ? 'tooLarge' : 'refused', why };
}

/** Seconds or an HTTP date as milliseconds from now; a second where it is neither. */
export function parseRetryAfter(value: string, nowMs: number): number {
  const ms = /^\d{1,6}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? 1000 : Math.max(0, ms);
}

function readPosted(text: string, lines: readonly SliceLine[]): PostedLines {
  const { accepted, items } = batchBody.parse(JSON.parse(text));
  const rejected = items.flatMap(({ line, error }) =>
    error === undefined ? [] : [{ line: lines[line - 1]?.number ?? line, reason: describe(error) }],
  );
  return { accepted, rejected };
}

function describe({ detail, title, errors = [] }: z.output<typeof problemBody>): string {
  const fields = errors.map(({ path, message }) => `"${path}" ${message}`).join('; ');
  return fields || detail || title || 'not taken';
}

function describeProblem(text: string): string {
  try {
    return describe(problemBody.parse(JSON.parse(text)));
  } catch {
    return text.slice(0, 200).trim() || 'nothing more';
  }
}
