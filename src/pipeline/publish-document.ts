import { publishStory, type StoryEventType, settleStory } from '../store/publish';
import { updateReview } from './assess-review';
import { buildDocument } from './build-document';
import type { PipelineContext } from './context';

/** What was published of one story. */
export interface PublishedDocument {
  readonly storyId: string;
  readonly size: number;
  readonly events: readonly StoryEventType[];
  /** From the acceptance of its newest article until now. */
  readonly lagMs: number;
}

/** Another worker may publish, or the story end, between building and publishing; each try then starts from what is new. */
const MAX_TRIES = 20;

/**
 * Builds and publishes a story's document if one is due. Running it again, or in several workers at once, publishes each state
 * once.
 */
export async function publishDocument(
  context: PipelineContext,
  collection: string,
  storyId: string,
): Promise<PublishedDocument | undefined> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const built = await buildDocument(context, collection, storyId);
    if (!built) return undefined;
    await context.checkpoint('stories:built');
    const { ledger, before, publication, acceptedAtMs = 0 } = built;
    // Before the document: as long as that is due, a worker that dies here has this done again.
    await updateReview(context, collection, ledger, publication?.story ?? before?.story);
    const outcome = publication
      ? await publishStory(context.store, publication)
      : await settleStory(context.store, collection, storyId, {
          ledgerVersion: ledger.version,
          previousLedgerVersion: before?.ledgerVersion ?? 0,
          status: ledger.status === 'active' ? 'a' : ledger.status === 'merged' ? 'm' : 'r',
        });
    if (outcome.kind !== 'published') continue;
    await context.checkpoint('stories:published');
    if (!publication) return undefined;
    const events = publication.events.map(({ type }) => type);
    return { storyId, size: ledger.size, events, lagMs: context.store.clock() - acceptedAtMs };
  }
  throw new Error(
    `Story ${storyId} of ${collection} changed ${MAX_TRIES} times while its document was built`,
  );
}
