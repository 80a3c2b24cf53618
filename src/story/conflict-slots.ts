import { alignWords, type WordPair } from './align-words';
import type { ConflictKind } from './canonical-story';
import { datesConflict, figuresConflict, isApproximate, isModifier, namesConflict } from './compare-values';
import type { SentenceToken } from './sentence-values';

/** A place where two sentences differ in a value: token indexes in each. */
export interface ConflictSlot {
  readonly kind: ConflictKind;
  readonly a: number;
  readonly b: number;
}

export interface SlotsFound {
  readonly slots: readonly ConflictSlot[];
  /** Equal tokens: index in the first to index in the second. */
  readonly same: ReadonlyMap<number, number>;
}

/** Share of the longer sentence's words that must be equal and in order. */
const MIN_SAME = 0.5;
const MIN_SAME_FOR_NAMES = 0.7;
/** Of the three words on either side of the value, how many must be equal. */
const WINDOW = 3;
const MIN_WINDOW_SAME = 3;
/** In sentences this much alike the words right before and after a figure are enough. */
const MOSTLY_SAME = 0.6;
const MIN_WINDOW_SAME_FOR_NAMES = 5;
/** Equal words in small letters, or in a script without them: captions, tables and signatures of posts have few. */
const MIN_PROSE = 3;
/** More replaced values than this, and the sentences speak of different things. */
const MAX_REPLACED = 3;

const PLACE_BEFORE = new Set(['in', 'at', 'near', 'from', 'outside', 'around', 'into']);
const PLACE_NOUN = new Set('city town village province state district region island port'.split(' '));
/** Who said it or was told is attribution, which outlets choose; it is no fact of the story. */
const ATTRIBUTION =
  /^(?:told|tell|tells|said|say|says|by|to|according|cited|citing|source|reported|report|interview|spokesman|spokeswoman|added|with|via|photo)$/;

/**
 * False when no value of one kind stands in each that the other lacks: then `findSlots` finds none. Most wordings of a
 * sentence differ in other words only, and this costs a fiftieth of aligning them. Symmetric.
 */
export function mayConflict(a: readonly SentenceToken[], b: readonly SentenceToken[]): boolean {
  const lacking = kindsLackedBy(b, a);
  return lacking.length > 0 && kindsLackedBy(a, b).some((kind) => lacking.includes(kind));
}

/** The kinds of the values of `b` that `a` has nowhere. */
function kindsLackedBy(a: readonly SentenceToken[], b: readonly SentenceToken[]): SentenceToken['kind'][] {
  return b
    .filter(({ kind, key }) => kind !== 'word' && !a.some((token) => token.key === key))
    .map(({ kind }) => kind);
}

/** Finds the values that two wordings of one sentence give differently. Symmetric. */
export function findSlots(a: readonly SentenceToken[], b: readonly SentenceToken[]): SlotsFound {
  const pairs = alignWords(a, b);
  const same = new Map(pairs.filter((pair) => pair.same).map((pair) => [pair.a, pair.b]));
  const share = same.size / (Math.max(a.length, b.length) || 1);
  const replaced = pairs.filter((pair) => !pair.same);
  const prose = [...same.keys()].filter((at) => /^[\p{Ll}\p{Lo}]/u.test(a[at].text)).length;
  if (share < MIN_SAME || replaced.length > MAX_REPLACED || prose < MIN_PROSE) return { slots: [], same };
  const slots = replaced.flatMap((pair): ConflictSlot[] => {
    const kind = slotKind(a, b, pair, share);
    return kind && standsAlike(a, b, same, pair, kind, share) ? [{ kind, a: pair.a, b: pair.b }] : [];
  });
  return { slots, same };
}

function slotKind(
  a: readonly SentenceToken[],
  b: readonly SentenceToken[],
  pair: WordPair,
  same: number,
): ConflictKind | undefined {
  const [x, y] = [a[pair.a], b[pair.b]];
  // The value also stands elsewhere in the other sentence: the words were put in another order.
  if (a.some(({ key }) => key === y.key) || b.some(({ key }) => key === x.key)) return undefined;
  if (x.kind === 'figure') {
    // Groups of digits one after the other are a telephone number or a table.
    if (a[pair.a - 1]?.kind === 'figure' || a[pair.a + 1]?.kind === 'figure') return undefined;
    const approximate = isApproximate(a, pair.a) || isApproximate(b, pair.b);
    return x.figure && y.figure && figuresConflict(x.figure, y.figure, approximate) ? 'figure' : undefined;
  }
  if (x.kind === 'date') return datesConflict(x.date ?? {}, y.date ?? {}) ? 'date' : undefined;
  if (same < MIN_SAME_FOR_NAMES || !namesConflict(x, y)) return undefined;
  const before = a[pair.a - 1]?.text.toLowerCase() ?? '';
  const around = [a[pair.a - 1], a[pair.a + 1], b[pair.b - 1], b[pair.b + 1]];
  if (around.some((token) => ATTRIBUTION.test(token?.text.toLowerCase() ?? ''))) return undefined;
  const kindOfPlace = a[pair.a - 2]?.text.toLowerCase() ?? '';
  return PLACE_BEFORE.has(before) || (before === 'of' && PLACE_NOUN.has(kindOfPlace)) ? 'place' : 'name';
}

/** True when the words next to the value are the same on both sides of it. */
function standsAlike(
  a: readonly SentenceToken[],
  b: readonly SentenceToken[],
  partner: ReadonlyMap<number, number>,
  pair: WordPair,
  kind: ConflictKind,
  share: number,
): boolean {
  const left = countAlike(a, b, partner, pair, -1);
  const right = countAlike(a, b, partner, pair, 1);
  const measured = kind === 'figure' || kind === 'date';
  const needed = measured ? (share >= MOSTLY_SAME ? 2 : MIN_WINDOW_SAME) : MIN_WINDOW_SAME_FOR_NAMES;
  return left.touches && right.touches && left.alike + right.alike >= needed;
}

/** Looks at the words on one side, passing over modifiers; the end of both sentences counts as touching. */
function countAlike(
  a: readonly SentenceToken[],
  b: readonly SentenceToken[],
  partner: ReadonlyMap<number, number>,
  pair: WordPair,
  step: 1 | -1,
): { touches: boolean; alike: number } {
  let [i, j] = [pair.a + step, pair.b + step];
  if (step === -1) {
    while (isModifier(a[i]) && partner.get(i) !== j) i--;
    while (isModifier(b[j]) && partner.get(i) !== j) j--;
  }
  const ended = a[i] === undefined && b[j] === undefined;
  const touches = ended || partner.get(i) === j;
  let alike = 0;
  for (let k = 0; k < WINDOW; k++, i += step, j += step) {
    if (a[i] !== undefined && partner.get(i) === j) alike++;
    else break;
  }
  return { touches, alike: ended ? WINDOW - 1 : alike };
}
