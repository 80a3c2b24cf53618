import { z } from 'zod';
import { readArticleIds } from '../../store/article-names';
import { readBodies, readOrdinals } from '../../store/articles';
import { readConstraints, scanConstraints } from '../../store/constraints';
import { readPlacements } from '../../store/ledger';
import type { ApiDeps } from '../deps';
import { ProblemError } from '../problems';
import { collectionQuery, parseQuery, wholeNumber } from '../query';
import type { Handler } from '../routes';
import { clientId } from '../wire-text';
import { toConstraintWire } from './decision-wire';

/** A cursor of Redis' own scans: a page may be shorter or a little longer than asked for. */
const scanCursor = z
  .string()
  .regex(/^\d{1,20}$/, 'must be a nextCursor')
  .default('0');

export const scanQuerySchema = collectionQuery.extend({
  limit: wholeNumber(1, 500).default(100),
  cursor: scanCursor.describe('nextCursor of the page before'),
});

export const constraintsQuerySchema = scanQuerySchema.extend({
  article: clientId.optional().describe('Those of one article and of all that must-links lead to'),
});

/** `nextCursor` of a page of a scan. */
export const nextCursor = (cursor: string): string | null => (cursor === '0' ? null : cursor);

/** `GET /admin/api/constraints`: what reviewers have said belongs together or apart. */
export function getConstraints({ store }: ApiDeps): Handler {
  return async (req, res) => {
    const { collection, limit, cursor, article } = parseQuery(constraintsQuerySchema, req);
    const [ordinal] = article === undefined ? [] : await readOrdinals(store, collection, [article]);
    if (article !== undefined && ordinal === undefined) throw articleNotFound(article, collection);
    const page =
      ordinal === undefined
        ? await scanConstraints(store, collection, { cursor, limit })
        : { items: await readConstraints(store, collection, [ordinal]), cursor: '0' };
    const named = [...new Set(page.items.flatMap(({ a, b }) => [a, b]))];
    const names = await readArticleIds(store, collection, named);
    const bodies = await readBodies(
      store,
      collection,
      named.map((each) => ({ ordinal: each })),
    );
    const placements = await readPlacements(store, collection, named);
    const known = new Map(
      named.map((each, i) => [
        each,
        {
          title: bodies[i]?.title ?? null,
          source: bodies[i]?.source.name ?? null,
          storyId: placements[i]?.storyId ?? null,
        },
      ]),
    );
    const items = page.items.map((one) => ({
      ...toConstraintWire(one, (each) => names.get(each)),
      articles: [one.a, one.b].map((each) => known.get(each)),
    }));
    res.json({ items, nextCursor: nextCursor(page.cursor) });
  };
}

export function articleNotFound(id: string, collection: string): ProblemError {
  return new ProblemError(
    'article-not-found',
    `There is no article "${id}" in the collection "${collection}".`,
  );
}
