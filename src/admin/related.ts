import { useEffect, useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { get, withQuery } from './api';
import { html, type View } from './html';
import { followInside, pathOf } from './location';
import { count, showPercent } from './show';

/** Stories of the same running subject, which are not merged. */
export function Related({ story }: { story: Story }): View {
  const [titles, setTitles] = useState<ReadonlyMap<string, Story>>(new Map());
  const related = story.related.slice(0, 6);
  const ids = related.map(({ storyId }) => storyId).join();
  useEffect(() => {
    const read = related.map(({ storyId }) =>
      get<Story>(withQuery(`/v1/stories/${encodeURIComponent(storyId)}`)).catch(() => undefined),
    );
    void Promise.all(read).then((stories) =>
      setTitles(new Map(stories.flatMap((found, i) => (found ? [[related[i].storyId, found]] : [])))),
    );
  }, [ids]);
  if (related.length === 0) return null;
  return html`<section class="part"><h2>Related stories</h2>
    <ul class="plain">${related.map(({ storyId, probability }) => {
      const found = titles.get(storyId);
      return html`<li key=${storyId}><a href=${pathOf('stories', storyId)} onClick=${followInside('stories', storyId)} dir="auto">${found?.title.text ?? storyId}</a>
        <small>${found && `${count(found.counts.articles, 'article', 'articles')} · `}${showPercent(probability)} alike</small></li>`;
    })}</ul></section>`;
}
