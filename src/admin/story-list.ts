import { useRef, useState } from 'preact/hooks';
import { BulkBar } from './bulk-bar';
import { choosingKeys, useChosen } from './chosen';
import { html, type View } from './html';
import { useKeys } from './keys';
import { ListPane } from './list-pane';
import { useLive } from './live';
import { followInside, pathOf } from './location';
import { usePaged } from './paged';
import { useCursor } from './rows';
import { useSettled } from './settled';
import { count, showAge, showFullTime } from './show';
import { actionsOnStories } from './story-bulk';
import type { StorySummary } from './wire';

const SORTS = { updated: 'Newest change', first: 'Newest story', size: 'Largest' } as const;

const idOf = ({ id }: StorySummary): string => id;

/** Stories by search, sort and cursor; read on as the reader scrolls. */
export function StoryList({ selected }: { selected: string | undefined }): View {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState('updated');
  const field = useRef<HTMLInputElement>(null);
  const paged = usePaged<StorySummary>({ path: '/v1/stories', parameters: { q: search, sort }, idOf });
  const { items, refresh } = paged;
  const chosen = useChosen<StorySummary>(idOf);
  const current = useCursor('stories', items.map(idOf), selected);
  const news = useSettled(refresh);
  useLive(({ type }) => type.startsWith('story.'), news, [news]);
  const pointed = selected === undefined ? items.find(({ id }) => id === current) : undefined;
  useKeys('Stories', 'list', [
    { key: '/', does: 'Search', run: () => field.current?.focus() },
    ...choosingKeys(chosen, items, pointed),
  ]);
  const row = (story: StorySummary): View =>
    html`<${Row} story=${story} open=${selected === story.id} chosen=${chosen.has(story.id)} choose=${() => chosen.toggle(story)} />`;
  const actions = actionsOnStories(chosen.items);
  const leaving = new Set(actions.leaving.map(idOf));
  return html`${selected === undefined && html`<h1 class="hidden">Stories</h1>`}<div class="filters">
      <${SearchField} field=${field} onSearch=${setSearch} />
      <select aria-label="Order" value=${sort} onChange=${(event: Event) => setSort((event.target as HTMLSelectElement).value)}>
        ${Object.entries(SORTS).map(([value, name]) => html`<option value=${value}>${name}</option>`)}
      </select>
    </div>
    ${chosen.items.length > 0 && html`<${BulkBar} chosen=${chosen.items.length} actions=${actions.list} clear=${chosen.clear} refresh=${refresh} apply=${(name: string) => (name === 'Merge' ? paged.hide(leaving) : () => undefined)} />`}
    <${ListPane} paged=${paged} idOf=${idOf} label="Stories" current=${current} render=${row}
      empty=${search ? 'No story has all these words.' : 'No stories yet.'} />`;
}

interface SearchProps {
  readonly field: { current: HTMLInputElement | null };
  readonly onSearch: (words: string) => void;
}

function SearchField({ field, onSearch }: SearchProps): View {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const type = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(value.trim()), 200);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Enter') field.current?.blur();
  };
  return html`<input ref=${field} type="search" placeholder="Search stories" aria-label="Search stories" dir="auto" onInput=${type} onKeyDown=${leave} />`;
}

interface RowProps {
  readonly story: StorySummary;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function Row({ story, open, chosen, choose }: RowProps): View {
  const { id, title, counts, sources, updatedAt, language } = story;
  return html`<input type="checkbox" checked=${chosen} onChange=${choose} aria-label=${`Select ${title.text}`} />
    <a href=${pathOf('stories', id)} onClick=${followInside('stories', id)} aria-current=${open ? 'true' : undefined}>
      <span class="title" dir="auto" lang=${language}>${title.text}</span>
      <span class="meta">${count(counts.articles, 'article', 'articles')} · <bdi>${sources.slice(0, 3).join(', ')}</bdi>${sources.length > 3 && ` +${sources.length - 3}`}
        ${' · '}<time datetime=${updatedAt} title=${showFullTime(updatedAt)}>${showAge(updatedAt)}</time></span>
    </a>`;
}
