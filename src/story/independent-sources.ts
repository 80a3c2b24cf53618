/**
 * The most articles of which no two share a text or an owner: how many independent voices a story has.
 *
 * It is the size of a maximum matching between reprint groups and owners. Forty outlets with one agency's text are
 * one voice, and so is one owner's four outlets, each with words of its own. Augmenting paths (Kuhn), O(pairs ×
 * groups) at worst, near linear on real stories.
 */
export function countIndependentSources(
  articles: readonly { reprintGroup: string; owner: string }[],
): number {
  const ownersOf = new Map<string, Set<string>>();
  for (const { reprintGroup, owner } of articles) {
    const owners = ownersOf.get(reprintGroup);
    if (owners) owners.add(owner);
    else ownersOf.set(reprintGroup, new Set([owner]));
  }
  const matching: Matching = { groupOf: new Map(), ownerOf: new Map() };
  let matched = 0;
  for (const group of ownersOf.keys()) if (augment(group, ownersOf, matching)) matched++;
  return matched;
}

interface Matching {
  readonly groupOf: Map<string, string>;
  readonly ownerOf: Map<string, string>;
}

/** Breadth-first search for a chain of reassignments that frees an owner for `start`. */
function augment(start: string, ownersOf: ReadonlyMap<string, Set<string>>, matching: Matching): boolean {
  const reachedFrom = new Map<string, string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const group = queue[at];
    for (const owner of ownersOf.get(group) ?? []) {
      if (reachedFrom.has(owner)) continue;
      reachedFrom.set(owner, group);
      const holder = matching.groupOf.get(owner);
      if (holder !== undefined) queue.push(holder);
      else {
        reassign(owner, start, reachedFrom, matching);
        return true;
      }
    }
  }
  return false;
}

/** Walks the chain back: each group on it takes the owner that was reached from it and gives up its own. */
function reassign(
  free: string,
  start: string,
  reachedFrom: ReadonlyMap<string, string>,
  matching: Matching,
): void {
  let owner: string | undefined = free;
  while (owner !== undefined) {
    const group: string = reachedFrom.get(owner) ?? start;
    const given = matching.ownerOf.get(group);
    matching.groupOf.set(owner, group);
    matching.ownerOf.set(group, owner);
    owner = group === start ? undefined : given;
  }
}
