import type { TimelineItem } from './wire';

/** A line of the timeline. */
export interface TimelineRow {
  readonly id: string;
  readonly at: string;
  readonly item: TimelineItem;
  /** Whose text the article mostly carries, if it copies one. */
  readonly copy?: { readonly from: string; readonly share: number; readonly laterMs: number };
}

type Of<Kind extends TimelineItem['kind']> = Extract<TimelineItem, { kind: Kind }>;

/**
 * One line for each article, at the time it was published, with whom it copied; and one for everything else that happened. That an article
 * came in is told of by itself only where nothing says when it was published.
 */
export function describeTimeline(items: readonly TimelineItem[]): readonly TimelineRow[] {
  const published = new Map<string, string>();
  const copies = new Map<string, Of<'copied'>>();
  for (const item of items) {
    if (item.kind === 'published') published.set(item.articleId, item.at);
    if (item.kind !== 'copied') continue;
    const known = copies.get(item.to);
    if (!known || item.share > known.share) copies.set(item.to, item);
  }
  return items.flatMap((item, index): TimelineRow[] => {
    if (item.kind === 'copied' || (item.kind === 'joined' && published.has(item.articleId))) return [];
    const row = { id: `${index} ${item.kind}`, at: item.at, item };
    if (item.kind !== 'published') return [row];
    const copy = copies.get(item.articleId);
    return [
      { ...row, ...(copy && { copy: { ...copy, laterMs: laterBy(published.get(copy.from), item.at) } }) },
    ];
  });
}

const laterBy = (from: string | undefined, to: string): number =>
  from === undefined ? 0 : Date.parse(to) - Date.parse(from);
