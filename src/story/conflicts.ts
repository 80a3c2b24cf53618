import type { Conflict } from './canonical-story';
import { findFrameConflicts } from './frame-conflicts';
import { STORY_LIMITS } from './limits';
import type { StoryMember } from './member';
import type { SupportedUnit } from './support';
import { unitConflicts } from './unit-conflicts';
import { Witness } from './witness';

/**
 * Finds what the members give differently: figures, dates, places and names that stand at the same place of aligned
 * sentences, and the few facts that reports state in words of their own (see `findFrameConflicts`).
 *
 * Meant to be precise rather than complete: at least nine of ten shown are to be real. Roundings, spellings and parts
 * of a name, abbreviations and attributions are no conflicts. Every value is listed with its articles; none is
 * preferred. At most `STORY_LIMITS.conflicts`.
 */
export function findConflicts(
  units: readonly SupportedUnit[],
  members: readonly StoryMember[],
  compared: ReadonlySet<number>,
): Conflict[] {
  const witness = new Witness(members);
  const found = new Map<string, Conflict>();
  const add = (conflict: Conflict): void => {
    const key = valuesKey(conflict);
    if (!found.has(key)) found.set(key, conflict);
  };
  for (const conflict of findFrameConflicts(members, compared)) add(conflict);
  for (const unit of units) {
    if (found.size >= STORY_LIMITS.conflicts) break;
    if (unit.support.length < 2) continue;
    for (const conflict of unitConflicts(unit, members, witness)) add(conflict);
  }
  return [...found.values()].slice(0, STORY_LIMITS.conflicts);
}

/** The same values against each other are one conflict, however many sentences repeat it. */
function valuesKey({ kind, values }: Conflict): string {
  return `${kind}:${values
    .map(({ value }) => value)
    .sort()
    .join('|')}`;
}
