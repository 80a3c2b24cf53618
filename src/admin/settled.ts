import { useEffect, useRef } from 'preact/hooks';

/** Calls at most once in a while: a busy wire would otherwise have a list read without end. */
export function useSettled(run: () => void, waitMs = 700): () => void {
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
