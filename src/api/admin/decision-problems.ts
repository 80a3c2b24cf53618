import type { DecisionOutcome, DecisionRequest } from '../../pipeline/make-decision';
import type { UndoOutcome } from '../../pipeline/undo-decision';
import { decisionId, readDecisions } from '../../store/decisions';
import type { ApiDeps } from '../deps';
import { ProblemError } from '../problems';
import { toDecisionWire } from './decision-wire';
import { readStates } from './story-state';

const listed = (numbers: readonly number[]): string => numbers.map(decisionId).join(', ');

/** Decisions shown in a refusal. */
const SHOWN = 50;

async function show({ store }: ApiDeps, collection: string, numbers: readonly number[]) {
  return (await readDecisions(store, collection, numbers.slice(0, SHOWN))).map(toDecisionWire);
}

/** A decision that was not carried out, as a problem with all that is needed to try again. */
export async function refuseDecision(
  deps: ApiDeps,
  collection: string,
  outcome: Exclude<DecisionOutcome, { kind: 'decided' }>,
  { seen, replace }: Pick<DecisionRequest, 'seen' | 'replace'>,
): Promise<ProblemError> {
  switch (outcome.kind) {
    case 'senseless': {
      const { path, message } = outcome;
      return new ProblemError('invalid-body', `The decision cannot be carried out: "${path}" ${message}.`, {
        errors: [{ path, message }],
      });
    }
    case 'stale': {
      const stories = await readStates(deps, collection, outcome.storyIds, true);
      const changed = stories.filter(
        ({ id, version, status }) => status !== 'active' || version !== seen.get(id),
      );
      const which = (changed.length > 0 ? changed : stories).map(({ id }) => id).join(', ');
      if (stories.every(({ status }) => status === 'unknown'))
        return new ProblemError(
          'story-not-found',
          `There is no story ${which} in the collection "${collection}".`,
        );
      return new ProblemError('stale-story', `Changed since you saw it: ${which}. Look at it again.`, {
        members: { stories },
      });
    }
    case 'contradiction': {
      const all = [...new Set([...replace, ...outcome.decisions])].map(decisionId);
      return new ProblemError(
        'contradiction',
        `Earlier decisions say otherwise: ${listed(outcome.decisions)}.`,
        {
          members: { decisions: await show(deps, collection, outcome.decisions), retry: { replace: all } },
        },
      );
    }
  }
}

/** An undo that was not carried out. */
export async function refuseUndo(
  deps: ApiDeps,
  collection: string,
  number: number,
  outcome: Exclude<UndoOutcome, { kind: 'decided' }>,
): Promise<ProblemError> {
  const id = decisionId(number);
  switch (outcome.kind) {
    case 'unknown':
      return new ProblemError(
        'decision-not-found',
        `There is no decision "${id}" to undo in the collection "${collection}".`,
      );
    case 'undone':
      return new ProblemError('already-undone', `${id} was taken back by ${decisionId(outcome.by)}.`, {
        members: { decisions: await show(deps, collection, [outcome.by]) },
      });
    case 'blocked': {
      const retry = { with: outcome.decisions.map(decisionId) };
      return new ProblemError(
        'undo-blocked',
        `Later decisions stand on ${id}: ${listed(outcome.decisions)}.`,
        {
          members: { decisions: await show(deps, collection, outcome.decisions), retry },
        },
      );
    }
  }
}
