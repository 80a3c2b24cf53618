import { readStories } from '../store/ledger';
import { type Reassessment, readReassessment, scanStories, writeReassessment } from '../store/reassessment';
import { readAllPublished } from '../store/story-documents';
import { updateReviews } from './assess-review';
import type { PipelineContext } from './context';

/** Stories looked at before the caller gets its turn again, and at once. */
const STORIES_A_TURN = 5_000;
const AT_ONCE = 100;

/**
 * Looks at every story again once other thresholds hold than those the review queue goes by, a part at a time: else it would be asked
 * about only as it changes. Answers how many it looked at; 0 when the queue is up to date. Running it twice, or leaving off in the
 * middle, does no harm.
 */
export async function reassessReviews(
  context: PipelineContext,
  collection: string,
  budget = STORIES_A_TURN,
): Promise<number> {
  const { merge, review } = (await context.settings(collection)).thresholds;
  const before = await readReassessment(context.store, collection);
  const isSame = before?.merge === merge && before.review === review;
  if (isSame && before.cursor === undefined) return 0;
  let state: Reassessment = isSame ? before : { merge, review, cursor: '0', looked: 0 };
  let looked = 0;
  while (state.cursor !== undefined && looked < budget) {
    const { ids, next } = await scanStories(
      context.store,
      collection,
      state.cursor,
      Math.min(AT_ONCE, budget),
    );
    await lookAgain(context, collection, ids);
    looked += ids.length;
    state = { ...state, cursor: next, looked: state.looked + ids.length };
    await writeReassessment(context.store, collection, state);
  }
  return looked;
}

/** A story that changes meanwhile is left to whoever publishes it: what was found would be refused. */
async function lookAgain(
  context: PipelineContext,
  collection: string,
  ids: readonly string[],
): Promise<void> {
  const [ledgers, documents] = await Promise.all([
    readStories(context.store, collection, ids),
    readAllPublished(context.store, collection, ids),
  ]);
  const found = ledgers.flatMap((ledger, i) => (ledger ? [{ ledger, story: documents[i]?.story }] : []));
  await updateReviews(context, collection, found, { announce: false });
}
