import type { Member } from '../matching/story-view';
import { ledgerKeys } from './keys';
import { decodeMember } from './member-codec';
import { execPipeline } from './pipeline';
import type { Store } from './store';

/** Where an article stands. `queued` also covers a newer revision of a clustered article that still waits. */
export type ArticleState = 'queued' | 'clustered' | 'withdrawn' | 'failed';

/** The ledger's word on one article. */
export interface Placement {
  readonly state: ArticleState;
  /** Newest revision accepted, and newest one the ledger has decided on; 0 for none. */
  readonly acceptedRevision: number;
  readonly committedRevision: number;
  readonly storyId?: string;
}

/** `merged` stories live on in another, `retracted` ones have lost all their articles. */
export type StoryStatus = 'active' | 'merged' | 'retracted';

/** A story as the ledger knows it: membership, not text. */
export interface LedgerStory {
  readonly id: string;
  /** Goes up by one with every change of the membership. */
  readonly version: number;
  readonly size: number;
  readonly status: StoryStatus;
  /** The survivor of a merged story. */
  readonly into?: string;
  readonly createdAtMs: number;
  /** A reviewer's word that nothing but a reviewer changes it. */
  readonly locked?: boolean;
  readonly pins?: Pins;
  /** Of an ended story: the number of the decision that ended it. */
  readonly endedBy?: number;
}

/** What a reviewer pinned: the articles, by ordinal, that the title, and that lead and body, are taken from. */
export interface Pins {
  readonly title?: number;
  readonly representative?: number;
}

/** A story with its members, by ordinal. */
export interface LedgerStoryWithMembers extends LedgerStory {
  readonly members: ReadonlyMap<number, Member>;
}

const STATES: Readonly<Record<string, ArticleState>> = {
  q: 'queued',
  c: 'clustered',
  w: 'withdrawn',
  f: 'failed',
};
const STATUSES: Readonly<Record<string, StoryStatus>> = { a: 'active', m: 'merged', r: 'retracted' };
const UNKNOWN: Placement = { state: 'queued', acceptedRevision: 0, committedRevision: 0 };

/** Placements of articles, in order, in one round trip. */
export async function readPlacements(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<Placement[]> {
  if (ordinals.length === 0) return [];
  const rows = await store.redis.hmget(ledgerKeys(collection).state, ...ordinals.map(String));
  return rows.map((row) => (row === null ? UNKNOWN : decodePlacement(row)));
}

/** Whether each article waits to be decided on. One round trip. */
export async function readWaiting(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<boolean[]> {
  if (ordinals.length === 0) return [];
  const marks = await store.redis.zmscore(ledgerKeys(collection).pending, ...ordinals.map(String));
  return marks.map((mark) => mark !== null);
}

function decodePlacement(row: string): Placement {
  const [accepted, committed, code, storyId] = row.split(' ');
  const acceptedRevision = Number(accepted);
  const committedRevision = Number(committed);
  const settled = STATES[code ?? ''] ?? 'queued';
  const state = settled !== 'failed' && acceptedRevision > committedRevision ? 'queued' : settled;
  return { state, acceptedRevision, committedRevision, ...(storyId ? { storyId } : {}) };
}

/**
 * For each article that waits, the articles that were compared with it and decided on before it was: it may have looked into the index
 * too early to find them. One round trip.
 */
export async function readSeenBy(
  store: Store,
  collection: string,
  ordinals: readonly number[],
): Promise<number[][]> {
  if (ordinals.length === 0) return [];
  const { seenPrefix } = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const ordinal of ordinals) pipeline.smembers(`${seenPrefix}${ordinal}`);
  const sets = await execPipeline<string[]>(pipeline);
  return sets.map((set) => set.map(Number));
}

const HEAD_FIELDS = ['v', 'n', 'st', 'into', 'created', 'lock', 'pin', 'by'] as const;

/** Stories without their members, in order, in one round trip; undefined where there is none. */
export async function readStoryHeads(
  store: Store,
  collection: string,
  ids: readonly string[],
): Promise<(LedgerStory | undefined)[]> {
  if (ids.length === 0) return [];
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const id of ids) pipeline.hmget(keys.story(id), ...HEAD_FIELDS);
  const rows = await execPipeline<(string | null)[]>(pipeline);
  return rows.map((row, i) => decodeHead(ids[i], row));
}

function decodeHead(id: string, row: readonly (string | null | undefined)[]): LedgerStory | undefined {
  const [v, n, st, into, created, lock, pin, by] = row;
  if (!v) return undefined;
  return {
    id,
    version: Number(v),
    size: Number(n ?? 0),
    status: STATUSES[st ?? 'a'] ?? 'active',
    ...(into ? { into } : {}),
    createdAtMs: Number(created ?? 0),
    ...(lock ? { locked: true } : {}),
    ...(pin ? { pins: JSON.parse(pin) as Pins } : {}),
    ...(by ? { endedBy: Number(by) } : {}),
  };
}

/** Stories with all their members, in order, in one round trip; undefined where there is none. Cost grows with size. */
export async function readStories(
  store: Store,
  collection: string,
  ids: readonly string[],
): Promise<(LedgerStoryWithMembers | undefined)[]> {
  if (ids.length === 0) return [];
  const keys = ledgerKeys(collection);
  const pipeline = store.redis.pipeline();
  for (const id of ids) pipeline.hgetallBuffer(keys.story(id));
  const rows = await execPipeline<Record<string, Buffer>>(pipeline);
  return rows.map((row, i) => decodeStory(keys.story(ids[i]), ids[i], row));
}

function decodeStory(
  key: string,
  id: string,
  row: Record<string, Buffer>,
): LedgerStoryWithMembers | undefined {
  const head = decodeHead(
    id,
    HEAD_FIELDS.map((field) => row[field]?.toString()),
  );
  if (!head) return undefined;
  const members = new Map<number, Member>();
  for (const [field, value] of Object.entries(row)) {
    if (!field.startsWith('m:')) continue;
    const ordinal = Number(field.slice(2));
    members.set(ordinal, decodeMember(key, ordinal, value));
  }
  return { ...head, members };
}
