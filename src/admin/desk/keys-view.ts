import { useEffect, useState } from 'preact/hooks';
import { get, request } from '../api';
import { confirmDialog, Dialog, openDialog } from '../dialog';
import { html, type View } from '../html';
import { useKeys } from '../keys';
import { may, NeedsScope, type ViewProps } from '../lazy-view';
import { showAge, showFullTime, showTime } from '../show';
import { say } from '../toasts';
import type { Page } from '../wire';
import { KeyForm, type NewKey } from './key-form';
import type { ApiKey } from './wire';

/** The keys of the service: made with scopes and an expiry, shown once, revoked. */
export function KeysView({ scopes }: ViewProps): View {
  const isAllowed = may(scopes, 'admin');
  return html`<main class="sheet"><header class="head"><h1>Keys</h1>
      <p class="lead">Who may post, read, review and administer. A key is shown once, when it is made; here is only what it may do.</p></header>
    ${isAllowed ? html`<${Keys} />` : html`<${NeedsScope} scope="admin" what="Looking after keys" />`}
  </main>`;
}

function Keys(): View {
  const [keys, setKeys] = useState<readonly ApiKey[]>();
  const [problem, setProblem] = useState('');
  const load = (): void =>
    void get<Page<ApiKey>>('/admin/api/keys').then(
      ({ items }) => setKeys(items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))),
      (error: Error) => setProblem(error.message),
    );
  useEffect(load, []);
  const make = async (wanted: NewKey): Promise<void> => {
    const { token, key } = await request<{ token: string; key: ApiKey }>('POST', '/admin/api/keys', wanted);
    load();
    openDialog((close) => html`<${Secret} name=${key.name} token=${token} onClose=${close} />`);
  };
  const create = (): void => openDialog((close) => html`<${KeyForm} onMake=${make} onClose=${close} />`);
  const revoke = ({ id, name }: ApiKey): void => {
    const run = (): void =>
      void request('DELETE', `/admin/api/keys/${encodeURIComponent(id)}`)
        .then(() => say(`The key “${name}” is revoked.`))
        .catch((error: Error) => say(error.message))
        .finally(load);
    confirmDialog(
      'Revoke the key?',
      `Whoever uses “${name}” is shut out within a second. A revoked key cannot be brought back.`,
      'Revoke',
      run,
    );
  };
  useKeys('Keys', 'list', [{ key: 'n', does: 'Make a key', run: create }]);
  return html`<div class="actions"><button class="primary" onClick=${create}>New key <kbd>n</kbd></button></div>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${keys?.length === 0 && html`<p class="empty">There is no key but the administrator’s own.</p>`}
    ${
      keys &&
      keys.length > 0 &&
      html`<ul class="keyring">${keys.map((key) => html`<${KeyRow} key=${key.id} of=${key} revoke=${() => revoke(key)} />`)}</ul>`
    }`;
}

function KeyRow({ of: key, revoke }: { of: ApiKey; revoke: () => void }): View {
  const { name, scopes, createdAt, expiresAt, revokedAt } = key;
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  const state = revokedAt
    ? `revoked ${showAge(revokedAt)}`
    : isExpired
      ? `expired ${showAge(expiresAt)}`
      : undefined;
  return html`<li class=${state ? 'ended' : ''}>
    <div><strong dir="auto">${name}</strong> ${scopes.map((scope) => html`<span class="tag">${scope}</span> `)}
      <p class="meta">made <time datetime=${createdAt} title=${showFullTime(createdAt)}>${showTime(createdAt)}</time> · ${
        state ??
        (expiresAt
          ? html`expires <time datetime=${expiresAt} title=${showFullTime(expiresAt)}>${showTime(expiresAt)}</time>`
          : 'does not expire')
      }</p></div>
    ${!state && html`<button onClick=${revoke}>Revoke<span class="hidden"> ${name}</span></button>`}
  </li>`;
}

/** The key itself, which nobody can see again. */
function Secret({ name, token, onClose }: { name: string; token: string; onClose: () => void }): View {
  const [copied, setCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(token).then(
      () => setCopied(true),
      () => undefined,
    );
  return html`<${Dialog} title=${`The key “${name}”`} onClose=${onClose}>
    <p>This is the only time it is shown. Keep it where secrets are kept.</p>
    <p><output class="secret" tabindex="0" aria-label="Key">${token}</output></p>
    <div class="choices"><button class="primary" autofocus onClick=${copy}>${copied ? 'Copied' : 'Copy'}</button><button onClick=${onClose}>I have it</button></div>
  </${Dialog}>`;
}
