import { useState } from 'preact/hooks';
import { answerCase } from './answer';
import { type BulkAction, BulkBar } from './bulk-bar';
import { choosingKeys, useChosen } from './chosen';
import { html, type View } from './html';
import { useKeys } from './keys';
import { ListPane } from './list-pane';
import { useLive } from './live';
import { followInside, pathOf } from './location';
import { usePaged } from './paged';
import { useCursor } from './rows';
import { useSettled } from './settled';
import { count, showAge, showPercent } from './show';
import type { Review, ReviewCase } from './wire';

const idOf = ({ storyId }: Review): string => storyId;

/** The doubtful stories, most at risk first. */
export function ReviewList({ selected }: { selected: string | undefined }): View {
  const [kind, setKind] = useState('');
  const paged = usePaged<Review>({ path: '/admin/api/reviews', parameters: { kind }, idOf });
  const { items, total, refresh } = paged;
  const chosen = useChosen<Review>(idOf);
  const current = useCursor('queue', items.map(idOf), selected);
  const news = useSettled(refresh);
  useLive(() => true, news, [news]);
  const pointed = selected === undefined ? items.find(({ storyId }) => storyId === current) : undefined;
  useKeys('Queue', 'list', choosingKeys(chosen, items, pointed));
  const row = (review: Review): View =>
    html`<${Row} review=${review} open=${selected === review.storyId} chosen=${chosen.has(review.storyId)} choose=${() => chosen.toggle(review)} />`;
  return html`<div class="filters"><h1>To review</h1>${total !== undefined && html`<span class="tag">${total}</span>`}
      <select aria-label="What is in doubt" value=${kind} onChange=${(event: Event) => setKind((event.target as HTMLSelectElement).value)}>
        <option value="">Everything</option>
        ${Object.entries(CASE_WORDS).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select></div>
    ${chosen.items.length > 0 && html`<${BulkBar} chosen=${chosen.items.length} actions=${actionsOn(chosen.items)} clear=${chosen.clear} refresh=${refresh} apply=${(name: string) => (name === 'Lock' ? () => undefined : paged.hide(new Set(chosen.items.map(idOf))))} />`}
    <${ListPane} paged=${paged} idOf=${idOf} label="Stories in doubt" current=${current} render=${row}
      empty=${kind ? 'Nothing of this kind is in doubt.' : 'Nothing is in doubt. New cases appear here by themselves.'} />`;
}

/** Answers the first question of each story. */
function actionsOn(reviews: readonly Review[]): readonly BulkAction[] {
  const answer = (yes: boolean): BulkAction['items'] =>
    reviews.flatMap(({ storyId, version, title, cases: [first] }) =>
      first
        ? [
            {
              label: `${describeCase(first)} ${title}`,
              body: answerCase({ id: storyId, version }, first, yes),
            },
          ]
        : [],
    );
  const stories = count(reviews.length, 'case', 'cases');
  return [
    {
      key: 'c',
      name: 'Confirm',
      does: 'Confirm the first question of each',
      done: `Confirmed ${stories}`,
      items: answer(true),
    },
    {
      key: 'x',
      name: 'Reject',
      does: 'Reject the first question of each',
      done: `Rejected ${stories}`,
      items: answer(false),
    },
    {
      key: 'l',
      name: 'Lock',
      does: 'Lock the selected stories as they are',
      done: `Locked ${count(reviews.length, 'story', 'stories')}`,
      items: reviews.map(({ storyId: id, version, title }) => ({
        label: title,
        body: { type: 'lock', story: { id, version }, locked: true },
      })),
    },
  ];
}

interface RowProps {
  readonly review: Review;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function Row({ review, open, chosen, choose }: RowProps): View {
  const { storyId, title, language, counts, cases, conflicts = 0, risk, updatedAt } = review;
  return html`<input type="checkbox" checked=${chosen} onChange=${choose} aria-label=${`Select ${title}`} />
    <a href=${pathOf('queue', storyId)} onClick=${followInside('queue', storyId)} aria-current=${open ? 'true' : undefined}>
      <span class="title" dir="auto" lang=${language}>${title}</span>
      <span class="meta">${describeBriefly(cases[0])}${cases.length > 1 && ` +${cases.length - 1}`} ${counts && ` · ${count(counts.articles, 'article', 'articles')}`}
        ${conflicts > 0 && html` · <span class="warn">${count(conflicts, 'conflict', 'conflicts')}</span>`} · ${showAge(updatedAt)}</span>
    </a>
    <meter min="0" max="1" value=${risk} aria-label=${`Risk ${showPercent(risk)}`} title=${`Risk ${showPercent(risk)}`}></meter>`;
}

/** As the questions, for rows of a list. */
const BRIEF_WORDS = { between: 'Same story?', weak: 'Odd one out?', bridge: 'Two in one?' } as const;

const describeBriefly = (found: ReviewCase | undefined): string =>
  found ? `${BRIEF_WORDS[found.kind]} ${showPercent(found.probability)}` : 'In doubt';

const CASE_WORDS = {
  between: 'Same as another story?',
  weak: 'Does a member belong?',
  bridge: 'Two stories in one?',
} as const;

/** What is doubtful, in a few words. */
export function describeCase(found: ReviewCase | undefined): string {
  return found ? `${CASE_WORDS[found.kind]} ${showPercent(found.probability)}` : 'In doubt';
}
