import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html, type View } from './html';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  readonly wide?: boolean;
}

/** A modal dialog; Escape closes it, and the focus returns to where it was. */
export function Dialog({ title, onClose, children, wide }: DialogProps): View {
  const element = useRef<HTMLDialogElement>(null);
  // At once: keys typed now are meant for the dialog.
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before?.isConnected) before.focus();
    };
  }, []);
  return html`<dialog ref=${element} class=${wide ? 'wide' : ''} aria-labelledby="dialog-title"
    onCancel=${(event: Event) => (event.preventDefault(), onClose())}>
    <h2 id="dialog-title">${title}</h2>
    ${children}
  </dialog>`;
}

type DialogMaker = (close: () => void) => View;

let show: (maker: DialogMaker | undefined) => void = () => undefined;

/** Opens a dialog over the page; the one before, if any, is closed. */
export function openDialog(maker: DialogMaker): void {
  show(maker);
}

/** Where dialogs appear. */
export function DialogHost(): View {
  const [open, setOpen] = useState<{ maker: DialogMaker; serial: number }>();
  useEffect(() => {
    let serial = 0;
    show = (maker) => setOpen(maker && { maker, serial: ++serial });
  }, []);
  return open ? html`<div key=${open.serial}>${open.maker(() => setOpen(undefined))}</div>` : null;
}

/** Asks before something large happens. */
export function confirmDialog(title: string, text: string, yes: string, onYes: () => void): void {
  openDialog((close) => {
    const accept = (): void => {
      close();
      onYes();
    };
    return html`<${Dialog} title=${title} onClose=${close}>
      <p>${text}</p>
      <div class="choices">
        <button class="primary" autofocus onClick=${accept}>${yes}</button>
        <button onClick=${close}>Cancel</button>
      </div>
    </${Dialog}>`;
  });
}
