import { ApiError, request, withQuery } from './api';
import { explainProblem } from './collision';
import { followOwn, inTurn, noteOwn } from './own-decisions';
import { withReason } from './reasons';
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

/** Decisions of this page that `u` takes back together, oldest first. */
interface Undoable {
  readonly ids: readonly string[];
  readonly settled: Deciding['settled'];
}

/** Newest last. */
let mine: readonly Undoable[] = [];

/** Remembers decisions just made, and says so with the way back. */
export function offerUndo(done: string, undoable: Undoable): void {
  mine = [...mine, undoable];
  say(`${done}.`, { name: 'Undo (u)', run: () => void undoAll(undoable) });
}

/** Sends a decision, with a reason if one is to be given. Its outcome shows at once; a refusal is explained, with what can be done. */
export function decide(body: DecisionRequest, deciding: Deciding, why = false): void {
  withReason(deciding.done, why, (extra) => void send({ ...body, ...extra }, deciding));
}

async function send(body: DecisionRequest, deciding: Deciding): Promise<void> {
  const takeBack = deciding.apply?.();
  const hide = say(`${deciding.done} …`);
  try {
    const answer = await inTurn(async () => {
      const sent = followOwn(body);
      const path = withQuery('/admin/api/decisions');
      const answered = await request<DecisionAnswer>('POST', path, sent);
      noteOwn(sent, answered.stories);
      return answered;
    });
    hide();
    offerUndo(deciding.done, { ids: [answer.decision.id], settled: deciding.settled });
    deciding.settled(answer);
  } catch (error) {
    hide();
    takeBack?.();
    deciding.refused?.();
    explainProblem(error, (retry) => void send({ ...body, ...retry }, deciding));
  }
}

/** Takes a decision back, by whomever it was made; `extra` names later ones to take back with it, and a reason. */
export async function undo(
  id: string,
  settled: Deciding['settled'],
  extra: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const hide = say('Taking back …');
  try {
    const path = withQuery(`/admin/api/decisions/${encodeURIComponent(id)}/undo`);
    const answer = await inTurn(() => request<DecisionAnswer>('POST', path, extra));
    hide();
    forget(id);
    const run = (): void => void undo(answer.decision.id, settled);
    say('Taken back.', { name: 'Do it again', run });
    settled(answer);
    return true;
  } catch (error) {
    hide();
    if (error instanceof ApiError && error.is('already-undone')) forget(id);
    explainProblem(error, (retry) => void undo(id, settled, { ...extra, ...retry }));
    return false;
  }
}

/** Newest first, since later ones may stand on earlier ones; ends at the first that cannot be taken back. */
async function undoAll({ ids, settled }: Undoable): Promise<void> {
  for (const id of ids.toReversed()) if (!(await undo(id, settled))) return;
}

function forget(id: string): void {
  mine = mine.flatMap((one) => {
    const ids = one.ids.filter((other) => other !== id);
    return ids.length === 0 ? [] : [{ ...one, ids }];
  });
}

/** Takes back the newest decision made in this page, or the newest ones that were made together; one on its way is awaited. */
export async function undoLast(): Promise<void> {
  await inTurn(async () => undefined);
  const last = mine.at(-1);
  if (last) void undoAll(last);
  else
    say('Nothing was decided here yet. Decisions of others are undone from the story’s history or the log.');
}
