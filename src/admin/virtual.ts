import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html, type View } from './html';

/** Rows made above and below those that are seen, so that a turn of the wheel meets no gap. */
const OVERSCAN = 8;

/** Taken for the height of a row until one was measured, in pixels. */
const GUESS = 80;

interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly render: (item: Item, index: number) => ComponentChildren;
  /** Class of the list; its rows must all be of one height. */
  readonly name: string;
  readonly rowClass: (item: Item, index: number) => string;
  readonly label: string;
  /** Row that is to be seen: brought into view whenever it becomes another one. */
  readonly current?: string | undefined;
  /** What the list is of: where that becomes something else, it is shown from its top. */
  readonly subject?: string;
  readonly busy?: boolean;
  /** Called when the last rows come near to being seen. */
  readonly onEnd?: () => void;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * A list of any length of which only the rows near to being seen are in the document: some dozens. It scrolls with whatever scrolls
 * around it, the page or a pane.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>): View {
  const { items, idOf, render, name, rowClass, label, current, subject = '', busy = false, onEnd } = props;
  const frame = useRef<HTMLDivElement>(null);
  const height = useRef(GUESS);
  const [range, setRange] = useState<Range>({ first: 0, last: 2 * OVERSCAN });
  const count = items.length;

  const look = (): void => {
    if (!frame.current) return;
    height.current = frame.current.querySelector('li')?.offsetHeight || height.current;
    const next = rangeInView(frame.current, height.current, count);
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  };
  const latest = useRef(look);
  latest.current = look;
  useLayoutEffect(() => latest.current(), [count]);
  useEffect(() => watchScrolling(() => latest.current()), []);
  useLayoutEffect(() => {
    const index = current === undefined ? -1 : items.findIndex((item) => idOf(item) === current);
    if (index >= 0 && frame.current) bringIntoView(frame.current, index, height.current);
  }, [current]);

  const shown = useRef(subject);
  useLayoutEffect(() => {
    if (shown.current !== subject && frame.current) scrollerOf(frame.current).scrollTo(0, 0);
    shown.current = subject;
  }, [subject]);

  const first = Math.min(range.first, Math.max(0, count - 1));
  const last = Math.min(range.last, count);
  useEffect(() => {
    if (last >= count - OVERSCAN) onEnd?.();
  }, [last, count, onEnd]);
  const space = (rows: number) => ({ height: `${Math.max(0, rows) * height.current}px` });
  // Space is kept by elements beside the list: were it padding, the browser would not hold its place when rows come in above.
  return html`<div class="virtual" ref=${frame}>
    <div style=${space(first)}></div>
    <ul class=${name} aria-label=${label} aria-busy=${busy}>${items.slice(first, last).map((item, i) => {
      const id = idOf(item);
      return html`<li key=${id} data-row=${id} class=${rowClass(item, first + i)}
        aria-setsize=${count} aria-posinset=${first + i + 1}>${render(item, first + i)}</li>`;
    })}</ul>
    <div style=${space(count - last)}></div>
  </div>`;
}

function rangeInView(frame: Element, rowHeight: number, count: number): Range {
  const { top } = frame.getBoundingClientRect();
  const first = Math.floor(-top / rowHeight) - OVERSCAN;
  const last = Math.ceil((innerHeight - top) / rowHeight) + OVERSCAN;
  return {
    first: Math.max(0, Math.min(first, count - 1)),
    last: Math.max(2 * OVERSCAN, Math.min(last, count)),
  };
}

/** A row that is in the document is moved as little as need be; to another one is jumped. */
function bringIntoView(frame: Element, index: number, rowHeight: number): void {
  const row = frame.querySelector(`li[aria-posinset="${index + 1}"]`);
  if (row) {
    row.scrollIntoView({ block: 'nearest' });
    return;
  }
  const scroller = scrollerOf(frame);
  const top = frame.getBoundingClientRect().top + index * rowHeight;
  scroller.scrollBy({ top: top - innerHeight / 2 });
}

function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Calls once a frame while anything scrolls or the window changes. */
function watchScrolling(onMove: () => void): () => void {
  let frame = 0;
  const soon = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      onMove();
    });
  };
  addEventListener('scroll', soon, { capture: true, passive: true });
  addEventListener('resize', soon);
  soon();
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener('scroll', soon, { capture: true });
    removeEventListener('resize', soon);
  };
}
