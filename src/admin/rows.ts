import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from './keys';
import { goTo, type ViewName } from './location';

/** Keeps one row of a list current: `j` and `k` move, Enter opens; with one open, moving opens the next. Answers the current one. */
export function useCursor(
  view: ViewName,
  ids: readonly string[],
  open: string | undefined,
): string | undefined {
  const [current, setCurrent] = useState<string | undefined>(open);
  const list = useRef(ids);
  list.current = ids;
  /** Where the current row was when it was last seen: a row that leaves the list makes place for the next. */
  const at = useRef(-1);
  const found = current === undefined ? -1 : ids.indexOf(current);
  if (found >= 0) at.current = found;
  useEffect(() => {
    if (open !== undefined) setCurrent(open);
  }, [open]);
  const step = (by: number): void => {
    const isGone = current !== undefined && !list.current.includes(current);
    const from = isGone && by > 0 ? at.current - 1 : at.current;
    const next = list.current[Math.max(0, Math.min(list.current.length - 1, from + by))];
    if (next === undefined) return;
    setCurrent(next);
    if (open !== undefined) goTo(view, next);
  };
  useKeys('List', 'list', [
    { key: 'j', does: 'Next row', run: () => step(1), also: ['ArrowDown'] },
    { key: 'k', does: 'Row before', run: () => step(-1), also: ['ArrowUp'] },
    {
      key: 'Enter',
      does: 'Open the row',
      // Nothing is current yet: the first one, which is what a reviewer begins with.
      run: () => {
        const next = current ?? list.current[0];
        if (next !== undefined) goTo(view, next);
      },
      also: ['o'],
    },
    { key: 'Escape', does: 'Back to the list', run: () => open !== undefined && goTo(view) },
  ]);
  return current;
}
