import type { Response } from 'express';
import { z } from 'zod';
import {
  type Actor,
  type KeptDecision,
  listDecisions,
  newestDecision,
  readDecisions,
} from '../../store/decisions';
import type { ApiDeps } from '../deps';
import { negotiate } from '../negotiate';
import { collectionQuery, parseQuery, wholeNumber } from '../query';
import type { Handler } from '../routes';
import { filterTime } from '../wire-time';
import { describeDecisions } from './decision-handlers';
import { toDecisionWire } from './decision-wire';
import { type KeyChange, readKeyChanges } from './key-audit';

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

/**
 * `GET /admin/api/audit`: who decided what, when, why, with before and after, newest first; all of it as NDJSON by Accept. For those who
 * look after keys, with the making and revoking of keys in between: they come beside the decisions of a page.
 */
export function getAudit(deps: ApiDeps): Handler {
  return async (req, res) => {
    res.vary('Accept');
    const query = parseQuery(auditQuerySchema, req);
    // A link cannot say what it accepts.
    const type = query.format ? NDJSON_TYPE : negotiate(req, ['application/json', NDJSON_TYPE]);
    const keyChanges = (await readKeyChanges(deps.store.redis, res)).filter((one) => matches(one, query));
    const end = (await newestDecision(deps.store, query.collection)) + 1;
    // Nothing is looked for beyond the end: a cursor may be any number.
    const before = Math.min(query.cursor ?? end, end);
    if (type === NDJSON_TYPE) await exportAudit(deps, res, query, before, keyChanges);
    else res.json(await readPage(deps, query, before, keyChanges));
  };
}

async function readPage(deps: ApiDeps, query: AuditQuery, before: number, keyChanges: readonly KeyChange[]) {
  const found: KeptDecision[] = [];
  let next = before;
  for (let looked = 0; looked < MAX_LOOKED_AT && next > 1 && found.length < query.limit; looked += BATCH) {
    const batch = await listDecisions(deps.store, query.collection, { before: next, limit: BATCH });
    next = Math.max(1, next - BATCH);
    for (const record of batch) {
      if (!matches(toSubject(record), query)) continue;
      found.push(record);
      if (found.length < query.limit) continue;
      next = record.number;
      break;
    }
  }
  // A page has the time from its oldest decision, or the one that it looked at last, up to that of the page before.
  const [from, to] = await Promise.all([
    next > 1 ? timeOf(deps, query.collection, next) : -Infinity,
    query.cursor === undefined ? Infinity : timeOf(deps, query.collection, before),
  ]);
  const between = keyChanges.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to);
  const decisions = await describeDecisions(deps, query.collection, found);
  return { items: merge(decisions, between), nextCursor: next > 1 ? String(next) : null };
}

async function timeOf({ store }: ApiDeps, collection: string, number: number): Promise<number> {
  const [record] = await readDecisions(store, collection, [number]);
  return record?.at ?? -Infinity;
}

/** Both newest first; a decision before what was done with keys in the same millisecond. */
function merge<T extends { readonly at: string }>(decisions: readonly T[], changes: readonly KeyChange[]) {
  return [...decisions, ...changes].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Writes line by line and waits for a slow reader, so that an audit of any length takes little memory. */
async function exportAudit(
  deps: ApiDeps,
  res: Response,
  query: AuditQuery,
  before: number,
  keyChanges: readonly KeyChange[],
): Promise<void> {
  res.type(NDJSON_TYPE).set('Content-Disposition', `attachment; filename="audit-${query.collection}.ndjson"`);
  let left = keyChanges;
  for (let next = before; next > 1 && !res.closed; next -= BATCH) {
    const batch = await listDecisions(deps.store, query.collection, { before: next, limit: BATCH });
    const oldest = batch.at(-1)?.at ?? Infinity;
    const due = left.filter(({ at }) => Date.parse(at) > oldest);
    left = left.slice(due.length);
    const decisions = batch.filter((record) => matches(toSubject(record), query)).map(toDecisionWire);
    await write(res, merge<{ at: string }>(decisions, due));
  }
  await write(res, left);
  res.end();
}

async function write(res: Response, items: readonly unknown[]): Promise<void> {
  const lines = items.map((item) => `${JSON.stringify(item)}\n`);
  if (lines.length > 0 && !res.closed && !res.write(lines.join('')) && !res.closed)
    await new Promise<void>((resolve) => {
      res.once('drain', resolve);
      res.once('close', resolve);
    });
}

/** What filters look at. */
interface Subject {
  readonly actor: Actor;
  readonly type: string;
  readonly stories: readonly string[];
  readonly at: string;
}

const toSubject = (record: KeptDecision): Subject => ({ ...record, at: new Date(record.at).toISOString() });

function matches({ actor, type, stories, at }: Subject, query: AuditQuery): boolean {
  if (query.actor !== undefined && actor.id !== query.actor && actor.name !== query.actor) return false;
  if (query.type !== undefined && type !== query.type) return false;
  if (query.story !== undefined && !stories.includes(query.story)) return false;
  const atMs = Date.parse(at);
  return atMs >= (query.since ?? -Infinity) && atMs <= (query.until ?? Infinity);
}
