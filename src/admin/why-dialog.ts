import { useEffect, useState } from 'preact/hooks';
import type { StoryArticle } from '../story/canonical-story';
import { get, withQuery } from './api';
import { Dialog } from './dialog';
import { Waterfall } from './evidence';
import { html, type View } from './html';
import { showPercent } from './show';
import type { ArticleAnswer } from './wire';

/** Why an article is in its story: its strongest matches, each with what spoke for and against it. */
export function WhyDialog({ article, onClose }: { article: StoryArticle; onClose: () => void }): View {
  const [answer, setAnswer] = useState<ArticleAnswer>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    get<ArticleAnswer>(withQuery(`/v1/articles/${encodeURIComponent(article.id)}`)).then(
      setAnswer,
      (error: Error) => setProblem(error.message),
    );
  }, [article.id]);
  const why = answer?.why ?? [];
  return html`<${Dialog} title="Why is it here?" wide onClose=${onClose}>
    <p><strong dir="auto">${article.source.name}</strong>: <span dir="auto">${article.title}</span></p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${answer && why.length === 0 && html`<p class="note">It matched no other article of the story: it came first, or a reviewer put it here.</p>`}
    ${why.map(
      ({
        articleId,
        source,
        title,
        level,
        probability,
        evidence = [],
      }) => html`<section class="match" key=${articleId}>
      <h3><span class="tag">${level ?? 'match'}</span> ${showPercent(probability)} with <bdi>${source?.name ?? articleId}</bdi></h3>
      <p class="note" dir="auto">${title}</p>
      ${evidence.length > 0 && html`<${Waterfall} evidence=${evidence} probability=${probability} />`}
    </section>`,
    )}
    <div class="choices"><button autofocus onClick=${onClose}>Close</button></div>
  </${Dialog}>`;
}
