import { ApiError, request, withQuery } from './api';
import { explainProblem } from './collision';
import { say } from './toasts';
import type { DecisionAnswer } from './wire';

/** A decision as the service takes it: `type` and what that needs. */
export type DecisionRequest = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Deciding {
  /** What is said while the answer is awaited and once it is there, such as `Merged 2 stories`. */
  readonly done: string;
  /** Shows the outcome at once; answers how to take that back if the service refuses. */
  readonly apply?: () => () => void;
  /** Called with the stories as they are after the decision or its undo. */
  readonly settled: (answer: DecisionAnswer) => void;
  /** Called when the service refuses, to read the fresh state. */
  readonly refused?: () => void;
}

/** The decisions of this page that can be taken back with `u`, newest last. */
const mine: { readonly id: string; readonly settled: Deciding['settled'] }[] = [];

/** Sends a decision. Its outcome shows at once; a refusal is explained, and offers what can be done about it. */
export async function decide(body: DecisionRequest, deciding: Deciding): Promise<void> {
  const takeBack = deciding.apply?.();
  const hide = say(`${deciding.done} …`);
  try {
    const answer = await request<DecisionAnswer>('POST', withQuery('/admin/api/decisions'), body);
    hide();
    mine.push({ id: answer.decision.id, settled: deciding.settled });
    say(`${deciding.done}.`, {
      name: 'Undo (u)',
      run: () => void undo(answer.decision.id, deciding.settled),
    });
    deciding.settled(answer);
  } catch (error) {
    hide();
    takeBack?.();
    deciding.refused?.();
    explainProblem(error, (retry) => void decide({ ...body, ...retry }, deciding));
  }
}

/** Takes a decision back, by whomever it was made. */
export async function undo(id: string, settled: Deciding['settled'], extra: object = {}): Promise<void> {
  try {
    const path = withQuery(`/admin/api/decisions/${encodeURIComponent(id)}/undo`);
    const answer = await request<DecisionAnswer>('POST', path, extra);
    const at = mine.findIndex((decision) => decision.id === id);
    if (at >= 0) mine.splice(at, 1);
    const run = (): void => void undo(answer.decision.id, settled);
    say('Taken back.', { name: 'Do it again', run });
    settled(answer);
  } catch (error) {
    if (error instanceof ApiError && error.is('already-undone')) {
      const at = mine.findIndex((decision) => decision.id === id);
      if (at >= 0) mine.splice(at, 1);
    }
    explainProblem(error, (retry) => void undo(id, settled, retry));
  }
}

/** Takes back the newest decision made in this page. */
export function undoLast(): void {
  const last = mine.at(-1);
  if (last) void undo(last.id, last.settled);
  else say('Nothing was decided here yet. Decisions of others are undone from the story’s history.');
}
