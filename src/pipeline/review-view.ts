import type { Constraint } from '../review/constraints';
import { readConstraints, readConstraintsHead } from '../store/constraints';
import { ledgerKeys } from '../store/keys';
import { type LedgerStoryWithMembers, readPlacements, readStories, readStoryHeads } from '../store/ledger';
import { execPipeline } from '../store/pipeline';
import type { PipelineContext } from './context';
import { publishDocument } from './publish-document';

/** What a decision rests on: as of one version of the constraints, which the commit checks. */
export interface ReviewView {
  readonly constraintsVersion: number;
  readonly stories: ReadonlyMap<string, LedgerStoryWithMembers>;
  /** On the members of these stories and the other articles asked for, and what must-links lead to from them. */
  readonly constraints: readonly Constraint[];
  /** The story each of these articles, and each article named in `constraints`, is in. */
  readonly storyOf: (ordinal: number) => string | undefined;
}

/** Reads what a decision on these stories and articles rests on; stories that do not exist are left out. */
export async function loadReviewView(
  { store }: Pick<PipelineContext, 'store'>,
  collection: string,
  storyIds: readonly string[],
  ordinals: readonly number[],
): Promise<ReviewView> {
  const head = await readConstraintsHead(store, collection);
  const found = await readStories(store, collection, [...new Set(storyIds)]);
  const stories = new Map(found.flatMap((story) => (story ? [[story.id, story]] : [])));
  const asked = new Set([
    ...ordinals,
    ...[...stories.values()].flatMap(({ members }) => [...members.keys()]),
  ]);
  const constraints = head.any ? await readConstraints(store, collection, asked) : [];
  const named = [...new Set([...asked, ...constraints.flatMap(({ a, b }) => [a, b])])];
  const placements = await readPlacements(store, collection, named);
  const placed = new Map(named.map((ordinal, i) => [ordinal, placements[i].storyId]));
  return {
    constraintsVersion: head.version,
    stories,
    constraints,
    storyOf: (ordinal) => placed.get(ordinal),
  };
}

/** Tries to catch a story between two changes: each try publishes what is due. */
const MAX_LOOKS = 10;

/**
 * The version of a story's newest document, with the ledger version that it shows: what is due is published first. Undefined for
 * a story that there is not, that has ended, or that keeps changing.
 */
export async function readShownVersion(
  context: PipelineContext,
  collection: string,
  storyId: string,
): Promise<{ readonly version: number; readonly ledgerVersion: number } | undefined> {
  const keys = ledgerKeys(collection);
  const { redis } = context.store;
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const [before] = await readStoryHeads(context.store, collection, [storyId]);
    if (before?.status !== 'active') return undefined;
    const pipeline = redis.pipeline();
    pipeline.hget(keys.document(storyId), 'v').zscore(keys.dirty, storyId).hget(keys.story(storyId), 'v');
    const [shown, due, version] = await execPipeline<string | null>(pipeline);
    if (due === null && shown !== null && Number(version) === before.version)
      return { version: Number(shown), ledgerVersion: before.version };
    if (due !== null || shown === null) await publishDocument(context, collection, storyId);
  }
  return undefined;
}
