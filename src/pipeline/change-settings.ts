import type { Model, Thresholds } from '../matching/model';
import { NO_EFFECTS } from '../review/effects';
import { commitChanges } from '../store/commit';
import { readConstraintsHead } from '../store/constraints';
import { type Actor, type DecisionRecord, encodeDecision } from '../store/decisions';
import { type CollectionSettings, encodeSettings, readSettings } from '../store/settings';
import type { PipelineContext } from './context';

/** Settings as an administrator asks for them. */
export interface SettingsRequest {
  /** Thresholds and rules in full: what is absent is as the service has it. */
  readonly settings: Omit<CollectionSettings, 'revision'>;
  /** The revision that was seen. */
  readonly revision: number;
  readonly actor: Actor;
  readonly reason?: string;
}

/** What a threshold of a collection may be: beyond these all or nothing would be joined. */
export const THRESHOLD_RANGE = { least: 0.01, most: 0.999 } as const;

/** Thresholds that cannot hold together. */
export class ThresholdsCollide extends Error {
  /** @param merge the merge threshold that would hold. */
  constructor(readonly merge: number) {
    super('The review threshold must not be above the merge threshold.');
  }
}

/** Throws ThresholdsCollide where what is set, over the defaults, would have the review threshold above the merge threshold. */
export function assertThresholds(
  set: CollectionSettings['thresholds'],
  defaults: Pick<Thresholds, 'merge' | 'review'>,
): void {
  const { merge = defaults.merge, review = defaults.review } = set ?? {};
  if (review > merge) throw new ThresholdsCollide(merge);
}

/** Other decisions come in between, not other settings. */
const MAX_ROUNDS = 100;

/**
 * Sets what holds for a collection, with its line in the audit; undefined where somebody else has set something meanwhile.
 *
 * @throws ThresholdsCollide
 */
export async function changeSettings(
  { store, model }: Pick<PipelineContext, 'store'> & { readonly model: Pick<Model, 'thresholds'> },
  collection: string,
  { settings, revision, actor, reason }: SettingsRequest,
): Promise<DecisionRecord | undefined> {
  assertThresholds(settings.thresholds, model.thresholds);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { version } = await readConstraintsHead(store, collection);
    const before = await readSettings(store, collection);
    if (before.revision !== revision) return undefined;
    const number = version + 1;
    const after = { ...settings, revision: number };
    const record: DecisionRecord = {
      ...{ number, at: store.clock(), actor, type: 'settings', stories: [], effects: NO_EFFECTS, undoes: [] },
      ...{ names: {}, before: {}, after: {}, truncated: false, evidence: [], settings: { before, after } },
      ...(reason === undefined ? {} : { reason }),
    };
    const [outcome] = await commitChanges(store, collection, [
      {
        ...{ reads: [], versions: [], puts: [], drops: [], retired: [], touched: [] },
        constraintsVersion: version,
        decision: {
          ...{ number, added: [], removed: [], fields: [], undone: [], moved: [], stories: [], revived: [] },
          ...{ record: encodeDecision(record), settings: encodeSettings(after), events: [] },
        },
      },
    ]);
    if (outcome === 'committed') return record;
  }
  throw new Error(`Settings of ${collection} kept colliding with decisions`);
}
