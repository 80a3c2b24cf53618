import { useMemo, useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { CanonicalText } from './canonical-text';
import { Cases } from './cases';
import { CompareDialog } from './compare-dialog';
import { Conflicts } from './conflicts';
import { openDialog } from './dialog';
import { html, type View } from './html';
import { followInside, pathOf, type ViewName } from './location';
import { Members } from './members';
import { toggleAsking, useAsking } from './reasons';
import { Related } from './related';
import { count, showFullTime, showTime } from './show';
import { type Selection, useStoryActions } from './story-actions';
import { outletsOf, type StoryData, useStory } from './story-data';
import { Timeline } from './timeline';
import { History } from './versions';
import { WhyDialog } from './why-dialog';

/** One story with all a reviewer needs to judge it. */
export function StoryPage({ id, view }: { id: string; view: ViewName }): View {
  const data = useStory(id, view);
  const { story, problem, reload } = data;
  const trouble =
    problem &&
    html`<p class="problem" role="alert">${problem} <button onClick=${reload}>Try again</button></p>`;
  if (!story) return trouble || html`<p class="empty" aria-busy="true">Reading the story …</p>`;
  return html`${trouble}<${LoadedStory} story=${story} data=${data} view=${view} />`;
}

function LoadedStory({ story, data, view }: { story: Story; data: StoryData; view: ViewName }): View {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(-1);
  const outlets = useMemo(() => outletsOf(story), [story]);
  // Made anew only with the story: moving through a thousand articles must not compare all of its text each time.
  const text = useMemo(() => html`<${CanonicalText} story=${story} outlets=${outlets} />`, [story]);
  const conflicts = useMemo(() => html`<${Conflicts} story=${story} outlets=${outlets} />`, [story]);
  const related = useMemo(() => html`<${Related} story=${story} />`, [story]);
  const { detail } = data;
  const history = useMemo(
    () =>
      html`<${History} story=${story} outlets=${outlets} decisions=${detail?.decisions ?? []} reload=${data.reload} />`,
    [story, detail],
  );
  const timeline = useMemo(() => html`<${Timeline} story=${story} outlets=${outlets} />`, [story]);
  const choose = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const explain = (id: string): void => {
    const article = outlets.get(id);
    if (article) openDialog((close) => html`<${WhyDialog} article=${article} onClose=${close} />`);
  };
  const compare = (): void => {
    const pair = pairToCompare(story, [...chosen], story.articles[current]?.id);
    if (pair) openDialog((close) => html`<${CompareDialog} a=${pair[0]} b=${pair[1]} onClose=${close} />`);
  };
  const clear = (): void => setChosen(new Set());
  const selection: Selection = { chosen, choose, clear, current, setCurrent, explain, compare };
  const actions = useStoryActions(story, data, selection, view);
  return html`<article class="sheet">
    <a class="back" href=${pathOf(view)} onClick=${followInside(view)}>← Back to the list</a>
    <${Head} story=${story} locked=${detail?.locked ?? false} />
    <div class="actions" role="toolbar" aria-label="Decisions">${actions.map(
      ({ key, name, run, disabled }) =>
        html`<button onClick=${(event: MouseEvent) => run(event.shiftKey)} disabled=${disabled}>${name} <kbd>${key}</kbd></button>`,
    )}<${AskReason} /></div>
    ${detail?.review && html`<${Cases} story=${story} review=${detail.review} reload=${data.reload} />`}
    ${text}
    ${conflicts}
    <${Members} story=${story} pins=${detail?.pins} chosen=${chosen} choose=${choose} current=${current} explain=${explain} />
    ${timeline}
    ${related}
    ${history}
  </article>`;
}

/** Two chosen articles; else the one pointed at beside the origin, or beside the one before it. */
function pairToCompare(
  { articles, origin }: Story,
  chosen: readonly string[],
  pointed: string | undefined,
): readonly [string, string] | undefined {
  if (chosen.length === 2) return [chosen[0], chosen[1]];
  const own = chosen.length === 1 ? chosen[0] : (pointed ?? articles[1]?.id);
  const other =
    origin && origin.articleId !== own ? origin.articleId : articles.find(({ id }) => id !== own)?.id;
  return own !== undefined && other !== undefined ? [own, other] : undefined;
}

/** Whether decisions ask why. */
function AskReason(): View {
  const asking = useAsking();
  return html`<button class="asking" aria-pressed=${asking} onClick=${toggleAsking} title="Ask for a reason with every decision">Why? <kbd>y</kbd></button>`;
}

function Head({ story, locked }: { story: Story; locked: boolean }): View {
  const { title, lead, counts, status, version, firstPublishedAt, language } = story;
  return html`<header class="head">
    <p class="meta">
      ${status !== 'active' && html`<span class="tag warn">${status}</span> `}
      ${locked && html`<span class="tag">locked</span> `}
      <time datetime=${firstPublishedAt} title=${showFullTime(firstPublishedAt)}>${showTime(firstPublishedAt)}</time>
      ${' · '}${count(counts.articles, 'article', 'articles')} from ${count(counts.sources, 'outlet', 'outlets')}, ${counts.independentSources} independent · <span class="version">version ${version}</span>
    </p>
    <h1 dir="auto" lang=${language}>${title.text}</h1>
    ${lead.text && !story.body[0]?.text.startsWith(lead.text.slice(0, 60)) && html`<p class="lead" dir="auto" lang=${language}>${lead.text}</p>`}
  </header>`;
}
