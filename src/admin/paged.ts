import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get, withQuery } from './api';
import type { Page } from './wire';

/** A list that is read page by page as the reader goes down. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly total: number | undefined;
  readonly problem: string;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly readMore: () => void;
  /** Reads the first page again, keeping what is shown until it is there. */
  readonly refresh: () => void;
}

/** Reads a cursor-paged list anew whenever `parameters` change; an answer that was overtaken is dropped. */
export function usePaged<Item>(path: string, parameters: Readonly<Record<string, string>>): Paged<Item> {
  const [page, setPage] = useState<Page<Item>>({ items: [], nextCursor: null });
  const [problem, setProblem] = useState('');
  const [isLoading, setLoading] = useState(true);
  const asked = useRef<AbortController | undefined>(undefined);
  const query = JSON.stringify(parameters);

  const read = useCallback(
    async (before?: Page<Item>): Promise<void> => {
      asked.current?.abort();
      const controller = new AbortController();
      asked.current = controller;
      setLoading(true);
      try {
        const cursor = before?.nextCursor ?? undefined;
        const answer = await get<Page<Item>>(
          withQuery(path, { ...JSON.parse(query), cursor }),
          controller.signal,
        );
        setPage({ ...answer, items: [...(before?.items ?? []), ...answer.items] });
        setProblem('');
        setLoading(false);
      } catch (error) {
        if (controller.signal.aborted) return;
        setProblem((error as Error).message);
        setLoading(false);
      }
    },
    [path, query],
  );
  useEffect(() => {
    void read();
    return () => asked.current?.abort();
  }, [read]);

  const hasMore = page.nextCursor !== null;
  return {
    items: page.items,
    total: page.total,
    problem,
    isLoading,
    hasMore,
    readMore: () => void (!isLoading && hasMore && read(page)),
    refresh: () => void read(),
  };
}

/** Calls `reach` when the element it is given comes near to being seen. */
export function useReach(reach: () => void): (element: Element | null) => void {
  const latest = useRef(reach);
  latest.current = reach;
  const observer = useRef<IntersectionObserver | undefined>(undefined);
  return useCallback((element) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '400px',
    });
    observer.current.observe(element);
  }, []);
}
