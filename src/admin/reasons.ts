import { useEffect, useState } from 'preact/hooks';
import { openDialog } from './dialog';
import { html } from './html';
import { ReasonDialog } from './reason-dialog';

let isAsking = false;
const listeners = new Set<(asking: boolean) => void>();

/** Whether every decision asks for its reason; else only one made with Shift does. */
export function useAsking(): boolean {
  const [asking, setAsking] = useState(isAsking);
  useEffect(() => {
    listeners.add(setAsking);
    return () => void listeners.delete(setAsking);
  }, []);
  return asking;
}

export function toggleAsking(): void {
  isAsking = !isAsking;
  for (const listener of listeners) listener(isAsking);
}

/** Goes on with a reason: with none at once, unless one is asked for; with none also where the reviewer leaves it empty. */
export function withReason(
  what: string,
  why: boolean,
  goOn: (extra: { readonly reason?: string }) => void,
): void {
  if (!why && !isAsking) {
    goOn({});
    return;
  }
  const onText = (reason: string): void => goOn(reason === '' ? {} : { reason });
  openDialog(
    (close) =>
      html`<${ReasonDialog} title=${`${what}: why?`} hint="Kept with the decision; may be left empty." optional onText=${onText} onClose=${close} />`,
  );
}
