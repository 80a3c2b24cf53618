import type { CanonicalStory } from '../story/canonical-story';
import { ledgerKeys } from './keys';
import { execPipeline } from './pipeline';
import type { Store } from './store';

const SUMMARY_FIELDS = [
  'id',
  'collection',
  'version',
  'status',
  'language',
  'title',
  'lead',
  'counts',
  'origin',
  'firstPublishedAt',
  'updatedAt',
] as const satisfies readonly (keyof CanonicalStory)[];

type SummaryFields = Pick<CanonicalStory, (typeof SUMMARY_FIELDS)[number]>;

/** A story in a list: its document without the body. */
export type StorySummary = SummaryFields & {
  /** Names of its sources, at most 50, in order of publication. */
  readonly sources: readonly string[];
};

const SOURCES_LISTED = 50;

/** What of a document a list shows. */
export function summarise(story: CanonicalStory): StorySummary {
  const fields = Object.fromEntries(
    SUMMARY_FIELDS.map((field) => [field, story[field]]),
  ) as unknown as SummaryFields;
  const sources = [...new Set(story.articles.map(({ source }) => source.name))].slice(0, SOURCES_LISTED);
  return { ...fields, sources };
}

export type StorySort = 'updated' | 'first' | 'size';

/** Which stories to list. Times are milliseconds and compared with the time of the sort: `first` by first report, else by update. */
export interface StoryQuery {
  readonly sort: StorySort;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  /** A source name, compared without case. */
  readonly source?: string;
  readonly language?: string;
  readonly minSources?: number;
  /** Every word must occur in title, lead or a source name, compared without case. */
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** One page; `nextCursor` is absent on the last. */
export interface StoryPage {
  readonly items: readonly StorySummary[];
  readonly nextCursor?: string;
}

/** Stories read at a time, and looked at for one page at most: a page of a rare filter may come back short, with a cursor. */
const BATCH = 200;
const MAX_LOOKED_AT = 5_000;

/** Lists active stories, newest or largest first. */
export async function listStories(store: Store, collection: string, query: StoryQuery): Promise<StoryPage> {
  const items: StorySummary[] = [];
  let cursor = decodeCursor(query.cursor);
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += BATCH) {
    const rows = await readBatch(store, collection, query, cursor);
    for (const { id, score, summary } of rows) {
      cursor = { score, id };
      if (summary && matchesQuery(summary, query)) items.push(summary);
      if (items.length === query.limit) return { items, nextCursor: encodeCursor(cursor) };
    }
    if (rows.length < BATCH) return { items };
  }
  return { items, ...(cursor ? { nextCursor: encodeCursor(cursor) } : {}) };
}

/** A place in a list: the last story shown. Ties of the score are in descending order of id, as Redis keeps them. */
interface Cursor {
  readonly score: number;
  readonly id: string;
}

const encodeCursor = ({ score, id }: Cursor): string => Buffer.from(`${score} ${id}`).toString('base64url');

/** Reads a cursor; undefined for none or one that was not given out by `listStories`. */
export function decodeCursor(cursor: string | undefined): Cursor | undefined {
  const [score, id] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split(' ');
  return id && score && Number.isFinite(Number(score)) ? { score: Number(score), id } : undefined;
}

interface Row {
  readonly id: string;
  readonly score: number;
  readonly summary: StorySummary | undefined;
}

async function readBatch(
  store: Store,
  collection: string,
  query: StoryQuery,
  cursor: Cursor | undefined,
): Promise<Row[]> {
  const keys = ledgerKeys(collection);
  const key = { updated: keys.byUpdated, first: keys.byFirst, size: keys.bySize }[query.sort];
  const bounds = query.sort === 'size' ? {} : { top: query.untilMs, bottom: query.sinceMs };
  const offset = await offsetOf(store, key, cursor, bounds.top);
  const flat = await store.redis.zrevrange(key, offset, offset + BATCH - 1, 'WITHSCORES');
  const listed = flat.flatMap((id, i) => (i % 2 === 0 ? [{ id, score: Number(flat[i + 1]) }] : []));
  const rows = listed.filter(({ score }) => score >= (bounds.bottom ?? -Infinity));
  const pipeline = store.redis.pipeline();
  for (const { id } of rows) pipeline.hget(keys.document(id), 'sum');
  const sums = rows.length === 0 ? [] : await execPipeline<string | null>(pipeline);
  return rows.map((row, i) => ({
    ...row,
    summary: sums[i] ? (JSON.parse(sums[i]) as StorySummary) : undefined,
  }));
}

/**
 * How many stories come before the page. A story that has moved since its cursor was given leaves only its score: the page then
 * starts at the first of that score, so that some may be shown again and none is left out.
 */
async function offsetOf(
  store: Store,
  key: string,
  cursor: Cursor | undefined,
  top: number | undefined,
): Promise<number> {
  if (!cursor) return top === undefined ? 0 : store.redis.zcount(key, `(${top}`, '+inf');
  const [score, rank] = await Promise.all([
    store.redis.zscore(key, cursor.id),
    store.redis.zrevrank(key, cursor.id),
  ]);
  if (rank !== null && Number(score) === cursor.score) return rank + 1;
  return store.redis.zcount(key, `(${cursor.score}`, '+inf');
}

function matchesQuery(summary: StorySummary, query: StoryQuery): boolean {
  if (query.language !== undefined && summary.language !== query.language) return false;
  if (query.minSources !== undefined && summary.counts.sources < query.minSources) return false;
  const sources = summary.sources.map((name) => name.toLowerCase());
  if (query.source !== undefined && !sources.includes(query.source.toLowerCase())) return false;
  if (query.sort === 'size' && !isWithin(summary.updatedAt, query)) return false;
  if (query.q === undefined) return true;
  const text = [summary.title.text, summary.lead.text, ...sources].join(' ').toLowerCase();
  return query.q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isWithin(
  updatedAt: string | null,
  { sinceMs = -Infinity, untilMs = Infinity }: StoryQuery,
): boolean {
  const at = updatedAt === null ? 0 : Date.parse(updatedAt);
  return at >= sinceMs && at <= untilMs;
}
