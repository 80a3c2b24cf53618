import { useState } from 'preact/hooks';
import { request, withQuery } from '../api';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import { ListPane } from '../list-pane';
import { usePaged } from '../paged';
import { count, showAge, showFullTime } from '../show';
import { say } from '../toasts';
import type { Failure } from './wire';

const nameOf = ({ articleId, storyId }: Failure): string => articleId ?? storyId ?? '';

/** An article may be called what a story is. */
const idOf = (failure: Failure): string => `${failure.kind} ${nameOf(failure)}`;

/** Articles and stories that were set aside, each with the error that stopped it, and a way back onto the queue. */
export function FailuresView(): View {
  const paged = usePaged<Failure>({ path: '/admin/api/failures', parameters: {}, idOf });
  const [at, setAt] = useState<string>();
  const { items, refresh } = paged;
  const index = items.findIndex((one) => idOf(one) === at);
  const step = (by: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, index + by))];
    if (next) setAt(idOf(next));
  };
  const retry = async (failures: readonly Failure[]): Promise<void> => {
    const show = paged.hide(new Set(failures.map(idOf)));
    try {
      for (const failure of failures) {
        const path = `/admin/api/failures/${encodeURIComponent(nameOf(failure))}/retry`;
        await request('POST', withQuery(path, { kind: failure.kind }));
      }
      say(`${tell(failures)} on the queue again.`);
    } catch (error) {
      show();
      say((error as Error).message);
      refresh();
    }
  };
  useKeys('Failures', 'list', [
    { key: 'j', does: 'Next one', run: () => step(1), also: ['ArrowDown'] },
    { key: 'k', does: 'The one before', run: () => step(-1), also: ['ArrowUp'] },
    { key: 't', does: 'Try it again', run: () => items[index] && void retry([items[index]]) },
    { key: 'T', does: 'Try all that are listed again', run: () => void retry(items) },
    { key: 'z', does: 'Read the list anew', run: refresh },
  ]);
  const row = (failure: Failure): View =>
    html`<${Row} failure=${failure} retry=${() => void retry([failure])} />`;
  return html`<main class="sheet"><header class="head"><h1>Failures</h1>
      <p class="lead">Articles that kept failing, and stories whose text could not be put together. They are kept: what was the matter mended, try them again.</p></header>
    <div class="actions"><button onClick=${refresh}>Read anew <kbd>z</kbd></button>
      <button disabled=${items.length === 0} onClick=${() => void retry(items)}>Try all ${items.length} again <kbd>T</kbd></button></div>
    <${ListPane} paged=${paged} idOf=${idOf} label="Set aside" current=${at} render=${row} name="rows failures" empty="Nothing is set aside." />
  </main>`;
}

function tell(failures: readonly Failure[]): string {
  const stories = failures.filter(({ kind }) => kind === 'story').length;
  const said = [
    ...(stories < failures.length ? [count(failures.length - stories, 'article', 'articles')] : []),
    ...(stories > 0 ? [count(stories, 'story', 'stories')] : []),
  ];
  return `${said.join(' and ')} ${failures.length === 1 ? 'is' : 'are'}`;
}

function Row({ failure, retry }: { failure: Failure; retry: () => void }): View {
  const { kind, title, source, error, at, revision } = failure;
  const name = nameOf(failure);
  return html`<div>
      <span class="title" dir="auto">${title || name}</span>
      <span class="error" dir="auto" title=${error}>${error}</span>
      <span class="meta"><bdi>${source?.name ?? 'Story'}</bdi> · ${name}, ${kind === 'story' ? 'state' : 'revision'} ${revision} · <time datetime=${at} title=${showFullTime(at)}>${showAge(at)}</time></span>
    </div>
    <button onClick=${retry}>Try again<span class="hidden">: ${title || name}</span></button>`;
}
