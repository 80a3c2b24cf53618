import type { StoryUnit, UnitPlace } from './align-sentences';
import { areAlike } from './likeness';
import type { StorySentence } from './sentence';

/** Share of letter pairs in common (Dice) from which a sentence is a damaged form of the one that stands at its place in a copy. */
const SAME_PLACE = 0.7;
/** The same where only one of its neighbours is known. */
const SAME_SIDE = 0.8;
/** Copies looked at on either side. */
const COPIES = 8;
const CHARACTERS = 600;

/** What tells which sentences may be one. */
export interface Copies {
  /** Members whose places are looked at. */
  readonly compared: ReadonlySet<number>;
  /** Whether two members print one text. */
  readonly areCopies: (a: number, b: number) => boolean;
  /** A last word on two units that stand at one place, such as that neither denies the other. */
  readonly mayUnite: (a: StoryUnit, b: StoryUnit) => boolean;
}

/**
 * Unites sentences that were damaged beyond recognition by words (short ones, or full of typing errors) with what stands at
 * their place in another copy of the text: beside the same sentences, and of much the same letters. Units are changed in place; one
 * that was united is left without places. Linear in the places of the compared members.
 *
 * @returns for each sentence that was united, the member that was the later one to bring it.
 */
export function uniteDamaged(units: readonly StoryUnit[], copies: Copies): number[] {
  const at = new Map<number, StoryUnit>();
  for (const unit of units) {
    for (const { sentence, listed } of unit.places)
      if (listed && copies.compared.has(sentence.member)) at.set(spotOf(sentence, 0), unit);
  }
  const later: number[] = [];
  for (const unit of units) {
    const [place, ...others] = unit.places;
    if (!place || others.length > 0 || !copies.compared.has(place.sentence.member)) continue;
    const whole = findWhole(unit, place, at, copies);
    if (!whole) continue;
    later.push(Math.max(place.sentence.member, whole.places[0].sentence.member));
    whole.places.push(place);
    whole.places.sort((a, b) => a.sentence.member - b.sentence.member || a.sentence.index - b.sentence.index);
    unit.places.length = 0;
    at.set(spotOf(place.sentence, 0), whole);
  }
  return later;
}

type Position = Pick<UnitPlace['sentence'], 'member' | 'index'>;

/** More than the sentences of a member. */
const STRIDE = 1_000_000;

const spotOf = ({ member, index }: Position, step: number): number => member * STRIDE + index + step + 2;

function findWhole(
  unit: StoryUnit,
  { sentence }: UnitPlace,
  at: ReadonlyMap<number, StoryUnit>,
  { areCopies, mayUnite }: Copies,
): StoryUnit | undefined {
  for (const step of [-1, 1]) {
    const neighbour = at.get(spotOf(sentence, step));
    const opposite = at.get(spotOf(sentence, -step));
    for (const { sentence: copy, listed } of neighbour?.places.slice(0, COPIES) ?? []) {
      if (!listed || copy.member === sentence.member || !areCopies(copy.member, sentence.member)) continue;
      const other = at.get(spotOf(copy, -step));
      if (!other || other === unit || other.places.some((own) => own.sentence.member === sentence.member))
        continue;
      const isBetween = opposite !== undefined && opposite === at.get(spotOf(copy, -2 * step));
      const heads = [headOf(sentence), headOf(other.places[0].sentence)] as const;
      if (areAlike(...heads, isBetween ? SAME_PLACE : SAME_SIDE) && mayUnite(unit, other)) return other;
    }
  }
  return undefined;
}

const headOf = ({ text }: StorySentence): string => text.slice(0, CHARACTERS);
