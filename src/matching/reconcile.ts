/** A story that the articles of a new partition belonged to. */
export interface FormerStory {
  readonly id: string;
  readonly createdAtMs: number;
}

/** Which story each cluster is from now on, and which stories end in which. */
export interface Reconciled {
  /** One story id a cluster, in order. */
  readonly storyIds: readonly string[];
  readonly retired: readonly { readonly storyId: string; readonly into: string }[];
}

interface Overlap {
  readonly story: FormerStory;
  readonly cluster: number;
  readonly shared: number;
}

/**
 * Gives each cluster the id of the story it continues, so that ids stay put while articles move.
 *
 * The largest overlaps choose first; between equal ones the older story, then the smaller id. A cluster no story
 * is left for gets a new id; a story no cluster is left for ends in the cluster that took most of its articles.
 *
 * @param storyOf the story an article was in, if any.
 * @param newStoryId called once for each cluster that becomes a new story, in the order of clusters.
 */
export function reconcileClusters(
  clusters: readonly (readonly number[])[],
  stories: readonly FormerStory[],
  storyOf: (ordinal: number) => string | undefined,
  newStoryId: () => string,
): Reconciled {
  const overlaps = countOverlaps(clusters, stories, storyOf).sort(
    (a, b) =>
      b.shared - a.shared ||
      a.story.createdAtMs - b.story.createdAtMs ||
      (a.story.id < b.story.id ? -1 : a.story.id > b.story.id ? 1 : a.cluster - b.cluster),
  );
  const idOfCluster = new Map<number, string>();
  const survivors = new Set<string>();
  for (const { story, cluster } of overlaps) {
    if (survivors.has(story.id) || idOfCluster.has(cluster)) continue;
    idOfCluster.set(cluster, story.id);
    survivors.add(story.id);
  }
  const storyIds = clusters.map((_, i) => idOfCluster.get(i) ?? newStoryId());
  const retired = new Map<string, string>();
  for (const { story, cluster } of overlaps) {
    if (!survivors.has(story.id) && !retired.has(story.id)) retired.set(story.id, storyIds[cluster]);
  }
  return { storyIds, retired: [...retired].map(([storyId, into]) => ({ storyId, into })) };
}

function countOverlaps(
  clusters: readonly (readonly number[])[],
  stories: readonly FormerStory[],
  storyOf: (ordinal: number) => string | undefined,
): Overlap[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return clusters.flatMap((cluster, index) => {
    const shared = new Map<string, number>();
    for (const ordinal of cluster) {
      const id = storyOf(ordinal);
      if (id !== undefined) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared].flatMap(([id, count]) => {
      const story = byId.get(id);
      return story ? [{ story, cluster: index, shared: count }] : [];
    });
  });
}
