import { DECISION_LIMITS } from '../matching/decision-limits';
import type { Edge, Member } from '../matching/story-view';
import { readPlacements, readStories, readStoryHeads } from '../store/ledger';
import type { Store } from '../store/store';

/** A match with an article of another story. */
export interface OutsideEdge extends Edge {
  readonly storyId: string;
}

/** A member's edges to other members, seen from it; a pair that both know counts with its stronger probability. */
export function edgesInside(members: ReadonlyMap<number, Member>, ordinal: number): readonly Edge[] {
  const found = new StrongestEdges<Edge>();
  for (const edge of members.get(ordinal)?.edges ?? []) if (members.has(edge.ordinal)) found.add(edge);
  for (const [other, { revision, edges }] of members) {
    const edge = edges.find((candidate) => candidate.ordinal === ordinal);
    if (edge && other !== ordinal) found.add({ ordinal: other, revision, probability: edge.probability });
  }
  return found.list();
}

/**
 * The edges of members to articles of other stories: their own, and those that members of the `related` stories, which may be
 * newer, have to them. Large stories are not searched. Three round trips.
 */
export async function edgesOutside(
  store: Store,
  collection: string,
  storyId: string,
  members: readonly Member[],
  related: readonly string[],
): Promise<ReadonlyMap<number, readonly OutsideEdge[]>> {
  const found = new Map(members.map(({ ordinal }) => [ordinal, new StrongestEdges<OutsideEdge>()]));
  const own = members.flatMap(({ ordinal: from, edges }) => edges.map((edge) => ({ from, edge })));
  const placements = await readPlacements(
    store,
    collection,
    own.map(({ edge }) => edge.ordinal),
  );
  own.forEach(({ from, edge }, index) => {
    const { storyId: other } = placements[index];
    if (other !== undefined && other !== storyId) found.get(from)?.add({ ...edge, storyId: other });
  });
  for (const story of await readSmallStories(store, collection, related)) {
    for (const { ordinal, revision, edges } of story.members.values()) {
      for (const { ordinal: to, probability } of edges)
        found.get(to)?.add({ ordinal, revision, probability, storyId: story.id });
    }
  }
  return new Map([...found].map(([ordinal, edges]) => [ordinal, edges.list()]));
}

async function readSmallStories(store: Store, collection: string, ids: readonly string[]) {
  const heads = await readStoryHeads(store, collection, ids);
  const small = ids.filter((_, index) => (heads[index]?.size ?? Infinity) <= DECISION_LIMITS.storySize);
  const stories = await readStories(store, collection, small);
  return stories.filter((story) => story !== undefined);
}

/** One edge to each article: that of the highest probability. */
class StrongestEdges<One extends Edge> {
  private readonly edges = new Map<number, One>();

  add(edge: One): void {
    if ((this.edges.get(edge.ordinal)?.probability ?? -1) < edge.probability)
      this.edges.set(edge.ordinal, edge);
  }

  list(): readonly One[] {
    return [...this.edges.values()];
  }
}
