import type { Request } from 'express';
import type { z } from 'zod';
import type { Article } from '../article';
import { type AnalysedArticle, analyseArticle } from '../pipeline/analyse';
import type { PipelineContext } from '../pipeline/context';
import { titleOf } from '../text/html-title';
import type { probeSchema } from './article-schema';
import { readBody, requireMediaType } from './body';
import { invalidFields } from './field-errors';
import { parseJson } from './json-text';
import { checkCollection } from './query';

/** A text to look at without storing it, as a client gives it. */
export type Probe = z.output<typeof probeSchema>;

/** Reads a JSON body and validates it. Throws `invalid-body` naming every bad field, `forbidden` as `parseQuery` does. */
export async function readJsonBody<T extends z.ZodType>(
  req: Request,
  schema: T,
  maxBytes: number,
): Promise<z.output<T>> {
  requireMediaType(req, ['application/json']);
  const result = schema.safeParse(parseJson(await readBody(req, maxBytes)));
  if (!result.success) throw invalidFields('invalid-body', 'The body', result.error);
  checkCollection(req, result.data);
  return result.data;
}

/** Cleans and fingerprints a probe as if it had arrived now. It is not counted in the statistics of its collection. */
export async function analyseProbe(
  context: PipelineContext,
  probe: Probe,
  collection: string,
): Promise<AnalysedArticle> {
  const { publishedAt, id = 'probe', source = { name: 'unknown' }, status = 'usable', ...fields } = probe;
  // Nothing was counted here; this takes in what workers have counted since the last look, when that is some time ago.
  await context.statistics.counted(collection, 0);
  const article: Article = {
    ...fields,
    id,
    title: titleOf(probe),
    source,
    status,
    collection,
    revision: 1,
    receivedAtMs: context.store.clock(),
    ...(publishedAt !== undefined && { publishedAtMs: publishedAt }),
  };
  return analyseArticle(context, article, { count: false });
}
