import { useRef } from 'preact/hooks';
import { html, type View } from './html';
import { useLive } from './live';
import { followInside, pathOf } from './location';
import { usePaged, useReach } from './paged';
import { useCursor } from './rows';
import { count, showAge, showPercent } from './show';
import type { Review, ReviewCase } from './wire';

/** The doubtful stories, most at risk first. */
export function ReviewList({ selected }: { selected: string | undefined }): View {
  const { items, isLoading, problem, hasMore, readMore, refresh, total } = usePaged<Review>(
    '/admin/api/reviews',
    {},
  );
  const reach = useReach(readMore);
  const cursor = useCursor(
    'queue',
    items.map(({ storyId }) => storyId),
    selected,
  );
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLive(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, 700);
  }, [refresh]);
  return html`<div class="filters"><h1>To review</h1>${total !== undefined && html`<span class="tag">${total}</span>`}</div>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <ul class="rows" aria-busy=${isLoading}>
      ${items.map((review) => html`<${Row} key=${review.storyId} review=${review} current=${cursor.current === review.storyId} open=${selected === review.storyId} />`)}
    </ul>
    ${!isLoading && items.length === 0 && !problem && html`<p class="empty">Nothing is in doubt. New cases appear here by themselves.</p>`}
    ${hasMore && html`<p class="more" ref=${reach}>Reading more …</p>`}`;
}

function Row({ review, current, open }: { review: Review; current: boolean; open: boolean }): View {
  const { storyId, title, language, counts, cases, conflicts = 0, risk, updatedAt } = review;
  return html`<li data-row=${storyId} class=${`row${current ? ' current' : ''}`}>
    <meter min="0" max="1" value=${risk} aria-label=${`Risk ${showPercent(risk)}`} title=${`Risk ${showPercent(risk)}`}></meter>
    <a href=${pathOf('queue', storyId)} onClick=${followInside('queue', storyId)} aria-current=${open ? 'true' : undefined}>
      <span class="title" dir="auto" lang=${language}>${title}</span>
      <span class="meta">${describeCase(cases[0])}${cases.length > 1 && ` +${cases.length - 1}`} ${counts && ` · ${count(counts.articles, 'article', 'articles')}`}
        ${conflicts > 0 && html` · <span class="warn">${count(conflicts, 'conflict', 'conflicts')}</span>`} · ${showAge(updatedAt)}</span>
    </a>
  </li>`;
}

const CASE_WORDS = {
  between: 'Same as another story?',
  weak: 'Does a member belong?',
  bridge: 'Two stories in one?',
} as const;

/** What is doubtful, in a few words. */
export function describeCase(found: ReviewCase | undefined): string {
  return found ? `${CASE_WORDS[found.kind]} ${showPercent(found.probability)}` : 'In doubt';
}
