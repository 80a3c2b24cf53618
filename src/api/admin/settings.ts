import { z } from 'zod';
import { changeSettings, ThresholdsCollide } from '../../pipeline/change-settings';
import { readEffective } from '../../pipeline/settings';
import { ledgerKeys } from '../../store/keys';
import { readReassessment } from '../../store/reassessment';
import { type CollectionSettings, readSettings } from '../../store/settings';
import { DEFAULT_STORY_RULES } from '../../story/story-rules';
import type { ApiDeps } from '../deps';
import { readJsonBody } from '../probe';
import { ProblemError } from '../problems';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';
import { freeText, requiredLine } from '../wire-text';
import { thresholdSchema } from './threshold-schema';

const threshold = thresholdSchema.nullish();

const rules = z
  .array(z.enum(['earliest', 'mostComplete', 'mostCentral', 'sourcePriority']), {
    error: 'must be a list of rules',
  })
  .min(1, 'must name a rule')
  .max(8, 'must name at most 8')
  .nullish();

export const settingsSchema = z
  .strictObject(
    {
      revision: z.number({ error: 'must be the revision you saw' }).int().min(0),
      thresholds: z.strictObject({ merge: threshold, review: threshold }).optional(),
      rules: z
        .strictObject({
          ...{ title: rules, lead: rules, body: rules },
          sourcePriority: z.array(requiredLine(200)).max(1_000, 'must name at most 1,000').nullish(),
        })
        .optional(),
      reason: freeText(2_000).optional(),
    },
    { error: 'must be an object with revision, thresholds, rules' },
  )
  .meta({ id: 'SettingsRequest', description: 'What is left out stays; null is the default of the service' });

const MAX_BYTES = 256 * 1024;

/** `GET /admin/api/settings`. */
export function getSettings(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    res.json(await describeWhole(deps, collection));
  };
}

/** `PUT /admin/api/settings`: workers go by it within seconds. */
export function putSettings(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const body = await readJsonBody(req, settingsSchema, MAX_BYTES);
    const present = await readSettings(deps.store, collection);
    const settings = {
      thresholds: overlay(present.thresholds ?? {}, body.thresholds ?? {}),
      rules: overlay(present.rules ?? {}, body.rules ?? {}),
    };
    const { id, name } = res.locals.caller!;
    const record = await changeSettings(deps.pipeline, collection, {
      ...{ settings, revision: body.revision, actor: { id, name } },
      ...(body.reason !== undefined && { reason: body.reason }),
    }).catch(refuseCollision);
    const fresh = await describeWhole(deps, collection);
    if (!record)
      throw new ProblemError('stale-settings', 'Somebody else changed the settings since you saw them.', {
        members: { settings: fresh },
      });
    res.json(fresh);
  };
}

function refuseCollision(error: unknown): never {
  if (!(error instanceof ThresholdsCollide)) throw error;
  throw new ProblemError('invalid-body', error.message, {
    errors: [{ path: 'thresholds.review', message: `must be at most ${error.merge}` }],
  });
}

/** What is given over what is there; `null` takes a field out. */
function overlay<T extends object>(
  present: T,
  given: { readonly [Field in keyof T]?: T[Field] | null | undefined },
): T {
  const merged = Object.entries({ ...present, ...given }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(merged) as T;
}

/** What is set, and whether the review queue goes by it already. */
async function describeWhole(deps: ApiDeps, collection: string) {
  const settings = await readSettings(deps.store, collection);
  const shown = describe(deps, settings);
  const defaults = { thresholds: deps.pipeline.model.thresholds, rules: DEFAULT_STORY_RULES };
  // As workers have them: the defaults of the service may have changed since the collection's own were set.
  const { merge, review } = (await readEffective(deps.store, collection, defaults)).thresholds;
  const state = await readReassessment(deps.store, collection);
  const isSame = state?.merge === merge && state.review === review;
  const isDone = isSame ? state.cursor === undefined : settings.revision === 0;
  const stories = isDone ? 0 : await deps.store.redis.zcard(ledgerKeys(collection).byUpdated);
  return { ...shown, reassessing: isDone ? null : { done: isSame ? state.looked : 0, stories } };
}

function describe({ pipeline }: ApiDeps, { revision, thresholds = {}, rules: set = {} }: CollectionSettings) {
  const { merge, review } = pipeline.model.thresholds;
  const own = overlay({ ...DEFAULT_STORY_RULES }, set as Partial<typeof DEFAULT_STORY_RULES>);
  return {
    revision,
    thresholds: { merge: thresholds.merge ?? merge, review: thresholds.review ?? review },
    defaults: { merge, review },
    rules: own,
    set: { thresholds: Object.keys(thresholds), rules: Object.keys(set) },
  };
}
