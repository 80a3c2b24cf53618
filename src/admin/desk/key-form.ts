import { useState } from 'preact/hooks';
import { Dialog } from '../dialog';
import { html, type View } from '../html';

/** A key as it is asked for. */
export interface NewKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string;
}

const SCOPES = {
  ingest: 'post articles',
  read: 'read stories and events',
  review: 'review and decide',
  admin: 'everything, also settings and keys',
} as const;

const DAY_MS = 86_400_000;
const EXPIRIES = { '1': 'a day', '30': '30 days', '90': '90 days', '365': 'a year', '': 'never' } as const;

/** Asks what a new key is for. */
export function KeyForm({
  onMake,
  onClose,
}: {
  onMake: (wanted: NewKey) => Promise<void>;
  onClose: () => void;
}): View {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['read']);
  const [days, setDays] = useState('90');
  const [problem, setProblem] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.trim() === '' || scopes.length === 0) {
      setProblem('A key needs a name and something it may do.');
      return;
    }
    const expiry =
      days === '' ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() };
    onMake({ name: name.trim(), scopes, ...expiry }).catch((error: Error) => setProblem(error.message));
  };
  const toggle = (scope: string): void =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  return html`<${Dialog} title="New key" onClose=${onClose}><form class="fields" onSubmit=${submit}>
    <label>Name <input type="text" class="line" dir="auto" maxlength="200" autofocus placeholder="Who or what uses it" value=${name} onInput=${(event: Event) => setName((event.target as HTMLInputElement).value)} /></label>
    <fieldset><legend>It may</legend>${Object.entries(SCOPES).map(
      ([scope, does]) =>
        html`<label class="check"><input type="checkbox" checked=${scopes.includes(scope)} onChange=${() => toggle(scope)} /> <span><strong>${scope}</strong>: ${does}</span></label>`,
    )}</fieldset>
    <label>It expires after <select value=${days} onChange=${(event: Event) => setDays((event.target as HTMLSelectElement).value)}>
      ${['1', '30', '90', '365', ''].map((value) => html`<option value=${value}>${EXPIRIES[value as keyof typeof EXPIRIES]}</option>`)}</select></label>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <div class="choices"><button class="primary">Make the key</button><button type="button" onClick=${onClose}>Cancel</button></div>
  </form></${Dialog}>`;
}
