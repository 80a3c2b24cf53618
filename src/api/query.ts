import type { Request } from 'express';
import { z } from 'zod';
import { requireCollection } from './authenticate';
import { invalidFields } from './field-errors';
import { clientId, collectionName } from './wire-text';

/** Header of an answer that names the query parameters which were of no use: a misspelled filter gives everything. */
export const IGNORED_PARAMETERS = 'Ignored-Parameters';

/** Parameters named in that header, by their first 100 characters. */
const IGNORED_SHOWN = 10;

/**
 * Reads query parameters. Throws `invalid-request` naming every bad one, `forbidden` for a collection that the key is not for. Empty ones are
 * absent. Unknown ones are ignored, since proxies, caches and clients of event streams add some of their own, and are named in a header.
 */
export function parseQuery<T extends z.ZodObject>(schema: T, req: Request): z.output<T> {
  const given = Object.fromEntries(Object.entries(req.query).filter(([, value]) => value !== ''));
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(schema.shape, name));
  if (unknown.length > 0) req.res?.set(IGNORED_PARAMETERS, nameInHeader(unknown));
  const result = schema.safeParse(given);
  if (!result.success) throw invalidFields('invalid-request', 'The query', result.error);
  checkCollection(req, result.data);
  return result.data;
}

const nameInHeader = (names: readonly string[]): string =>
  names
    .slice(0, IGNORED_SHOWN)
    .map((name) => encodeURIComponent(name.slice(0, 100).toWellFormed()))
    .join(', ');

/** Refuses input that names a collection which the key of the request is not for. */
export function checkCollection(req: Request, input: unknown): void {
  const { collection } = (input ?? {}) as { readonly collection?: unknown };
  if (typeof collection === 'string') requireCollection(req, collection);
}

/** A path parameter as an id. Throws `invalid-request` when no id can look like that. */
export function pathId(req: Request, name = 'id'): string {
  const result = clientId.safeParse(req.params[name]);
  if (result.success) return result.data;
  throw invalidFields('invalid-request', `The path parameter "${name}"`, result.error);
}

/** A whole number in a query parameter. */
export function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string({ error: message })
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message));
}

/** A parameter that may be repeated or be a comma-separated list; at most 50 entries. */
export const wordList = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (Array.isArray(value) ? value : value.split(',')).map((word) => word.trim()).filter(Boolean),
  )
  .pipe(
    z.array(z.string().max(200, 'each must be at most 200 characters')).max(50, 'at most 50 can be given'),
  );

/** For reads: the collection, `default` unless named. */
export const collectionQuery = z.object({ collection: collectionName.default('default') });

/** For posts: the collection of articles that name none themselves. */
export const optionalCollectionQuery = z.object({ collection: collectionName.optional() });

/** For batches. */
export const batchQuery = optionalCollectionQuery.extend({
  priority: z
    .enum(['live', 'backfill'])
    .default('live')
    .describe(
      'backfill: articles of the past, which wait until nothing live does, and are refused (503) while the queue is half full',
    ),
});
