import { useEffect, useState } from 'preact/hooks';
import type { Actor } from './api';
import { collection } from './api';
import { undoLast } from './decide';
import { openDialog } from './dialog';
import { HelpDialog } from './help';
import { html, type View } from './html';
import { useKeys } from './keys';
import { useLiveState } from './live';
import { followInside, goTo, pathOf, usePlace, type ViewName } from './location';
import { ReviewList } from './review-list';
import { StoryList } from './story-list';
import { StoryPage } from './story-page';

const NAMES: Readonly<Record<ViewName, string>> = {
  queue: 'Queue',
  stories: 'Stories',
  dashboard: 'Dashboard',
};

const LIVE_WORDS = { on: 'Live', lost: 'Reconnecting', off: 'Not live' } as const;

/** The frame of all views: where one is, who one is, and whether the page is live. */
export function Shell({ actor, onLeave }: { actor: Actor; onLeave: () => void }): View {
  const { view, id } = usePlace();
  const live = useLiveState();
  useKeys('Everywhere', 'page', [
    {
      key: '?',
      does: 'Show the keys',
      run: () => openDialog((close) => html`<${HelpDialog} onClose=${close} />`),
    },
    { key: 'u', does: 'Undo the last decision made here', run: undoLast },
    { key: '1', does: 'Go to the queue', run: () => goTo('queue') },
    { key: '2', does: 'Go to the stories', run: () => goTo('stories') },
    { key: '3', does: 'Go to the dashboard', run: () => goTo('dashboard') },
  ]);
  useEffect(() => {
    document.title = `${NAMES[view]} · Storyfold`;
  }, [view]);
  return html`<header class="top">
      <strong class="brand">Storyfold</strong>
      <nav aria-label="Views">${(Object.keys(NAMES) as ViewName[]).map(
        (name) =>
          html`<a href=${pathOf(name)} onClick=${followInside(name)} aria-current=${name === view ? 'page' : undefined}>${NAMES[name]}</a>`,
      )}</nav>
      <span class="who">
        ${collection !== 'default' && html`<span class="tag" dir="auto">${collection}</span>`}
        <span class=${`live ${live}`} title="Whether changes appear by themselves">${LIVE_WORDS[live]}</span>
        <span class="name" dir="auto">${actor.actor.name}</span>
        <button onClick=${onLeave}>Log out</button>
      </span>
    </header>
    ${
      view === 'dashboard'
        ? html`<${LazyDashboard} />`
        : html`<main class=${id === undefined ? 'panes' : 'panes open'}>
      <section class="list" aria-label=${NAMES[view]}>
        ${view === 'queue' ? html`<${ReviewList} selected=${id} />` : html`<${StoryList} selected=${id} />`}
      </section>
      <section class="story" aria-label="Story">
        ${id === undefined ? html`<p class="empty">Choose a story: <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>Enter</kbd> opens, <kbd>?</kbd> shows all keys.</p>` : html`<${StoryPage} key=${id} id=${id} view=${view} />`}
      </section>
    </main>`
    }`;
}

/** Charts are loaded only where they are shown. */
function LazyDashboard(): View {
  const [loaded, setLoaded] = useState<{ Dashboard: () => View }>();
  useEffect(() => void import('./dashboard').then(setLoaded), []);
  return loaded ? html`<${loaded.Dashboard} />` : html`<main class="dashboard" aria-busy="true"></main>`;
}
