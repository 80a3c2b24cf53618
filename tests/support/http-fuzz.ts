import { Agent, request as httpRequest } from 'node:http';
import * as fc from 'fast-check';
import { z } from 'zod';
import { type Schema, valuesOf } from './schema-values';

interface Media {
  readonly schema?: Schema;
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
/** The part of an OpenAPI document that requests are made of and answers are checked against. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** A service to send requests to. */
export interface FuzzTarget {
  readonly url: string;
  /** Both documents, of `/v1` and of `/admin/api`. */
  readonly documents: readonly ApiDocument[];
  /** Keys that are good, with what they may do; requests without one and with bad ones are mixed in. */
  readonly keys: readonly string[];
  /** Texts that mean something: ids of articles, stories, webhooks, collections. */
  readonly words: readonly string[];
}

interface FuzzRequest {
  readonly name: string;
  readonly operation: Operation;
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** How much is sent, made from what; `onProgress` is told after every 200. */
export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  readonly onProgress?: (sent: number, complaints: number) => void;
  /** Told of the first of each kind. */
  readonly onComplaint?: (complaint: string) => void;
}

/** What came of it. */
export interface FuzzReport {
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Operations that were answered with what they are for, at least once. */
  readonly fulfilled: ReadonlySet<string>;
  readonly operations: number;
  readonly complaints: readonly string[];
}

/** Requests in flight at once. */
const LANES = 8;
/** Made at a time, so that neither memory nor the event loop is held by them. */
const BATCH = 200;

/** Sends requests made of the documents, and judges every answer by them. Repeatable but for what the service has come to. */
export async function fuzzHttp(
  target: FuzzTarget,
  { requests, seed, onProgress, onComplaint }: FuzzOptions,
): Promise<FuzzReport> {
  const making = requestsOf(target);
  const judge = createJudge();
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const statuses = new Map<number, number>();
  const fulfilled = new Set<string>();
  // One for each kind: the same fault is met many times.
  const complaints = new Map<string, string>();
  for (let sent = 0; sent < requests; sent += BATCH) {
    const batch = fc.sample(making.arbitrary, {
      seed: seed + sent,
      numRuns: Math.min(BATCH, requests - sent),
    });
    const lane = async (): Promise<void> => {
      for (let one = batch.pop(); one; one = batch.pop()) {
        const answer = await send(target.url, agent, one);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status < 400) fulfilled.add(one.name);
        const complaint = judge(one, answer);
        if (complaint === undefined) continue;
        const kind = `${one.name} ${complaint.slice(0, 60)}`;
        const text = `${one.method} ${one.path} ${JSON.stringify(one.headers)} ${one.body?.slice(0, 500) ?? ''}: ${complaint}`;
        if (!complaints.has(kind)) onComplaint?.(text);
        complaints.set(kind, text);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    onProgress?.(Math.min(requests, sent + BATCH), complaints.size);
  }
  agent.destroy();
  return {
    requests,
    statuses,
    fulfilled,
    operations: making.operations,
    complaints: [...complaints.values()],
  };
}

function requestsOf({ documents, keys, words }: FuzzTarget) {
  const operations = documents.flatMap(({ paths, components }) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        requestOf({ path, method, operation, definitions: components?.schemas ?? {} }, keys, words),
      ),
    ),
  );
  return { arbitrary: fc.oneof(...operations), operations: operations.length };
}

interface Named {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly definitions: Readonly<Record<string, Schema>>;
}

function requestOf(
  { path, method, operation, definitions }: Named,
  keys: readonly string[],
  words: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const { parameters = [], requestBody, responses } = operation;
  const value = (schema: Schema = {}) => valuesOf(schema, definitions, words).map(toText);
  const inPart = (part: string) =>
    Object.fromEntries(
      parameters.filter((one) => one.in === part).map(({ name, schema }) => [name, value(schema)]),
    );
  const bodyTypes = Object.keys(requestBody?.content ?? {});
  const accepted = Object.values(responses).flatMap(({ content = {} }) => Object.keys(content));
  return fc
    .record({
      path: fc.record(inPart('path')),
      query: fc.record({ ...inPart('query'), oddity: fc.constant('1') }, { requiredKeys: [] }),
      header: fc.record(inPart('header'), { requiredKeys: [] }),
      key: fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...keys) },
        { weight: 1, arbitrary: fc.constantFrom(undefined, 'sfk_bad', '') },
      ),
      type: fc.oneof(
        { weight: 15, arbitrary: fc.constantFrom(undefined, ...bodyTypes.slice(0, 1)) },
        { weight: 1, arbitrary: fc.constantFrom(...bodyTypes, 'text/plain', 'application/xml') },
      ),
      accept: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(undefined, ...accepted, 'application/pdf', '*/*') },
      ),
      bodies: bodyOf(requestBody, definitions, words),
    })
    .map((made) => {
      const filled = path.replaceAll(
        /\{(\w+)\}/g,
        (_, name: string) => encodeURIComponent((made.path[name] ?? 'x').toWellFormed()) || 'x',
      );
      // A long poll would wait for events for a minute.
      const query = Object.entries(made.query).map(([name, text]): [string, string] => [
        name,
        name === 'wait' ? '0' : text.toWellFormed(),
      ]);
      const type = made.type ?? bodyTypes[0];
      return {
        ...{ name: `${method} ${path}`, operation, definitions, method: method.toUpperCase() },
        path: query.length === 0 ? filled : `${filled}?${new URLSearchParams(query).toString()}`,
        headers: cleanHeaders({
          ...made.header,
          accept: made.accept,
          'content-type': type,
          authorization: made.key && `Bearer ${made.key}`,
        }),
        body: type === undefined ? undefined : write(type, made.bodies[type] ?? made.bodies[bodyTypes[0]]),
      };
    });
}

