import type { Response } from 'express';
import { z } from 'zod';
import { type KeptDecision, listDecisions, newestDecision } from '../../store/decisions';
import type { ApiDeps } from '../deps';
import { negotiate } from '../negotiate';
import { collectionQuery, parseQuery, wholeNumber } from '../query';
import type { Handler } from '../routes';
import { filterTime } from '../wire-time';
import { describeDecisions } from './decision-handlers';
import { toDecisionWire } from './decision-wire';

export const auditQuerySchema = collectionQuery.extend({
  actor: z.string().max(200).optional().describe('Id or name of a key'),
  type: z.string().max(40).optional(),
  story: z.string().max(200).optional(),
  since: filterTime.optional(),
  until: filterTime.optional(),
  limit: wholeNumber(1, 500).default(50),
  format: z
    .literal('ndjson', { error: 'must be ndjson' })
    .optional()
    .describe('The whole log as NDJSON, as by Accept'),
  cursor: wholeNumber(1, 1_000_000_000).optional().describe('nextCursor of the page before'),
});

type AuditQuery = z.output<typeof auditQuerySchema>;

const NDJSON_TYPE = 'application/x-ndjson';

/** Decisions read at a time, and looked at for one page at most: a page of a rare filter may come back short, with a cursor. */
const BATCH = 200;
const MAX_LOOKED_AT = 5_000;

/** `GET /admin/api/audit`: who decided what, when, why, with before and after, newest first; all of it as NDJSON by Accept. */
export function getAudit(deps: ApiDeps): Handler {
  return async (req, res) => {
    res.vary('Accept');
    const query = parseQuery(auditQuerySchema, req);
    // A link cannot say what it accepts.
    const type = query.format ? NDJSON_TYPE : negotiate(req, ['application/json', NDJSON_TYPE]);
    const before = query.cursor ?? (await newestDecision(deps.store, query.collection)) + 1;
    if (type === NDJSON_TYPE) {
      await exportAudit(deps, res, query, before);
      return;
    }
    const found: KeptDecision[] = [];
    let next = before;
    for (let looked = 0; looked < MAX_LOOKED_AT && next > 1 && found.length < query.limit; looked += BATCH) {
      const batch = await listDecisions(deps.store, query.collection, { before: next, limit: BATCH });
      next = Math.max(1, next - BATCH);
      for (const record of batch) {
        if (!matches(record, query)) continue;
        found.push(record);
        if (found.length < query.limit) continue;
        next = record.number;
        break;
      }
    }
    const items = await describeDecisions(deps, query.collection, found);
    res.json({ items, nextCursor: next > 1 ? String(next) : null });
  };
}

/** Writes line by line and waits for a slow reader, so that an audit of any length takes little memory. */
async function exportAudit(deps: ApiDeps, res: Response, query: AuditQuery, before: number): Promise<void> {
  res.type(NDJSON_TYPE).set('Content-Disposition', `attachment; filename="audit-${query.collection}.ndjson"`);
  for (let next = before; next > 1 && !res.closed; next -= BATCH) {
    const batch = await listDecisions(deps.store, query.collection, { before: next, limit: BATCH });
    const lines = batch
      .filter((record) => matches(record, query))
      .map((record) => `${JSON.stringify(toDecisionWire(record))}\n`);
    if (lines.length > 0 && !res.write(lines.join('')) && !res.closed)
      await new Promise<void>((resolve) => {
        res.once('drain', resolve);
        res.once('close', resolve);
      });
  }
  res.end();
}

function matches({ actor, type, stories, at }: KeptDecision, query: AuditQuery): boolean {
  if (query.actor !== undefined && actor.id !== query.actor && actor.name !== query.actor) return false;
  if (query.type !== undefined && type !== query.type) return false;
  if (query.story !== undefined && !stories.includes(query.story)) return false;
  return at >= (query.since ?? -Infinity) && at <= (query.until ?? Infinity);
}
