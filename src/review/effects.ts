import { type Constraint, constraintName } from './constraints';

/** An article that changes story, with the probability kept with its membership on both sides. */
export interface Move {
  readonly ordinal: number;
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
}

/** What reviewers set on a story: `lock` is '' or '1', `pin` is '' or JSON of `Pins`. */
export type ReviewField = 'lock' | 'pin';

/** A field of a story that changes; '' is unset. */
export interface FieldChange {
  readonly storyId: string;
  readonly field: ReviewField;
  readonly before: string;
  readonly after: string;
}

/** Everything a decision changes, in a form that can be turned around. */
export interface Effects {
  readonly moves: readonly Move[];
  readonly added: readonly Constraint[];
  readonly removed: readonly Constraint[];
  readonly fields: readonly FieldChange[];
}

export const NO_EFFECTS: Effects = { moves: [], added: [], removed: [], fields: [] };

/** The effects that take everything back. Inverting twice gives the effects again. */
export function invertEffects({ moves, added, removed, fields }: Effects): Effects {
  return {
    moves: moves.map(({ ordinal, from, to, before, after }) => ({
      ordinal,
      from: to,
      to: from,
      before: after,
      after: before,
    })),
    added: removed,
    removed: added,
    fields: fields.map(({ storyId, field, before, after }) => ({
      storyId,
      field,
      before: after,
      after: before,
    })),
  };
}

/** The effects of both, one after the other, as one; what cancels out is left out. */
export function composeEffects(first: Effects, second: Effects): Effects {
  const names = (list: readonly Constraint[]) => new Set(list.map(constraintName));
  const [firstAdded, firstRemoved] = [names(first.added), names(first.removed)];
  const [secondAdded, secondRemoved] = [names(second.added), names(second.removed)];
  const outside = (list: readonly Constraint[], others: ReadonlySet<string>) =>
    list.filter((constraint) => !others.has(constraintName(constraint)));
  return {
    moves: chain(first.moves, second.moves, ({ ordinal }) => String(ordinal), {
      join: (a, b) => ({ ...a, to: b.to, after: b.after }),
      isNothing: ({ from, to, before, after }) => from === to && before === after,
    }),
    added: [...outside(first.added, secondRemoved), ...outside(second.added, firstRemoved)],
    removed: [...outside(first.removed, secondAdded), ...outside(second.removed, firstAdded)],
    fields: chain(first.fields, second.fields, ({ storyId, field }) => `${storyId} ${field}`, {
      join: (a, b) => ({ ...a, after: b.after }),
      isNothing: ({ before, after }) => before === after,
    }),
  };
}

function chain<T>(
  first: readonly T[],
  second: readonly T[],
  nameOf: (item: T) => string,
  rules: { readonly join: (a: T, b: T) => T; readonly isNothing: (item: T) => boolean },
): T[] {
  const joined = new Map(first.map((item) => [nameOf(item), item]));
  for (const item of second) {
    const earlier = joined.get(nameOf(item));
    joined.set(nameOf(item), earlier ? rules.join(earlier, item) : item);
  }
  return [...joined.values()].filter((item) => !rules.isNothing(item));
}
