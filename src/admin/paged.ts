import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get, withQuery } from './api';
import { useReadAgain } from './read-again';
import type { Page } from './wire';

/** A list that is read page by page as the reader goes down. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly total: number | undefined;
  /** What was asked for. */
  readonly subject: string;
  readonly problem: string;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly readMore: () => void;
  /** Reads the top again, keeping what is shown until it is there, and what was read below. */
  readonly refresh: () => void;
  /** Leaves items out until the next answer; answers how to show them again. */
  readonly hide: (ids: ReadonlySet<string>) => () => void;
}

interface ListRequest<Item> {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly idOf: (item: Item) => string;
}

/** The most that one answer may hold: a page read anew covers as much of what is shown. */
const MAX_LIMIT = 200;
const FIRST_LIMIT = 50;

/** Reads a cursor-paged list anew whenever its parameters change; an answer that was overtaken is dropped. */
export function usePaged<Item>({ path, parameters, idOf }: ListRequest<Item>): Paged<Item> {
  const [page, setPage] = useState<Page<Item>>({ items: [], nextCursor: null });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState('');
  const [isLoading, setLoading] = useState(true);
  const asked = useRef<AbortController | undefined>(undefined);
  const failed = useRef<(error: unknown) => void>(() => undefined);
  const query = JSON.stringify(parameters);

  const read = useCallback(
    async (limit: number, cursor: string | undefined, join: (answer: Page<Item>) => Page<Item>) => {
      asked.current?.abort();
      const controller = new AbortController();
      asked.current = controller;
      setLoading(true);
      try {
        const all = { ...JSON.parse(query), limit: String(limit), cursor };
        const answer = await get<Page<Item>>(withQuery(path, all), controller.signal);
        setPage(join(answer));
        if (cursor === undefined) setHidden(new Set());
        setProblem('');
        setLoading(false);
      } catch (error) {
        if (controller.signal.aborted) return;
        setProblem((error as Error).message);
        setLoading(false);
        failed.current(error);
      }
    },
    [path, query],
  );
  useEffect(() => {
    void read(FIRST_LIMIT, undefined, (answer) => answer);
    return () => asked.current?.abort();
  }, [read]);

  const hasMore = page.nextCursor !== null;
  const readMore = (): void => {
    // After a failure only when asked to: else it would be tried without end.
    if (isLoading || problem !== '' || page.nextCursor === null) return;
    void read(2 * FIRST_LIMIT, page.nextCursor, (answer) => append(page, answer, idOf));
  };
  const refresh = (): void => {
    const limit = Math.max(FIRST_LIMIT, Math.min(MAX_LIMIT, page.items.length));
    void read(limit, undefined, (answer) => renew(page, answer, idOf));
  };
  failed.current = useReadAgain(refresh);
  const hide = (ids: ReadonlySet<string>): (() => void) => {
    setHidden((before) => new Set([...before, ...ids]));
    return () => setHidden((before) => new Set([...before].filter((id) => !ids.has(id))));
  };
  const items = hidden.size === 0 ? page.items : page.items.filter((item) => !hidden.has(idOf(item)));
  return { items, total: page.total, subject: query, problem, isLoading, hasMore, readMore, refresh, hide };
}

/** What changed place between two pages is listed once. */
function append<Item>(before: Page<Item>, answer: Page<Item>, idOf: (item: Item) => string): Page<Item> {
  const known = new Set(before.items.map(idOf));
  return { ...answer, items: [...before.items, ...answer.items.filter((item) => !known.has(idOf(item)))] };
}

/**
 * The fresh top of a list with what was read below it: whatever stood above the last item that both have, and is not in the answer, is no
 * longer where it was.
 */
function renew<Item>(before: Page<Item>, answer: Page<Item>, idOf: (item: Item) => string): Page<Item> {
  const fresh = new Set(answer.items.map(idOf));
  const last = before.items.findLastIndex((item) => fresh.has(idOf(item)));
  const below = last < 0 || answer.nextCursor === null ? [] : before.items.slice(last + 1);
  if (below.length === 0) return answer;
  return { ...answer, items: [...answer.items, ...below], nextCursor: before.nextCursor };
}
