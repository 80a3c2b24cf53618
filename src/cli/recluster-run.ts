import type { Thresholds } from '../matching/model';
import { assertThresholds, changeSettings } from '../pipeline/change-settings';
import type { TypedQueue } from '../queue/queues';
import { readConstraintsHead } from '../store/constraints';
import { readSettings } from '../store/settings';
import type { Store } from '../store/store';
import { newStoryId } from '../store/story-id';
import { type Applied, applyRegroupings } from './recluster-apply';
import { planRecluster, type ReclusterPlan } from './recluster-plan';
import {
  clusterShadow,
  type NewThresholds,
  readAllConstraints,
  type Shadow,
  type ShadowOptions,
} from './recluster-shadow';
import { readOrdinalsInOrder, readStoriesOf } from './recluster-stories';

export interface ReclusterOptions extends ShadowOptions {
  /** Carries the plan out; otherwise nothing is written. */
  readonly apply: boolean;
  /** The thresholds of collections that have none of their own. */
  readonly defaults: Thresholds;
  /** Least agreement (adjusted Rand index) with the stories there are at which a plan is carried out. */
  readonly leastAgreement: number;
}

export interface Reclustered {
  readonly plan: ReclusterPlan;
  /** Absent where nothing was to be carried out. */
  readonly applied?: Applied;
}

/**
 * Clusters a collection anew beside the running service, compares the outcome with the stories there are, and, when asked to, changes
 * these to it. The thresholds become those of the collection, so that what comes in later is decided by the same.
 *
 * @throws Error when the outcome agrees too little with what there is to be carried out, ThresholdsCollide before anything is done.
 */
export async function reclusterCollection(
  store: Store,
  queue: TypedQueue<'stories'>,
  collection: string,
  options: ReclusterOptions,
): Promise<Reclustered> {
  const present = (await readSettings(store, collection)).thresholds ?? {};
  const { merge = present.merge, review = present.review } = options.thresholds;
  const thresholds: NewThresholds = {
    ...(merge !== undefined && { merge }),
    ...(review !== undefined && { review }),
  };
  assertThresholds(thresholds, options.defaults);
  const shadow = await clusterShadow(store, collection, { ...options, thresholds });
  const preview = await makePlan(store, collection, shadow);
  if (!options.apply) return { plan: preview };
  assertAgreement(preview, options, 'nothing was changed');
  await setThresholds(store, collection, thresholds, options.defaults);
  // Before all else is read: a decision made after it shows at the commit.
  const { version } = await readConstraintsHead(store, collection);
  const plan = await makePlan(store, collection, shadow);
  assertAgreement(plan, options, 'the thresholds are set, and no story was changed; run it again');
  return { plan, applied: await applyRegroupings(store, queue, collection, plan.regroupings, version) };
}

function assertAgreement(
  { agreement }: ReclusterPlan,
  { leastAgreement }: ReclusterOptions,
  outcome: string,
): void {
  if (agreement >= leastAgreement) return;
  throw new Error(
    `The new stories agree with the present ones by ${agreement.toFixed(3)} only, and at least ${leastAgreement} was asked for: ${outcome}`,
  );
}

async function makePlan(store: Store, collection: string, clusters: Shadow): Promise<ReclusterPlan> {
  const constraints = await readAllConstraints(store, collection);
  const stories = await readStoriesOf(store, collection, await readOrdinalsInOrder(store, collection));
  return planRecluster(stories, clusters, constraints, newStoryId);
}

async function setThresholds(
  store: Store,
  collection: string,
  thresholds: NewThresholds,
  defaults: Thresholds,
): Promise<void> {
  const { revision, ...before } = await readSettings(store, collection);
  const actor = { id: 'recluster', name: 'npm run recluster' };
  if (JSON.stringify(before.thresholds ?? {}) === JSON.stringify(thresholds)) return;
  const settings = { ...before, thresholds };
  const set = await changeSettings({ store, model: { thresholds: defaults } }, collection, {
    settings,
    revision,
    actor,
    reason: 'clustered anew',
  });
  if (!set)
    throw new Error('Somebody else has changed the settings meanwhile: nothing was changed; run it again');
}
