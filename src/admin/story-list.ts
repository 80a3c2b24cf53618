import { useEffect, useRef, useState } from 'preact/hooks';
import { BulkBar } from './bulk-bar';
import { html, type View } from './html';
import { useKeys } from './keys';
import { useLive } from './live';
import { followInside, pathOf } from './location';
import { usePaged, useReach } from './paged';
import { useCursor } from './rows';
import { count, showAge, showFullTime } from './show';
import type { StorySummary } from './wire';

const SORTS = { updated: 'Newest change', first: 'Newest story', size: 'Largest' } as const;

/** Stories by search, sort and cursor; read on as the reader scrolls. */
export function StoryList({ selected }: { selected: string | undefined }): View {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState('updated');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const { items, isLoading, problem, hasMore, readMore, refresh } = usePaged<StorySummary>('/v1/stories', {
    q: search,
    sort,
  });
  const reach = useReach(readMore);
  const ids = items.map(({ id }) => id);
  const cursor = useCursor('stories', ids, selected);
  const news = useSettled(refresh);
  useLive(({ type }) => type.startsWith('story.') && news(), [news]);
  const choose = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  useKeys('Stories', 'list', [
    { key: '/', does: 'Search', run: () => field.current?.focus() },
    {
      key: ' ',
      does: 'Select the story for merging',
      run: () => cursor.current !== undefined && choose(cursor.current),
    },
  ]);
  const picked = items.filter(({ id }) => chosen.has(id));
  return html`${selected === undefined && html`<h1 class="hidden">Stories</h1>`}<div class="filters">
      <${SearchField} field=${field} onSearch=${setSearch} />
      <select aria-label="Order" value=${sort} onChange=${(event: Event) => setSort((event.target as HTMLSelectElement).value)}>
        ${Object.entries(SORTS).map(([value, name]) => html`<option value=${value}>${name}</option>`)}
      </select>
    </div>
    ${picked.length > 0 && html`<${BulkBar} stories=${picked} clear=${() => setChosen(new Set())} refresh=${refresh} />`}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <ul class="rows" aria-busy=${isLoading}>
      ${items.map(
        (story) => html`<${Row} key=${story.id} story=${story} current=${cursor.current === story.id}
        open=${selected === story.id} chosen=${chosen.has(story.id)} choose=${choose} />`,
      )}
    </ul>
    ${!isLoading && items.length === 0 && html`<p class="empty">${search ? 'No story has all these words.' : 'No stories yet.'}</p>`}
    ${hasMore && html`<p class="more" ref=${reach}>Reading more …</p>`}`;
}

/** Calls at most once in a while: a busy wire would otherwise have the list read without end. */
function useSettled(run: () => void, waitMs = 700): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => () => clearTimeout(timer.current), []);
  const settled = useRef(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, waitMs);
  });
  return settled.current;
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
  readonly current: boolean;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
}

function Row({ story, current, open, chosen, choose }: RowProps): View {
  const { id, title, counts, sources, updatedAt, language } = story;
  return html`<li data-row=${id} class=${`row${current ? ' current' : ''}`}>
    <input type="checkbox" checked=${chosen} onChange=${() => choose(id)} aria-label=${`Select ${title.text}`} />
    <a href=${pathOf('stories', id)} onClick=${followInside('stories', id)} aria-current=${open ? 'true' : undefined}>
      <span class="title" dir="auto" lang=${language}>${title.text}</span>
      <span class="meta">${count(counts.articles, 'article', 'articles')} · <bdi>${sources.slice(0, 3).join(', ')}</bdi>${sources.length > 3 && ` +${sources.length - 3}`}
        ${' · '}<time datetime=${updatedAt} title=${showFullTime(updatedAt)}>${showAge(updatedAt)}</time></span>
    </a>
  </li>`;
}
