import { toLedgerChange } from '../pipeline/ledger-change';
import type { DueStory } from '../pipeline/place-articles';
import { enqueueStories, toChunks } from '../queue/producer';
import type { TypedQueue } from '../queue/queues';
import { commitChanges, type LedgerChange } from '../store/commit';
import type { Store } from '../store/store';
import type { Regrouping } from './recluster-plan';

/** What became of regroupings. */
export interface Applied {
  readonly committed: number;
  readonly movedArticles: number;
  /** Refused, since their stories or what reviewers say had changed. */
  readonly refused: number;
}

/** Changes in one script call: a few milliseconds of Redis. */
const AT_ONCE = 10;

/**
 * Commits regroupings as workers commit decisions: each whole or not at all, and only where everything is as it was planned on. Documents
 * and events follow as after any other change.
 *
 * @param constraintsVersion as of when constraints were read.
 */
export async function applyRegroupings(
  store: Store,
  queue: TypedQueue<'stories'>,
  collection: string,
  regroupings: readonly Regrouping[],
  constraintsVersion: number,
): Promise<Applied> {
  let [committed, movedArticles, refused] = [0, 0, 0];
  for (const chunk of toChunks(regroupings, AT_ONCE)) {
    const now = store.clock();
    const changes = chunk.map((regrouping) => toChange(regrouping, store, constraintsVersion, now));
    const outcomes = await commitChanges(store, collection, changes);
    const due = new Map<string, DueStory>();
    outcomes.forEach((outcome, i) => {
      if (outcome !== 'committed') {
        refused++;
        return;
      }
      committed++;
      movedArticles += chunk[i].moves.length;
      for (const { storyId, dueAtMs } of changes[i].touched) due.set(storyId, { storyId, dueAtMs });
    });
    await enqueueStories(queue, { collection }, [...due.values()], now);
  }
  return { committed, movedArticles, refused };
}

function toChange(
  { stories, moves, retired }: Regrouping,
  store: Store,
  constraintsVersion: number,
  nowMs: number,
): LedgerChange {
  const reads = new Map(
    stories.flatMap(({ id, members }) => [...members.keys()].map((ordinal) => [ordinal, id] as const)),
  );
  const nobody = { ordinal: 0, revision: 0, leaving: false };
  const due = { nowMs, debounceMs: store.debounceMs };
  const { subject: _, ...change } = toLedgerChange(nobody, { examined: stories, moves, retired }, reads, due);
  return { ...change, constraintsVersion };
}
