import type { CanonicalStory as Story } from '../story/canonical-story';
import { html, type View } from './html';
import type { Outlets } from './story-data';

/** Where the articles differ: each value beside who gives it. */
export function Conflicts({ story, outlets }: { story: Story; outlets: Outlets }): View {
  if (story.conflicts.length === 0) return null;
  const names = (ids: readonly string[]): string =>
    [...new Set(ids.map((id) => outlets.get(id)?.source.name ?? id))].join(', ');
  return html`<section class="part">
    <h2>Where they differ <span class="tag warn">${story.conflicts.length}</span></h2>
    <ul class="conflicts">${story.conflicts.map(
      ({ kind, about, values }) => html`<li>
        <p class="about"><span class="tag">${kind}</span> <span dir="auto">${about}</span></p>
        <dl>${values.map(({ value, articleIds }) => html`<div><dt dir="auto">${value}</dt><dd dir="auto">${names(articleIds)}</dd></div>`)}</dl>
      </li>`,
    )}</ul>
  </section>`;
}
