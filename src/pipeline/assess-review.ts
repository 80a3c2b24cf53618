import type { Thresholds } from '../matching/model';
import { type Assessment, assessStory, type ReviewCase } from '../review/assess';
import { closeOver } from '../review/constraints';
import { type ConstraintsHead, readConstraints, readConstraintsHead } from '../store/constraints';
import { type LedgerStoryWithMembers, readPlacements } from '../store/ledger';
import { type ReviewEntry, readReviews, recordReview } from '../store/reviews';
import type { Store } from '../store/store';
import type { CanonicalStory } from '../story/canonical-story';
import type { PipelineContext } from './context';
import { type Outside, readOutside } from './outside-stories';

/** A story to be looked at, with its document if it has one. */
interface Assessed {
  readonly ledger: LedgerStoryWithMembers;
  readonly story: CanonicalStory | undefined;
}

/**
 * Looks at stories for what a reviewer should see, and brings the review queue up to date with it: one round trip where none is like
 * another story, else two, and one more for each that is to be entered or taken out. `announce` tells subscribers of
 * what is new: for stories that have changed, not for thousands that are only looked at in another light.
 */
export async function updateReviews(
  context: PipelineContext,
  collection: string,
  stories: readonly Assessed[],
  { announce }: { readonly announce: boolean },
): Promise<void> {
  const { store } = context;
  const ids = stories.map(({ ledger }) => ledger.id);
  const { thresholds } = await context.settings(collection);
  const active = stories.filter(({ ledger }) => ledger.status === 'active');
  const [head, befores, outside] = await Promise.all([
    readConstraintsHead(store, collection),
    readReviews(store, collection, ids),
    readOutside(
      store,
      collection,
      active.map(({ ledger }) => ledger),
      thresholds.review,
    ),
  ]);
  await Promise.all(
    stories.map(async (one, i) => {
      const near = outside.get(one.ledger.id);
      const found = near && (await assess(store, collection, one, { head, thresholds, near }));
      await updateReview(store, collection, one, { found, before: befores[i], announce });
    }),
  );
}

async function updateReview(
  store: Store,
  collection: string,
  { ledger, story }: Assessed,
  {
    found,
    before,
    announce,
  }: {
    readonly found: Assessment | undefined;
    readonly before: ReviewEntry | undefined;
    readonly announce: boolean;
  },
): Promise<void> {
  if (!found && !before) return;
  const known = new Set((before?.cases ?? []).map(nameCase));
  const isNews = announce && (found?.cases.some((one) => !known.has(nameCase(one))) ?? false);
  const entry = found && { ...found, storyId: ledger.id, since: before?.since ?? store.clock() };
  const event = isNews
    ? {
        story,
        change: { risk: found!.risk, cases: found!.cases.length },
        timestamp: new Date(store.clock()).toISOString(),
      }
    : undefined;
  await recordReview(store, collection, ledger, entry, event);
}

/** What makes two cases the same question. */
function nameCase(one: ReviewCase): string {
  return one.kind === 'between' ? `between ${one.otherStory}` : `${one.kind} ${one.article}`;
}

async function assess(
  store: Store,
  collection: string,
  { ledger: { members }, story }: Assessed,
  {
    head,
    thresholds: { merge, review },
    near,
  }: { readonly head: ConstraintsHead; readonly thresholds: Thresholds; readonly near: Outside },
): Promise<Assessment | undefined> {
  const stories = new Map(near.stories);
  const asked = [...members.keys(), ...near.ordinals];
  const constraints = head.any ? await readConstraints(store, collection, asked) : [];
  const ends = constraints.flatMap(({ a, b }) => [a, b]);
  const unknown = [...new Set(ends)].filter((ordinal) => !members.has(ordinal) && !stories.has(ordinal));
  const placed = await readPlacements(store, collection, unknown);
  unknown.forEach((ordinal, i) => stories.set(ordinal, placed[i].storyId));
  return assessStory({
    members,
    storyOf: (ordinal) => {
      const other = stories.get(ordinal);
      return other !== undefined && near.active.has(other) ? other : undefined;
    },
    words: closeOver([...asked, ...ends], constraints),
    thresholds: { merge, review },
    conflicts: story?.conflicts.length ?? 0,
    sources: story?.counts.sources ?? 0,
  });
}
