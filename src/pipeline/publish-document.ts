import {
  type Publication,
  type PublishOutcome,
  publishStories,
  type Settlement,
  type StoryEventType,
} from '../store/publish';
import { updateReviews } from './assess-review';
import { type BuiltDocument, buildDocuments, buildNewDocuments } from './build-document';
import type { PipelineContext } from './context';
import type { NewStory } from './new-stories';

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

/** Builds and publishes a story's document if one is due. */
export async function publishDocument(
  context: PipelineContext,
  collection: string,
  storyId: string,
): Promise<PublishedDocument | undefined> {
  const [published] = await publishDocuments(context, collection, [storyId]);
  return published;
}

/**
 * Builds and publishes the documents of those stories that have one due: about six round trips for all of them. Running it again, or
 * in several workers at once, publishes each state once.
 *
 * @param onlyDue leaves alone those whose time has not come.
 */
export async function publishDocuments(
  context: PipelineContext,
  collection: string,
  storyIds: readonly string[],
  onlyDue = false,
): Promise<PublishedDocument[]> {
  const published: PublishedDocument[] = [];
  let waiting = [...new Set(storyIds)];
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const built = await buildDocuments(context, collection, waiting, onlyDue);
    if (built.length === 0) return published;
    const outcomes = await publishBuilt(context, collection, built);
    published.push(...summariseAll(context, built, outcomes));
    waiting = built.flatMap(({ ledger }, i) => (outcomes[i].kind === 'published' ? [] : [ledger.id]));
    if (waiting.length === 0) return published;
  }
  throw new Error(
    `Story ${waiting[0]} of ${collection} changed ${MAX_TRIES} times while its document was built`,
  );
}

/**
 * Publishes the first documents of stories that were created just now: two or three round trips for all of them. One that another worker has
 * published or ended meanwhile is left to it: that change of the story has a job.
 */
export async function publishNewStories(
  context: PipelineContext,
  collection: string,
  created: readonly NewStory[],
): Promise<PublishedDocument[]> {
  if (created.length === 0) return [];
  const built = await buildNewDocuments(context, collection, created);
  const outcomes = await publishBuilt(context, collection, built);
  return summariseAll(context, built, outcomes);
}

async function publishBuilt(
  context: PipelineContext,
  collection: string,
  built: readonly BuiltDocument[],
): Promise<PublishOutcome[]> {
  await context.checkpoint('stories:built');
  // Before the documents: as long as those are due, a worker that dies here has this done again.
  await updateReviews(
    context,
    collection,
    built.map(({ ledger, before, publication }) => ({
      ledger,
      story: publication?.story ?? before?.story,
    })),
    { announce: true },
  );
  const outcomes = await publishStories(context.store, collection, built.map(toBePublished));
  await context.checkpoint('stories:published');
  return outcomes;
}

function toBePublished({ ledger, before, publication }: BuiltDocument): Publication | Settlement {
  const { id, status, version } = ledger;
  return (
    publication ?? {
      storyId: id,
      ledgerVersion: version,
      previousLedgerVersion: before?.ledgerVersion ?? 0,
      status: status === 'active' ? 'a' : status === 'merged' ? 'm' : 'r',
    }
  );
}

const summariseAll = (
  context: PipelineContext,
  built: readonly BuiltDocument[],
  outcomes: readonly PublishOutcome[],
): PublishedDocument[] =>
  built.flatMap((document, i) => (outcomes[i].kind === 'published' ? summarise(context, document) : []));

function summarise(
  { store }: PipelineContext,
  { ledger, publication, acceptedAtMs = 0 }: BuiltDocument,
): PublishedDocument[] {
  if (!publication) return [];
  const events = publication.events.map(({ type }) => type);
  return [{ storyId: ledger.id, size: ledger.size, events, lagMs: store.clock() - acceptedAtMs }];
}
