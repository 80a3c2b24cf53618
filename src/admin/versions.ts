import { useEffect, useState } from 'preact/hooks';
import type { CanonicalStory as Story } from '../story/canonical-story';
import { get, withQuery } from './api';
import { undo } from './decide';
import { describeChange } from './describe-change';
import { html, type View } from './html';
import { followInside, pathOf } from './location';
import { showAge, showFullTime } from './show';
import type { Outlets } from './story-data';
import { tellDecision } from './summary';
import type { Decision, Page, VersionEntry } from './wire';

interface HistoryProps {
  readonly story: Story;
  readonly outlets: Outlets;
  readonly decisions: readonly Decision[];
  readonly reload: () => void;
}

/** What reviewers decided on the story, and what each published version changed. */
export function History({ story, outlets, decisions, reload }: HistoryProps): View {
  const [versions, setVersions] = useState<Page<VersionEntry>>();
  useEffect(() => {
    get<Page<VersionEntry>>(
      withQuery(`/v1/stories/${encodeURIComponent(story.id)}/versions`, { limit: '30' }),
    ).then(setVersions, () => undefined);
  }, [story.id, story.version]);
  const nameOf = (id: string): string => outlets.get(id)?.source.name ?? id;
  return html`<section class="part"><h2>History</h2>
    ${decisions.length > 0 && html`<h3>Decisions</h3><ul class="plain decisions">${decisions.map((decision) => showDecision(decision, story.id, reload))}</ul>`}
    <h3>Versions</h3>
    <ol class="plain versions">${versions?.items.map(
      ({ version, at, change }) => html`<li key=${version}>
      <span class="number">${version}</span> <span dir="auto">${describeChange(change, nameOf)}</span> <time datetime=${at} title=${showFullTime(at)}>${showAge(at)}</time>
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