function bodyOf(
  requestBody: Operation['requestBody'],
  definitions: Readonly<Record<string, Schema>>,
  words: readonly string[],
) {
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema = {} }]) => [
    type,
    valuesOf(schema, definitions, words),
  ]);
  return fc.record(Object.fromEntries(bodies) as Record<string, fc.Arbitrary<unknown>>);
}

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

const write = (type: string, value: unknown): string =>
  type === 'application/x-ndjson' && Array.isArray(value)
    ? value.map((one) => JSON.stringify(one)).join('\n')
    : (JSON.stringify(value) ?? '');

function cleanHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, text]): [string, string][] =>
    // Node itself refuses to send others.
    text === undefined || !/^[\x20-\x7e]*$/.test(text) ? [] : [[name, text]],
  );
  return Object.fromEntries(kept);
}

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Whoever is not answered within this has found something that takes too long, or for ever. */
const ANSWER_MS = 60_000;

function send(url: string, agent: Agent, { method, path, headers, body }: FuzzRequest): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    // The path as it is: in a URL the segment "." would be gone.
    const where = { hostname, port, path, method, agent, headers: { ...headers, ...length } };
    const req = httpRequest(where, (res) => {
      const type = (res.headers['content-type'] ?? '').split(';', 1)[0];
      const parts: Buffer[] = [];
      const finish = (): void =>
        resolve({ status: res.statusCode ?? 0, type, text: Buffer.concat(parts).toString() });
      res
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', finish)
        .on('error', reject);
      // A stream has no end; that it was opened is its answer.
      if (type === 'text/event-stream') {
        res.removeListener('error', reject).on('error', () => undefined);
        finish();
        req.destroy();
      }
    });
    req.setTimeout(ANSWER_MS, () => {
      resolve({ status: 0, type: '', text: '' });
      req.destroy();
    });
    req.on('error', (error) => (req.destroyed ? undefined : reject(error)));
    req.end(body);
  });
}

/** Says what is wrong with an answer, if anything is. */
function createJudge(): (request: FuzzRequest, answer: Answered) => string | undefined {
  const checks = new Map<Schema, z.ZodType>();
  const check = (
    schema: Schema,
    definitions: FuzzRequest['definitions'],
    value: unknown,
  ): string | undefined => {
    const known = checks.get(schema) ?? toZod(schema, definitions);
    checks.set(schema, known);
    const { success, error } = known.safeParse(value);
    return success ? undefined : `not as documented: ${z.prettifyError(error)}`;
  };
  return ({ operation, definitions }, { status, type, text }) => {
    if (status === 0) return `is not answered within ${ANSWER_MS / 1_000} s`;
    const documented = operation.responses[String(status)];
    // `/readyz` may say that no worker lives.
    if (status >= 500 && documented) return undefined;
    if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`;
    if (!documented && status < 400) return `answers ${status}, which is not documented`;
    if (status >= 400) {
      if (type !== 'application/problem+json') return `answers ${status} as ${type}`;
      return check(definitions.Problem ?? {}, definitions, JSON.parse(text));
    }
    const { content } = documented;
    if (!content || text === '' || status === 304) return undefined;
    const media = content[type];
    if (!media) return `answers ${type}, which is not documented`;
    const schema = media.schema;
    return schema && type.endsWith('json') ? check(schema, definitions, JSON.parse(text)) : undefined;
  };
}

function toZod(schema: Schema, definitions: Readonly<Record<string, Schema>>): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: definitions }).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  );
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}
