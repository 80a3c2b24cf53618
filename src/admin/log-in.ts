import { useEffect, useRef, useState } from 'preact/hooks';
import { type Actor, logIn } from './api';
import { html, type View } from './html';

interface LogInProps {
  readonly onActor: (actor: Actor) => void;
  /** Why one has to log in again; empty at first. */
  readonly note: string;
}

/** Asks for a key. It is sent once, for a cookie that scripts cannot read, and not kept. */
export function LogIn({ onActor, note }: LogInProps): View {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The attribute counts only while the page is loaded, not when a log-in ends later.
  useEffect(() => field.current?.focus(), []);
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
      ${note && html`<p class="note" role="status">${note}</p>`}
      <label for="key">Key with the scope review</label>
      <input id="key" ref=${field} type="password" autocomplete="current-password" required value=${key}
        aria-describedby="key-problem" onInput=${(event: InputEvent) => setKey((event.target as HTMLInputElement).value)} />
      <p id="key-problem" class="problem" role="alert">${problem}</p>
      <button class="primary" disabled=${busy}>Log in</button>
    </form>
  </main>`;
}
