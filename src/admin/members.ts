import { useEffect, useState } from 'preact/hooks';
import { html, type View } from './html';
import { safeUrl, showFullTime, showPercent, showTime } from './show';
import type { Story, StoryArticle } from './wire';

/** Members shown at first and added at a time: a story may have thousands. */
const STEP = 50;

interface MembersProps {
  readonly story: Story;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string) => void;
  readonly current: number;
  readonly explain: (id: string) => void;
}

/** The articles of the story with the part each plays. */
export function Members({ story, chosen, choose, current, explain }: MembersProps): View {
  const [shown, setShown] = useState(STEP);
  useEffect(() => {
    if (current >= shown) setShown(Math.ceil((current + 1) / STEP) * STEP);
  }, [current]);
  const { articles } = story;
  return html`<section class="part" id="members">
    <h2>Articles <span class="tag">${articles.length}</span></h2>
    <ul class="members">${articles.slice(0, shown).map(
      (article, index) => html`<${MemberRow} key=${article.id} article=${article}
      chosen=${chosen.has(article.id)} choose=${choose} current=${current === index} explain=${explain} />`,
    )}</ul>
    ${articles.length > shown && html`<button onClick=${() => setShown(shown + STEP)}>Show more of ${articles.length}</button>`}
  </section>`;
}

interface RowProps {
  readonly article: StoryArticle;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
  readonly current: boolean;
  readonly explain: (id: string) => void;
}

function MemberRow({ article, chosen, choose, current, explain }: RowProps): View {
  const { id, source, title, url, role, publishedAt, probability, newSentences } = article;
  const link = safeUrl(url);
  return html`<li class=${`member${current ? ' current' : ''}`} data-member=${id}>
    <input type="checkbox" checked=${chosen} onChange=${() => choose(id)} aria-label=${`Select the article of ${source.name}`} />
    <div>
      <p><strong dir="auto">${source.name}</strong> <span class=${`role ${role}`}>${role}</span></p>
      <p class="title" dir="auto">${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${title}</a>` : title}</p>
      <p class="meta"><time datetime=${publishedAt} title=${showFullTime(publishedAt)}>${showTime(publishedAt)}</time>${newSentences > 0 && ` · ${newSentences} new ${newSentences === 1 ? 'sentence' : 'sentences'}`}</p>
    </div>
    <button class="why" onClick=${() => explain(id)} title="Why is it here?">${showPercent(probability)}<span class="hidden"> sure; why is it here?</span></button>
  </li>`;
}
