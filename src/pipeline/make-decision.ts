import { type Constraint, constraintName } from '../review/constraints';
import { composeEffects, type Effects, NO_EFFECTS } from '../review/effects';
import { articlesOf, type Intent, storiesOf } from '../review/intent';
import { MAX_DECIDED_ARTICLES, planDecision } from '../review/plan';
import type { Senseless } from '../review/plan-input';
import { findViolations } from '../review/violations';
import { commitChanges } from '../store/commit';
import type { Actor, DecisionRecord } from '../store/decisions';
import { newStoryId } from '../store/story-id';
import type { PipelineContext } from './context';
import { describeDecision, writeDecision } from './describe-decision';
import { moveMembers, toReviewChange } from './review-change';
import { loadReviewView, type ReviewView, readShownVersion } from './review-view';

/** A decision as a reviewer asks for it. */
export interface DecisionRequest {
  readonly intent: Intent;
  /** The version of each story that the reviewer saw, as published. */
  readonly seen: ReadonlyMap<string, number>;
  readonly actor: Actor;
  readonly reason?: string;
  readonly text?: string;
  /** Earlier decisions that this one may overrule where it contradicts them, by number. */
  readonly replace: ReadonlySet<number>;
}

/** What became of a decision. */
export type DecisionOutcome =
  | { readonly kind: 'decided'; readonly record: DecisionRecord }
  | ({ readonly kind: 'senseless' } & Senseless)
  /** Stories that are not as the reviewer saw them: changed, ended, or never there. */
  | { readonly kind: 'stale'; readonly storyIds: readonly string[] }
  /** Earlier decisions say otherwise. */
  | { readonly kind: 'contradiction'; readonly decisions: readonly number[] };

/** What a decision would do, with what it rests on. */
export interface PlannedDecision {
  readonly kind: 'planned';
  readonly effects: Effects;
  readonly view: ReviewView;
}

/** Workers and other reviewers come in between; one of all those who try gets through each time. */
const MAX_ROUNDS = 100;

/** Carries out a reviewer's decision: membership, constraints and audit in one step. Documents are then due. */
export async function makeDecision(
  context: PipelineContext,
  collection: string,
  request: DecisionRequest,
): Promise<DecisionOutcome> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const planned = await previewDecision(context, collection, request);
    if (planned.kind !== 'planned') return planned;
    const record = await commitDecision(context, collection, request, planned);
    if (record) return { kind: 'decided', record };
  }
  throw new Error(`A decision on ${storiesOf(request.intent).join(', ')} kept colliding with others`);
}

/** What a decision would do. Changes nothing, but that documents which are due are published. */
export async function previewDecision(
  context: PipelineContext,
  collection: string,
  { intent, seen, replace }: Pick<DecisionRequest, 'intent' | 'seen' | 'replace'>,
): Promise<PlannedDecision | Exclude<DecisionOutcome, { kind: 'decided' }>> {
  const ids = [...new Set(storiesOf(intent))];
  const shown = new Map<string, number>();
  for (const id of ids) {
    const version = await readShownVersion(context, collection, id);
    if (version?.version === seen.get(id) && version) shown.set(id, version.ledgerVersion);
  }
  const view = await loadReviewView(context, collection, ids, articlesOf(intent));
  const stale = ids.filter(
    (id) => shown.get(id) === undefined || view.stories.get(id)?.version !== shown.get(id),
  );
  if (stale.length > 0) return { kind: 'stale', storyIds: ids };
  const effects = planDecision({
    intent,
    stories: view.stories,
    constraints: view.constraints,
    decision: view.constraintsVersion + 1,
    newStoryId,
  });
  if ('message' in effects) return { kind: 'senseless', ...effects };
  if (effects.moves.length > MAX_DECIDED_ARTICLES || effects.added.length > 4 * MAX_DECIDED_ARTICLES)
    return {
      kind: 'senseless',
      path: 'stories',
      message: `must have at most ${MAX_DECIDED_ARTICLES} articles`,
    };
  return settleContradictions(effects, view, replace);
}

/** Takes out what the reviewer said may be overruled; what else stands against the effects is a contradiction. */
function settleContradictions(
  effects: Effects,
  view: ReviewView,
  replace: ReadonlySet<number>,
): PlannedDecision | Exclude<DecisionOutcome, { kind: 'decided' }> {
  const own = view.constraintsVersion + 1;
  let settled = effects;
  for (;;) {
    const broken = brokenBy(settled, view);
    if (broken.length === 0) return { kind: 'planned', effects: settled, view };
    const earlier = broken.filter(({ decision }) => decision !== own);
    if (earlier.length === 0)
      return {
        kind: 'senseless',
        path: 'articleIds',
        message: 'must not be kept together and apart at once',
      };
    const overruled = earlier.filter(({ decision }) => replace.has(decision));
    if (overruled.length === 0)
      return { kind: 'contradiction', decisions: [...new Set(earlier.map(({ decision }) => decision))] };
    settled = composeEffects(settled, { ...NO_EFFECTS, removed: overruled });
  }
}

/** The constraints that would not be kept if these effects were carried out. */
export function brokenBy(effects: Effects, view: Pick<ReviewView, 'constraints' | 'storyOf'>): Constraint[] {
  const gone = new Set(effects.removed.map(constraintName));
  const moved = new Map(effects.moves.map(({ ordinal, to }) => [ordinal, to]));
  const present = view.constraints.filter((constraint) => !gone.has(constraintName(constraint)));
  return findViolations(
    [...present, ...effects.added],
    (ordinal) => moved.get(ordinal) ?? view.storyOf(ordinal),
  );
}

/** Commits planned effects; undefined where something has changed meanwhile. */
async function commitDecision(
  { store }: PipelineContext,
  collection: string,
  { intent, actor, reason, text }: DecisionRequest,
  { effects, view }: PlannedDecision,
): Promise<DecisionRecord | undefined> {
  const membership = moveMembers(effects, view.stories);
  const record = await describeDecision(store, collection, effects, membership, view, {
    ...{ type: intent.type, actor, undoes: [], stories: storiesOf(intent) },
    ...(reason === undefined ? {} : { reason }),
    ...(text === undefined ? {} : { text }),
  });
  // Constraints change what is asked about a story, also where nobody moves.
  const asked = effects.added.length > 0 ? storiesOf(intent) : [];
  const part = await writeDecision(store, collection, record, []);
  const change = toReviewChange(effects, membership, part, view, asked, record.at);
  const [outcome] = await commitChanges(store, collection, [change]);
  return outcome === 'committed' ? record : undefined;
}
