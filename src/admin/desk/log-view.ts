import { useRef, useState } from 'preact/hooks';
import { withQuery } from '../api';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import type { ViewProps } from '../lazy-view';
import { ListPane } from '../list-pane';
import { useLive } from '../live';
import { followInside, pathOf } from '../location';
import { usePaged } from '../paged';
import { useCursor } from '../rows';
import { useSettled } from '../settled';
import { showAge, showFullTime } from '../show';
import { tellDecision } from '../summary';
import { DecisionPage } from './decision-page';
import type { WholeDecision } from './wire';

const TYPES = 'merge split move remove confirm reject lock pin note undo settings key'.split(' ');

const idOf = ({ id }: WholeDecision): string => id;

/** Who decided what, when and why, newest first; all of it can be taken along as a file. */
export function LogView({ id }: ViewProps): View {
  const [filter, setFilter] = useState<Readonly<Record<string, string>>>({});
  const paged = usePaged<WholeDecision>({ path: '/admin/api/audit', parameters: filter, idOf });
  const current = useCursor('log', paged.items.map(idOf), id);
  const news = useSettled(paged.refresh);
  useLive(({ type }) => type === 'review.decided', news, [news]);
  const row = (decision: WholeDecision): View =>
    html`<${Row} decision=${decision} open=${id === decision.id} />`;
  return html`<main class=${id === undefined ? 'panes' : 'panes open'}>
    <section class="list" aria-label="Log">
      <${Filters} filter=${filter} setFilter=${setFilter} />
      <${ListPane} paged=${paged} idOf=${idOf} label="Decisions" current=${current} render=${row} name="rows log"
        rowClass=${({ undoneBy }: WholeDecision) => (undoneBy ? 'undone' : '')} empty="No decision fits." />
    </section>
    <section class="story" aria-label="Decision">
      ${
        id === undefined
          ? html`<p class="empty">Choose a decision to see what was before and after it.</p>`
          : html`<${DecisionPage} key=${id} id=${id} changed=${paged.refresh} />`
      }
    </section>
  </main>`;
}

interface FiltersProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly setFilter: (filter: Readonly<Record<string, string>>) => void;
}

function Filters({ filter, setFilter }: FiltersProps): View {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(filter);
  latest.current = filter;
  const set = (name: string, value: string): void => setFilter({ ...latest.current, [name]: value });
  const typed = (name: string) => (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(name, value.trim()), 250);
  };
  const dated = (name: string, time: string) => (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    set(name, value && new Date(`${value}T${time}`).toISOString());
  };
  const exportPath = withQuery('/admin/api/audit', { ...filter, format: 'ndjson' });
  const link = useRef<HTMLAnchorElement>(null);
  useKeys('Log', 'list', [
    { key: '/', does: 'Find decisions of somebody', run: () => field.current?.focus() },
    { key: 'x', does: 'Export what is listed', run: () => link.current?.click() },
  ]);
  return html`<div class="filters wrap"><h1>Log</h1>
    <select aria-label="Kind of decision" value=${filter.type ?? ''} onChange=${(event: Event) => set('type', (event.target as HTMLSelectElement).value)}>
      <option value="">All kinds</option>${TYPES.map((type) => html`<option>${type}</option>`)}</select>
    <input ref=${field} type="search" placeholder="By whom" aria-label="By whom" dir="auto" onInput=${typed('actor')} />
    <input type="search" placeholder="Story" aria-label="Id of a story" onInput=${typed('story')} />
    <input type="date" aria-label="From" onChange=${dated('since', '00:00')} />
    <input type="date" aria-label="Until" onChange=${dated('until', '23:59:59.999')} />
    <a class="button" ref=${link} href=${exportPath} download>Export <kbd>x</kbd></a>
  </div>`;
}

function Row({ decision, open }: { decision: WholeDecision; open: boolean }): View {
  const { id, type, actor, at, reason, undoneBy } = decision;
  return html`<span class=${`tag kind ${type}`}>${type}</span>
    <a href=${pathOf('log', id)} onClick=${followInside('log', id)} aria-current=${open ? 'true' : undefined}>
      <span class="title" dir="auto">${tellDecision(decision)}</span>
      <span class="meta"><strong dir="auto">${actor.name}</strong> · <time datetime=${at} title=${showFullTime(at)}>${showAge(at)}</time>${undoneBy && ' · taken back'}${reason && html` · <q dir="auto">${reason}</q>`}</span>
    </a>`;
}
