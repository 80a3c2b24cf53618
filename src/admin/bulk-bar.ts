import { decide } from './decide';
import { confirmDialog } from './dialog';
import { html, type View } from './html';
import { useKeys } from './keys';
import { goTo } from './location';
import { count } from './show';
import type { StorySummary } from './wire';

interface BulkProps {
  readonly stories: readonly StorySummary[];
  readonly clear: () => void;
  readonly refresh: () => void;
}

/** Merges the selected stories into the largest of them, after a second look. */
export function BulkBar({ stories, clear, refresh }: BulkProps): View {
  const [into, ...from] = stories.toSorted((a, b) => b.counts.articles - a.counts.articles);
  const articles = from.reduce((sum, { counts }) => sum + counts.articles, 0);
  const merge = (): void => {
    if (!into || from.length === 0) return;
    const text = `${count(from.length, 'story', 'stories')} with ${count(articles, 'article', 'articles')} will become part of “${into.title.text}”. This can be undone.`;
    confirmDialog(`Merge ${stories.length} stories?`, text, 'Merge', () => {
      const ref = ({ id, version }: StorySummary) => ({ id, version });
      const settled = (): void => {
        clear();
        refresh();
      };
      void decide(
        { type: 'merge', into: ref(into), from: from.map(ref) },
        { done: `Merged ${stories.length} stories`, settled, refused: refresh },
      ).then(() => goTo('stories', into.id));
    });
  };
  useKeys('Selected stories', 'selection', [{ key: 'm', does: 'Merge the selected stories', run: merge }]);
  return html`<div class="bulk" role="group" aria-label="Selected stories">
    <span>${stories.length} selected</span>
    <button onClick=${merge} disabled=${from.length === 0}>Merge <kbd>m</kbd></button>
    <button onClick=${clear}>Clear</button>
  </div>`;
}
