import { useState } from 'preact/hooks';
import { undo } from '../decide';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import type { ViewProps } from '../lazy-view';
import { ListPane } from '../list-pane';
import { useLive } from '../live';
import { followInside, goTo, pathOf } from '../location';
import { usePaged } from '../paged';
import { withReason } from '../reasons';
import { useSettled } from '../settled';
import type { ListedConstraint } from './wire';

const idOf = ({ kind, articleIds, decision }: ListedConstraint): string =>
  `${kind} ${articleIds.join(' ')} ${decision}`;

/** What reviewers have said belongs together or apart, of one article or of all; each with the way to take it back. */
export function ConstraintsView({ id }: ViewProps): View {
  const paged = usePaged<ListedConstraint>({
    path: '/admin/api/constraints',
    parameters: { article: id ?? '' },
    idOf,
  });
  const [at, setAt] = useState<string>();
  const news = useSettled(paged.refresh);
  useLive(({ type }) => type === 'review.decided', news, [news]);
  const { items } = paged;
  const index = items.findIndex((one) => idOf(one) === at);
  const step = (by: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, index + by))];
    if (next) setAt(idOf(next));
  };
  const takeBack = (decision: string, why: boolean): void => {
    const gone = new Set(items.filter((one) => one.decision === decision).map(idOf));
    withReason('Take back', why, (extra) => {
      const show = paged.hide(gone);
      void undo(decision, paged.refresh, extra).then((done) => done || show());
    });
  };
  useKeys('Constraints', 'list', [
    { key: 'j', does: 'Next pair', run: () => step(1), also: ['ArrowDown'] },
    { key: 'k', does: 'Pair before', run: () => step(-1), also: ['ArrowUp'] },
    {
      key: 'Enter',
      does: 'Show the decision',
      run: () => items[index] && goTo('log', items[index].decision),
    },
    {
      key: 'x',
      does: 'Undo the decision that binds the pair',
      run: (why) => items[index] && takeBack(items[index].decision, why ?? false),
      takesReason: true,
    },
  ]);
  const row = (one: ListedConstraint): View => html`<${Row} one=${one} takeBack=${takeBack} />`;
  return html`<main class="sheet"><header class="head"><h1>Constraints</h1>
      <p class="lead">What reviewers have said belongs together or never does. It wins over the model until its decision is undone.</p>
      ${id !== undefined && html`<p>Of the article <strong>${id}</strong> and what is bound to it. <a href=${pathOf('constraints')} onClick=${followInside('constraints')}>Show all</a></p>`}
    </header>
    <${ListPane} paged=${paged} idOf=${idOf} label="Constraints" current=${at} render=${row} name="rows constraints" empty="Nothing is bound: no decision stands." />
  </main>`;
}

function Row({
  one,
  takeBack,
}: {
  one: ListedConstraint;
  takeBack: (decision: string, why: boolean) => void;
}): View {
  const { kind, articleIds, articles, decision } = one;
  const side = (i: number): View => {
    const article = articles[i];
    const name = html`<span dir="auto">${article?.title ?? articleIds[i]}</span> <small dir="auto">${article?.source}</small>`;
    return article?.storyId
      ? html`<a href=${pathOf('stories', article.storyId)} onClick=${followInside('stories', article.storyId)}>${name}</a>`
      : html`<span>${name}</span>`;
  };
  return html`<span class=${`tag ${kind === 'must' ? '' : 'warn'}`}>${kind === 'must' ? 'together' : 'apart'}</span>
    <div class="pair">${side(0)}${side(1)}</div>
    <span class="by"><a href=${pathOf('log', decision)} onClick=${followInside('log', decision)}>${decision}</a>
      <button onClick=${(event: MouseEvent) => takeBack(decision, event.shiftKey)}>Undo<span class="hidden"> ${decision}</span></button></span>`;
}
