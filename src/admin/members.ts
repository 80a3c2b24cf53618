import type { CanonicalStory as Story, StoryArticle } from '../story/canonical-story';
import { html, type View } from './html';
import { safeUrl, showFullTime, showPercent, showTime } from './show';
import { VirtualList } from './virtual';
import type { ReviewDetail } from './wire';

interface MembersProps {
  readonly story: Story;
  readonly pins: ReviewDetail['pins'] | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string) => void;
  readonly current: number;
  readonly explain: (id: string) => void;
}

/** The articles of the story with the part each plays. */
export function Members({ story, pins, chosen, choose, current, explain }: MembersProps): View {
  const { articles } = story;
  const row = (article: StoryArticle): View =>
    html`<${MemberRow} article=${article} pins=${pins} chosen=${chosen.has(article.id)} choose=${choose} explain=${explain} />`;
  return html`<section class="part" id="members">
    <h2>Articles <span class="tag">${articles.length}</span></h2>
    <${VirtualList} items=${articles} idOf=${({ id }: StoryArticle) => id} name="members" label="Articles of the story"
      current=${articles[current]?.id} render=${row}
      rowClass=${(_: StoryArticle, index: number) => `member${current === index ? ' current' : ''}`} />
  </section>`;
}

interface RowProps {
  readonly article: StoryArticle;
  readonly pins: ReviewDetail['pins'] | undefined;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
  readonly explain: (id: string) => void;
}

function MemberRow({ article, pins, chosen, choose, explain }: RowProps): View {
  const { id, source, title, url, role, publishedAt, probability, newSentences } = article;
  const link = safeUrl(url);
  return html`<input type="checkbox" checked=${chosen} onChange=${() => choose(id)} aria-label=${`Select the article of ${source.name}`} />
    <div>
      <p class="from"><strong dir="auto">${source.name}</strong> <span class=${`role ${role}`}>${role}</span>
        ${pins?.title === id && html`<span class="tag">title</span>`} ${pins?.representative === id && html`<span class="tag">text</span>`}</p>
      <p class="title" dir="auto">${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${title}</a>` : title}</p>
      <p class="meta"><time datetime=${publishedAt} title=${showFullTime(publishedAt)}>${showTime(publishedAt)}</time>${newSentences > 0 && ` · ${newSentences} new ${newSentences === 1 ? 'sentence' : 'sentences'}`}</p>
    </div>
    <button class="why" onClick=${() => explain(id)} title="Why is it here?">${showPercent(probability)}<span class="hidden"> sure; why is it here?</span></button>`;
}
