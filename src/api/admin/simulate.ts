import { z } from 'zod';
import { DECISION_LIMITS } from '../../matching/decision-limits';
import { scoreThreshold } from '../../review/calibrate';
import type { Constraint } from '../../review/constraints';
import { simulate } from '../../review/simulate';
import { readArticleIds } from '../../store/article-names';
import { readConstraints, readConstraintsHead } from '../../store/constraints';
import { ledgerKeys } from '../../store/keys';
import { readStories } from '../../store/ledger';
import type { ApiDeps } from '../deps';
import { readJsonBody } from '../probe';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';
import { readReviewedPairs } from './reviewed-pairs';
import { readStates } from './story-state';
import { thresholdSchema } from './threshold-schema';

export const simulateSchema = z
  .strictObject({ merge: thresholdSchema }, { error: 'must be an object {merge}' })
  .meta({ id: 'SimulationRequest' });

/** Stories simulated, the newest ones; and their articles. A few seconds of one core at worst. */
const MAX_STORIES = 2_000;
const MAX_ARTICLES = 10_000;
const READ_AT_ONCE = 200;
const EXAMPLES = 50;

/** `POST /admin/api/simulate`: what another merge threshold would have merged or split over the recorded pairs. Stores nothing. */
export function postSimulate(deps: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const { merge } = await readJsonBody(req, simulateSchema, 4_096);
    const { stories, truncated } = await readRecent(deps, collection);
    const ordinals = stories.flatMap(({ members }) => [...members.keys()]);
    const { any } = await readConstraintsHead(deps.store, collection);
    const constraints = any ? await readConstraints(deps.store, collection, ordinals) : [];
    const present = (await deps.pipeline.settings(collection)).thresholds.merge;
    const result = simulate(stories, constraints, { merge });
    const pairs = await readReviewedPairs(deps.store, collection);
    res.json({
      ...{ merge, present, stories: stories.length, articles: ordinals.length, truncated },
      counts: { merged: result.merged.length, split: result.split.length, unchanged: result.unchanged },
      ...(await describe(deps, collection, result.merged, result.split)),
      reviewed: {
        pairs: pairs.length,
        ...scoreThreshold(pairs, merge),
        now: scoreThreshold(pairs, present),
        agreement: agreement(constraints, result.clusterOf),
      },
    });
  };
}

/** How many of the pairs that reviewers named would come out as they said if their constraints were not asked: counted over clusters. */
function agreement(constraints: readonly Constraint[], clusterOf: ReadonlyMap<number, number>) {
  const known = constraints.filter(({ a, b }) => clusterOf.has(a) && clusterOf.has(b));
  const kept = known.filter(
    ({ kind, a, b }) => (kind === 'must') === (clusterOf.get(a) === clusterOf.get(b)),
  );
  return { constraints: known.length, kept: kept.length };
}

async function readRecent({ store }: ApiDeps, collection: string) {
  const ids = await store.redis.zrevrange(ledgerKeys(collection).byUpdated, 0, MAX_STORIES);
  const stories = [];
  let articles = 0;
  for (let at = 0; at < Math.min(ids.length, MAX_STORIES) && articles < MAX_ARTICLES; at += READ_AT_ONCE) {
    for (const story of await readStories(store, collection, ids.slice(at, at + READ_AT_ONCE))) {
      // Larger ones are never taken apart, so another threshold changes nothing inside.
      if (story?.status !== 'active' || story.size > DECISION_LIMITS.sizeAgain || articles >= MAX_ARTICLES)
        continue;
      stories.push(story);
      articles += story.size;
    }
  }
  return { stories, truncated: ids.length > MAX_STORIES || articles >= MAX_ARTICLES };
}

async function describe(
  deps: ApiDeps,
  collection: string,
  merged: readonly (readonly string[])[],
  split: readonly { readonly storyId: string; readonly parts: readonly (readonly number[])[] }[],
) {
  const [joins, breaks] = [merged.slice(0, EXAMPLES), split.slice(0, EXAMPLES)];
  const ids = [...new Set([...joins.flat(), ...breaks.map(({ storyId }) => storyId)])];
  const titles = new Map((await readStates(deps, collection, ids)).map(({ id, title }) => [id, title]));
  const names = await readArticleIds(
    deps.store,
    collection,
    breaks.flatMap(({ parts }) => parts.flat()),
  );
  return {
    merged: joins.map((storyIds) => ({ storyIds, titles: storyIds.map((id) => titles.get(id) ?? '') })),
    split: breaks.map(({ storyId, parts }) => ({
      ...{ storyId, title: titles.get(storyId) ?? '' },
      parts: parts.map((part) => part.map((ordinal) => names.get(ordinal) ?? `#${ordinal}`)),
    })),
  };
}
