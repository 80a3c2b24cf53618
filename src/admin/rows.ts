import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from './keys';
import { goTo, type ViewName } from './location';

/** Moving through a list by keyboard. */
export interface Cursor {
  readonly current: string | undefined;
  readonly move: (id: string) => void;
}

/** Keeps one row of a list current: `j` and `k` move, Enter opens; with a story open, moving opens the next. */
export function useCursor(view: ViewName, ids: readonly string[], open: string | undefined): Cursor {
  const [current, setCurrent] = useState<string | undefined>(open);
  const list = useRef(ids);
  list.current = ids;
  useEffect(() => {
    if (open !== undefined) setCurrent(open);
  }, [open]);
  const step = (by: number): void => {
    const at = current === undefined ? -1 : list.current.indexOf(current);
    const next = list.current[Math.max(0, Math.min(list.current.length - 1, at + by))];
    if (next === undefined) return;
    setCurrent(next);
    document.querySelector(`[data-row="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' });
    if (open !== undefined) goTo(view, next);
  };
  useKeys('List', 'list', [
    { key: 'j', does: 'Next story', run: () => step(1), also: ['ArrowDown'] },
    { key: 'k', does: 'Story before', run: () => step(-1), also: ['ArrowUp'] },
    {
      key: 'Enter',
      does: 'Open the story',
      run: () => current !== undefined && goTo(view, current),
      also: ['o'],
    },
    { key: 'Escape', does: 'Back to the list', run: () => open !== undefined && goTo(view) },
  ]);
  return { current, move: setCurrent };
}
