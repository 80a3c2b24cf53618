import { publishDocument } from '../../pipeline/publish-document';
import { readDecidedOn, readDecisions } from '../../store/decisions';
import { ledgerKeys } from '../../store/keys';
import { readStoryHeads } from '../../store/ledger';
import { execPipeline } from '../../store/pipeline';
import type { StorySummary } from '../../store/story-list';
import type { ApiDeps } from '../deps';
import { type DecisionWire, toDecisionWire } from './decision-wire';

/** A story in brief, as a reviewer needs it to decide again. */
export interface StoryState {
  readonly id: string;
  /** Of its newest document; 0 before the first. */
  readonly version: number;
  readonly status: 'active' | 'merged' | 'retracted' | 'unknown';
  readonly into?: string;
  readonly size: number;
  readonly title: string;
  readonly locked: boolean;
  readonly changedBy?: DecisionWire;
}

/** Stories as they stand, in order; with `changes`, each also with the newest decision on it. */
export async function readStates(
  { store }: Pick<ApiDeps, 'store'>,
  collection: string,
  ids: readonly string[],
  changes = false,
): Promise<StoryState[]> {
  if (ids.length === 0) return [];
  const keys = ledgerKeys(collection);
  const heads = await readStoryHeads(store, collection, ids);
  const pipeline = store.redis.pipeline();
  for (const id of ids) pipeline.hmget(keys.document(id), 'v', 'sum');
  const documents = await execPipeline<[string | null, string | null]>(pipeline);
  const states = ids.map((id, i): StoryState => {
    const head = heads[i];
    const [version, summary] = documents[i];
    return {
      ...{ id, version: Number(version ?? 0), status: head?.status ?? 'unknown' },
      ...(head?.into === undefined ? {} : { into: head.into }),
      size: head?.size ?? 0,
      title: summary ? (JSON.parse(summary) as StorySummary).title.text : '',
      locked: head?.locked ?? false,
    };
  });
  if (!changes) return states;
  return Promise.all(
    states.map(async (state) => {
      const last = (await readDecidedOn(store, collection, [state.id])).at(-1);
      const [decision] = last === undefined ? [] : await readDecisions(store, collection, [last]);
      return decision ? { ...state, changedBy: toDecisionWire(decision) } : state;
    }),
  );
}

/**
 * Publishes the documents of stories just decided on, so that the reviewer gets the result and not a promise. What fails here is
 * still due, and upkeep finds it.
 */
export async function publishDecided(
  { pipeline, log }: Pick<ApiDeps, 'pipeline' | 'log'>,
  collection: string,
  storyIds: readonly string[],
): Promise<void> {
  for (const storyId of storyIds) {
    try {
      await publishDocument(pipeline, collection, storyId);
    } catch (err) {
      log.warn({ err, collection, storyId }, 'not published after a decision; upkeep will');
    }
  }
}
