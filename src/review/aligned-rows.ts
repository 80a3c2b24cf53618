import { diffWordsWithSpace } from 'diff';
import { alignSentences } from '../story/align-sentences';
import type { StoryMember } from '../story/member';

/** A run of words that both sentences have, or only one of them. */
export interface WordRun {
  readonly op: 'same' | 'a' | 'b';
  readonly text: string;
}

/** A sentence of one text beside the one of the other that says the same. */
export interface AlignedRow {
  readonly a: string | null;
  readonly b: string | null;
  /** Equal but for spacing and case. */
  readonly same: boolean;
  /** Both sentences in one, word by word; empty where there is only one, or they are equal. */
  readonly words: readonly WordRun[];
}

/** Rows shown; word differences are looked for in sentences up to a length, with an end to the search. */
const MAX_ROWS = 1_000;
const MAX_DIFFED = 2_000;
const MAX_EDITS = 400;

interface Placed {
  readonly index: number;
  readonly text: string;
  readonly key: string;
}

/** Two texts side by side: all sentences of the first in their order, those only the second has where they stand in it. */
export function alignRows(left: StoryMember, right: StoryMember): AlignedRow[] {
  const { units } = alignSentences([left, right], new Set([0, 1]));
  const pairs: { a?: Placed; b?: Placed }[] = units.flatMap(({ places }) => {
    const listed = places.filter((place) => place.listed).map(({ sentence }) => sentence);
    const [lefts, rights] = [0, 1].map((member) => listed.filter((sentence) => sentence.member === member));
    const count = Math.max(lefts.length, rights.length);
    return Array.from({ length: count }, (_, i) => ({
      ...(lefts[i] ? { a: lefts[i] } : {}),
      ...(rights[i] ? { b: rights[i] } : {}),
    }));
  });
  return interleave(pairs).slice(0, MAX_ROWS).map(toRow);
}

function interleave(pairs: readonly { readonly a?: Placed; readonly b?: Placed }[]) {
  const own = pairs.filter(({ a }) => a).sort((x, y) => x.a!.index - y.a!.index);
  const others = pairs.filter(({ a }) => !a).sort((x, y) => x.b!.index - y.b!.index);
  const rows: { readonly a?: Placed; readonly b?: Placed }[] = [];
  let next = 0;
  for (const pair of own) {
    while (pair.b && next < others.length && others[next].b!.index < pair.b.index) rows.push(others[next++]);
    rows.push(pair);
  }
  return [...rows, ...others.slice(next)];
}

function toRow({ a, b }: { readonly a?: Placed; readonly b?: Placed }): AlignedRow {
  const same = a !== undefined && b !== undefined && a.key === b.key;
  const words = a && b && !same ? diffWords(a.text, b.text) : [];
  return { a: a?.text ?? null, b: b?.text ?? null, same, words };
}

function diffWords(a: string, b: string): WordRun[] {
  const isShort = a.length <= MAX_DIFFED && b.length <= MAX_DIFFED;
  const parts = isShort ? diffWordsWithSpace(a, b, { maxEditLength: MAX_EDITS }) : undefined;
  if (!parts)
    return [
      { op: 'a', text: a },
      { op: 'b', text: b },
    ];
  return parts.map(({ value, added, removed }) => ({
    op: added ? 'b' : removed ? 'a' : 'same',
    text: value,
  }));
}
