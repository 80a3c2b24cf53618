import type { Member } from '../matching/story-view';
import { readPlacements } from '../store/ledger';
import type { RelatedStory } from '../story/canonical-story';
import type { PipelineContext } from './context';

const RELATED_LISTED = 10;

/** Articles looked at for related stories: those with the strongest edges. */
const LOOKED_AT = 200;

/** For each story, the stories that its members have edges into, by the strongest edge from the `related` threshold up. One round trip. */
export async function findRelated(
  { store, model }: Pick<PipelineContext, 'store' | 'model'>,
  collection: string,
  stories: readonly { readonly id: string; readonly members: ReadonlyMap<number, Member> }[],
): Promise<RelatedStory[][]> {
  const outside = stories.map(({ members }) => outsideEdges(members, model.thresholds.related));
  const ordinals = [...new Set(outside.flatMap((edges) => edges.map(([ordinal]) => ordinal)))];
  const placements = await readPlacements(store, collection, ordinals);
  const storyOf = new Map(ordinals.map((ordinal, i) => [ordinal, placements[i].storyId]));
  return stories.map(({ id }, i) => {
    const byStory = new Map<string, number>();
    for (const [ordinal, probability] of outside[i]) {
      const other = storyOf.get(ordinal);
      if (other !== undefined && other !== id && !byStory.has(other)) byStory.set(other, probability);
    }
    return [...byStory].slice(0, RELATED_LISTED).map(([storyId, probability]) => ({ storyId, probability }));
  });
}

/** The strongest edges to articles that are no members, as [ordinal, probability], strongest first. */
function outsideEdges(members: ReadonlyMap<number, Member>, floor: number): [number, number][] {
  const strongest = new Map<number, number>();
  for (const { edges } of members.values()) {
    for (const { ordinal, probability } of edges) {
      if (probability < floor || members.has(ordinal)) continue;
      strongest.set(ordinal, Math.max(probability, strongest.get(ordinal) ?? 0));
    }
  }
  return [...strongest].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LOOKED_AT);
}
