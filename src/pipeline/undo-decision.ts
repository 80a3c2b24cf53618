import { constraintName } from '../review/constraints';
import { composeEffects, type Effects, invertEffects, type Move, NO_EFFECTS } from '../review/effects';
import { commitChanges } from '../store/commit';
import {
  type Actor,
  type DecisionRecord,
  type KeptDecision,
  newestDecision,
  ordinalsOf,
  readDecidedOn,
  readDecisions,
  readMovedBy,
} from '../store/decisions';
import { type LedgerStory, readStoryHeads } from '../store/ledger';
import type { PipelineContext } from './context';
import { describeDecision, writeDecision } from './describe-decision';
import { brokenBy } from './make-decision';
import { moveMembers, toReviewChange } from './review-change';
import { loadReviewView, type ReviewView } from './review-view';

/** Which decisions to take back, and who asks for it. */
export interface UndoRequest {
  readonly number: number;
  /** Later decisions that may be taken back together with it. */
  readonly together: ReadonlySet<number>;
  readonly actor: Actor;
  readonly reason?: string;
}

export type UndoOutcome =
  | { readonly kind: 'decided'; readonly record: DecisionRecord }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'undone'; readonly by: number }
  /** Later decisions stand on it: take them back too, or first. */
  | { readonly kind: 'blocked'; readonly decisions: readonly number[] };

/** Workers and other reviewers come in between; one of all those who try gets through each time. */
const MAX_ROUNDS = 100;

/**
 * Takes a decision back, as a decision of its own that can be taken back in turn. Articles go back to where they came from, wherever
 * they are now; a story that has ended since without a reviewer is represented by its survivor.
 */
export async function undoDecision(
  context: PipelineContext,
  collection: string,
  request: UndoRequest,
): Promise<UndoOutcome> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const outcome = await tryUndo(context, collection, request);
    if (outcome) return outcome;
  }
  throw new Error(`Undoing decision ${request.number} kept colliding with others`);
}

async function tryUndo(
  context: PipelineContext,
  collection: string,
  { number, together, actor, reason }: UndoRequest,
): Promise<UndoOutcome | undefined> {
  const { store } = context;
  const count = await newestDecision(store, collection);
  const [target] = await readDecisions(store, collection, [number]);
  if (!target || target.type === 'settings') return { kind: 'unknown' };
  if (target.undoneBy !== undefined) return { kind: 'undone', by: target.undoneBy };
  const wanted = await readDecisions(store, collection, [...together]);
  const asked = [target, ...wanted.filter((one) => one.number !== number && isStanding(one))];
  const { chosen, effects, view } = await gatherUndone(context, collection, asked);
  if (view.constraintsVersion !== count) return undefined;
  if (chosen.length > asked.length) {
    const more = chosen.slice(asked.length).map((one) => one.number);
    return { kind: 'blocked', decisions: more.sort((a, b) => a - b) };
  }
  const membership = moveMembers(effects, view.stories);
  const record = await describeDecision(store, collection, effects, membership, view, {
    ...{ type: 'undo', actor, undoes: chosen.map((one) => one.number).sort((a, b) => a - b) },
    stories: [...new Set(chosen.flatMap(({ stories }) => stories))],
    ...(reason === undefined ? {} : { reason }),
  });
  const undone = await markUndone(context, collection, chosen, record.number);
  const part = await writeDecision(store, collection, record, undone);
  const looked = record.stories.filter((id) => view.stories.get(id)?.status === 'active');
  const change = toReviewChange(effects, membership, part, view, looked, record.at);
  const [outcome] = await commitChanges(store, collection, [change]);
  return outcome === 'committed' ? { kind: 'decided', record } : undefined;
}

/** Which decisions stand after an undo: those it takes back do not, and what these had taken back does again, and so on. */
async function markUndone(
  { store }: PipelineContext,
  collection: string,
  chosen: readonly KeptDecision[],
  by: number,
): Promise<{ number: number; by?: number }[]> {
  const marks: { number: number; by?: number }[] = [];
  let layer = chosen.map((one) => ({ one, by }));
  for (let falls = true; layer.length > 0; falls = !falls) {
    for (const { one, by: undoer } of layer)
      marks.push({ number: one.number, ...(falls ? { by: undoer } : {}) });
    const next = await Promise.all(
      layer.map(async ({ one }) => {
        const below = await readDecisions(store, collection, one.undoes);
        return below.map((earlier) => ({ one: earlier, by: one.number }));
      }),
    );
    layer = next.flat();
  }
  return marks;
}

const isStanding = ({ undoneBy, type }: KeptDecision): boolean => undoneBy === undefined && type !== 'undo';

