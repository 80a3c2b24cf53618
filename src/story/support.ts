import type { StoryUnit, UnitPlace } from './align-sentences';

/** A sentence of the story with who carries it and in which wordings. */
export interface SupportedUnit {
  /** Members that carry it whole, or nearly, in story order. */
  readonly support: readonly number[];
  /** Every listed place, in order of discovery: its wordings. */
  readonly listed: readonly UnitPlace[];
  readonly places: readonly UnitPlace[];
}

/** Parts a member has of a sentence count as carrying it from this share on. */
const SUPPORT_SHARE = 0.6;

/** Sums up who carries a unit: a member whose parts (of a split sentence) make up most of it carries it too. */
export function supportOf(unit: StoryUnit): SupportedUnit {
  const { places } = unit;
  // Nearly all there are: a sentence that one article has.
  if (places.length === 1 && places[0].listed && places[0].share >= SUPPORT_SHARE)
    return { support: [places[0].sentence.member], listed: places, places };
  const shares = new Map<number, number>();
  for (const { sentence, share } of places) {
    shares.set(sentence.member, (shares.get(sentence.member) ?? 0) + share);
  }
  const support = [...shares].filter(([, share]) => share >= SUPPORT_SHARE).map(([member]) => member);
  return {
    support: support.sort((a, b) => a - b),
    listed: places.filter((place) => place.listed),
    places: places,
  };
}

/** The place whose wording is shown: the base's, if it carries the whole, else the first found. */
export function shownPlace(unit: SupportedUnit, base: number): UnitPlace {
  const own = unit.listed.find(({ sentence, share }) => sentence.member === base && share === 1);
  return own ?? unit.listed[0];
}
