import { html, type View } from './html';
import { showDuration, showFullTime, showPercent, showTime } from './show';
import type { Outlets } from './story-data';
import type { CopyEdge, Story } from './wire';

/** Rows of the timeline; later ones add little and are in the list of articles. */
const SHOWN = 40;

/** Who published when, and who carried whose text. */
export function Timeline({ story, outlets }: { story: Story; outlets: Outlets }): View {
  const copied = new Map<string, CopyEdge>();
  for (const edge of story.copies) {
    const known = copied.get(edge.to);
    if (!known || edge.shareOfTo > known.shareOfTo) copied.set(edge.to, edge);
  }
  const { articles, origin } = story;
  return html`<section class="part">
    <h2>Who published when</h2>
    ${origin && html`<p class="note" dir="auto">${origin.why}</p>`}
    <ol class="timeline">${articles.slice(0, SHOWN).map(({ id, source, publishedAt, role }) => {
      const edge = copied.get(id);
      return html`<li key=${id} class=${role}>
        <time datetime=${publishedAt} title=${showFullTime(publishedAt)}>${showTime(publishedAt)}</time>
        <span><bdi>${source.name}</bdi> ${id === origin?.articleId && html`<span class="role origin">origin</span>`}
        ${edge && html`<small>${showPercent(edge.shareOfTo)} from <bdi>${outlets.get(edge.from)?.source.name ?? edge.from}</bdi>, ${showDuration(edge.laterMs)} later</small>`}</span>
      </li>`;
    })}</ol>
    ${articles.length > SHOWN && html`<p class="note">and ${articles.length - SHOWN} more</p>`}
  </section>`;
}
