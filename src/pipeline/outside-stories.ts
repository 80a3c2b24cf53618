import type { Edge, Member } from '../matching/story-view';
import { type LedgerStoryWithMembers, readPlacements, readStoryHeads } from '../store/ledger';
import type { Store } from '../store/store';

/** Articles outside a story that its members are like, with the story each of them is in; `active` are those of them that live. */
export interface Outside {
  readonly ordinals: readonly number[];
  readonly stories: ReadonlyMap<number, string | undefined>;
  readonly active: ReadonlySet<string>;
}

/** Edges looked at for stories that one may be one with: the strongest ones. */
const LOOKED_AT = 200;

/**
 * By story: the ends of its strongest edges to articles that are no members, with where these are. No round trip where there are none,
 * else two for all stories.
 *
 * @param floor the least probability of an edge that counts.
 */
export async function readOutside(
  store: Store,
  collection: string,
  stories: readonly Pick<LedgerStoryWithMembers, 'id' | 'members'>[],
  floor: number,
): Promise<Map<string, Outside>> {
  const ends = stories.map(({ members }) => outsideEnds(members, floor));
  const ordinals = [...new Set(ends.flat())];
  const placements = await readPlacements(store, collection, ordinals);
  const storyOf = new Map(ordinals.map((ordinal, i) => [ordinal, placements[i].storyId]));
  const others = [...new Set([...storyOf.values()].flatMap((other) => other ?? []))];
  const heads = await readStoryHeads(store, collection, others);
  const living = new Set(others.filter((_, i) => heads[i]?.status === 'active'));
  return new Map(
    stories.map(({ id }, i) => {
      const own = new Map(ends[i].map((ordinal) => [ordinal, storyOf.get(ordinal)]));
      const near = [...own.values()].flatMap((other) => other ?? []);
      const active = new Set(near.filter((other) => other !== id && living.has(other)));
      return [id, { ordinals: ends[i], stories: own, active }];
    }),
  );
}

/** A large story has hundreds of thousands of edges, nearly all of them inside: no list is made of them. */
function outsideEnds(members: ReadonlyMap<number, Member>, floor: number): number[] {
  const outside: Edge[] = [];
  for (const { edges } of members.values())
    for (const edge of edges) if (edge.probability >= floor && !members.has(edge.ordinal)) outside.push(edge);
  const strongest = outside.sort((a, b) => b.probability - a.probability).slice(0, LOOKED_AT);
  return [...new Set(strongest.map(({ ordinal }) => ordinal))];
}