/**
 * The decisions asked for, then all those that must be taken back with them, directly or by way of others: who stands on one of them,
 * and whose constraints would be broken without it. With the effects of taking all of them back.
 */
async function gatherUndone(
  context: PipelineContext,
  collection: string,
  asked: readonly KeptDecision[],
): Promise<{ chosen: KeptDecision[]; effects: Effects; view: ReviewView }> {
  const chosen = new Map(asked.map((one) => [one.number, one]));
  for (;;) {
    for (const one of chosen.values()) {
      for (const later of await readStandingOn(context, collection, one)) chosen.set(later.number, later);
    }
    const inverse = [...chosen.values()]
      .sort((a, b) => b.number - a.number)
      .reduce<Effects>((sum, { effects }) => composeEffects(sum, invertEffects(effects)), NO_EFFECTS);
    const { effects, view } = await fitToPresent(context, collection, inverse, [...chosen.values()]);
    const against = brokenBy(effects, view)
      .map(({ decision }) => decision)
      .filter((decision) => !chosen.has(decision));
    const more = await readDecisions(context.store, collection, [...new Set(against)]);
    if (more.length === 0) return { chosen: [...chosen.values()], effects, view };
    for (const one of more) chosen.set(one.number, one);
  }
}

/** The later decisions that moved the same articles, ended its stories, set the same fields or overruled its constraints. */
async function readStandingOn(
  { store }: PipelineContext,
  collection: string,
  decision: KeptDecision,
): Promise<KeptDecision[]> {
  const { effects, number, stories } = decision;
  const heads = await readStoryHeads(store, collection, stories);
  const enders = heads.flatMap((head) => head?.endedBy ?? []);
  const movers = await readMovedBy(
    store,
    collection,
    effects.moves.map(({ ordinal }) => ordinal),
  );
  const neighbours = await readDecidedOn(store, collection, stories);
  const later = new Set([...enders, ...movers, ...neighbours].filter((other) => other > number));
  const records = await readDecisions(store, collection, [...later]);
  const bound = new Set([...enders, ...movers]);
  return records.filter((other) => {
    return isStanding(other) && (bound.has(other.number) || isBuiltOn(other.effects, effects));
  });
}

function isBuiltOn(later: Effects, earlier: Effects): boolean {
  const own = new Set(earlier.added.map(constraintName));
  if (later.removed.some((constraint) => own.has(constraintName(constraint)))) return true;
  return later.fields.some((field) =>
    earlier.fields.some((other) => other.storyId === field.storyId && other.field === field.field),
  );
}

/** Effects as the ledger stands now: articles leave the story they are in today, and nothing is moved that has left for good. */
async function fitToPresent(
  context: PipelineContext,
  collection: string,
  inverse: Effects,
  decisions: readonly KeptDecision[],
): Promise<{ effects: Effects; view: ReviewView }> {
  const { store } = context;
  const targets = await resolveTargets(context, collection, [...new Set(inverse.moves.map(({ to }) => to))]);
  const first = await loadReviewView(context, collection, [], ordinalsOf(inverse));
  const present = inverse.moves.flatMap(({ ordinal }) => first.storyOf(ordinal) ?? []);
  const ids = [...present, ...targets.values(), ...decisions.flatMap(({ stories }) => stories)];
  const view = await loadReviewView({ store }, collection, ids, ordinalsOf(inverse));
  const moves = inverse.moves.flatMap((move): Move[] => {
    const from = view.storyOf(move.ordinal);
    const member = from === undefined ? undefined : view.stories.get(from)?.members.get(move.ordinal);
    const to = targets.get(move.to) ?? move.to;
    if (from === undefined || !member || (from === to && member.probability === move.after)) return [];
    return [{ ...move, from, to, before: member.probability }];
  });
  const known = new Set(view.constraints.map(constraintName));
  const removed = inverse.removed.filter((constraint) => known.has(constraintName(constraint)));
  const fields = inverse.fields.filter(({ storyId }) => view.stories.has(storyId));
  return { effects: { ...inverse, moves, removed, fields }, view };
}

/** Merges followed to find who represents a story. */
const MAX_HOPS = 100;

/** For each story articles go back to, the one they go to today: itself unless it ended without a reviewer's doing. */
async function resolveTargets(
  { store }: PipelineContext,
  collection: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for (const id of ids) {
    let at: string = id;
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const [head]: (LedgerStory | undefined)[] = await readStoryHeads(store, collection, [at]);
      if (head?.status !== 'merged' || head.endedBy !== undefined || head.into === undefined) break;
      at = head.into;
    }
    targets.set(id, at);
  }
  return targets;
}
