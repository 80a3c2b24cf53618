import { Dialog } from './dialog';
import { html, type View } from './html';
import { listKeys } from './keys';

/** All keys that do something where the reviewer is now. */
export function HelpDialog({ onClose }: { onClose: () => void }): View {
  return html`<${Dialog} title="Keys" onClose=${onClose}>
    <p class="note"><kbd>Shift</kbd> with the key of a decision asks why first; <kbd>y</kbd> has every decision ask.</p>
    ${listKeys()
      .filter(({ actions }) => actions.length > 0)
      .map(
        ({ name, actions }) => html`<h3>${name}</h3>
        <dl class="keys">${actions.map(({ key, does }) => html`<div><dt><kbd>${key === ' ' ? 'Space' : key}</kbd></dt><dd>${does}</dd></div>`)}</dl>`,
      )}
    <div class="choices"><button autofocus onClick=${onClose}>Close</button></div>
  </${Dialog}>`;
}
