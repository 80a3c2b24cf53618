import type { Member } from '../matching/story-view';
import { readPlacements } from '../store/ledger';
import type { RelatedStory } from '../story/canonical-story';
import type { PipelineContext } from './context';

const RELATED_LISTED = 10;

/** Articles looked at for related stories: those with the strongest edges. */
const LOOKED_AT = 200;

/** The stories that a story's members have edges into, by the strongest edge from the `related` threshold up. */
export async function findRelated(
  { store, model }: Pick<PipelineContext, 'store' | 'model'>,
  collection: string,
  storyId: string,
  members: ReadonlyMap<number, Member>,
): Promise<RelatedStory[]> {
  const strongest = new Map<number, number>();
  for (const { edges } of members.values()) {
    for (const { ordinal, probability } of edges) {
      if (members.has(ordinal) || probability < model.thresholds.related) continue;
      strongest.set(ordinal, Math.max(probability, strongest.get(ordinal) ?? 0));
    }
  }
  const outside = [...strongest].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LOOKED_AT);
  const placements = await readPlacements(
    store,
    collection,
    outside.map(([ordinal]) => ordinal),
  );
  const byStory = new Map<string, number>();
  outside.forEach(([, probability], i) => {
    const other = placements[i].storyId;
    if (other !== undefined && other !== storyId && !byStory.has(other)) byStory.set(other, probability);
  });
  return [...byStory].slice(0, RELATED_LISTED).map(([id, probability]) => ({ storyId: id, probability }));
}
