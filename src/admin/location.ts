import { useEffect, useState } from 'preact/hooks';

const VIEWS = [
  'queue',
  'stories',
  'dashboard',
  'log',
  'constraints',
  'failures',
  'settings',
  'keys',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** Where the page is: `/admin/<view>/<id>`. */
export interface Place {
  readonly view: ViewName;
  readonly id: string | undefined;
}

const MOVED = 'storyfold:moved';

function readPlace(): Place {
  const [, , view = '', id] = location.pathname.split('/');
  const known = VIEWS.find((name) => name === view) ?? 'queue';
  return { view: known, id: id ? decodeURIComponent(id) : undefined };
}

export function pathOf(view: ViewName, id?: string): string {
  return `/admin/${view}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${location.search}`;
}

/** Goes to another place without loading the page again. */
export function goTo(view: ViewName, id?: string, replace = false): void {
  const path = pathOf(view, id);
  if (path === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

export function usePlace(): Place {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const update = (): void => setPlace(readPlace());
    addEventListener('popstate', update);
    addEventListener(MOVED, update);
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(MOVED, update);
    };
  }, []);
  return place;
}

/** Follows a link inside the page, unless it is meant for a new tab. */
export function followInside(view: ViewName, id?: string): (event: MouseEvent) => void {
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(view, id);
  };
}
