import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { get, withQuery } from './api';
import { html, type View } from './html';
import { followInside, pathOf } from './location';
import { showDuration, showFullTime, showPercent, showTime } from './show';
import type { Outlets } from './story-data';
import { tellDecision } from './summary';
import { describeTimeline, type TimelineRow } from './timeline-rows';
import { VirtualList } from './virtual';
import type { TimelineItem } from './wire';

/** Who published when, who carried whose text, and what came of it: changes of the story and decisions of reviewers. */
export function Timeline({ story, outlets }: { story: Story; outlets: Outlets }): View {
  const [items, setItems] = useState<readonly TimelineItem[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const path = withQuery(`/admin/api/stories/${encodeURIComponent(story.id)}/timeline`);
    get<{ items: readonly TimelineItem[] }>(path).then(
      (answer) => setItems(answer.items),
      (error: Error) => setProblem(error.message),
    );
  }, [story.id, story.version]);
  const rows = useMemo(() => describeTimeline(items), [items]);
  const render = (row: TimelineRow): View =>
    html`<time datetime=${row.at} title=${showFullTime(row.at)}>${showTime(row.at)}</time><span>${tell(row, outlets, story)}</span>`;
  return html`<section class="part">
    <h2>Who published when, and who copied whom</h2>
    ${story.origin && html`<p class="note" dir="auto">${story.origin.why}</p>`}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <${VirtualList} items=${rows} idOf=${({ id }: TimelineRow) => id} name="timeline" label="Timeline" render=${render} rowClass=${classOf} />
  </section>`;
}

const classOf = ({ item }: TimelineRow): string => (item.kind === 'published' ? item.role : item.kind);

function tell({ item, copy }: TimelineRow, outlets: Outlets, story: Story): unknown {
  const name = (id: string): View => html`<bdi>${outlets.get(id)?.source.name ?? id}</bdi>`;
  const link = (id: string): View =>
    html`<a href=${pathOf('stories', id)} onClick=${followInside('stories', id)}>another story</a>`;
  switch (item.kind) {
    case 'published':
      return html`${name(item.articleId)} ${item.articleId === story.origin?.articleId && html`<span class="role origin">origin</span>`}
        ${copy ? html`<small>${showPercent(copy.share)} copied from ${name(copy.from)}, ${showDuration(copy.laterMs)} later</small>` : item.role !== 'origin' && html`<small>${item.role}</small>`}`;
    case 'joined':
      return html`${name(item.articleId)} <small>came in, ${showPercent(item.probability)} sure</small>`;
    case 'left':
      return html`${name(item.articleId)} <small>left${item.to ? html` for ${link(item.to)}` : ''}</small>`;
    case 'merged':
      return html`<strong>Merged</strong> <small>with ${link(item.from)}</small>`;
    case 'split':
      return html`<strong>Split</strong> <small>off: ${link(item.to)}</small>`;
    case 'decided':
      return html`<strong dir="auto">${item.decision.actor.name}</strong> <small dir="auto">${tellDecision(item.decision, story.id)}${item.decision.reason ? `: “${item.decision.reason}”` : ''}</small>`;
    default:
      return null;
  }
}
