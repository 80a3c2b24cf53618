import { useEffect } from 'preact/hooks';
import { type Actor, collection } from './api';
import { undoLast } from './decide';
import { openDialog } from './dialog';
import { HelpDialog } from './help';
import { html, type View } from './html';
import { useKeys } from './keys';
import { LazyView } from './lazy-view';
import { useLiveState } from './live';
import { followInside, goTo, pathOf, usePlace, type ViewName } from './location';
import { toggleAsking } from './reasons';
import { ReviewList } from './review-list';
import { StoryList } from './story-list';
import { StoryPage } from './story-page';

/** The views in the order of their keys, 1 to 8. */
const NAMES: Readonly<Record<ViewName, string>> = {
  queue: 'Queue',
  stories: 'Stories',
  dashboard: 'Dashboard',
  log: 'Log',
  constraints: 'Constraints',
  failures: 'Failures',
  settings: 'Settings',
  keys: 'Keys',
};
const VIEWS = Object.keys(NAMES) as ViewName[];

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
    { key: 'u', does: 'Undo the last decision made here', run: () => void undoLast() },
    { key: 'y', does: 'Ask why with every decision, or no longer', run: toggleAsking },
    ...VIEWS.map((name, i) => ({
      key: String(i + 1),
      does: `Go to: ${NAMES[name].toLowerCase()}`,
      run: () => goTo(name),
    })),
  ]);
  useEffect(() => {
    document.title = `${NAMES[view]} · Storyfold`;
    document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view]);
  const isStories = view === 'queue' || view === 'stories';
  return html`<header class="top">
      <strong class="brand">Storyfold</strong>
      <nav aria-label="Views">${VIEWS.map(
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
    ${isStories ? html`<${StoryPanes} view=${view} id=${id} />` : html`<${LazyView} key=${view} view=${view} id=${id} scopes=${actor.scopes} />`}`;
}

/** A list, and beside it the story that is open. */
function StoryPanes({ view, id }: { view: ViewName; id: string | undefined }): View {
  return html`<main class=${id === undefined ? 'panes' : 'panes open'}>
    <section class="list" aria-label=${NAMES[view]}>
      ${view === 'queue' ? html`<${ReviewList} selected=${id} />` : html`<${StoryList} selected=${id} />`}
    </section>
    <section class="story" aria-label="Story">
      ${id === undefined ? html`<p class="empty">Choose a story: <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>Enter</kbd> opens, <kbd>?</kbd> shows all keys.</p>` : html`<${StoryPage} key=${id} id=${id} view=${view} />`}
    </section>
  </main>`;
}
