import { useEffect, useState } from 'preact/hooks';
import { ApiError, get, withQuery } from '../api';
import { undo } from '../decide';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import { followInside, pathOf } from '../location';
import { withReason } from '../reasons';
import { count, showAge, showFullTime } from '../show';
import { tellDecision } from '../summary';
import type { Constraint, WholeDecision } from './wire';

/** One decision: who, when, what, why, and what was before and after it. */
export function DecisionPage({ id, changed }: { id: string; changed: () => void }): View {
  const [decision, setDecision] = useState<WholeDecision>();
  const [problem, setProblem] = useState('');
  const load = (): void => {
    const path = withQuery(`/admin/api/decisions/${encodeURIComponent(id)}`);
    get<WholeDecision>(path).then(setDecision, (error: Error) => {
      const isUnknown = error instanceof ApiError && error.problem.status === 404;
      setProblem(isUnknown ? 'There is no such decision.' : error.message);
    });
  };
  useEffect(load, [id]);
  const isFinal = decision?.type === 'settings' || decision?.type === 'key';
  const canUndo = decision !== undefined && !decision.undoneBy && !isFinal;
  const takeBack = (why?: boolean): void => {
    if (!canUndo) return;
    const settled = (): void => {
      load();
      changed();
    };
    withReason('Take back', why ?? false, (extra) => void undo(id, settled, extra));
  };
  useKeys(
    'Decision',
    'story',
    canUndo ? [{ key: 'u', does: 'Undo this decision', run: takeBack, takesReason: true }] : [],
  );
  if (problem) return html`<p class="problem" role="alert">${problem}</p>`;
  if (!decision) return html`<p class="empty" aria-busy="true">Reading the decision …</p>`;
  const { actor, at, reason, text, type, undoneBy, undoes } = decision;
  return html`<article class="sheet">
    <a class="back" href=${pathOf('log')} onClick=${followInside('log')}>← Back to the list</a>
    <header class="head">
      <p class="meta"><span class="tag">${type}</span> ${id} · <time datetime=${at}>${showFullTime(at)}</time>, ${showAge(at)}</p>
      <h1 dir="auto">${tellDecision(decision)}</h1>
      <p class="lead"><strong dir="auto">${actor.name}</strong>${reason ? html`: <q dir="auto">${reason}</q>` : ' gave no reason.'}</p>
      ${text && html`<blockquote dir="auto">${text}</blockquote>`}
    </header>
    <div class="actions">
      ${canUndo && html`<button onClick=${(event: MouseEvent) => takeBack(event.shiftKey)}>Undo <kbd>u</kbd></button>`}
      ${undoneBy && html`<p>Taken back by ${linkTo(undoneBy)}.</p>`}
      ${undoes.length > 0 && html`<p>Takes back ${undoes.map((other) => html`${linkTo(other)} `)}</p>`}
      ${type === 'settings' && html`<p class="note">Settings are not undone; set them anew.</p>`}
      ${type === 'key' && html`<p class="note">A key is not given back; revoke it, or make another.</p>`}
    </div>
    <${Membership} decision=${decision} />
    <${Fields} decision=${decision} />
    <${Constraints} title="Bound since" list=${decision.constraints.added} />
    <${Constraints} title="No longer bound" list=${decision.constraints.removed} />
  </article>`;
}

const linkTo = (id: string): View =>
  html`<a href=${pathOf('log', id)} onClick=${followInside('log', id)}>${id}</a>`;

/** Articles by story, before beside after; those that changed story are marked. */
function Membership({ decision }: { decision: WholeDecision }): View {
  const { before, after, articles, truncated } = decision;
  const ids = [...new Set([...Object.keys(before.stories), ...Object.keys(after.stories)])];
  if (ids.length === 0) return null;
  const moved = new Set(articles);
  const list = (members: readonly string[] = [], mark: 'del' | 'ins'): View =>
    members.length === 0
      ? html`<span class="note">nothing</span>`
      : html`<ul class="plain ids">${members.map((one) => html`<li>${moved.has(one) ? html`<${mark}>${one}</${mark}>` : one}</li>`)}</ul>`;
  return html`<section class="part"><h2>Articles, before and after</h2>
    <div class="sides" role="table" aria-label="Articles before and after">
      <div role="row" class="heads"><span role="columnheader">Story</span><span role="columnheader">Before</span><span role="columnheader">After</span></div>
      ${ids.map(
        (id) => html`<div role="row">
        <span role="rowheader"><a href=${pathOf('stories', id)} onClick=${followInside('stories', id)}>${id}</a></span>
        <div role="cell">${list(before.stories[id], 'del')}</div><div role="cell">${list(after.stories[id], 'ins')}</div>
      </div>`,
      )}
    </div>
    ${truncated && html`<p class="note">Not all articles are shown; there were too many.</p>`}
  </section>`;
}

/** Locks, pins and settings, before beside after. */
function Fields({ decision }: { decision: WholeDecision }): View {
  const { before, after, settings } = decision;
  const rows = settings
    ? Object.keys({ ...settings.before, ...settings.after })
        .filter((name) => name !== 'revision')
        .map((name) => [name, spell(settings.before[name]), spell(settings.after[name])] as const)
    : before.fields.map(
        ({ field, storyId, value }, i) =>
          [`${field} of ${storyId}`, spell(value), spell(after.fields[i]?.value)] as const,
      );
  if (rows.length === 0) return null;
  return html`<section class="part"><h2>What was set, before and after</h2>
    <div class="sides" role="table" aria-label="What was set">
      <div role="row" class="heads"><span role="columnheader">What</span><span role="columnheader">Before</span><span role="columnheader">After</span></div>
      ${rows.map(([name, was, is]) => html`<div role="row"><span role="rowheader">${name}</span><span role="cell">${was}</span><span role="cell">${is}</span></div>`)}
    </div></section>`;
}

function spell(value: unknown): string {
  if (value === undefined || value === '') return 'not set';
  if (value === '1') return 'yes';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const SHOWN = 50;

function Constraints({ title, list }: { title: string; list: readonly Constraint[] }): View {
  if (list.length === 0) return null;
  return html`<section class="part"><h2>${title} <span class="tag">${count(list.length, 'pair', 'pairs')}</span></h2>
    <ul class="plain ids">${list
      .slice(0, SHOWN)
      .map(({ kind, articleIds: [a, b] }) => html`<li>${a} ${kind === 'must' ? '=' : '≠'} ${b}</li>`)}</ul>
    ${list.length > SHOWN && html`<p class="note">and ${list.length - SHOWN} more</p>`}
  </section>`;
}
