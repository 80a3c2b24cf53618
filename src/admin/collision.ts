import { ApiError, type Problem } from './api';
import { Dialog, openDialog } from './dialog';
import { html, type View } from './html';
import { goTo } from './location';
import { count, showAge } from './show';
import { say } from './toasts';
import type { Decision, StoryState } from './wire';

type Retry = (extra: object) => void;

/** Says why the service refused, with the state as it is now and what can be done about it. */
export function explainProblem(error: unknown, retry: Retry): void {
  if (!(error instanceof ApiError)) {
    say((error as Error).message);
    return;
  }
  const { problem } = error;
  if (problem.status !== 409) {
    say(problem.detail ?? problem.title);
    return;
  }
  openDialog((close) => html`<${Collision} problem=${problem} retry=${retry} close=${close} />`);
}

interface CollisionProps {
  readonly problem: Problem;
  readonly retry: Retry;
  readonly close: () => void;
}

function Collision({ problem, retry, close }: CollisionProps): View {
  const { title, detail, stories = [], decisions = [] } = problem;
  const overrule = (): void => {
    close();
    retry(problem.retry ?? {});
  };
  return html`<${Dialog} title=${titleOf(problem) ?? title} onClose=${close}>
    <p>${detail}</p>
    ${stories.length > 0 && html`<h3>As it is now</h3><ul class="plain">${stories.map((story) => showState(story, close))}</ul>`}
    ${decisions.length > 0 && html`<h3>Decided before</h3><ul class="plain">${decisions.map(showDecision)}</ul>`}
    <div class="choices">
      ${problem.retry && html`<button class="primary" autofocus onClick=${overrule}>${problem.retry.with ? 'Take these back as well' : 'Overrule them'}</button>`}
      <button autofocus=${!problem.retry} onClick=${close}>${problem.retry ? 'Leave it as it is' : 'Show me the fresh state'}</button>
    </div>
  </${Dialog}>`;
}

function titleOf({ type }: Problem): string | undefined {
  if (type.endsWith('/stale-story')) return 'Somebody else changed this story';
  if (type.endsWith('/contradiction')) return 'This contradicts earlier decisions';
  if (type.endsWith('/undo-blocked')) return 'Later decisions stand on this one';
  if (type.endsWith('/already-undone')) return 'This was taken back already';
  return undefined;
}

function showState(
  { id, version, status, into, size, title, changedBy }: StoryState,
  close: () => void,
): View {
  const show = (): void => {
    close();
    goTo('stories', into ?? id);
  };
  const what = into
    ? 'merged into another story'
    : status === 'active'
      ? count(size, 'article', 'articles')
      : status;
  return html`<li>
    <button class="link" onClick=${show} dir="auto">${title || id}</button>
    <small>version ${version}, ${what}</small>
    ${changedBy && showChange(changedBy)}
  </li>`;
}

const showChange = ({ actor, at, summary }: Decision): View =>
  html`<p class="by"><strong dir="auto">${actor.name}</strong>, ${showAge(at)}: <span dir="auto">${summary}</span></p>`;

const showDecision = (decision: Decision): View =>
  html`<li>${showChange(decision)} ${decision.reason && html`<q dir="auto">${decision.reason}</q>`}</li>`;
