import { useEffect, useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { get, withQuery } from './api';
import { undo } from './decide';
import { html, type View } from './html';
import { followInside, pathOf } from './location';
import { count, showAge, showFullTime } from './show';
import { tellDecision } from './summary';
import type { Decision, Page, VersionEntry } from './wire';

interface HistoryProps {
  readonly story: Story;
  readonly decisions: readonly Decision[];
  readonly reload: () => void;
}

/** What reviewers decided on the story, and what each published version changed. */
export function History({ story, decisions, reload }: HistoryProps): View {
  const [versions, setVersions] = useState<Page<VersionEntry>>();
  useEffect(() => {
    get<Page<VersionEntry>>(
      withQuery(`/v1/stories/${encodeURIComponent(story.id)}/versions`, { limit: '30' }),
    ).then(setVersions, () => undefined);
  }, [story.id, story.version]);
  return html`<section class="part"><h2>History</h2>
    ${decisions.length > 0 && html`<h3>Decisions</h3><ul class="plain decisions">${decisions.map((decision) => showDecision(decision, story.id, reload))}</ul>`}
    <h3>Versions</h3>
    <ol class="plain versions">${versions?.items.map(
      ({ version, at, change }) => html`<li key=${version}>
      <span class="number">${version}</span> <span>${describeChange(change)}</span> <time datetime=${at} title=${showFullTime(at)}>${showAge(at)}</time>
    </li>`,
    )}</ol>
  </section>`;
}

function showDecision(decision: Decision, storyId: string, reload: () => void): View {
  const { id, actor, at, reason, undoneBy } = decision;
  return html`<li key=${id} class=${undoneBy ? 'undone' : ''}>
    <span><strong dir="auto">${actor.name}</strong>, ${showAge(at)}: <a href=${pathOf('log', id)} onClick=${followInside('log', id)} dir="auto">${tellDecision(decision, storyId)}</a> ${reason && html`<q dir="auto">${reason}</q>`}</span>
    ${undoneBy ? html`<small>taken back</small>` : html`<button onClick=${() => void undo(id, reload)}>Undo</button>`}
  </li>`;
}

/** A change in a few words: how much of each kind it added or removed. */
function describeChange(change: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(change).flatMap(([name, value]) => {
    if (Array.isArray(value))
      return value.length > 0 ? [`${spell(name)}: ${count(value.length, 'item', 'items')}`] : [];
    return typeof value === 'string' ? [`${spell(name)}: ${value}`] : [];
  });
  return parts.join(' · ') || 'no visible change';
}

const spell = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
