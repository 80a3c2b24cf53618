import { useState } from 'preact/hooks';
import type { KeyAction } from './keys';

/** The rows of a list that a decision is to be about; they stay chosen while the list is read anew. */
export interface Chosen<Item> {
  readonly items: readonly Item[];
  readonly has: (id: string) => boolean;
  readonly toggle: (item: Item) => void;
  /** Chooses all of these, or none when all are chosen already. */
  readonly toggleAll: (items: readonly Item[]) => void;
  readonly clear: () => void;
}

/** More than this are not decided on at once: it is what the service takes. */
export const MAX_CHOSEN = 200;

/** The keys with which the rows of a list are chosen: the one pointed at, if any, or all that are listed. */
export const choosingKeys = <Item>(
  chosen: Chosen<Item>,
  listed: readonly Item[],
  pointed: Item | undefined,
): readonly KeyAction[] => [
  { key: ' ', does: 'Select the story', run: () => pointed && chosen.toggle(pointed) },
  { key: '*', does: 'Select all that are listed', run: () => chosen.toggleAll(listed) },
];

export function useChosen<Item>(idOf: (item: Item) => string): Chosen<Item> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Item>>(new Map());
  return {
    items: [...chosen.values()],
    has: (id) => chosen.has(id),
    toggle: (item) => {
      const next = new Map(chosen);
      if (!next.delete(idOf(item)) && next.size < MAX_CHOSEN) next.set(idOf(item), item);
      setChosen(next);
    },
    toggleAll: (items) => {
      const all = items.slice(0, MAX_CHOSEN);
      const hasAll = all.every((item) => chosen.has(idOf(item)));
      setChosen(new Map(hasAll ? [] : all.map((item) => [idOf(item), item])));
    },
    clear: () => setChosen(new Map()),
  };
}
