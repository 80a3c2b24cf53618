import { useEffect } from 'preact/hooks';

/** What a key does in a part of the page. */
export interface KeyAction {
  /** As `KeyboardEvent.key`, such as `j` or `Enter`. */
  readonly key: string;
  readonly does: string;
  readonly run: () => void;
  /** Keys that do the same and are not listed. */
  readonly also?: readonly string[];
}

interface Scope {
  readonly name: string;
  readonly actions: readonly KeyAction[];
}

/** Innermost last: it is asked first. */
const scopes: Scope[] = [];

/** Binds keys as long as the component is shown. */
export function useKeys(name: string, actions: readonly KeyAction[]): void {
  useEffect(() => {
    const scope = { name, actions };
    scopes.push(scope);
    return () => void scopes.splice(scopes.indexOf(scope), 1);
  });
}

/** Every bound key, for the help. */
export const listKeys = (): readonly Scope[] => scopes.toSorted((a, b) => a.name.localeCompare(b.name));

/** Listens for keys, outside of fields and open dialogs. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, dialog')) return;
    // Enter and space belong to the control that has the focus.
    if ((event.key === 'Enter' || event.key === ' ') && target.closest('a, button, summary, [role=button]'))
      return;
    for (const { actions } of scopes.toReversed()) {
      const action = actions.find(({ key, also }) => key === event.key || also?.includes(event.key));
      if (!action) continue;
      event.preventDefault();
      action.run();
      return;
    }
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
