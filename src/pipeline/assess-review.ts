import { type Assessment, assessStory, type ReviewCase } from '../review/assess';
import { closeOver } from '../review/constraints';
import { type ConstraintsHead, readConstraints, readConstraintsHead } from '../store/constraints';
import { type LedgerStoryWithMembers, readPlacements, readStoryHeads } from '../store/ledger';
import { type ReviewEntry, readReviews, recordReview } from '../store/reviews';
import type { CanonicalStory } from '../story/canonical-story';
import type { PipelineContext } from './context';

/** Edges looked at for stories that this one may be one with: the strongest ones. */
const LOOKED_AT = 200;

/** A story to be looked at, with its document if it has one. */
interface Assessed {
  readonly ledger: LedgerStoryWithMembers;
  readonly story: CanonicalStory | undefined;
}

/**
 * Looks at stories for what a reviewer should see, and brings the review queue up to date with it. `announce` tells subscribers of
 * what is new: for stories that have changed, not for thousands that are only looked at in another light.
 */
export async function updateReviews(
  context: PipelineContext,
  collection: string,
  stories: readonly Assessed[],
  { announce }: { readonly announce: boolean },
): Promise<void> {
  const ids = stories.map(({ ledger }) => ledger.id);
  const head = await readConstraintsHead(context.store, collection);
  const befores = await readReviews(context.store, collection, ids);
  await Promise.all(
    stories.map((one, i) => updateReview(context, collection, one, { head, before: befores[i], announce })),
  );
}

async function updateReview(
  context: PipelineContext,
  collection: string,
  { ledger, story }: Assessed,
  {
    head,
    before,
    announce,
  }: {
    readonly head: ConstraintsHead;
    readonly before: ReviewEntry | undefined;
    readonly announce: boolean;
  },
): Promise<void> {
  const { store } = context;
  const found =
    ledger.status === 'active' ? await assess(context, collection, { ledger, story }, head) : undefined;
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
  { store, settings }: PipelineContext,
  collection: string,
  { ledger: { id, members }, story }: Assessed,
  head: ConstraintsHead,
): Promise<Assessment | undefined> {
  const { merge, review } = (await settings(collection)).thresholds;
  const outside = [...members.values()]
    .flatMap(({ edges }) => edges)
    .filter(({ ordinal, probability }) => probability >= review && !members.has(ordinal))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, LOOKED_AT);
  const ordinals = [...new Set(outside.map(({ ordinal }) => ordinal))];
  const placements = await readPlacements(store, collection, ordinals);
  const stories = new Map(ordinals.map((ordinal, i) => [ordinal, placements[i].storyId]));
  const others = [...new Set([...stories.values()].flatMap((other) => other ?? []))];
  const heads = await readStoryHeads(store, collection, others);
  const active = new Set(others.filter((other, i) => other !== id && heads[i]?.status === 'active'));
  const asked = [...members.keys(), ...ordinals];
  const constraints = head.any ? await readConstraints(store, collection, asked) : [];
  const ends = constraints.flatMap(({ a, b }) => [a, b]);
  const unknown = [...new Set(ends)].filter((ordinal) => !members.has(ordinal) && !stories.has(ordinal));
  const placed = await readPlacements(store, collection, unknown);
  unknown.forEach((ordinal, i) => stories.set(ordinal, placed[i].storyId));
  return assessStory({
    members,
    storyOf: (ordinal) => {
      const other = stories.get(ordinal);
      return other !== undefined && active.has(other) ? other : undefined;
    },
    words: closeOver([...asked, ...ends], constraints),
    thresholds: { merge, review },
    conflicts: story?.conflicts.length ?? 0,
    sources: story?.counts.sources ?? 0,
  });
}
