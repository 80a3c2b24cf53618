import type { Match } from '../../matching/match';
import type { Edge } from '../../matching/story-view';
import { compareAgain } from '../../pipeline/compare-again';
import { readPlacements } from '../../store/ledger';
import { readStoryMember } from '../../store/story-member';
import type { ApiDeps } from '../deps';
import { roundProbability } from '../match-wire';

/** What the pipeline found when it compared two articles. */
export interface RecordedMatch {
  /** As it was decided by. */
  readonly probability: number;
  /**
   * The evidence, found anew among the candidates that the index has for the later article: part of it is how the pair stands out in
   * that company. Undefined where a fingerprint is no longer kept.
   */
  readonly match: Match | undefined;
  /** Articles in that company. */
  readonly among: number;
}

/** The record of a pair, from whichever article has it; undefined when they were never compared, or not in these revisions. */
export async function readRecordedMatch(
  deps: Pick<ApiDeps, 'store' | 'pipeline'>,
  collection: string,
  [a, b]: readonly [number, number],
): Promise<RecordedMatch | undefined> {
  const placements = await readPlacements(deps.store, collection, [a, b]);
  const members = await Promise.all(
    [a, b].map(async (ordinal, i) => {
      const { storyId } = placements[i];
      return storyId === undefined ? undefined : readStoryMember(deps.store, collection, storyId, ordinal);
    }),
  );
  // The later one was compared with the earlier one when it came, and so has the pair.
  for (const subject of a > b ? [0, 1] : [1, 0]) {
    const other = 1 - subject;
    const edges = members[subject]?.edges ?? [];
    const edge = edges.find(({ ordinal }) => ordinal === [a, b][other]);
    const revision = placements[other].acceptedRevision & 0xff;
    if (!edge || (edge.revision & 0xff) !== revision) continue;
    return findAnew(deps, collection, [a, b][subject], edge);
  }
  return undefined;
}

async function findAnew(
  { pipeline }: Pick<ApiDeps, 'pipeline'>,
  collection: string,
  subject: number,
  edge: Edge,
): Promise<RecordedMatch> {
  const { matches, among } = await compareAgain(pipeline, collection, subject, [edge.ordinal]);
  return {
    probability: roundProbability(edge.probability),
    match: matches[0],
    among,
  };
}
