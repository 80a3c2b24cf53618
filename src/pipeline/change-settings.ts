import { NO_EFFECTS } from '../review/effects';
import { commitChanges } from '../store/commit';
import { readConstraintsHead } from '../store/constraints';
import { type Actor, type DecisionRecord, encodeDecision } from '../store/decisions';
import { type CollectionSettings, readSettings } from '../store/settings';
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

/** Other decisions come in between, not other settings. */
const MAX_ROUNDS = 100;

/** Sets what holds for a collection, with its line in the audit; undefined where somebody else has set something meanwhile. */
export async function changeSettings(
  { store }: Pick<PipelineContext, 'store'>,
  collection: string,
  { settings, revision, actor, reason }: SettingsRequest,
): Promise<DecisionRecord | undefined> {
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
          ...{ record: encodeDecision(record), settings: JSON.stringify(after), events: [] },
        },
      },
    ]);
    if (outcome === 'committed') return record;
  }
  throw new Error(`Settings of ${collection} kept colliding with decisions`);
}
