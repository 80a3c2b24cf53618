import type { Decision, StoryState } from './wire';

/** An answer that says what went wrong (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly status: number;
  readonly stories?: readonly StoryState[];
  readonly decisions?: readonly Decision[];
  readonly retry?: { readonly replace?: readonly string[]; readonly with?: readonly string[] };
  readonly confirmation?: string;
}

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  /** Whether this is the problem of that name, such as `stale-story`. */
  is(name: string): boolean {
    return this.problem.type.endsWith(`/problems/${name}`);
  }
}

/** The service gave no answer: it is down, or the network is. */
export class Unreachable extends Error {
  constructor() {
    super('The service cannot be reached. Check the connection, then try again.');
  }
}

export interface Actor {
  readonly actor: { readonly id: string; readonly name: string };
  readonly scopes: readonly string[];
  readonly csrf: string | null;
}

let csrf: string | null = null;
let onLoggedOut = (): void => undefined;

/** Has `listener` called when the service no longer knows this browser. */
export function watchLogOut(listener: () => void): void {
  onLoggedOut = listener;
}

export const collection = new URLSearchParams(location.search).get('collection') ?? 'default';

/** Adds the collection and the given parameters to a path. */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
): string {
  const url = new URL(path, location.origin);
  if (collection !== 'default') url.searchParams.set('collection', collection);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

/**
 * Asks the service.
 *
 * @throws ApiError for an answer above 399; 401 also ends the log-in of the page. Unreachable where there is no answer.
 */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET' && csrf !== null) headers['x-csrf-token'] = csrf;
  const response = await fetch(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new Unreachable();
  });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  if (response.status === 401 && path !== '/admin/api/session') onLoggedOut();
  const fallback = { type: '', title: `The service answered ${response.status}`, status: response.status };
  throw new ApiError({ ...fallback, ...(answer as object) });
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  request<T>('GET', path, undefined, signal);

/** The log-in this browser has; undefined when it has none. */
export async function resume(): Promise<Actor | undefined> {
  try {
    return keep(await get<Actor>('/admin/api/session'));
  } catch (error) {
    if (error instanceof ApiError && error.problem.status < 500) return undefined;
    throw error;
  }
}

/** Looks whether the log-in still holds, and ends that of the page where it does not. */
export async function checkLogIn(): Promise<void> {
  if ((await resume()) === undefined) onLoggedOut();
}

/** Changes a key for a cookie that no script can read. */
export async function logIn(key: string): Promise<Actor> {
  return keep(await request<Actor>('POST', '/admin/api/session', { key }));
}

export async function logOut(): Promise<void> {
  await request('DELETE', '/admin/api/session');
  csrf = null;
}

function keep(actor: Actor): Actor {
  csrf = actor.csrf;
  return actor;
}
