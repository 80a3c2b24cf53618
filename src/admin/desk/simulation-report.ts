import { html, type View } from '../html';
import { followInside, pathOf } from '../location';
import { count, showNumber, showPercent } from '../show';
import type { Simulation } from './wire';

/** What a merge threshold would have done, and how that fits what reviewers decided. */
export function SimulationReport({ found }: { found: Simulation }): View {
  const { merge, present, counts, stories, articles, truncated, merged, split, reviewed } = found;
  const nothing = counts.merged === 0 && counts.split === 0;
  return html`<div class="report" role="region" aria-label="What it would have done" aria-live="polite">
    <h3>Merging from ${merge}, over the pairs recorded in ${count(stories, 'story', 'stories')} (${count(articles, 'article', 'articles')}${truncated ? ', the newest ones' : ''})</h3>
    <dl class="figures">
      <div><dt>would be merged</dt><dd>${showNumber(counts.merged)}</dd></div>
      <div><dt>would be split</dt><dd>${showNumber(counts.split)}</dd></div>
      <div><dt>stay as they are</dt><dd>${showNumber(counts.unchanged)}</dd></div>
      <div><dt>precision, now ${showPercent(reviewed.now.precision)}</dt><dd>${showPercent(reviewed.precision)}</dd></div>
      <div><dt>recall, now ${showPercent(reviewed.now.recall)}</dt><dd>${showPercent(reviewed.recall)}</dd></div>
    </dl>
    <p class="note">${
      reviewed.pairs === 0
        ? 'Nobody has reviewed a pair yet, so precision and recall say nothing.'
        : `Precision and recall are over ${count(reviewed.pairs, 'reviewed pair', 'reviewed pairs')}, at ${merge} beside ${present} now.`
    }</p>
    ${nothing && html`<p>No story would be another.</p>`}
    ${
      merged.length > 0 &&
      html`<h3>Would be one story</h3><ul class="plain examples">${merged.map(
        ({ storyIds, titles }) =>
          html`<li>${storyIds.map((id, i) => html`${i > 0 && html` <span class="versus">+</span> `}${linkTo(id, titles[i])}`)}</li>`,
      )}</ul>`
    }
    ${
      split.length > 0 &&
      html`<h3>Would fall apart</h3><ul class="plain examples">${split.map(
        ({ storyId, title, parts }) =>
          html`<li>${linkTo(storyId, title)} <small>into parts of ${parts.map(({ length }) => length).join(', ')}</small></li>`,
      )}</ul>`
    }
    ${counts.merged > merged.length && html`<p class="note">and ${showNumber(counts.merged - merged.length)} more that would be merged</p>`}
    ${counts.split > split.length && html`<p class="note">and ${showNumber(counts.split - split.length)} more that would be split</p>`}
  </div>`;
}

const linkTo = (id: string, title: string | undefined): View =>
  html`<a href=${pathOf('stories', id)} onClick=${followInside('stories', id)} dir="auto">${title || id}</a>`;
