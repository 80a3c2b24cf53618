import { useState } from 'preact/hooks';
import { Dialog } from './dialog';
import { html, type View } from './html';

interface ReasonProps {
  readonly title: string;
  readonly hint?: string;
  /** Whether nothing may be written; then one line is asked for, else a text. */
  readonly optional?: boolean;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Asks for some words; Enter goes on, in a text of several lines with Ctrl. */
export function ReasonDialog({ title, hint, optional = false, onText, onClose }: ReasonProps): View {
  const [text, setText] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (text.trim() === '' && !optional) return;
    onClose();
    onText(text.trim());
  };
  const type = (event: Event): void => setText((event.target as HTMLInputElement).value);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return html`<${Dialog} title=${title} onClose=${onClose}><form onSubmit=${submit}>
    ${
      optional
        ? html`<input type="text" class="line" dir="auto" maxlength="2000" autofocus aria-label=${title} value=${text} onInput=${type} />`
        : html`<textarea rows="4" dir="auto" maxlength="5000" autofocus aria-label=${title} value=${text} onInput=${type} onKeyDown=${onKey}></textarea>`
    }
    ${hint && html`<p class="note">${hint}</p>`}
    <div class="choices"><button class="primary">${optional ? html`Go on <kbd>Enter</kbd>` : 'Save'}</button><button type="button" onClick=${onClose}>Cancel</button></div>
  </form></${Dialog}>`;
}
