import type { ComponentChildren } from 'preact';
import { html, type View } from './html';
import type { Paged } from './paged';
import { VirtualList } from './virtual';

interface ListPaneProps<Item> {
  readonly paged: Paged<Item>;
  readonly idOf: (item: Item) => string;
  readonly label: string;
  /** What is said where the list is empty. */
  readonly empty: string;
  readonly render: (item: Item) => ComponentChildren;
  readonly current: string | undefined;
  /** Classes besides those of any row. */
  readonly rowClass?: (item: Item) => string;
  readonly name?: string;
}

/** A paged list with all that there is to say about its reading. */
export function ListPane<Item>(props: ListPaneProps<Item>): View {
  const { paged, idOf, label, empty, render, current, rowClass, name = 'rows' } = props;
  const { items, subject, isLoading, problem, hasMore, readMore, refresh } = paged;
  const classOf = (item: Item): string =>
    `row${current === idOf(item) ? ' current' : ''} ${rowClass?.(item) ?? ''}`;
  return html`
    ${problem && html`<p class="problem" role="alert">${problem} <button onClick=${refresh}>Try again</button></p>`}
    ${items.length > 0 && html`<${VirtualList} items=${items} idOf=${idOf} name=${name} label=${label} current=${current} subject=${subject} busy=${isLoading} rowClass=${classOf} render=${render} onEnd=${readMore} />`}
    ${items.length === 0 && !problem && html`<p class="empty" aria-busy=${isLoading}>${isLoading ? 'Reading …' : empty}</p>`}
    ${hasMore && !problem && items.length > 0 && html`<p class="more">Reading more …</p>`}`;
}
