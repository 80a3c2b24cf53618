import { sizeLimit } from '../matching/decision-limits';
import type { StoryView } from '../matching/story-view';
import { type Closure, closeOver } from '../review/constraints';
import { type ConstraintsHead, readConstraints } from '../store/constraints';
import { readPlacements, readStories, readStoryHeads } from '../store/ledger';
import type { PipelineContext } from './context';
import type { StoryOverlay } from './story-overlay';

/** Articles whose stories decisions look at. */
export interface ReachedArticles {
  readonly ordinals: readonly number[];
  /** They are looked at a second time: larger stories may be taken apart. */
  readonly again: boolean;
}

const NO_WORDS: Closure = { mustLink: [], cannotLink: [] };

/** Loads the stories of these articles, and what reviewers have said about them and their fellow members. */
export async function loadConstrainedStories(
  context: PipelineContext,
  collection: string,
  head: ConstraintsHead,
  { ordinals, again }: ReachedArticles,
  overlay: StoryOverlay,
): Promise<Closure> {
  if (!head.any) {
    await loadStories(context, collection, { ordinals, again }, overlay);
    return NO_WORDS;
  }
  // A must-link may lead to a story that no edge leads to.
  const own = await readConstraints(context.store, collection, ordinals);
  const reached = new Set([...ordinals, ...own.flatMap(({ a, b }) => [a, b])]);
  await loadStories(context, collection, { ordinals: [...reached], again }, overlay);
  for (const { members } of overlay.stories.values())
    for (const ordinal of members?.keys() ?? []) reached.add(ordinal);
  const constraints = await readConstraints(context.store, collection, reached);
  return closeOver(reached, constraints);
}

async function loadStories(
  { store }: PipelineContext,
  collection: string,
  { ordinals, again }: ReachedArticles,
  overlay: StoryOverlay,
): Promise<void> {
  const placements = await readPlacements(store, collection, ordinals);
  const ids = [...new Set(placements.flatMap(({ storyId }) => storyId ?? []))];
  const heads = (await readStoryHeads(store, collection, ids)).filter((head) => head?.status === 'active');
  const isRead = ({ size }: StoryView) => size <= sizeLimit({ again });
  const whole = await readStories(
    store,
    collection,
    heads.flatMap((head) => (isRead(head!) ? [head!.id] : [])),
  );
  const stories: StoryView[] = [
    ...heads.flatMap((head) => (isRead(head!) ? [] : [head!])),
    ...whole.flatMap((story) => (story?.status === 'active' ? [story] : [])),
  ];
  overlay.load(new Map(ordinals.map((ordinal, i) => [ordinal, placements[i].storyId])), stories);
}
