import { setTimeout as pause } from 'node:timers/promises';

/** A service as a client sees it. */
export interface Target {
  readonly url: string;
  readonly key: string;
}

/** What a client was answered in the end, with how often it had to ask. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly tries: number;
}

/** Longest wait for an answer before a client gives up on it and asks again. */
const ANSWER_TIMEOUT_MS = 20_000;

/** The service may ask for five seconds; a run is shorter when its client is a little impatient. */
const LONGEST_PAUSE_MS = 1_000;

const MOST_TRIES = 400;

/**
 * Sends a request until it is answered with something other than "not now": no connection, 429, 5xx, or 409 while an earlier try with the
 * same Idempotency-Key still runs. That is what a client has to do.
 */
export async function sendUntilAnswered(
  { url, key }: Target,
  path: string,
  init: { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  let trouble: unknown;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      const response = await fetch(new URL(path, url), {
        ...init,
        headers: { authorization: `Bearer ${key}`, ...init.headers },
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      });
      const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
      if (!isNotNow(response.status)) return { status: response.status, body, tries };
      trouble = `${response.status} ${JSON.stringify(body).slice(0, 300)}`;
      const asked = Number(response.headers.get('retry-after') ?? 1) * 1_000;
      await pause(Math.min(asked, LONGEST_PAUSE_MS));
    } catch (error) {
      trouble = error;
      await pause(100);
    }
  }
  throw new Error(`${init.method ?? 'GET'} ${path} was refused ${MOST_TRIES} times: ${String(trouble)}`);
}

const isNotNow = (status: number): boolean => status === 429 || status === 409 || status >= 500;

/** All pages of a list, from a cursor on where one is given. */
export async function readAllPages<T>(target: Target, path: string, from?: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor = from; ; ) {
    const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await sendUntilAnswered(target, `${path}${more}`);
    if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
    const page = body as { items: T[]; nextCursor: string | null };
    items.push(...page.items);
    if (page.items.length === 0 || page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}
