import type { Member } from '../matching/story-view';
import { toChunks } from '../queue/producer';
import type { Constraint } from '../review/constraints';
import { readBodies } from '../store/articles';
import { encodeConstraint, scanConstraints } from '../store/constraints';
import { ledgerKeys } from '../store/keys';
import { readPlacements } from '../store/ledger';
import { encodeSettings } from '../store/settings';
import type { Store } from '../store/store';
import { withThrowAwayPipeline } from './cluster-pipeline';
import type { ClusterRow } from './cluster-rows';
import { lookAgainAtAll, postRows } from './cluster-run';
import { readOrdinalsInOrder, readStoriesOf } from './recluster-stories';

/** Thresholds to cluster with; what is absent is as the service has it. */
export interface NewThresholds {
  readonly merge?: number;
  readonly review?: number;
}

export interface ShadowOptions {
  readonly thresholds: NewThresholds;
  readonly workers: number;
  readonly report: (line: string) => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** The stories that a collection would have, each by its members in the ordinals of the collection itself. */
export type Shadow = readonly (readonly Member[])[];

const READ_AT_ONCE = 200;

/**
 * Clusters the articles of a collection anew, in the order they came in, on a Redis of its own that is removed afterwards; what reviewers
 * have said of pairs holds there too. The collection itself is only read.
 */
export async function clusterShadow(
  live: Store,
  collection: string,
  options: ShadowOptions,
): Promise<Shadow> {
  const { rows, ordinals, revisions } = await readRows(live, collection);
  const constraints = await readAllConstraints(live, collection);
  return withThrowAwayPipeline(options, async (pipeline) => {
    const shadowOf = new Map(ordinals.map((ordinal, i) => [ordinal, i + 1]));
    await prepare(pipeline.store, collection, constraints, shadowOf, options.thresholds);
    const posted = await postRows(pipeline, rows, (done, waiting) =>
      options.onProgress(done - waiting, rows.length),
    );
    if (posted.some((ordinal, i) => ordinal !== i + 1))
      throw new Error(
        'Two articles of the collection count as one when they are posted anew: it cannot be compared',
      );
    await lookAgainAtAll(pipeline, [collection]);
    const stories = await readStoriesOf(pipeline.store, collection, posted);
    const toLive = (ordinal: number): number => ordinals[ordinal - 1];
    return stories.map(({ members }) =>
      [...members.values()].map((member) => toLiveMember(member, toLive, revisions)),
    );
  });
}

/** The articles that are in a story, in order of acceptance. Held in memory: some 5 kB each. */
async function readRows(store: Store, collection: string) {
  const rows: ClusterRow[] = [];
  const ordinals: number[] = [];
  const revisions = new Map<number, number>();
  for (const chunk of toChunks(await readOrdinalsInOrder(store, collection), READ_AT_ONCE)) {
    const placements = await readPlacements(store, collection, chunk);
    const placed = chunk.filter((_, i) => placements[i].storyId !== undefined);
    const articles = await readBodies(
      store,
      collection,
      placed.map((ordinal) => ({ ordinal })),
    );
    articles.forEach((article, i) => {
      if (!article) return;
      const { revision, collection: _, receivedAtMs: _received, ...posted } = article;
      ordinals.push(placed[i]);
      revisions.set(placed[i], revision);
      rows.push({ id: article.id, line: rows.length + 1, collection, article: posted });
    });
  }
  return { rows, ordinals, revisions };
}

export async function readAllConstraints(store: Store, collection: string): Promise<Constraint[]> {
  const all: Constraint[] = [];
  let cursor = '0';
  do {
    const page = await scanConstraints(store, collection, { cursor, limit: 1_000 });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== '0');
  return all;
}

/** Enters thresholds and constraints before there are articles, under the ordinals these will get. */
async function prepare(
  { redis }: Store,
  collection: string,
  constraints: readonly Constraint[],
  shadowOf: ReadonlyMap<number, number>,
  thresholds: NewThresholds,
): Promise<void> {
  const keys = ledgerKeys(collection);
  const rows = new Map<number, string[]>();
  for (const { kind, a, b, decision } of constraints) {
    const [left, right] = [shadowOf.get(a), shadowOf.get(b)];
    if (left === undefined || right === undefined) continue;
    const moved: Constraint = { kind, a: Math.min(left, right), b: Math.max(left, right), decision };
    for (const end of [moved.a, moved.b])
      rows.set(end, [...(rows.get(end) ?? []), encodeConstraint(moved, end)]);
  }
  for (const [ordinal, words] of rows) await redis.hset(keys.constraints, String(ordinal), words.join(' '));
  await redis.set(keys.settings, encodeSettings({ revision: 1, thresholds }));
}

/** Edges name the revision they were found at: in the shadow every article has one revision only. */
function toLiveMember(
  member: Member,
  toLive: (ordinal: number) => number,
  revisions: ReadonlyMap<number, number>,
): Member {
  const ordinal = toLive(member.ordinal);
  const revisionOf = (of: number): number => revisions.get(of) ?? 1;
  return {
    ...member,
    ordinal,
    revision: revisionOf(ordinal),
    edges: member.edges.map((edge) => ({
      ...edge,
      ordinal: toLive(edge.ordinal),
      revision: revisionOf(toLive(edge.ordinal)) & 0xff,
    })),
  };
}
