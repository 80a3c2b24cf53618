import { BulkDialog, type BulkItem } from './bulk-dialog';
import { MAX_CHOSEN } from './chosen';
import { openDialog } from './dialog';
import { html, type View } from './html';
import { useKeys } from './keys';

/** Something to do with all that is chosen. */
export interface BulkAction {
  readonly key: string;
  readonly name: string;
  readonly does: string;
  /** In the past tense, with the number: `Merged 3 stories`. */
  readonly done: string;
  readonly items: readonly BulkItem[];
}

interface BulkProps {
  readonly chosen: number;
  readonly actions: readonly BulkAction[];
  readonly clear: () => void;
  /** Shows the outcome at once; answers how to take that back. */
  readonly apply: (name: string) => () => void;
  readonly refresh: () => void;
}

/** What can be done with the rows that are chosen, each after a look at what it would change. */
export function BulkBar({ chosen, actions, clear, apply, refresh }: BulkProps): View {
  const start = ({ name, done, items }: BulkAction): void => {
    if (items.length === 0 || items.length > MAX_CHOSEN) return;
    const leave = (): void => {
      clear();
      refresh();
    };
    openDialog(
      (close) =>
        html`<${BulkDialog} name=${name} chosen=${chosen} done=${done} items=${items} apply=${() => apply(name)} settled=${leave} refresh=${refresh} onClose=${close} />`,
    );
  };
  useKeys('Selected', 'selection', [
    ...actions.map((action) => ({ key: action.key, does: action.does, run: () => start(action) })),
    { key: 'Escape', does: 'Select nothing', run: clear },
  ]);
  return html`<div class="bulk" role="group" aria-label="Selected">
    <span>${chosen} selected</span>
    ${actions.map(
      (action) =>
        html`<button onClick=${() => start(action)} disabled=${action.items.length === 0 || action.items.length > MAX_CHOSEN}>${action.name} <kbd>${action.key}</kbd></button>`,
    )}
    <button onClick=${clear} aria-label="Select nothing">×</button>
  </div>`;
}
