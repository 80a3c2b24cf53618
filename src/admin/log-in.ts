import { useState } from 'preact/hooks';
import { type Actor, logIn } from './api';
import { html, type View } from './html';

/** Asks for a key. It is sent once, for a cookie that scripts cannot read, and not kept. */
export function LogIn({ onActor }: { onActor: (actor: Actor) => void }): View {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      onActor(await logIn(key.trim()));
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  };
  return html`<main class="log-in">
    <form onSubmit=${submit}>
      <h1>Storyfold <span>review</span></h1>
      <label for="key">Key with the scope review</label>
      <input id="key" type="password" autocomplete="current-password" required autofocus value=${key}
        aria-describedby="key-problem" onInput=${(event: InputEvent) => setKey((event.target as HTMLInputElement).value)} />
      <p id="key-problem" class="problem" role="alert">${problem}</p>
      <button class="primary" disabled=${busy}>Log in</button>
    </form>
  </main>`;
}
