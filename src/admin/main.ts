import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Actor, logOut, resume, watchLogOut } from './api';
import { DialogHost } from './dialog';
import { html, type View } from './html';
import { listenForKeys } from './keys';
import { startLive } from './live';
import { LogIn } from './log-in';
import { Shell } from './shell';
import { Toasts } from './toasts';

/** The whole page: the log-in, or what is behind it. */
function Page(): View {
  const [actor, setActor] = useState<Actor | null>();
  const [problem, setProblem] = useState('');
  const [note, setNote] = useState('');
  const start = (): void => {
    setProblem('');
    resume().then(
      (found) => setActor(found ?? null),
      (error: Error) => setProblem(error.message),
    );
  };
  useEffect(() => {
    watchLogOut(() => {
      setNote('Your log-in has ended: its key was revoked or has expired, or it was too long ago.');
      setActor(null);
    });
    start();
    return listenForKeys();
  }, []);
  useEffect(() => (actor ? startLive() : undefined), [actor]);
  if (problem !== '')
    return html`<main class="log-in"><div class="sorry"><p class="problem" role="alert">${problem}</p><button autofocus onClick=${start}>Try again</button></div></main>`;
  if (actor === undefined) return null;
  if (actor === null) return html`<${LogIn} onActor=${setActor} note=${note} />`;
  const leave = (): void => {
    setNote('');
    void logOut().finally(() => setActor(null));
  };
  return html`<${Shell} actor=${actor} onLeave=${leave} /><${Toasts} /><${DialogHost} />`;
}

const place = document.getElementById('page');
if (place) {
  place.replaceChildren();
  render(html`<${Page} />`, place);
}
