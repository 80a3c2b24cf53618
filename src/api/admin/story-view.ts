import { z } from 'zod';
import { recordedPairs } from '../../review/pairs';
import { readArticleIds } from '../../store/article-names';
import { readBodies } from '../../store/articles';
import { readConstraints, readConstraintsHead } from '../../store/constraints';
import { type LedgerStoryWithMembers, readPlacements, readStories } from '../../store/ledger';
import { readReview } from '../../store/reviews';
import type { ApiDeps } from '../deps';
import { roundProbability } from '../match-wire';
import { negotiate } from '../negotiate';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';
import { readStoryDecisions } from './decision-handlers';
import { toConstraintWire } from './decision-wire';
import { findReviewed } from './find-reviewed';
import { describeReviews } from './reviews';
import { readStates } from './story-state';

/** Shown with a story: recorded pairs inside, matches outside, constraints, decisions. */
const LINKS_SHOWN = 500;
const OUTSIDE_SHOWN = 20;
const CONSTRAINTS_SHOWN = 200;
const DECISIONS_SHOWN = 50;

export const storyViewQuerySchema = collectionQuery.extend({
  brief: z
    .enum(['1', 'true'])
    .optional()
    .describe('Leaves out the story itself, its members and their links'),
});

/** `GET /admin/api/stories/{id}`: a story with all that reviewers decide by. 302 to the survivor when it was merged away. */
export function getStoryView(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const { collection, brief } = parseQuery(storyViewQuerySchema, req);
    const story = await findReviewed(deps, req, res, collection);
    if (!story) return;
    const [ledger] = await readStories(deps.store, collection, [story.id]);
    const members = ledger?.members ?? new Map();
    const { merge, review } = (await deps.pipeline.settings(collection)).thresholds;
    const entry = await readReview(deps.store, collection, story.id);
    const [described = null] = entry ? await describeReviews(deps, collection, [entry]) : [];
    const names = await readArticleIds(deps.store, collection, members.keys());
    const whole = brief
      ? {}
      : {
          story,
          members: story.articles.map(({ id, ...rest }) => ({ articleId: id, ...rest })),
          links: ledger ? describeLinks(ledger, names) : [],
        };
    const pins = ledger?.pins ?? {};
    res.json({
      ...whole,
      ...{ version: story.version, status: story.status, locked: ledger?.locked ?? false },
      pins: {
        title: names.get(pins.title ?? 0) ?? null,
        representative: names.get(pins.representative ?? 0) ?? null,
      },
      outside: ledger ? await describeOutside(deps, collection, ledger, names) : [],
      constraints: await describeConstraints(deps, collection, [...members.keys()]),
      review: described,
      decisions: await readStoryDecisions(deps, collection, story.id, DECISIONS_SHOWN),
      thresholds: { merge, review },
    });
  };
}

function describeLinks({ members }: LedgerStoryWithMembers, names: ReadonlyMap<number, string>) {
  return recordedPairs(members)
    .sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b)
    .slice(0, LINKS_SHOWN)
    .map(({ a, b, probability }) => ({
      a: names.get(a) ?? `#${a}`,
      b: names.get(b) ?? `#${b}`,
      probability: roundProbability(probability),
    }));
}

/** The likest article of each other story. */
async function describeOutside(
  deps: ApiDeps,
  collection: string,
  { id, members }: LedgerStoryWithMembers,
  names: ReadonlyMap<number, string>,
) {
  const edges = [...members].flatMap(([own, member]) =>
    member.edges.flatMap(({ ordinal, probability }) =>
      members.has(ordinal) ? [] : [{ own, ordinal, probability }],
    ),
  );
  const strongest = edges.sort((a, b) => b.probability - a.probability).slice(0, 10 * OUTSIDE_SHOWN);
  const ordinals = strongest.map(({ ordinal }) => ordinal);
  const placements = await readPlacements(deps.store, collection, ordinals);
  const byStory = new Map<string, (typeof strongest)[number]>();
  strongest.forEach((edge, i) => {
    const other = placements[i]?.storyId;
    if (other !== undefined && other !== id && !byStory.has(other)) byStory.set(other, edge);
  });
  const shown = [...byStory].slice(0, OUTSIDE_SHOWN);
  const bodies = await readBodies(
    deps.store,
    collection,
    shown.map(([, { ordinal }]) => ({ ordinal })),
  );
  const states = await readStates(
    deps,
    collection,
    shown.map(([other]) => other),
  );
  return shown.flatMap(([otherStoryId, { own, probability }], i) => {
    const article = bodies[i];
    const state = states[i];
    if (!article || state.status !== 'active') return [];
    return [
      {
        ...{ articleId: names.get(own) ?? `#${own}`, otherArticleId: article.id, otherTitle: article.title },
        ...{ otherStoryId, otherVersion: state.version, otherStoryTitle: state.title },
        probability: roundProbability(probability),
      },
    ];
  });
}

async function describeConstraints({ store }: ApiDeps, collection: string, ordinals: readonly number[]) {
  const { any } = await readConstraintsHead(store, collection);
  if (!any) return [];
  const found = (await readConstraints(store, collection, ordinals)).slice(0, CONSTRAINTS_SHOWN);
  const names = await readArticleIds(
    store,
    collection,
    found.flatMap(({ a, b }) => [a, b]),
  );
  return found.map((one) => toConstraintWire(one, (ordinal) => names.get(ordinal)));
}
