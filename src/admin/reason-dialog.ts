import { useState } from 'preact/hooks';
import { Dialog } from './dialog';
import { html, type View } from './html';

/** Asks for some words. */
export function ReasonDialog({
  title,
  onText,
  onClose,
}: {
  title: string;
  onText: (text: string) => void;
  onClose: () => void;
}): View {
  const [text, setText] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onClose();
    onText(text.trim());
  };
  return html`<${Dialog} title=${title} onClose=${onClose}><form onSubmit=${submit}>
    <textarea rows="4" dir="auto" maxlength="5000" autofocus aria-label=${title} value=${text} onInput=${(event: Event) => setText((event.target as HTMLTextAreaElement).value)}></textarea>
    <div class="choices"><button class="primary">Save</button><button type="button" onClick=${onClose}>Cancel</button></div>
  </form></${Dialog}>`;
}
