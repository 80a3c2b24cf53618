import type { ReviewedPair } from '../../review/calibrate';
import { listDecisions, newestDecision, type PairEvidence } from '../../store/decisions';
import type { Store } from '../../store/store';

/** Decisions looked through for reviewed pairs: the newest ones. */
const MAX_DECISIONS = 5_000;
const READ_AT_ONCE = 200;

/** The pairs that decisions which still stand have spoken about, the newest word on each. */
export async function readReviewedPairs(store: Store, collection: string): Promise<ReviewedPair[]> {
  const pairs = new Map<string, PairEvidence>();
  const newest = await newestDecision(store, collection);
  for (let before = newest + 1; before > Math.max(1, newest + 1 - MAX_DECISIONS); before -= READ_AT_ONCE) {
    for (const { undoneBy, evidence } of await listDecisions(store, collection, {
      before,
      limit: READ_AT_ONCE,
    })) {
      if (undoneBy !== undefined) continue;
      for (const pair of evidence) {
        const name = `${pair.a} ${pair.b}`;
        if (!pairs.has(name)) pairs.set(name, pair);
      }
    }
  }
  return [...pairs.values()];
}
