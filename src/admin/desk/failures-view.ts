import { useState } from 'preact/hooks';
import { request, withQuery } from '../api';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import { ListPane } from '../list-pane';
import { usePaged } from '../paged';
import { count, showAge, showFullTime } from '../show';
import { say } from '../toasts';
import type { Failure } from './wire';

const idOf = ({ articleId }: Failure): string => articleId;

/** Articles that were set aside, each with the error that stopped it, and a way back onto the queue. */
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
      for (const { articleId } of failures)
        await request('POST', withQuery(`/admin/api/failures/${encodeURIComponent(articleId)}/retry`));
      say(`${count(failures.length, 'article is', 'articles are')} on the queue again.`);
    } catch (error) {
      show();
      say((error as Error).message);
      refresh();
    }
  };
  useKeys('Failures', 'list', [
    { key: 'j', does: 'Next article', run: () => step(1), also: ['ArrowDown'] },
    { key: 'k', does: 'Article before', run: () => step(-1), also: ['ArrowUp'] },
    { key: 't', does: 'Try the article again', run: () => items[index] && void retry([items[index]]) },
    { key: 'T', does: 'Try all that are listed again', run: () => void retry(items) },
    { key: 'z', does: 'Read the list anew', run: refresh },
  ]);
  const row = (failure: Failure): View =>
    html`<${Row} failure=${failure} retry=${() => void retry([failure])} />`;
  return html`<main class="sheet"><header class="head"><h1>Failures</h1>
      <p class="lead">Articles that kept failing and were set aside. They are kept: what was the matter mended, try them again.</p></header>
    <div class="actions"><button onClick=${refresh}>Read anew <kbd>z</kbd></button>
      <button disabled=${items.length === 0} onClick=${() => void retry(items)}>Try all ${items.length} again <kbd>T</kbd></button></div>
    <${ListPane} paged=${paged} idOf=${idOf} label="Articles set aside" current=${at} render=${row} name="rows failures" empty="No article is set aside." />
  </main>`;
}

function Row({ failure, retry }: { failure: Failure; retry: () => void }): View {
  const { articleId, title, source, error, at, revision } = failure;
  return html`<div>
      <span class="title" dir="auto">${title || articleId}</span>
      <span class="error" dir="auto" title=${error}>${error}</span>
      <span class="meta"><bdi>${source?.name ?? ''}</bdi> · ${articleId}, revision ${revision} · <time datetime=${at} title=${showFullTime(at)}>${showAge(at)}</time></span>
    </div>
    <button onClick=${retry}>Try again<span class="hidden">: ${title || articleId}</span></button>`;
}
