import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { html, type View } from './html';
import type { ViewName } from './location';

/** What a view is told. */
export interface ViewProps {
  /** What of it is open. */
  readonly id: string | undefined;
  /** Of the key that is logged in with. */
  readonly scopes: readonly string[];
}

type Load = () => Promise<FunctionComponent<ViewProps>>;

/** Views that most log-ins never open, each loaded where it is shown. */
const LOADS: Readonly<Record<Exclude<ViewName, 'queue' | 'stories'>, Load>> = {
  dashboard: async () => (await import('./dashboard')).Dashboard,
  log: async () => (await import('./desk/log-view')).LogView,
  constraints: async () => (await import('./desk/constraints-view')).ConstraintsView,
  failures: async () => (await import('./desk/failures-view')).FailuresView,
  settings: async () => (await import('./desk/settings-view')).SettingsView,
  keys: async () => (await import('./desk/keys-view')).KeysView,
};

interface LazyProps extends ViewProps {
  readonly view: keyof typeof LOADS;
}

export function LazyView({ view, id, scopes }: LazyProps): View {
  const [loaded, setLoaded] = useState<{ readonly Found: FunctionComponent<ViewProps> }>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    LOADS[view]().then(
      (Found) => setLoaded({ Found }),
      () =>
        setProblem('This view could not be loaded: the service cannot be reached, or it has been updated.'),
    );
  }, [view]);
  if (problem)
    return html`<main class="sheet"><p class="problem" role="alert">${problem} <button onClick=${() => location.reload()}>Load the page again</button></p></main>`;
  if (!loaded) return html`<main class="sheet" aria-busy="true"></main>`;
  return html`<${loaded.Found} id=${id} scopes=${scopes} />`;
}

/** Whether a key may: `admin` may everything. */
export const may = (scopes: readonly string[], scope: 'review' | 'admin'): boolean =>
  scopes.includes(scope) || scopes.includes('admin');

/** Says what is missing, and what would help. */
export function NeedsScope({ scope, what }: { scope: string; what: string }): View {
  return html`<p class="needs" role="note"><strong>${what} needs a key with the scope ${scope}.</strong> Yours has it not: log out, and log in with one that has, or ask an administrator.</p>`;
}
