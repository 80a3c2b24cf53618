import { useEffect, useState } from 'preact/hooks';
import { html, type View } from './html';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly name: string; readonly run: () => void };
}

const SHOWN_MS = 12_000;
let serial = 0;
let toasts: readonly Toast[] = [];
let changed = (): void => undefined;

/** Says what happened, for some seconds; answers how to take it back at once. */
export function say(text: string, action?: Toast['action']): () => void {
  const toast = { id: ++serial, text, ...(action && { action }) };
  const remove = (): void => {
    toasts = toasts.filter(({ id }) => id !== toast.id);
    changed();
  };
  toasts = [...toasts.slice(-2), toast];
  changed();
  setTimeout(remove, SHOWN_MS);
  return remove;
}

export function Toasts(): View {
  const [, setTick] = useState(0);
  useEffect(() => {
    changed = () => setTick((tick) => tick + 1);
  }, []);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${toasts.map(
      ({ id, text, action }) => html`<div class="toast" key=${id}>
        <span dir="auto">${text}</span>
        ${action && html`<button onClick=${action.run}>${action.name}</button>`}
      </div>`,
    )}
  </div>`;
}
