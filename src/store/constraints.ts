import { type Constraint, constraintName, makeConstraint } from '../review/constraints';
import { CorruptRecord } from './corrupt-record';
import { ledgerKeys } from './keys';
import { execPipeline } from './pipeline';
import type { Store } from './store';

/** What reviewers have decided in a collection, in brief. */
export interface ConstraintsHead {
  /** Goes up by one with every decision; a commit that rests on an older one is refused. 0 before the first. */
  readonly version: number;
  /** Whether any two articles are constrained: where none are, nothing more needs to be read. */
  readonly any: boolean;
}

/**
 * The version of the constraints. Read it before anything a decision rests on: what changes after it then shows at the commit. One
 * round trip.
 */
export async function readConstraintsHead(store: Store, collection: string): Promise<ConstraintsHead> {
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline().get(keys.decisionCount).hlen(keys.constraints);
  const [version, count] = await execPipeline<string | number | null>(pipeline);
  return { version: Number(version ?? 0), any: Number(count) > 0 };
}

/** Must-links are followed this far from the articles asked for. */
const MAX_HOPS = 8;

/** Constraints on these articles, and on those that must-links lead to from them. One round trip, and one more a hop. */
export async function readConstraints(
  store: Store,
  collection: string,
  ordinals: Iterable<number>,
): Promise<Constraint[]> {
  const key = ledgerKeys(collection).constraints;
  const seen = new Set(ordinals);
  const found = new Map<string, Constraint>();
  let frontier = [...seen];
  for (let hop = 0; hop < MAX_HOPS && frontier.length > 0; hop++) {
    const rows = await store.redis.hmget(key, ...frontier.map(String));
    const next = new Set<number>();
    rows.forEach((row, i) => {
      for (const constraint of decodeRow(key, frontier[i], row)) {
        found.set(constraintName(constraint), constraint);
        const other = constraint.a === frontier[i] ? constraint.b : constraint.a;
        if (constraint.kind === 'must' && !seen.has(other)) next.add(other);
      }
    });
    for (const ordinal of next) seen.add(ordinal);
    frontier = [...next];
  }
  return [...found.values()];
}

/** A page of all constraints, about `limit` of them, with the cursor of the next page ('0' at the end). */
export async function scanConstraints(
  store: Store,
  collection: string,
  page: { readonly cursor: string; readonly limit: number },
): Promise<{ readonly items: readonly Constraint[]; readonly cursor: string }> {
  const key = ledgerKeys(collection).constraints;
  const [cursor, flat] = await store.redis.hscan(key, page.cursor, 'COUNT', page.limit);
  const items = flat.flatMap((ordinal, i) => {
    if (i % 2 === 1) return [];
    // Each constraint is kept with both its articles; it is listed with the first.
    const rows = decodeRow(key, Number(ordinal), flat[i + 1]);
    return rows.flatMap((constraint) => (constraint.a === Number(ordinal) ? [constraint] : []));
  });
  return { items, cursor };
}

/** The text a constraint is kept as in the row of one of its articles: `m12:5`, must-link with 12 by decision 5. */
export const encodeConstraint = ({ kind, a, b, decision }: Constraint, ordinal: number): string =>
  `${kind === 'must' ? 'm' : 'c'}${ordinal === a ? b : a}:${decision}`;

function decodeRow(key: string, ordinal: number, row: string | null): Constraint[] {
  if (!row) return [];
  return row.split(' ').map((token) => {
    const parts = /^([mc])(\d+):(\d+)$/.exec(token);
    if (!parts) throw new CorruptRecord(key, String(ordinal), `unknown constraint ${token.slice(0, 40)}`);
    const kind = parts[1] === 'm' ? 'must' : 'cannot';
    return makeConstraint(kind, ordinal, Number(parts[2]), Number(parts[3]));
  });
}
