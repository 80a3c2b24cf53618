import { useLayoutEffect } from 'preact/hooks';

/** What a key does in a part of the page. */
export interface KeyAction {
  /** As `KeyboardEvent.key`, such as `j` or `Enter`. */
  readonly key: string;
  readonly does: string;
  /** `why` is true when a reason is to be asked for. */
  readonly run: (why?: boolean) => void;
  /** A decision: with Shift its reason is asked for first. */
  readonly takesReason?: boolean;
  /** Keys that do the same and are not listed. */
  readonly also?: readonly string[];
}

/** How far inside the page a part is: where two parts bind a key, the inner one has it. */
export type Depth = 'page' | 'list' | 'story' | 'question' | 'selection';

const DEPTHS: readonly Depth[] = ['page', 'list', 'story', 'question', 'selection'];

interface Scope {
  readonly name: string;
  readonly depth: Depth;
  readonly actions: readonly KeyAction[];
}

let scopes: readonly Scope[] = [];

/** Binds keys as long as the component is shown. */
export function useKeys(name: string, depth: Depth, actions: readonly KeyAction[]): void {
  // Before the next key can arrive, else fast typing would act on what was shown before.
  useLayoutEffect(() => {
    const scope = { name, depth, actions };
    scopes = [...scopes, scope].toSorted((a, b) => DEPTHS.indexOf(b.depth) - DEPTHS.indexOf(a.depth));
    return () => {
      scopes = scopes.filter((one) => one !== scope);
    };
  });
}

/** Every key with what it does now, innermost part first: a key bound further in hides those further out. */
export function listKeys(): readonly Scope[] {
  const seen = new Set<string>();
  return scopes.map((scope) => {
    const actions = scope.actions.filter(({ key }) => !seen.has(key));
    for (const { key } of actions) seen.add(key);
    return { ...scope, actions };
  });
}

function findAction(pressed: string, takesReason = false): KeyAction | undefined {
  for (const { actions } of scopes) {
    const action = actions.find(({ key, also }) => key === pressed || also?.includes(pressed));
    if (action && (!takesReason || action.takesReason)) return action;
  }
  return undefined;
}

/** Listens for keys, outside of fields and open dialogs. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest('input:not([type=checkbox]), textarea, select, dialog')) return;
    // Enter and space belong to the control that has the focus.
    if (
      (event.key === 'Enter' || event.key === ' ') &&
      target.closest('a, button, summary, input, [role=button]')
    )
      return;
    const found =
      findAction(event.key) ?? (event.shiftKey ? findAction(event.key.toLowerCase(), true) : undefined);
    if (!found) return;
    event.preventDefault();
    found.run(event.shiftKey && found.takesReason === true);
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
