import { type DecisionOutcome, type DecisionRequest, makeDecision } from '../../src/pipeline/make-decision';
import { readShownVersion } from '../../src/pipeline/review-view';
import { type UndoOutcome, undoDecision } from '../../src/pipeline/undo-decision';
import { type Constraint, constraintName } from '../../src/review/constraints';
import { type Intent, storiesOf } from '../../src/review/intent';
import { readOrdinals } from '../../src/store/articles';
import { scanConstraints } from '../../src/store/constraints';
import type { DecisionRecord } from '../../src/store/decisions';
import { ledgerKeys } from '../../src/store/keys';
import { readPlacements, readStories } from '../../src/store/ledger';
import { COLLECTION, type TestPipeline } from './pipeline';

/** A reviewer at work on one pipeline, who knows articles by their ids. */
export interface Reviewer {
  readonly ordinal: (id: string) => Promise<number>;
  readonly storyOf: (id: string) => Promise<string>;
  /** Decides on the stories as they are now, or as of the versions given. */
  readonly decide: (
    intent: Intent,
    more?: Partial<Pick<DecisionRequest, 'seen' | 'replace' | 'reason'>>,
  ) => Promise<DecisionOutcome>;
  /** Decides, and fails the test when that is refused. */
  readonly must: (intent: Intent) => Promise<DecisionRecord>;
  readonly undo: (number: number, together?: readonly number[]) => Promise<UndoOutcome>;
  /** The versions of these stories that a reviewer would see now. */
  readonly see: (storyIds: readonly string[]) => Promise<Map<string, number>>;
  /** Members of active stories by id, constraints, locks and pins: all that decisions change. */
  readonly state: () => Promise<LedgerState>;
}

export interface LedgerState {
  readonly stories: Readonly<Record<string, string>>;
  readonly constraints: readonly string[];
}

export function openReviewer({ store, context }: TestPipeline, collection = COLLECTION): Reviewer {
  const actor = { id: 'tester', name: 'Tester' };
  const see = async (storyIds: readonly string[]): Promise<Map<string, number>> => {
    const seen = new Map<string, number>();
    for (const id of storyIds) {
      const shown = await readShownVersion(context, collection, id);
      if (shown) seen.set(id, shown.version);
    }
    return seen;
  };
  const ordinal = async (id: string): Promise<number> => (await readOrdinals(store, collection, [id]))[0]!;
  const decide: Reviewer['decide'] = async (intent, more = {}) =>
    makeDecision(context, collection, {
      ...{ intent, actor, replace: new Set<number>() },
      seen: await see(storiesOf(intent)),
      ...more,
    });
  return {
    ...{ ordinal, decide, see },
    storyOf: async (id) => (await readPlacements(store, collection, [await ordinal(id)]))[0].storyId!,
    must: async (intent) => {
      const outcome = await decide(intent);
      if (outcome.kind !== 'decided') throw new Error(`Refused: ${JSON.stringify(outcome)}`);
      return outcome.record;
    },
    undo: (number, together = []) =>
      undoDecision(context, collection, { number, together: new Set(together), actor }),
    state: () => readState({ store }, collection),
  };
}

async function readState({ store }: Pick<TestPipeline, 'store'>, collection: string): Promise<LedgerState> {
  const prefix = ledgerKeys(collection).story('');
  const keys = await store.redis.keys(`${prefix.replace(/[{}]/g, '\\$&')}*`);
  const stories = await readStories(
    store,
    collection,
    keys.map((key) => key.slice(prefix.length)),
  );
  const rows = stories.flatMap((story) => {
    if (story?.status !== 'active') return [];
    const members = [...story.members.values()].map(
      ({ ordinal, probability }) => `${ordinal}@${probability}`,
    );
    const { locked = false, pins = {} } = story;
    return [[story.id, `${members.sort().join(' ')} ${locked} ${JSON.stringify(pins)}`] as const];
  });
  const { items } = await scanConstraints(store, collection, { cursor: '0', limit: 100_000 });
  const constraints = items.map((one: Constraint) => constraintName(one)).sort();
  return { stories: Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1))), constraints };
}
