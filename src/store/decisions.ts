import type { Constraint } from '../review/constraints';
import type { Effects } from '../review/effects';
import type { Intent } from '../review/intent';
import { decodeJson, encodeJson } from './document-codec';
import { ledgerKeys } from './keys';
import { execPipeline } from './pipeline';
import type { CollectionSettings } from './settings';
import type { Store } from './store';

/** Who decided: the id of the key, and its name as it was then. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

export type DecisionType = Intent['type'] | 'undo' | 'settings';

/** A decision as it is kept for good: who, when, what, why, before and after. */
export interface DecisionRecord {
  /** 1 for the first of its collection, one more each time. */
  readonly number: number;
  readonly at: number;
  readonly actor: Actor;
  readonly type: DecisionType;
  readonly reason?: string;
  /** The text of a note. */
  readonly text?: string;
  /** Of a change of settings: all that was set before and after. */
  readonly settings?: { readonly before: CollectionSettings; readonly after: CollectionSettings };
  readonly stories: readonly string[];
  readonly effects: Effects;
  /** Decisions taken back by this one. */
  readonly undoes: readonly number[];
  /** Article ids by ordinal, of every article named in `effects`: articles are forgotten, decisions are not. */
  readonly names: Readonly<Record<number, string>>;
  /** Article ids by story, before and after; at most `SHOWN_ARTICLES` of them. */
  readonly before: Readonly<Record<string, readonly string[]>>;
  readonly after: Readonly<Record<string, readonly string[]>>;
  readonly truncated: boolean;
  /** Pairs whose constraint had a recorded probability: what thresholds are calibrated by. */
  readonly evidence: readonly PairEvidence[];
}

/** A reviewed pair: the probability it had, and whether it was found to be one story. */
export interface PairEvidence {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
  readonly probability: number;
}

/** A decision with the one that took it back, if any. */
export interface KeptDecision extends DecisionRecord {
  readonly undoneBy?: number;
}

export const encodeDecision = (record: DecisionRecord): Buffer => encodeJson(record);

/** Decisions by number, in order, in one round trip; those that do not exist are left out. */
export async function readDecisions(
  store: Store,
  collection: string,
  numbers: readonly number[],
): Promise<KeptDecision[]> {
  if (numbers.length === 0) return [];
  const keys = ledgerKeys(collection);
  const fields = numbers.map(String);
  const pipeline = store.redis.pipeline();
  pipeline.hmgetBuffer(keys.decisions, ...fields);
  pipeline.hmget(keys.undone, ...fields);
  const [records, undone] = await execPipeline<(Buffer | null)[] | (string | null)[]>(pipeline);
  return records.flatMap((bytes, i) => {
    if (bytes === null) return [];
    const record = decodeJson<DecisionRecord>(keys.decisions, fields[i], bytes as Buffer);
    const by = undone[i];
    return [{ ...record, ...(by === null ? {} : { undoneBy: Number(by) }) }];
  });
}

/** The number of the newest decision; 0 before the first. */
export async function newestDecision(store: Store, collection: string): Promise<number> {
  return Number((await store.redis.get(ledgerKeys(collection).decisionCount)) ?? 0);
}

/** Decisions older than a number, newest first, at most `limit`. */
export async function listDecisions(
  store: Store,
  collection: string,
  page: { readonly before: number; readonly limit: number },
): Promise<KeptDecision[]> {
  const newest = page.before - 1;
  const count = Math.max(0, Math.min(page.limit, newest));
  return readDecisions(
    store,
    collection,
    Array.from({ length: count }, (_, i) => newest - i),
  );
}

/** The numbers of the decisions that moved each article, ascending. */
export async function readMovedBy(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<number[]> {
  if (ordinals.length === 0) return [];
  const rows = await store.redis.hmget(ledgerKeys(collection).movedBy, ...ordinals.map(String));
  return ascending(rows);
}

/** The numbers of the decisions on stories, ascending. */
export async function readDecidedOn(
  store: Store,
  collection: string,
  storyIds: readonly string[],
): Promise<number[]> {
  if (storyIds.length === 0) return [];
  const rows = await store.redis.hmget(ledgerKeys(collection).decidedOn, ...storyIds);
  return ascending(rows);
}

const ascending = (rows: readonly (string | null)[]): number[] =>
  [...new Set(rows.flatMap((row) => (row ? row.split(' ').map(Number) : [])))].sort((a, b) => a - b);

/** The text by which clients name a decision. */
export const decisionId = (number: number): string => `d${number}`;

/** The number in a decision's id; undefined where the text is none. */
export function parseDecisionId(id: string): number | undefined {
  const number = /^d([1-9]\d{0,14})$/.exec(id)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Every article that a record names by ordinal. */
export function ordinalsOf({ moves, added, removed }: Effects): number[] {
  const ends = (list: readonly Constraint[]) => list.flatMap(({ a, b }) => [a, b]);
  return [...new Set([...moves.map(({ ordinal }) => ordinal), ...ends(added), ...ends(removed)])];
}
