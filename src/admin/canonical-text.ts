import { useMemo, useState } from 'preact/hooks';
import type { BodySentence as Sentence, CanonicalStory as Story } from '../story/canonical-story';
import { html, type View } from './html';
import { count, showFullTime, showTime } from './show';
import type { Outlets } from './story-data';

/** The text of the story; each sentence tells who carries it, on hover, tap and focus. */
export function CanonicalText({ story, outlets }: { story: Story; outlets: Outlets }): View {
  const [pointed, setPointed] = useState<number>();
  const [kept, setKept] = useState<number>();
  const paragraphs = useMemo(() => groupByParagraph(story.body), [story]);
  const shown = pointed ?? kept;
  const sentence = shown === undefined ? undefined : story.body[shown];
  const keep = (index: number): void => setKept(kept === index ? undefined : index);
  const show = (index: number): View => {
    const { text, kind, supportGroups } = story.body[index];
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      keep(index);
    };
    return html`<span class=${`sentence ${kind}${supportGroups > 2 ? ' strong' : ''}${shown === index ? ' shown' : ''}`}
      role="button" tabindex="0" aria-pressed=${kept === index} aria-describedby=${shown === index ? 'provenance' : undefined}
      onMouseEnter=${() => setPointed(index)} onMouseLeave=${() => setPointed(undefined)}
      onFocus=${() => setPointed(index)} onBlur=${() => setPointed(undefined)}
      onClick=${() => keep(index)} onKeyDown=${onKey}>${text}</span> `;
  };
  return html`<div class="reading">
    <div class="text" dir="auto" lang=${story.language}>
      ${paragraphs.map((indexes) => html`<p dir="auto">${indexes.map(show)}</p>`)}
      ${story.omittedSentences > 0 && html`<p class="note">${count(story.omittedSentences, 'further sentence is', 'further sentences are')} left out here; the articles have them.</p>`}
    </div>
    <aside id="provenance" class=${sentence ? 'provenance filled' : 'provenance'} aria-live="polite">
      ${sentence ? html`<${Provenance} sentence=${sentence} outlets=${outlets} close=${kept === undefined ? undefined : () => setKept(undefined)} />` : html`<p class="hint"><span class="sample shared">Underlined</span> sentences are carried by several outlets, <span class="sample unique">dotted</span> ones by one. Point at a sentence, or tap it, to see who.</p>`}
    </aside>
  </div>`;
}

interface ProvenanceProps {
  readonly sentence: Sentence;
  readonly outlets: Outlets;
  readonly close: (() => void) | undefined;
}

/** Outlets named for a sentence; a story may have hundreds. */
const SHOWN = 12;

function Provenance({ sentence, outlets, close }: ProvenanceProps): View {
  const { kind, support, supportCount, supportGroups, firstSeen, articleId, variants = [] } = sentence;
  const name = (id: string): string => outlets.get(id)?.source.name ?? id;
  const first = outlets.get(articleId);
  return html`<div>
    <h2>${kind === 'shared' ? `Carried by ${count(supportCount, 'article', 'articles')}` : 'Only in one article'}${close && html`<button class="close" aria-label="Close" onClick=${close}>×</button>`}</h2>
    ${kind === 'shared' && html`<p class="note">${count(supportGroups, 'text of its own', 'texts of their own')}, the rest are copies</p>`}
    <ul class="plain">${support.slice(0, SHOWN).map((id) => html`<li><bdi>${name(id)}</bdi> <small class="role">${outlets.get(id)?.role ?? ''}</small></li>`)}</ul>
    ${support.length > SHOWN && html`<p class="note">and ${support.length - SHOWN} more</p>`}
    <p class="note">First seen <time datetime=${firstSeen} title=${showFullTime(firstSeen)}>${showTime(firstSeen)}</time>. Wording of <bdi>${first?.source.name ?? articleId}</bdi>.</p>
    ${variants.slice(0, 3).map(({ text, articleIds }) => html`<blockquote dir="auto">${text}<footer><bdi>${articleIds.slice(0, 3).map(name).join(', ')}</bdi></footer></blockquote>`)}
  </div>`;
}

function groupByParagraph(body: readonly Sentence[]): readonly (readonly number[])[] {
  const paragraphs = new Map<number, number[]>();
  body.forEach(({ paragraph }, index) => {
    const known = paragraphs.get(paragraph);
    if (known) known.push(index);
    else paragraphs.set(paragraph, [index]);
  });
  return [...paragraphs.values()];
}
